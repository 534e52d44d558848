"""The words of the glossary that stand on the screen below, each with its meaning and where that stands."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from crisis_game.law.glossary import TERMS
from crisis_game.law.term import Term
from crisis_game.texts import Text
from crisis_game.tui import navigation
from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings, key_of, spoken
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.key_words import pressing


class WordsScreen(Dialogue[None]):
    """One word to pick; the library has more on it.

    Args:
        terms: those on the screen below.
        chosen: id of the one that is marked at first.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("words")

    def __init__(self, terms: tuple[Term, ...], chosen: str = "") -> None:
        super().__init__()
        self._terms = terms
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The words, the meaning of the one that is marked."""
        say = self.stage.say
        with Vertical(classes="dialogue", id="words-box"):
            yield Static(say("Words on this screen"), classes="question")
            yield OptionList(*(Option(Content(say(term.name)), id=term.id) for term in self._terms), id="words-list")
            with VerticalScroll(id="words-about", can_focus=False):
                yield Static(id="words-meaning")
            key = key_of("library", "words")
            words = say("Enter or {key}: more in the law library.", key=spoken(key))
            yield Static(pressing(words, key), id="words-keys")

    def on_mount(self) -> None:
        """Pick at once."""
        words = self.query_one(OptionList)
        words.highlighted = next((n for n, term in enumerate(self._terms) if term.id == self._chosen), 0)
        words.focus()

    @on(OptionList.OptionHighlighted)
    def explain(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the word means, and where that stands."""
        self.call_after_refresh(self._explain, TERMS[str(event.option_id)])

    @on(OptionList.OptionSelected)
    def action_library(self) -> None:
        """More on it; Escape leads back to the screen below."""
        place = self.query_one(OptionList).highlighted
        stage = self.stage
        self.dismiss(None)
        if place is not None:
            navigation.look_up(stage, "term", self._terms[place].id)

    def _explain(self, term: Term) -> None:
        say = self.stage.say
        rows = [Content.assemble((say(term.name), "bold"), f"\n{say(term.meaning)}")]
        rows += [
            Content.styled(say(Text("Source: {source}", {"source": source.cite})), "$foreground-muted")
            for source in term.sources
        ]
        self.query_one("#words-meaning", Static).update(Content("\n").join(rows))
        self.query_one("#words-about").scroll_home(animate=False)
