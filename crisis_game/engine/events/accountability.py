"""Events of accountability: reports, open books, redress offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.conditions.grades import Grade
from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import State
from crisis_game.scenario.ids import ClaimId, SeatId, StateId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class Reported:
    """A member reported measures to the Security Council, and said what it claims and how surely."""

    seat: SeatId
    claim: ClaimId
    grade: Grade
    accuses: StateId | None
    to: Audience = None
    kind: ClassVar[str] = "reported"

    def apply(self, state: State) -> None:
        """File it; what is claimed in public has been heard of, and whom it accuses is accused."""
        state.commitments.reports.append((state.round, self.seat, self.claim, self.grade))
        state.knowledge.public.setdefault(self.claim, "rumoured")
        if self.accuses is not None:
            state.knowledge.accused.add(self.accuses)

    def tell(self) -> Text | None:
        """Who reports which claim, and as how certain."""
        return Text(
            "{seat:state} reports to the Security Council as {grade:grade}: {claim:claim}",
            {"seat": self.seat, "claim": self.claim, "grade": self.grade},
        )


@dataclass(frozen=True, slots=True)
class BooksOpened:
    """A member opened its books on what it pledged, gave and did."""

    seat: SeatId
    to: Audience = None
    kind: ClassVar[str] = "books-opened"

    def apply(self, state: State) -> None:
        """Open them."""
        state.accounts[self.seat].books_open = True

    def tell(self) -> Text | None:
        """Who opens its books."""
        return Text("{seat:state} opens its books.", {"seat": self.seat})


@dataclass(frozen=True, slots=True)
class RedressOffered:
    """A member paid for harm that its own measures did."""

    seat: SeatId
    amount: int
    to: Audience = None
    kind: ClassVar[str] = "redress-offered"

    def apply(self, state: State) -> None:
        """Pay."""
        account = state.accounts[self.seat]
        account.redress += self.amount
        account.treasury = max(0, account.treasury - self.amount)

    def tell(self) -> Text | None:
        """Who pays how much."""
        return Text("{seat:state} pays {amount} for harm done.", {"seat": self.seat, "amount": self.amount})


EVENTS: tuple[type[Event], ...] = (Reported, BooksOpened, RedressOffered)
