"""The clock of a lesson: one for all, by which the seats without a person move too."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.exercise.deadlines import Clock
from crisis_game.exercise.session import Session

WAVE_EVERY = 20
"""Seconds of TABLE after which the seats without a person move once more."""


class LessonClock(Clock):
    """The clock of all, by a pace where one was chosen; else with the scenario's own seconds.

    At TABLE it begins a wave every so many seconds; the first when so many have passed. Who listens does not wait for
    it, and it counts anew from there.
    """

    def __init__(self, session: Session, pace: Mapping[str, int] | None) -> None:
        self._pace = pace
        self._session = session
        super().__init__(session)
        self._waves, self._moved = self._seen.wave, self._used

    def tick(self, now: float) -> bool:
        """Let time pass as `Clock` does; where no deadline fell, a wave may begin. Raises SaveError as `Clock` does."""
        fell = super().tick(now)
        if not fell and self._where_waves_run():
            self._count_waves()
        return fell

    def _where_waves_run(self) -> bool:
        seen = self._seen
        return seen.beat == "table" and not seen.paused and bool(seen.movers)

    def _count_waves(self) -> None:
        """Begin the next wave when its time has come; one that somebody began, or a new TABLE, starts the count."""
        if self._seen.wave != self._waves:
            self._waves, self._moved = self._seen.wave, self._used
        elif self._used - self._moved >= WAVE_EVERY and self._waves < self._seen.numbers.waves:
            self._session.next_wave()
            self._waves, self._moved = self._seen.wave, self._used

    def _begin_anew(self) -> None:
        super()._begin_anew()
        self._waves, self._moved = self._seen.wave, 0.0

    @property
    def beats(self) -> Mapping[str, int]:
        """Seconds of each beat."""
        return self._beat_seconds

    @property
    def _beat_seconds(self) -> Mapping[str, int]:
        return super()._beat_seconds if self._pace is None else self._pace
