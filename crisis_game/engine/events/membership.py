"""Events of membership: a member is heard before the others, a suspension comes to its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import State
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class MemberHeard:
    """A member was heard on what is held against it."""

    member: StateId
    by: SeatId
    to: Audience = None
    kind: ClassVar[str] = "member-heard"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.commitments.heard_members[self.member] = state.round

    def tell(self) -> Text | None:
        """Who was heard, and at whose request."""
        if self.by == self.member:
            return Text("{member:state} is heard on what is held against it.", {"member": self.member})
        sentence = "At the request of {by:state}, {member:state} is heard on what is held against it."
        return Text(sentence, {"by": self.by, "member": self.member})


@dataclass(frozen=True, slots=True)
class SuspensionLapsed:
    """A suspension came to its end, since what the charter's remedy waits for has come about."""

    member: StateId
    remedy: str
    to: Audience = None
    kind: ClassVar[str] = "suspension-lapsed"

    def apply(self, state: State) -> None:
        """Give the seat back; for another suspension the member is heard again."""
        state.council.suspended.discard(self.member)
        state.commitments.heard_members.pop(self.member, None)

    def tell(self) -> Text | None:
        """Who takes its seat again, and why."""
        return Text("What was asked of {member:state} is met: it takes its seat again.", {"member": self.member})


EVENTS: tuple[type[Event], ...] = (MemberHeard, SuspensionLapsed)
