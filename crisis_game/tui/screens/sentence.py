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
        standing: what stands there at first.
        may_be_empty: whether Enter alone is an answer too.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("sentence")

    def __init__(self, question: str, most: int, standing: str = "", *, may_be_empty: bool = False) -> None:
        super().__init__()
        self._question, self._most = question, most
        self._standing, self._may_be_empty = standing, may_be_empty

    def compose(self) -> ComposeResult:
        """The question, and the line to write in."""
        with Vertical(classes="dialogue"):
            yield Static(self._question, classes="question")
            yield Input(self._standing, placeholder=self.stage.say("Write, then Enter"), max_length=self._most)

    @on(Input.Submitted)
    def give(self, event: Input.Submitted) -> None:
        """It is written."""
        written = event.value.strip()
        self.dismiss(written if written or self._may_be_empty else None)
