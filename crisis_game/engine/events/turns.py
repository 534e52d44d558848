"""Events of the table itself: the opening, phases, readiness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import Orders, State, Wave, Waves
from crisis_game.scenario.ids import BEAT_OF, Phase, SeatId
from crisis_game.texts import Text


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
        """That the exercise is opened."""
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
            state.waves.movers = ()
        if self.round != table.round:
            state.orders = Orders()
            state.waves = Waves()
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
class WaveBegan:
    """A wave of the table began, in which each seat without a person makes one move."""

    number: int
    movers: tuple[SeatId, ...]
    to: Audience = None
    kind: ClassVar[str] = "wave-began"

    def apply(self, state: State) -> None:
        """Count it; what these seats do from now on belongs to it."""
        state.waves.begun.append(Wave())
        state.waves.movers = self.movers

    def tell(self) -> Text | None:
        """Which wave."""
        return Text("Wave {n}: the others move.", {"n": self.number})


EVENTS: tuple[type[Event], ...] = (Started, PhaseEntered, ReadySet, WaveBegan)
