"""Time at one keyboard: each person has the beat's minutes for a turn of their own, and nobody's runs out unseen.

Several people who share a keyboard sit down one after another; so the clock of a beat becomes a clock of turns. It runs
while somebody sits before the screen, and stands while the curtain is down.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard

from crisis_game.exercise.deadlines import LONGEST_STEP, Clock
from crisis_game.exercise.deadlines import ROW as CLOCK
from crisis_game.exercise.sitting import Sitting
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.lesson import PROFILES
from crisis_game.texts import Text

PACES: Mapping[str, Mapping[str, int]] = {name: PROFILES[name].beat_seconds for name in ("full", "class", "quick")}
"""Seconds of each beat, by the name of the pace."""

ROW = "pace"
UNREADABLE = Text("The pace in this save cannot be read; it is played without a clock.")

PATIENT_STEP = 600.0
"""Seconds between two ticks that count where nothing ticks while a person thinks, as in lines of text."""

MOST_USED = 86_400
"""Seconds; no turn has used more."""


class TurnClock(Clock):
    """The clock of whoever sits before the keyboard.

    When a turn is over, who sits there is ready, with the defaults for what was left open; where nobody else is waited
    for, the beat's deadline falls.

    Args:
        sitting: what is played.
        pace: how many seconds a turn has, by its name in `PACES`.
        longest_step: as for `Clock`.

    Attributes:
        stopped: whether the people at the keyboard have stopped it.
    """

    def __init__(self, sitting: Sitting, pace: str, longest_step: float = LONGEST_STEP) -> None:
        self.stopped = False
        self._seconds = PACES[pace]
        self._seat: SeatId | None = None
        self._turns: dict[SeatId, float] = {}
        super().__init__(sitting, longest_step)
        self._turns = self._noted_turns()

    def sit(self, seat: SeatId | None) -> None:
        """Let the time of this seat run from the next tick on; None for nobody, while the curtain is down."""
        if seat == self._seat:
            return
        self._last = None
        self._keep_turn()
        self._seat = seat
        self._used = self._noted = self._turns.get(seat, 0.0) if seat else 0.0

    def tick(self, now: float) -> bool:
        """Let time pass for who sits there; whether the turn is over. Raises SaveError as `Clock` does."""
        self.burnt = 0
        if self._place != self._where():
            self._begin_anew()
        if self.stopped or self._seat not in self._sitting.waiting():
            self._last = now
            return False
        return super().tick(now)

    @property
    def answering(self) -> tuple[SeatId, ...]:
        """Who sits there: a fuse burns in the turn of its seat alone."""
        return (self._seat,) if self._seat is not None and self._seat in self._sitting.persons else ()

    def leave_out(self, seconds: float) -> None:
        """Leave out time in which nobody could think: the program was at work."""
        if self._last is not None:
            self._last += max(0.0, seconds)

    def _fall(self) -> None:
        seat = self._seat
        if seat is None or self._sitting.waiting() == (seat,):
            super()._fall()
            return
        self._sitting.time_over(seat)
        self._keep_turn()

    @property
    def _beat_seconds(self) -> Mapping[str, int]:
        return self._seconds

    def _begin_anew(self) -> None:
        super()._begin_anew()
        self._turns.clear()

    def _keep_turn(self) -> None:
        if self._seat is not None:
            self._turns[self._seat] = self._used

    def _as_noted(self) -> list[Any]:
        self._keep_turn()
        return [*self._place, {seat: int(used) for seat, used in self._turns.items()}]

    def _noted_turns(self) -> dict[SeatId, float]:
        """Seconds used by each seat in this beat, as the save has them; none where it does not say."""
        match self._sitting.kept(CLOCK):
            case [round_, phase, {**turns}] if [round_, phase] == self._place:
                return {str(seat): float(used) for seat, used in turns.items() if _is_time(used)}
        return {}


def _is_time(used: object) -> TypeGuard[int]:
    return type(used) is int and 0 <= used <= MOST_USED


def pace_of(sitting: Sitting) -> tuple[str, Text | None]:
    """The pace that is kept with an exercise, empty for none, and why it could not be read where that is so."""
    written = sitting.kept(ROW)
    if written is None or written == "":
        return "", None
    return (written, None) if isinstance(written, str) and written in PACES else ("", UNREADABLE)


def keep_pace(sitting: Sitting, pace: str) -> None:
    """Keep a pace with an exercise, outside its log; empty for none. Nothing is written where that is so already.

    Raises:
        SaveError: if the file cannot be written.
    """
    if pace or sitting.kept(ROW):
        sitting.keep(ROW, pace)
