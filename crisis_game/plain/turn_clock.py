"""Time in lines: what is left stands before each answer, and the deadline is looked at when an answer comes."""

from __future__ import annotations

import time
from collections.abc import Callable

from crisis_game.exercise.sitting import Host, Sitting
from crisis_game.exercise.turn_clock import PACES, PATIENT_STEP, TurnClock
from crisis_game.plain.console import Console, TurnOverError
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text, Value

NO_CLOCK = Text("No clock")


def host_time(host: Host | None) -> Text | None:
    """What the host's clock has left, where the exercise is played elsewhere by one."""
    if host is None or host.seconds_left is None:
        return None
    minutes, seconds = divmod(int(host.seconds_left), 60)
    values: dict[str, Value] = {"time": f"{minutes}:{seconds:02}"}
    if host.paused:
        return Text("The host's clock stands at {time}.", values)
    return Text("The host's clock has {time} left.", values)


class LinesTime:
    """The time of one turn in lines. What the program needs between an answer and the next prompt does not count.

    Args:
        sitting: what is played.
        pace: how many seconds a turn has, by its name in `PACES`.
        now: tells seconds that only go forward; tests give one that stands.
    """

    def __init__(self, sitting: Sitting, pace: str, now: Callable[[], float] = time.monotonic) -> None:
        self._clock = TurnClock(sitting, pace, longest_step=PATIENT_STEP)
        self._now = now
        self._answered = now()

    def sit(self, seat: SeatId | None) -> None:
        """Let the time of this seat run; None for nobody."""
        self._clock.sit(seat)

    def prompted(self) -> str:
        """What is left at a prompt, such as `3:05`. Raises TurnOverError where nothing is."""
        now = self._now()
        self._clock.leave_out(now - self._answered)
        self._tick(now)
        minutes, seconds = divmod(int((self._clock.left or 0.0) + 0.999), 60)
        return f"{minutes}:{seconds:02}"

    def answered(self) -> None:
        """An answer has come. Raises TurnOverError where it is too late: what was left open has got its default."""
        self._tick(self._now())

    def turn(self) -> bool:
        """Stop the clock, or let it run again; whether it stands now."""
        self._clock.stopped = not self._clock.stopped
        return self._clock.stopped

    def _tick(self, now: float) -> None:
        self._answered = now
        if self._clock.tick(now):
            raise TurnOverError


def ask_pace(console: Console) -> str:
    """The pace of a new game, empty for none."""
    paces = tuple(PACES)
    rows = [_pace_words(pace) for pace in paces]
    place = console.choose(Text("Is there a clock for each turn?"), [NO_CLOCK, *rows])
    return paces[place - 1] if place else ""


def _pace_words(pace: str) -> Text:
    times = {beat: f"{left // 60}:{left % 60:02}" for beat, left in PACES[pace].items()}
    words = "{pace}: SITUATION {situation}, TABLE {table}, ORDERS {orders}"
    return Text(words, {**times, "pace": pace})
