"""The words that stand on the screen below, gauges and words of the glossary, each with its meaning."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from crisis_game.pages.words_here import WordHere
from crisis_game.tui import navigation
from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings, key_of, spoken
from crisis_game.tui.rendering import content
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.key_words import pressing


class WordsScreen(Dialogue[None]):
    """One word to pick; the library has more on it, or the history of the gauges.

    Args:
        words: those on the screen below.
        chosen: id of the one that is marked at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("words")

    def __init__(self, words: tuple[WordHere, ...], chosen: str = "") -> None:
        super().__init__()
        self._words = words
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The words, the meaning of the one that is marked."""
        say = self.stage.say
        with Vertical(classes="dialogue", id="words-box"):
            yield Static(say("Words on this screen"), classes="question")
            yield OptionList(*(Option(say(word.name), id=word.id) for word in self._words), id="words-list")
            with VerticalScroll(id="words-about", can_focus=False):
                yield Static(id="words-meaning")
            yield Static(id="words-keys")

    def on_mount(self) -> None:
        """Pick at once."""
        words = self.query_one(OptionList)
        words.highlighted = next((n for n, word in enumerate(self._words) if word.id == self._chosen), 0)
        words.focus()

    @on(OptionList.OptionHighlighted)
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the word means, and where that stands."""
        self.call_after_refresh(self._explain, self._words[event.option_index])

    @on(OptionList.OptionSelected)
    def action_library(self) -> None:
        """More on it; Escape leads back to the screen below."""
        place = self.query_one(OptionList).highlighted
        stage = self.stage
        self.dismiss(None)
        if place is None:
            return
        word = self._words[place]
        if word.gauge:
            navigation.gauges(stage, word.gauge)
        else:
            navigation.look_up(stage, "term", word.id)

    def _explain(self, word: WordHere) -> None:
        say, wording, key = self.stage.say, self.stage.wording, key_of("library", "words")
        rows = [Content.styled(say(word.name), "bold"), *(content(line, wording) for line in word.lines)]
        self.query_one("#words-meaning", Static).update(Content("\n").join(rows))
        more = say("Enter or {key}: more in the law library.", key=spoken(key))
        if word.gauge:
            more = say("Enter or {key}: what moved it, round by round.", key=spoken(key))
        self.query_one("#words-keys", Static).update(pressing(more, key))
        self.query_one("#words-about").scroll_home(animate=False)
