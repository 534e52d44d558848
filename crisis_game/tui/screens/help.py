"""Help for the screen below: what it is for, and its keys."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from crisis_game.law.glossary import terms_in
from crisis_game.law.term import Term
from crisis_game.texts import Text, Value
from crisis_game.tui import navigation
from crisis_game.tui.key_table import KEYS, NUMBERED
from crisis_game.tui.keys import bindings, said, spoken
from crisis_game.tui.screens.base import Page
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Static, as_written
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.pane import Pane

OTHER_WORDS = {"Focus Next": "To the next part of the screen", "Focus Previous": "To the part before", "palette": ""}
"""What Textual calls some keys, in our words; one without words has another key that is told."""


class HelpScreen(Page[None]):
    """What the screen below is for, and its keys."""

    CSS_PATH = "help.tcss"
    HEADING = "Help"
    ABOUT = "Escape leads back."
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self._below = about

    def compose_body(self) -> ComposeResult:
        """The words and the keys."""
        below = self._below
        heading = self.say(below.HEADING) if isinstance(below, Page) and below.HEADING else self.say("Help")
        about = self.say(Text(below.ABOUT, self._named())) if isinstance(below, Page) and below.ABOUT else ""
        with Pane(heading, id="help-page", can_focus=True):
            yield Static(about, classes="words")
            yield Static(Content("\n").join([Content(""), *self._words(), *self._keys()]), classes="words")

    def on_mount(self) -> None:
        """Scroll with the arrow keys at once."""
        self.query_one(Pane).focus()

    def action_words(self) -> None:
        """All words of the glossary."""
        navigation.look_up(self.stage, "term", "")

    def action_explain(self, place: int) -> None:
        """One word of this page, in the library."""
        terms = self._terms()
        if place < len(terms):
            navigation.look_up(self.stage, "term", terms[place].id)

    def _terms(self) -> tuple[Term, ...]:
        """The words of the glossary that stand in what the screen below says of itself."""
        return terms_in(self._below.ABOUT)[:NUMBERED] if isinstance(self._below, Page) else ()

    def _words(self) -> list[Content]:
        """The words that are explained, each with its key."""
        terms = self._terms()
        if not terms:
            return []
        rows = [
            pressing(Content.assemble((f"{place:>10}", "bold $primary"), "  ", self.say(term.name)), str(place))
            for place, term in enumerate(terms, 1)
        ]
        return [Content.styled(self.say("Words on this page").upper(), STYLES["heading"]), *rows, Content("")]

    def _named(self) -> dict[str, Value]:
        """The keys as the help of the screen below names them: its own before those of other places."""
        active = [held.binding for held in self._below.active_bindings.values()]
        own: dict[str, Value] = {str(held.id): spoken(held.key) for held in reversed(active) if held.id}
        all_keys: dict[str, Value] = {name: key for where in reversed(tuple(KEYS)) for name, key in said(where).items()}
        return all_keys | own

    def _keys(self) -> list[Content]:
        """The keys of the screen below, each act once; how lists work goes without saying."""
        rows: dict[str, str] = {}
        for active in self._below.active_bindings.values():
            binding, home = active.binding, type(active.node).__module__
            words = OTHER_WORDS.get(binding.description, binding.description)
            if words and home.startswith("crisis_game.") and home != as_written.__module__:
                rows.setdefault(words, self.app.get_key_display(binding))
        return [Content.assemble((f"{key:>10}", "bold $primary"), "  ", self.say(words)) for words, key in rows.items()]
