"""What all dialogues share: a small window over a screen, one look, and the key that copies."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import BindingType
from textual.events import Click
from textual.screen import ModalScreen

from crisis_game.tui.keys import bindings
from crisis_game.tui.typed_ahead import Leaving
from crisis_game.tui.widgets.as_written import as_written
from crisis_game.tui.widgets.key_words import pressing

Result = TypeVar("Result")


class Dialogue(ModalScreen[Result], Leaving[Result], Generic[Result]):
    """A dialogue; keys of the app do not reach through it, so that copying has its key here.

    Its style sheet lies beside the screens: Textual looks for it where the screen that is opened lies.
    """

    CSS_PATH = "dialogue.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("dialogue")

    def on_mount(self) -> None:
        """Say on the frame how to leave it; a click there does."""
        for window in self.query(".dialogue"):
            window.border_subtitle = as_written(pressing(self.stage.say("Escape: back"), "escape"))

    def on_click(self, event: Click) -> None:
        """A click beside the window leaves it, as Escape does."""
        if event.widget is self:
            self.app.simulate_key("escape")
