"""Watching a scenario on the screens: the game's own screens, on the version of the file that was saved last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.pages.roll_call import uncalled
from crisis_game.scenario.ids import SeatId
from crisis_game.tui import navigation, show
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import GamePage, MainPage, redraw_shown
from crisis_game.tui.screens.watch import WatchScreen
from crisis_game.tui.widgets.watch_strip import WatchStrip
from crisis_game.workshop.watched_file import Watched

PAUSE = 0.1
"""Seconds between two looks at the file."""


class WatchApp(CrisisApp):
    """The app over a watched file: what is played follows what is saved; problems stand in a strip.

    Its keys come before those of the screens: nobody passes the keyboard while a file is written.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("watching")

    def __init__(self, watched: Watched, language: str | None = None) -> None:
        super().__init__(language or "en")
        self.watched = watched

    def on_mount(self) -> None:
        """Go to the game, or to what is wrong with the file; then look at it again and again."""
        super().on_mount()
        self.call_after_refresh(self._open_first)
        self.set_interval(PAUSE, self.look)

    def below(self) -> Iterator[Widget]:
        """The strip, on every main screen."""
        yield WatchStrip(self.watched)

    def play(self, session: Sitting, seat: SeatId | None = None) -> None:
        """Put a session on the screen at the place that was asked for: votes and answers before it count as read."""
        super().play(session, seat)
        if self.game is not None:
            self.game.desk.answered = last_answered(self.game.session, self.game.seat)
            self.game.desk.called.update(uncalled(self.game.sight.seen, self.game.desk.called))
            self.game.desk.briefed = self.game.desk.answered > 0

    def look(self) -> None:
        """Follow the file, if it was saved."""
        if self.watched.look():
            self.follow()

    def follow(self) -> None:
        """Show the version that was read last: in place where the game stands where it stood."""
        session = self.watched.session
        if session is None or self.watched.errors or self.watched.missing:
            self._redraw()
        elif self.game is None:
            self.play(session, self.watched.seat)
        else:
            self._exchange()

    def action_anew(self) -> None:
        """Drop the choices made so far and begin again."""
        self.watched.restart()
        if self.watched.session is not None:
            self.play(self.watched.session, self.watched.seat)

    def action_problems(self) -> None:
        """Read all problems of the file."""
        if not isinstance(self.screen, WatchScreen):
            navigation.watch(self, self.watched)

    # --------------------------------------------------------------------------------------------------------------

    def _open_first(self) -> None:
        if self.watched.session is None:
            navigation.watch(self, self.watched)
        else:
            self.play(self.watched.session, self.watched.seat)

    def _exchange(self) -> None:
        """Put the new game in the place of the old one; what was read stays read."""
        game, session = self.game, self.watched.session
        if game is None or session is None:
            return
        before = (game.sight.seen.round, game.sight.seen.beat)
        game.exchange(session)
        now = (game.sight.seen.round, game.sight.seen.beat)
        if before == now:
            self._redraw()
        else:
            self.sit_down()

    def _redraw(self) -> None:
        screen: Any = self.screen
        redraw_shown(self)
        if isinstance(screen, GamePage | WatchScreen) and not isinstance(screen, MainPage):
            screen.draw()
        for page in self.screen_stack:
            for strip in page.query(WatchStrip):
                strip.draw()


def watch(watched: Watched, language: str | None = None) -> int:
    """Watch a file on the screens; the exit code; raises what went wrong."""
    return show(WatchApp(watched, language))
