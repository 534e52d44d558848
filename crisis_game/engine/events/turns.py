"""Events of the table itself: phases, seats, readiness, the clock, the facilitator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.world import Pairs, told_scores
from crisis_game.engine.state import Orders, State
from crisis_game.scenario.ids import BEAT_OF, Phase, SeatId
from crisis_game.texts import Msgid, Text, counted

Hidden = Literal["truth", "temperament", "scores"]
"""What can be revealed before the debrief."""

_REVEALED: dict[Hidden, Msgid] = {
    "truth": "The facilitator reveals what truly happened: {drawn:truth}.",
    "temperament": "The facilitator reveals how the other side is minded: {drawn:temperament}.",
    "scores": "The facilitator reveals how the other side weighed its steps: {scores}.",
}


@dataclass(frozen=True, slots=True)
class Started:
    """The exercise was opened with this seed."""

    seed: int
    holders: tuple[tuple[SeatId, str], ...] = ()
    to: Audience = ()
    kind: ClassVar[str] = "started"

    def apply(self, state: State) -> None:
        """Keep the seed and who sits where."""
        state.table.seed = self.seed
        state.table.holders.update(self.holders)

    def tell(self) -> Text | None:
        """Say so."""
        return Text("The exercise is opened.")


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    """A phase began."""

    phase: Phase
    round: int
    to: Audience = None
    kind: ClassVar[str] = "phase-entered"

    def apply(self, state: State) -> None:
        """Move on; a new beat finds nobody ready and no message sent, a new round no orders."""
        table = state.table
        if BEAT_OF[table.phase] != BEAT_OF[self.phase] or self.phase == "response":
            state.ready.clear()
            state.mail.sent.clear()
            table.extra_seconds = 0
        if self.round != table.round:
            state.orders = Orders()
        table.phase, table.round = self.phase, self.round

    def tell(self) -> Text | None:
        """Name the phase."""
        return Text("Round {round}: {phase:phase}.", {"round": self.round, "phase": self.phase})


@dataclass(frozen=True, slots=True)
class ReadySet:
    """A seat said it is ready, or took it back."""

    seat: SeatId
    ready: bool
    to: Audience = None
    kind: ClassVar[str] = "ready-set"

    def apply(self, state: State) -> None:
        """Note it."""
        (state.ready.add if self.ready else state.ready.discard)(self.seat)

    def tell(self) -> Text | None:
        """Readiness is shown at the table, not told."""
        return None


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
        """Say so."""
        return Text("{seat:state} is held by {holder} now.", {"seat": self.seat, "holder": self.holder})


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
        """Say so."""
        if self.extra_seconds:
            return counted(
                "The facilitator gives {n} second more.", "The facilitator gives {n} seconds more.", self.extra_seconds
            )
        return Text("The clock stands.") if self.paused else Text("The clock runs on.")


@dataclass(frozen=True, slots=True)
class Noted:
    """The facilitator kept a note."""

    words: str
    to: Audience = ()
    kind: ClassVar[str] = "noted"

    def apply(self, state: State) -> None:
        """Keep it with its round."""
        state.table.notes.append((state.round, self.words))

    def tell(self) -> Text | None:
        """The note itself."""
        return Text("Note: {words}", {"words": self.words})


@dataclass(frozen=True, slots=True)
class Revealed:
    """The facilitator showed all seats something hidden: the truth or the temperament that was drawn, or scores."""

    what: Hidden
    drawn: str = ""
    scores: Pairs = ()
    to: Audience = None
    kind: ClassVar[str] = "revealed"

    def apply(self, state: State) -> None:
        """Note what is open now."""
        state.table.revealed.add(self.what)

    def tell(self) -> Text | None:
        """Say what it is."""
        return Text(_REVEALED[self.what], {"drawn": self.drawn, "scores": told_scores(self.scores)})


@dataclass(frozen=True, slots=True)
class FindingOverruled:
    """The facilitator set another verdict beside the judge's."""

    finding: str
    verdict: str
    reason: str
    to: Audience = ()
    kind: ClassVar[str] = "finding-overruled"

    def apply(self, state: State) -> None:
        """Keep both."""
        state.record.overruled[self.finding] = (self.verdict, self.reason)

    def tell(self) -> Text | None:
        """Say so."""
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
        """Say so."""
        return Text("The facilitator ends play after this beat.")


EVENTS: tuple[type[Event], ...] = (
    Started,
    PhaseEntered,
    ReadySet,
    SeatHanded,
    ClockSet,
    Noted,
    Revealed,
    FindingOverruled,
    Closing,
)
