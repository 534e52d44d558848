"""Acts of membership: a member is heard on what is held against it."""

from __future__ import annotations

from crisis_game.engine.act import Act, act, choice
from crisis_game.engine.domains import OneOf
from crisis_game.engine.events.membership import MemberHeard
from crisis_game.engine.field_questions import Question
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Beat, SeatId, StateId
from crisis_game.texts import Text

TALKS: frozenset[Beat] = frozenset(("situation", "table"))


def _to_hear(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(member for member in seen.members if seen.awaits_hearing(member)))


@act(
    "hear-member",
    "settlement",
    TALKS,
    Text("Hear a member"),
    Text("On what is held against it, a round before it can be suspended."),
    attention=1,
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
