"""The host's own screens: the app whose first screen is the host's, with the server beside it in the same loop."""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine
from pathlib import PurePath
from typing import Any, ClassVar

from textual.screen import Screen

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.seat_sitting import SeatSitting
from crisis_game.pages.entrance import Entrance
from crisis_game.tui import FRAMES, dialogues, show
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screens.confirm import ConfirmScreen
from crisis_game.tui.screens.host import HostScreen

Serve = Callable[[], Coroutine[Any, Any, None]]
"""Makes what serves the lesson to the network, and lets its clock go."""


class HostApp(CrisisApp):
    """The host's screen, and over it the game of whoever plays at this keyboard.

    Args:
        lesson: what is hosted.
        entrance: how it is reached.
        serve: run beside the screens; where it fails, all ends with its fault.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/host.tcss"]

    def __init__(self, lesson: Lesson, entrance: Entrance, serve: Serve | None = None) -> None:
        super().__init__(lesson.language)
        self.lesson, self.entrance, self._serve = lesson, entrance, serve

    def get_default_screen(self) -> Screen[Any]:
        """The host's screen lies under all others."""
        return HostScreen(self.lesson, self.entrance, self.play_at_keyboard)

    def on_mount(self) -> None:
        """Serve."""
        super().on_mount()
        if self._serve is not None:
            self.run_worker(self._serve(), name="serve", group="serve")

    def play_at_keyboard(self, key: str) -> None:
        """Play somebody's seat at this keyboard. Raises KeyError for nobody's key."""
        self.play(SeatSitting(self.lesson, key))

    async def action_quit(self) -> None:
        """Ask before the lesson ends for all; where that is asked already, end it."""
        if isinstance(self.screen, ConfirmScreen):
            self.exit(0)
            return
        words = self.say(
            "Stop hosting? All is kept in {folder}, and can be hosted again.", folder=str(self.lesson.folder)
        )
        dialogues.confirm(self, words, self.say("Stop"), self.say("Go on hosting"), lambda: self.exit(0))


def host(lesson: Lesson, entrance: Entrance, serve: Serve) -> int:
    """Host on the screens until they are left; the exit code. Raises what went wrong."""
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    return show(HostApp(lesson, entrance, serve))
