"""A game in which others go on too, at other screens: when nobody here is waited for, something still comes.

What this keyboard does goes on as everywhere (`tui.submission`); what came from elsewhere is followed here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.beat_bar import BeatBar

if TYPE_CHECKING:
    from crisis_game.exercise.sitting import Sitting
    from crisis_game.scenario.ids import SeatId


class SharedGameApp(CrisisApp):
    """The app over a sitting that others move too, and whose clock is kept elsewhere."""

    def __init__(self, language: str = "en") -> None:
        super().__init__(language)
        self._unlisten: Callable[[], None] | None = None
        self._stood: tuple[int, str] | None = None

    def play(self, session: Sitting, seat: SeatId | None = None) -> None:
        """Put a sitting on the screen, and follow it."""
        super().play(session, seat)
        self._unlisten = session.listen(self._heard)

    def sit_down(self) -> None:
        """Take the seat: what is shown from now on is how it stands now."""
        self._stood = self.game.standing if self.game is not None else None
        super().sit_down()

    def leave(self) -> None:
        """Close the game on the screen, and follow it no more."""
        self._stop_following()
        super().leave()

    def to_title(self) -> None:
        """Leave the game for the screen that lies under all others."""
        self._stop_following()
        super().to_title()

    def follow(self) -> None:
        """Something has happened: go on to a new beat or to the end; else show what is new on the page that lies open.

        A form that is being filled in stays as it is; what is refused later says why.
        """
        game = self.game
        if game is None or not self.seated:
            return
        game.look_anew()
        if game.standing != self._stood:
            self.sit_down()
        elif isinstance(self.screen, MainPage):
            self.screen.redraw()

    def _heard(self) -> None:
        self.call_later(self.follow)

    def _stop_following(self) -> None:
        if self._unlisten is not None:
            self._unlisten()
            self._unlisten = None

    def _tick(self) -> None:
        super()._tick()
        if self.game is not None and self.game.clock is None:
            for bar in self.screen.query(BeatBar):
                bar.draw_where(self.game)
