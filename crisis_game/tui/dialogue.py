"""What all dialogues share: a small window over a screen, one look, and the key that copies."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from crisis_game.tui.leaving import Leaving

Result = TypeVar("Result")


class Dialogue(ModalScreen[Result], Leaving[Result], Generic[Result]):
    """A dialogue; keys of the app do not reach through it, so that copying has its key here.

    Its style sheet lies beside the screens: Textual looks for it where the screen that is opened lies.
    """

    CSS_PATH = "dialogue.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c,super+c", "app.copy_marked", "Copy", show=False)]
