"""What the facilitator's pages keep of one council between two moments: its seats' work and its running sheet."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.debrief.live_course import LiveCourse
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.running_sheet import RunningSheet, SheetMaker
from crisis_game.pages.seats_at_work import AtWork


class CouncilDesk:
    """One council, asked many times between two changes.

    Attributes:
        council: which.
        at_work: knows what its seats have still to do.
    """

    def __init__(self, council: Council) -> None:
        self.council, self.at_work = council, AtWork(council)
        self._maker: SheetMaker | None = None
        self._sitting: Sitting | None = None

    @property
    def sheet(self) -> RunningSheet | None:
        """Its running sheet as it stands; None before it begins."""
        session = self.council.session
        if session is not self._sitting and session is not None:
            self._maker, self._sitting = SheetMaker(LiveCourse(session, self._name)), session
        return self._maker.sheet() if self._maker is not None else None

    def _name(self, key: str) -> str:
        """What somebody is called, by their key in the log."""
        named = {attendee.key: attendee.name for attendee in self.council.lesson.attendees}
        return named.get(key, key)


def desks(lesson: Lesson) -> Mapping[str, CouncilDesk]:
    """One for each council, by its name."""
    return {council.name: CouncilDesk(council) for council in lesson.councils}
