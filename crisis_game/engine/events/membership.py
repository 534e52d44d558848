"""Events of membership: hearings, the end of suspensions, dues, amendments of the charter, withdrawal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import State
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.texts import Text, Value


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


@dataclass(frozen=True, slots=True)
class DuesAssessed:
    """The dues of a round were assessed; what was not paid of earlier rounds is arrears."""

    amounts: tuple[tuple[StateId, int], ...]
    to: Audience = None
    kind: ClassVar[str] = "dues-assessed"

    def apply(self, state: State) -> None:
        """Add them to what is owed, and count the rounds of arrears."""
        for member, amount in self.amounts:
            account = state.accounts[member]
            account.arrears = account.owed
            account.late = account.late + 1 if account.owed else 0
            account.owed += amount

    def tell(self) -> Text | None:
        """That they are due."""
        due = {"sum": sum(amount for _, amount in self.amounts)}
        return Text("The dues of this round are assessed, {sum} of treasury from all members.", due)


@dataclass(frozen=True, slots=True)
class DuesPaid:
    """A member paid dues, the oldest first."""

    seat: StateId
    amount: int
    to: Audience = None
    kind: ClassVar[str] = "dues-paid"

    def apply(self, state: State) -> None:
        """Take it off the treasury and off what is owed; who owes nothing of earlier rounds is no longer late."""
        account = state.accounts[self.seat]
        account.treasury = max(0, account.treasury - self.amount)
        account.owed = max(0, account.owed - self.amount)
        account.arrears = max(0, account.arrears - self.amount)
        account.late = account.late if account.arrears else 0

    def tell(self) -> Text | None:
        """Who paid how much."""
        return Text("{seat:state} pays {amount} of its dues.", {"seat": self.seat, "amount": self.amount})


@dataclass(frozen=True, slots=True)
class CharterAmended:
    """An amendment of the charter was adopted; it holds from a round on."""

    amendment: str
    round: int
    to: Audience = None
    kind: ClassVar[str] = "charter-amended"

    def apply(self, state: State) -> None:
        """Note from when it holds."""
        state.council.amended[self.amendment] = self.round

    def tell(self) -> Text | None:
        """What changes, and from when."""
        values: dict[str, Value] = {"revision": self.amendment, "round": self.round}
        return Text("The charter is amended from round {round} on: {revision:revision}", values)


@dataclass(frozen=True, slots=True)
class WithdrawalAnnounced:
    """A member gave notice that it leaves; until then it owes what it owed."""

    seat: StateId
    round: int
    article: str | None
    to: Audience = None
    kind: ClassVar[str] = "withdrawal-announced"

    def apply(self, state: State) -> None:
        """Note the round in which it leaves."""
        state.council.leaving[self.seat] = self.round

    def tell(self) -> Text | None:
        """Who leaves when, by which article."""
        if self.article is None:
            values: dict[str, Value] = {"seat": self.seat, "round": self.round}
            return Text("{seat:state} gives notice: it leaves in round {round}.", values)
        sentence = "{seat:state} gives notice under Article {article}: it leaves in round {round}."
        return Text(sentence, {"seat": self.seat, "round": self.round, "article": self.article})


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """A member's notice has run out: it is no member any more."""

    seat: StateId
    to: Audience = None
    kind: ClassVar[str] = "member-left"

    def apply(self, state: State) -> None:
        """Take its seat from it; what it owes it goes on owing."""
        state.council.left.add(self.seat)
        state.council.leaving.pop(self.seat, None)
        state.council.suspended.discard(self.seat)

    def tell(self) -> Text | None:
        """Who has left."""
        return Text("{seat:state} has left the organisation.", {"seat": self.seat})


EVENTS: tuple[type[Event], ...] = (
    MemberHeard,
    SuspensionLapsed,
    DuesAssessed,
    DuesPaid,
    CharterAmended,
    WithdrawalAnnounced,
    MemberLeft,
)
