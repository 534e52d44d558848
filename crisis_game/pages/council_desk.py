"""What the facilitator's pages read of one council: its seats' work, its running sheet, free moves, raised hands."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.assessment.judged_acts import judged_acts
from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.act import Act, Offer
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Steer
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.free_moves import MovesDesk, moves_desk
from crisis_game.pages.hands import HandSheets, hand_sheets
from crisis_game.pages.overruling import OverrulingDesk, overruling_desk
from crisis_game.pages.running_sheet import RunningSheet, SheetMaker
from crisis_game.pages.seats_at_work import AtWork
from crisis_game.pages.sight import Sight
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier


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
        return self._maker.sheet().proposing(self.council.to_leave_out) if self._maker is not None else None

    @property
    def moves(self) -> MovesDesk:
        """The moves that wait; none before it begins."""
        session = self.council.session
        return moves_desk(session.seen(FACILITATOR)) if session is not None else MovesDesk((), (), ())

    @property
    def hands(self) -> HandSheets:
        """The sheets for raised hands; none but in ORDERS."""
        session = self.council.session
        return hand_sheets(session.view(FACILITATOR)) if session is not None else HandSheets(())

    @property
    def overruling(self) -> OverrulingDesk:
        """The acts that were judged; none before it begins."""
        session = self.council.session
        return overruling_desk(judged_acts(session.projected_state(FACILITATOR)) if session is not None else ())

    def sight(self) -> Sight:
        """What the facilitator sees now.

        Raises:
            RuntimeError: before it begins; a fault of ours.
        """
        council = self.council
        if council.session is None:
            raise RuntimeError("the council has not begun")
        return Sight.of(council.session, FACILITATOR, dossier(council.scenario, FACILITATOR), council.language)

    def steer(self, command: Act) -> Steer:
        """An act of the facilitator's in this council."""
        return Steer(command, self.council.name)

    def offer(self, act: type[Act]) -> Offer | None:
        """The offer of one of the facilitator's acts, where it is open."""
        offers = self.council.session.offers(FACILITATOR) if self.council.session is not None else ()
        return next((offer for offer in offers if offer.act is act), None)

    def _name(self, key: str) -> str:
        """What somebody is called, by their key in the log."""
        named = {attendee.key: attendee.name for attendee in self.council.lesson.attendees}
        return named.get(key, key)


def desks(lesson: Lesson) -> Mapping[str, CouncilDesk]:
    """One for each council, by its name."""
    return {council.name: CouncilDesk(council) for council in lesson.councils}
