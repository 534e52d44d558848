"""Events of responses: sealed orders, and the deliveries that are due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import ForceSheet, TextId
from crisis_game.engine.state import AloneOrder, State
from crisis_game.scenario.ids import Delivery, MeasureId, SeatId
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
        """The order as it was sealed."""
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
        """The measure that was ordered alone."""
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
        """What one does not do alone, and why."""
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


EVENTS: tuple[type[Event], ...] = (DeliveryOrdered, ForceSheetFilled, AloneOrdered, AloneDropped, DeliveriesDue)
