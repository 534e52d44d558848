"""Real time at a session: the beats' deadlines become submissions. Without a clock a beat waits for everybody.

Whoever runs the session calls `tick` about once a second. Time is an input here too: the clock is told the time, and
never asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from crisis_game.engine.seen import Seen
from crisis_game.exercise.sitting import OBSERVER, Sitting
from crisis_game.scenario.ids import InjectId, SeatId

LONGEST_STEP = 5.0
"""Seconds: a longer time between two ticks was no play (the machine slept, the host hung), and counts as this much."""

ROW = "clock"
"""Under this name the save has it."""

NOTED_EVERY = 10
"""Seconds of play after which the clock is noted in the save; a crash gives back at most so much time."""


Fuse: TypeAlias = tuple[SeatId, InjectId, int]
"""Whose answer is waited for, to which inject, and for how many seconds."""


class Clock:
    """The clock of one session.

    It stands while the facilitator's pause lasts. An inject that waits so many seconds for an answer waits so many of
    this clock, from when it was first seen here. At most one deadline falls at a tick, and the beat after it begins
    with all its time; so nothing late falls at once after a pause. What was used of a beat is noted in the save outside
    the chain, and a clock of a session that was resumed goes on from there.

    Attributes:
        burnt: how many injects have waited their seconds in vain at the last tick.
    """

    def __init__(self, sitting: Sitting, longest_step: float = LONGEST_STEP) -> None:
        self._sitting = sitting
        self._longest_step = longest_step
        self._last: float | None = None
        self.burnt = 0
        self._place = self._where()
        self._used = self._noted_use()
        self._noted = self._used
        self._lit: dict[Fuse, float] = dict.fromkeys(self._fuses(sitting.persons), 0.0)

    @property
    def left(self) -> float | None:
        """Seconds left of what is waited for now; None where nothing has a deadline (play is over).

        A beat that has just begun has all its time, also before the next tick.
        """
        allowed = self._allowed()
        used = self._used if self._place == self._where() else 0.0
        return None if allowed is None else max(0.0, allowed - used)

    @property
    def stands(self) -> bool:
        """Whether the facilitator has stopped it."""
        return self._seen.paused

    def tick(self, now: float) -> bool:
        """Let time pass.

        Args:
            now: seconds of a clock that only goes forward, such as `time.monotonic()`.

        Returns:
            Whether a deadline fell.

        Raises:
            SaveError: if the save cannot be written; then the deadline has not fallen.
        """
        passed = 0.0 if self._last is None else min(max(0.0, now - self._last), self._longest_step)
        self._last, self.burnt = now, 0
        if self._place != self._where():
            self._begin_anew()
            return False
        if self._seen.paused or self.left is None:
            return False
        self._light()
        self._used += passed
        self._burn()
        if self.left > 0:
            self._note()
            return False
        self._fall()
        return True

    @property
    def answering(self) -> tuple[SeatId, ...]:
        """The seats that answer by this clock now."""
        return self._sitting.persons

    def _fuses(self, seats: Iterable[SeatId]) -> Iterator[Fuse]:
        """What waits so many seconds for an answer of these seats."""
        for seat in seats:
            yield from ((seat, *fuse) for fuse in self._sitting.seen(seat).fuses)

    def _light(self) -> None:
        """Take note of what has come to wait since."""
        for fuse in self._fuses(self.answering):
            self._lit.setdefault(fuse, self._used)

    def _burn(self) -> None:
        """End what has waited its seconds."""
        over = [fuse for fuse in self._fuses(self.answering) if self._used - self._lit[fuse] >= fuse[2]]
        for seat, inject, _ in over:
            self._sitting.fuse_over(seat, inject)
        self.burnt = len(over)

    def _fall(self) -> None:
        """What is still open gets its default."""
        self._sitting.time_over(None)
        self._begin_anew()

    @property
    def _seen(self) -> Seen:
        return self._sitting.seen(OBSERVER)

    def _where(self) -> list[Any]:
        """What is waited for: a phase of a round, as it is noted."""
        return [self._seen.round, self._seen.phase]

    def _allowed(self) -> int | None:
        """Seconds that the beat has in all; in SITUATION also those for reading the answer to the round before."""
        seen = self._seen
        if self._sitting.finished or seen.beat not in ("situation", "table", "orders"):
            return None
        seconds = self._beat_seconds
        reading = seconds["answer"] if seen.beat == "situation" and seen.round > 1 else 0
        return seconds[seen.beat] + reading + seen.extra_seconds

    @property
    def _beat_seconds(self) -> Mapping[str, int]:
        return self._seen.lesson.beat_seconds

    def _begin_anew(self) -> None:
        self._place, self._used, self._noted = self._where(), 0.0, 0.0
        self._lit = dict.fromkeys(self._fuses(self._sitting.persons), 0.0)

    def _note(self) -> None:
        if self._used - self._noted >= NOTED_EVERY:
            self._sitting.keep(ROW, self._as_noted())
            self._noted = self._used

    def _as_noted(self) -> list[Any]:
        return [*self._place, int(self._used)]

    def _noted_use(self) -> float:
        """Seconds used of this beat, as the save has them; 0 where it does not say, or speaks of another beat."""
        match self._sitting.kept(ROW):
            case [round_, phase, int(used)] if [round_, phase] == self._place and used >= 0:
                return float(used)
        return 0.0
