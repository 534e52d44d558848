"""Events of measures: they begin, each member gives its part and pays for it, they rest, go on, end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.shared_values import ActiveId, ForceSheet, TextId
from crisis_game.engine.state import ActiveMeasure, State
from crisis_game.scenario.draft import Basis
from crisis_game.scenario.ids import Delivery, MeasureId, SeatId, StateId
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class MeasureBegan:
    """A measure came into force, or goes on under a later text; `dormant` where a host's consent is missing.

    Attributes:
        began: round of its beginning; earlier than this one where it goes on.
        endorsed: whether it was begun by a member alone, and a text has taken it over.
    """

    id: ActiveId
    measure: MeasureId
    target: StateId | None
    authority: TextId | None
    author: SeatId
    basis: Basis
    aim: str
    began: int
    sheet: ForceSheet | None
    notified: bool
    dormant: bool
    endorsed: bool = False
    to: Audience = None
    kind: ClassVar[str] = "measure-began"

    def apply(self, state: State) -> None:
        """Put it in force; what each gives comes with `Delivered`."""
        state.measures[self.id] = ActiveMeasure(
            id=self.id,
            measure=self.measure,
            target=self.target,
            authority=self.authority,
            author=self.author,
            basis=self.basis,
            aim=self.aim,
            began=self.began,
            sheet=self.sheet,
            notified=self.notified,
            status="dormant" if self.dormant else "active",
            endorsed=self.endorsed,
            waits=self.dormant,
        )

    def tell(self) -> Text | None:
        """Under which text it is in force, or who acts alone; that it waits where its host has not consented."""
        values = {"measure": self.measure, "seat": self.author, "text": self.authority or ""}
        if self.dormant:
            return Text("{measure:measure} waits for the consent of its host.", values)
        if self.authority is None:
            return Text("{seat:state} acts alone: {measure:measure}.", values)
        return Text("{measure:measure} is in force under {text:text}.", values)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What a member gives to a measure this round; `owed` is what it had pledged, None where it owed nothing."""

    seat: SeatId
    active: ActiveId
    text: TextId | None
    measure: MeasureId
    owed: Delivery | None
    given: Delivery
    to: Audience = None
    kind: ClassVar[str] = "delivered"

    def apply(self, state: State) -> None:
        """Note what is given and, where it was owed, whether the word was kept."""
        active = state.measures.get(self.active)
        if active is not None:
            active.deliveries[self.seat] = self.given
        if self.owed is None or self.text is None:
            return
        account = state.accounts[self.seat]
        state.orders.settled[self.seat, self.text, self.measure] = (self.owed, self.given)
        account.due += 1
        account.met += self.given in ("full", self.owed)
        account.dropped += self.given == "none"

    def tell(self) -> Text | None:
        """Which part of the measure the member takes."""
        return Text(_GIVEN[self.given], {"seat": self.seat, "measure": self.measure})


@dataclass(frozen=True, slots=True)
class MeasurePaid:
    """A member paid for its part of a measure; only it knows what is left."""

    seat: SeatId
    measure: MeasureId
    amount: int
    kind: ClassVar[str] = "measure-paid"

    @property
    def to(self) -> Audience:
        """The member itself."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """Take it off the treasury."""
        account = state.accounts[self.seat]
        account.treasury = max(0, account.treasury - self.amount)
        account.given += self.amount

    def tell(self) -> Text | None:
        """How much the measure costs."""
        return Text("{measure:measure} costs you {amount}.", {"measure": self.measure, "amount": self.amount})


@dataclass(frozen=True, slots=True)
class Departed:
    """A member left a measure that it had voted for and had given to."""

    seat: SeatId
    text: TextId
    measure: MeasureId
    to: Audience = None
    kind: ClassVar[str] = "departed"

    def apply(self, state: State) -> None:
        """Note the text."""
        departed = state.accounts[self.seat].departed
        if self.text not in departed:
            departed.append(self.text)

    def tell(self) -> Text | None:
        """Who departs from which text."""
        return Text("{seat:state} departs from {text:text}.", {"seat": self.seat, "text": self.text})


@dataclass(frozen=True, slots=True)
class PledgeStruck:
    """A pledge is owed no longer: it was not met once, or a later text has taken the measure over."""

    seat: SeatId
    text: TextId
    measure: MeasureId
    to: Audience = None
    kind: ClassVar[str] = "pledge-struck"

    def apply(self, state: State) -> None:
        """Strike it."""
        state.council.texts[self.text].pledges.pop((self.seat, self.measure), None)

    def tell(self) -> Text | None:
        """Told with what struck it."""
        return None


@dataclass(frozen=True, slots=True)
class ConsentTold:
    """A measure rests because its host's consent is missing, or goes on because it is there again."""

    active: ActiveId
    measure: MeasureId
    covered: bool
    to: Audience = None
    kind: ClassVar[str] = "consent-told"

    def apply(self, state: State) -> None:
        """Let it rest, or go on; one that had waited for its host from the first begins now."""
        active = state.measures[self.active]
        active.status = "active" if self.covered else "dormant"
        if self.covered and active.waits:
            active.began, active.waits = state.round, False

    def tell(self) -> Text | None:
        """That the measure goes on or rests, by its host's consent."""
        if self.covered:
            return Text("{measure:measure} goes on: its host consents.", {"measure": self.measure})
        return Text("{measure:measure} rests: its host does not consent.", {"measure": self.measure})


@dataclass(frozen=True, slots=True)
class SheetOpened:
    """How force is used under a running measure changed."""

    active: ActiveId
    measure: MeasureId
    sheet: ForceSheet
    to: Audience = None
    kind: ClassVar[str] = "sheet-opened"

    def apply(self, state: State) -> None:
        """Put it in place of the one before."""
        state.measures[self.active].sheet = self.sheet

    def tell(self) -> Text | None:
        """Name the target."""
        values = {"measure": self.measure, "target": self.sheet.target}
        return Text("{measure:measure} is aimed at {target:target}.", values)


@dataclass(frozen=True, slots=True)
class MeasureIdle:
    """A measure was adopted, and nobody gives anything to it."""

    text: TextId
    measure: MeasureId
    to: Audience = None
    kind: ClassVar[str] = "measure-idle"

    def apply(self, state: State) -> None:
        """Nothing changes: it has not begun."""

    def tell(self) -> Text | None:
        """Which measure does not begin for want of anybody who gives."""
        sentence = "{measure:measure} of {text:text} does not begin: nobody gives anything."
        return Text(sentence, {"measure": self.measure, "text": self.text})


@dataclass(frozen=True, slots=True)
class MeasureEnded:
    """A measure is no longer in force."""

    active: ActiveId
    measure: MeasureId
    why: Coded
    to: Audience = None
    kind: ClassVar[str] = "measure-ended"

    def apply(self, state: State) -> None:
        """End it."""
        ended = state.measures[self.active]
        ended.status, ended.ended = "ended", state.round

    def tell(self) -> Text | None:
        """Which measure ends, and why."""
        return Text("{measure:measure} ends: {why}.", {"measure": self.measure, "why": self.why.text})


_GIVEN: dict[Delivery, Msgid] = {
    "full": "{seat:state} takes its full part in {measure:measure}.",
    "half": "{seat:state} takes half its part in {measure:measure}.",
    "none": "{seat:state} takes no part in {measure:measure}.",
}

EVENTS: tuple[type[Event], ...] = (
    MeasureBegan,
    Delivered,
    MeasurePaid,
    Departed,
    PledgeStruck,
    ConsentTold,
    SheetOpened,
    MeasureIdle,
    MeasureEnded,
)
