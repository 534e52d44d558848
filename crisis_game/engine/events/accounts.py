"""Events of a member's account: attention and treasury spent, credit, home support."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.state import State
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.texts import Text, Value

HIGHEST_CREDIT = 5
HIGHEST_HOME = 100
HIGHEST_TRUST = 3

Deed = Literal[
    "pledges-met", "clause-taken-in", "pledge-short", "text-refused", "promise-broken", "alone", "line-crossed"
]
"""What one member remembers of another; see `engine.trust`."""


@dataclass(frozen=True, slots=True)
class Spent:
    """A member paid attention or treasury for an initiative of its own; only it knows."""

    seat: StateId
    attention: int
    treasury: int
    why: Coded
    kind: ClassVar[str] = "spent"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Take it off; neither falls below 0."""
        account = state.accounts[self.seat]
        account.attention = max(0, account.attention - self.attention)
        account.treasury = max(0, account.treasury - self.treasury)

    def tell(self) -> Text | None:
        """What was spent, and on what; None where nothing was."""
        cost: dict[str, Value] = {"attention": self.attention, "treasury": self.treasury, "why": self.why.text}
        if not self.treasury:
            return Text("{attention} attention spent on {why}.", cost) if self.attention else None
        if not self.attention:
            return Text("{treasury} of treasury spent on {why}.", cost)
        return Text("{attention} attention and {treasury} of treasury spent on {why}.", cost)


@dataclass(frozen=True, slots=True)
class CreditMoved:
    """What a member's word is worth rose or fell; all know."""

    seat: StateId
    amount: int
    why: Coded
    to: Audience = None
    kind: ClassVar[str] = "credit-moved"

    def apply(self, state: State) -> None:
        """Move it, within 0 to 5."""
        account = state.accounts[self.seat]
        account.credit = max(0, min(HIGHEST_CREDIT, account.credit + self.amount))

    def tell(self) -> Text | None:
        """By how much, and why."""
        return Text(
            "Credit of {seat:state} {amount:signed}: {why}.",
            {"seat": self.seat, "amount": self.amount, "why": self.why.text},
        )


@dataclass(frozen=True, slots=True)
class TreasuryMoved:
    """A member's treasury rose or fell by something other than an initiative of its own; `to` is the member."""

    seat: StateId
    amount: int
    why: Coded
    to: Audience
    kind: ClassVar[str] = "treasury-moved"

    def apply(self, state: State) -> None:
        """Move it; it never falls below 0."""
        account = state.accounts[self.seat]
        account.treasury = max(0, account.treasury + self.amount)

    def tell(self) -> Text | None:
        """By how much, and why."""
        return Text("Treasury {amount:signed}: {why}.", {"amount": self.amount, "why": self.why.text})


@dataclass(frozen=True, slots=True)
class HomeMoved:
    """Support at home rose or fell; `to` is the member."""

    seat: StateId
    amount: int
    why: Coded
    to: Audience
    kind: ClassVar[str] = "home-moved"

    def apply(self, state: State) -> None:
        """Move it, within 0 to 100."""
        account = state.accounts[self.seat]
        account.home = max(0, min(HIGHEST_HOME, account.home + self.amount))

    def tell(self) -> Text | None:
        """By how much, and why."""
        return Text("Home support {amount:signed}: {why}.", {"amount": self.amount, "why": self.why.text})


@dataclass(frozen=True, slots=True)
class TrustMoved:
    """A member trusts another more or less, for a deed or because time has passed; only it knows."""

    seat: SeatId
    other: SeatId
    amount: int
    deed: Deed | Literal["time"]
    kind: ClassVar[str] = "trust-moved"

    @property
    def to(self) -> Audience:
        """Who trusts."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Move it; whoever moves it stays within -3 to 3."""
        trust = state.accounts[self.seat].trust
        trust[self.other] = trust.get(self.other, 0) + self.amount

    def tell(self) -> Text | None:
        """Nothing: the deed itself has been told."""
        return None


EVENTS: tuple[type[Event], ...] = (Spent, CreditMoved, TreasuryMoved, HomeMoved, TrustMoved)
