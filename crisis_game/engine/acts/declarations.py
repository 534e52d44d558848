"""Acts of declaring: where one's red line runs, what is demanded by when, and that a measure will follow."""

from __future__ import annotations

from crisis_game.engine import field_questions
from crisis_game.engine.act import EVERY_BEAT, Act, Refusal, act, choice
from crisis_game.engine.domains import OneOf, Whole
from crisis_game.engine.events.declarations import Demanded, NoticeGiven, RedLineDeclared
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import MeasureId, SeatId, StateId
from crisis_game.texts import Text


def _not_notified(seen: Seen) -> OneOf[str]:
    notices = seen.commitments.notices
    return OneOf(tuple(measure for measure in seen.played if (seen.seat, measure) not in notices))


def _free_aims(seen: Seen) -> tuple[str, ...]:
    """Aims of which no demand of this seat is running."""
    mine = {
        demand.aim for demand in seen.commitments.demands if demand.by == seen.seat and demand.by_round >= seen.round
    }
    return tuple(aim for aim in seen.aims if aim not in mine)


def _has_red_line(seen: Seen) -> Refusal | None:
    if seen.own.red_line is None:
        return Refusal("no-red-line", Text("Your brief draws no red line."))
    if seen.seat in seen.commitments.red_lines:
        return Refusal("red-line-known", Text("Your red line is declared already."))
    return None


def _aim_left(seen: Seen) -> Refusal | None:
    return None if _free_aims(seen) else Refusal("all-demanded", Text("There is nothing left that you could demand."))


@act(
    "declare-red-line",
    "talk",
    EVERY_BEAT,
    Text("Declare our red line"),
    Text("All hear what you will not have; outvoting you on it drives you apart."),
    gates=(_has_red_line,),
    attention=1,
    spending=Code.RED_LINE,
)
class DeclareRedLine(Act):
    """Tell all what one will not have: free in the first round, and of attention after it."""

    @classmethod
    def least(cls, seen: Seen) -> int:
        return 0 if seen.round <= 1 else cls.attention

    def cost(self, seen: Seen) -> int:
        return self.least(seen)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(RedLineDeclared(seat))


@act(
    "demand",
    "talk",
    EVERY_BEAT,
    Text("Make a demand with a date"),
    Text("Of whom, what, by when. One that passes unmet costs you belief."),
    gates=(_aim_left,),
    initiative=True,
)
class Demand(Act):
    """Demand of a state that it meets an aim by the end of a round."""

    of: StateId = choice(
        field_questions.OF,
        lambda seen: OneOf(seen.bargainers),
        "no-such-state",
        Text("There is no state here of which to demand this."),
    )
    aim: str = choice(
        Question(Text("What for?"), "aim"),
        lambda seen: OneOf(_free_aims(seen)),
        "no-such-aim",
        Text("Choose an aim that you are not demanding already."),
    )
    by_round: int = choice(
        Question(Text("By the end of which round?")),
        lambda seen: Whole(seen.round, max(seen.round, seen.rounds)),
        "no-such-round",
        Text("Choose this round or a later one, up to the last."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(Demanded(seat, self.of, self.aim, self.by_round))


@act(
    "notify",
    "talk",
    EVERY_BEAT,
    Text("Give notice of a measure"),
    Text("Notice with an offer to talk, before a measure of your own."),
)
class Notify(Act):
    """Give notice of a measure of one's own, with an offer to talk."""

    measure: MeasureId = choice(
        field_questions.MEASURE,
        _not_notified,
        "no-such-measure",
        Text("Choose a measure that you have not notified yet."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(NoticeGiven(seat, self.measure))
