"""Events of responses: sealed orders, reports to the Security Council, books opened, redress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.conditions.grades import Grade
from crisis_game.engine.coded import Coded
from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.measures import EVENTS as MEASURES
from crisis_game.engine.shared_values import ForceSheet, TextId
from crisis_game.engine.state import AloneOrder, State
from crisis_game.scenario.ids import ClaimId, Delivery, MeasureId, SeatId, StateId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class DeliveryOrdered:
    """A member sealed what it gives to a measure of a text."""

    seat: SeatId
    text: TextId
    measure: MeasureId
    level: Delivery
    kind: ClassVar[str] = "delivery-ordered"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Keep it in place of an earlier one."""
        state.orders.deliveries[self.seat, self.text, self.measure] = self.level

    def tell(self) -> Text | None:
        """Say what was sealed."""
        return Text(
            "Your order for {measure:measure} under {text:text}: {level:delivery}.",
            {"measure": self.measure, "text": self.text, "level": self.level},
        )


@dataclass(frozen=True, slots=True)
class ForceSheetFilled:
    """A member sealed how it will use force, under a text or by itself (`text` empty)."""

    seat: SeatId
    text: TextId
    measure: MeasureId
    sheet: ForceSheet
    kind: ClassVar[str] = "force-sheet-filled"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Keep it in place of an earlier one."""
        state.orders.sheets[self.seat, self.text, self.measure] = self.sheet

    def tell(self) -> Text | None:
        """Name the target."""
        values = {"measure": self.measure, "target": self.sheet.target}
        return Text("Your force sheet for {measure:measure}: target {target:target}.", values)


@dataclass(frozen=True, slots=True)
class AloneOrdered:
    """A member sealed an order to act alone."""

    seat: SeatId
    order: AloneOrder
    kind: ClassVar[str] = "alone-ordered"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Keep it in place of an earlier one."""
        state.orders.alone[self.seat, self.order.measure] = self.order

    def tell(self) -> Text | None:
        """Say what was sealed."""
        if self.order.only_if_failed:
            return Text("You will act alone if no text is adopted: {measure:measure}.", {"measure": self.order.measure})
        return Text("You will act alone: {measure:measure}.", {"measure": self.order.measure})


@dataclass(frozen=True, slots=True)
class AloneDropped:
    """A sealed order to act alone was not carried out."""

    seat: SeatId
    measure: MeasureId
    why: Coded
    kind: ClassVar[str] = "alone-dropped"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Take it off."""
        state.orders.alone.pop((self.seat, self.measure), None)

    def tell(self) -> Text | None:
        """Say why."""
        return Text(
            "You do not act alone with {measure:measure}: {why}.", {"measure": self.measure, "why": self.why.text}
        )


@dataclass(frozen=True, slots=True)
class DeliveriesDue:
    """What was voted falls due: these members are asked what they give."""

    seats: tuple[SeatId, ...]
    to: Audience = None
    kind: ClassVar[str] = "deliveries-due"

    def apply(self, state: State) -> None:
        """Nothing changes: it says whom the others wait for."""

    def tell(self) -> Text | None:
        """Name them."""
        return Text("Deliveries are due from {seats:state}.", {"seats": self.seats})


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
        """Say what is claimed."""
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
        """Say so."""
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
        """Say how much."""
        return Text("{seat:state} pays {amount} for harm done.", {"seat": self.seat, "amount": self.amount})


EVENTS: tuple[type[Event], ...] = (
    DeliveryOrdered,
    ForceSheetFilled,
    AloneOrdered,
    AloneDropped,
    DeliveriesDue,
    Reported,
    BooksOpened,
    RedressOffered,
    *MEASURES,
)
