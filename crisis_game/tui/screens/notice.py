"""One sentence that has to be read before going on."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Button, Static


class NoticeScreen(Dialogue[None]):
    """A sentence and one button."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("notice")

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """The sentence."""
        with Vertical(classes="dialogue"):
            yield Static(self._sentence, classes="question")
            yield Button("OK", variant="primary", id="ok")

    def on_button_pressed(self) -> None:
        """It was read."""
        self.dismiss(None)
