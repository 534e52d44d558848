"""The clock of a lesson: one for all."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.exercise.deadlines import Clock
from crisis_game.exercise.sitting import Sitting
from crisis_game.exercise.turn_clock import PACES


class LessonClock(Clock):
    """The clock of all, by a pace where one was chosen; else with the scenario's own seconds."""

    def __init__(self, sitting: Sitting, pace: str) -> None:
        self._pace = PACES.get(pace)
        super().__init__(sitting)

    @property
    def _beat_seconds(self) -> Mapping[str, int]:
        return super()._beat_seconds if self._pace is None else self._pace
