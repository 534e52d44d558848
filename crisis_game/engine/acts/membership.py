"""Acts of membership: a member is heard, pays its dues, gives notice that it leaves."""

from __future__ import annotations

from crisis_game.engine.act import EVERY_BEAT, Act, Refusal, act, choice
from crisis_game.engine.acts.gates import takes_part
from crisis_game.engine.domains import OneOf, Whole
from crisis_game.engine.events.membership import DuesPaid, MemberHeard, WithdrawalAnnounced
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Beat, SeatId, StateId
from crisis_game.texts import Text

TALKS: frozenset[Beat] = frozenset(("situation", "table"))


def _payable(seen: Seen) -> Whole:
    return Whole(1, min(seen.owes(seen.seat), seen.account.treasury))


def _can_leave(seen: Seen) -> Refusal | None:
    way_out = seen.charter.exit
    if way_out is not None and way_out.notice is not None:
        return None
    return Refusal("no-way-out", Text("Nobody leaves within the time that is played here."))


def _no_notice_yet(seen: Seen) -> Refusal | None:
    if seen.seat not in seen.leaving:
        return None
    return Refusal("already-leaving", Text("You have given notice."))


def _to_hear(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(member for member in seen.members if seen.awaits_hearing(member)))


@act(
    "hear-member",
    "settlement",
    TALKS,
    Text("Hear a member"),
    Text("On what is held against it, a round before it can be suspended."),
    attention=1,
    initiative=True,
)
class HearMember(Act):
    """Have a member heard on what is held against it, as the charter asks before a suspension; also oneself."""

    member: StateId = choice(
        Question(Text("Which member?"), "state"),
        _to_hear,
        "nobody-to-hear",
        Text("There is no member that the charter would have heard."),
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return not _to_hear(seen).empty

    def spent_on(self) -> Coded:
        return coded(Code.HEARING, neighbour=self.member)

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(MemberHeard(self.member, seat))


@act(
    "pay-dues",
    "orders",
    EVERY_BEAT,
    Text("Pay our dues"),
    Text("Unpaid when the next are assessed, they are arrears."),
)
class PayDues(Act):
    """Pay dues that were assessed, the oldest first."""

    amount: int = choice(
        Question(Text("How much?")),
        _payable,
        "nothing-to-pay",
        Text("Pay at least 1, and no more than you owe or have."),
    )

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return seen.charter.dues is not None

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(DuesPaid(seat, self.amount))


@act(
    "announce-withdrawal",
    "orders",
    EVERY_BEAT,
    Text("Give notice that we leave"),
    Text("Until then we owe what we owe; nothing takes it back."),
    gates=(takes_part, _can_leave, _no_notice_yet),
)
class AnnounceWithdrawal(Act):
    """Give notice under the charter; the member leaves when its time has run out."""

    @classmethod
    def belongs(cls, seen: Seen) -> bool:
        return _can_leave(seen) is None

    def happen(self, working: Working, seat: SeatId) -> None:
        seen = working.seen(seat)
        way_out = seen.charter.exit
        if way_out is not None and way_out.notice is not None:
            working.emit(WithdrawalAnnounced(seat, seen.round + way_out.notice, way_out.article))
