"""Events by the facilitator's hand: seats, clock, notes and injects, what is revealed or overruled, the end of play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.world import Pairs, told_scores
from crisis_game.engine.shared_values import Hidden
from crisis_game.engine.state import Note, State
from crisis_game.law.finding import Legality
from crisis_game.scenario.ids import ActorId, SeatId
from crisis_game.texts import Msgid, Text, Value, counted

_REVEALED: dict[Hidden, Msgid] = {
    "truth": "The facilitator reveals what truly happened: {drawn:truth}.",
    "temperament": "The facilitator reveals of {actor:state}: {drawn:temperament}.",
    "scores": "The facilitator reveals how {actor:state} weighed its steps: {scores}.",
}

_TAKEN_OVER: dict[Literal["people", "policy"], Msgid] = {
    "people": "People play {seat:state} from now on.",
    "policy": "A policy plays {seat:state} from now on, until its people are back.",
}


@dataclass(frozen=True, slots=True)
class InjectHeld:
    """The facilitator keeps an inject back, or lets it go its way."""

    inject: str
    held: bool
    to: Audience = ()
    kind: ClassVar[str] = "inject-held"

    def apply(self, state: State) -> None:
        """Note it."""
        (state.script.held.add if self.held else state.script.held.discard)(self.inject)
        state.script.skipped.discard(self.inject)

    def tell(self) -> Text | None:
        """Which inject is held; None where it is let go."""
        return Text("Inject {inject} is held.", {"inject": self.inject}) if self.held else None


@dataclass(frozen=True, slots=True)
class InjectSkipped:
    """The facilitator leaves an inject out."""

    inject: str
    to: Audience = ()
    kind: ClassVar[str] = "inject-skipped"

    def apply(self, state: State) -> None:
        """Note it; it is held no more."""
        state.script.held.discard(self.inject)
        state.script.skipped.add(self.inject)

    def tell(self) -> Text | None:
        """Which inject is left out."""
        return Text("Inject {inject} is skipped.", {"inject": self.inject})


@dataclass(frozen=True, slots=True)
class InjectChanged:
    """The facilitator gave an inject other words."""

    inject: str
    words: str
    to: Audience = ()
    kind: ClassVar[str] = "inject-changed"

    def apply(self, state: State) -> None:
        """Lay the words over the scenario's."""
        state.script.changed[self.inject] = self.words

    def tell(self) -> Text | None:
        """Which inject was reworded."""
        return Text("Inject {inject} was reworded.", {"inject": self.inject})


@dataclass(frozen=True, slots=True)
class SeatHanded:
    """A seat was given to a person or a policy."""

    seat: SeatId
    holder: str
    to: Audience = ()
    kind: ClassVar[str] = "seat-handed"

    def apply(self, state: State) -> None:
        """Note who holds it."""
        state.table.holders[self.seat] = self.holder

    def tell(self) -> Text | None:
        """Who holds which seat now."""
        return Text("{seat:state} is held by {holder} now.", {"seat": self.seat, "holder": self.holder})


@dataclass(frozen=True, slots=True)
class SeatTakenOver:
    """In play a policy took a seat over from people, or people took it back: told to all, whichever policy it is."""

    seat: SeatId
    by: Literal["people", "policy"]
    to: Audience = None
    kind: ClassVar[str] = "seat-taken-over"

    def apply(self, _: State) -> None:
        """Who holds it is noted already."""

    def tell(self) -> Text | None:
        """Who plays the seat from now on."""
        return Text(_TAKEN_OVER[self.by], {"seat": self.seat})


@dataclass(frozen=True, slots=True)
class ClockSet:
    """The clock was stopped, let run on, or given more time."""

    paused: bool
    extra_seconds: int = 0
    to: Audience = None
    kind: ClassVar[str] = "clock-set"

    def apply(self, state: State) -> None:
        """Note it."""
        state.table.paused = self.paused
        state.table.extra_seconds += self.extra_seconds

    def tell(self) -> Text | None:
        """Whether the clock stands or runs, or how much time was added."""
        if self.extra_seconds:
            return counted(
                "The facilitator gives {n} second more.", "The facilitator gives {n} seconds more.", self.extra_seconds
            )
        return Text("The clock stands.") if self.paused else Text("The clock runs on.")


@dataclass(frozen=True, slots=True)
class Noted:
    """The facilitator kept a note; on an entry of the log, or with 0 on none; for all in the debrief, or for none."""

    words: str
    entry: int = 0
    shown: bool = False
    to: Audience = ()
    kind: ClassVar[str] = "noted"

    def apply(self, state: State) -> None:
        """Keep it with its round."""
        state.desk.notes.append(Note(state.round, self.words, self.entry, self.shown))

    def tell(self) -> Text | None:
        """The note itself."""
        return Text("Note: {words}", {"words": self.words})


@dataclass(frozen=True, slots=True)
class Revealed:
    """The facilitator showed all seats something hidden: the truth, or the mind or the scores of one who presses."""

    what: Hidden
    actor: ActorId = ""
    drawn: str = ""
    scores: Pairs = ()
    to: Audience = None
    kind: ClassVar[str] = "revealed"

    def apply(self, state: State) -> None:
        """Note what is open now."""
        state.table.revealed.add(self.what)

    def tell(self) -> Text | None:
        """What was revealed."""
        values: dict[str, Value] = {"actor": self.actor, "drawn": self.drawn, "scores": told_scores(self.scores)}
        return Text(_REVEALED[self.what], values)


@dataclass(frozen=True, slots=True)
class FindingOverruled:
    """The facilitator set another verdict beside the judge's."""

    finding: str
    verdict: Legality
    reason: str
    to: Audience = ()
    kind: ClassVar[str] = "finding-overruled"

    def apply(self, state: State) -> None:
        """Keep both."""
        state.record.overruled[self.finding] = (self.verdict, self.reason)

    def tell(self) -> Text | None:
        """The verdict set beside the judge's, on which finding, and why."""
        return Text(
            "The facilitator finds {verdict} on {finding}: {reason}",
            {"verdict": self.verdict, "finding": self.finding, "reason": self.reason},
        )


@dataclass(frozen=True, slots=True)
class Closing:
    """Play ends with this beat; where that is ORDERS, with the answer and the review that follow."""

    to: Audience = None
    kind: ClassVar[str] = "closing"

    def apply(self, state: State) -> None:
        """Note it."""
        state.table.closing = True

    def tell(self) -> Text | None:
        """That play ends after this beat."""
        return Text("The facilitator ends play after this beat.")


EVENTS: tuple[type[Event], ...] = (
    InjectHeld,
    InjectSkipped,
    InjectChanged,
    SeatHanded,
    SeatTakenOver,
    ClockSet,
    Noted,
    Revealed,
    FindingOverruled,
    Closing,
)
