"""One sentence to write."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Input, Static


class SentenceScreen(Dialogue[str | None]):
    """What was written; None where nothing was.

    Args:
        question: what is asked for.
        most: characters of the longest answer.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("sentence")

    def __init__(self, question: str, most: int) -> None:
        super().__init__()
        self._question, self._most = question, most

    def compose(self) -> ComposeResult:
        """The question, and the line to write in."""
        with Vertical(classes="dialogue"):
            yield Static(self._question, classes="question")
            yield Input(placeholder=self.stage.say("Write, then Enter"), max_length=self._most)

    @on(Input.Submitted)
    def give(self, event: Input.Submitted) -> None:
        """It is written."""
        self.dismiss(event.value.strip() or None)
