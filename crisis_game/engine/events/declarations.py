"""Events of declaring: a red line, a demand, notice of a measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.events.moves import note_move
from crisis_game.engine.state import DemandMade, MoveSeen, State
from crisis_game.scenario.ids import AimId, MeasureId, SeatId, StateId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class RedLineDeclared:
    """A member told all what it will not have."""

    seat: StateId
    to: Audience = None
    kind: ClassVar[str] = "red-line-declared"

    def apply(self, state: State) -> None:
        """Note the round."""
        state.commitments.red_lines[self.seat] = state.round
        note_move(state, self.to, MoveSeen(self.seat, "declare-red-line"))

    def tell(self) -> Text | None:
        """Who drew it; the words are the scenario's, and public from now on."""
        return Text("{seat:state} declares its red line.", {"seat": self.seat})


@dataclass(frozen=True, slots=True)
class Demanded:
    """A state was called upon to meet an aim by the end of a round."""

    by: SeatId
    of: StateId
    aim: AimId
    by_round: int
    to: Audience = None
    kind: ClassVar[str] = "demanded"

    def apply(self, state: State) -> None:
        """Note the demand."""
        state.commitments.demands.append(DemandMade(self.by, self.of, self.aim, self.by_round))
        note_move(state, self.to, MoveSeen(self.by, "demand", about=self.of))

    def tell(self) -> Text | None:
        """The demand with its date."""
        return Text(
            "{by:state} demands of {of:state} by the end of round {round}: {aim:aim}.",
            {"by": self.by, "of": self.of, "round": self.by_round, "aim": self.aim},
        )


@dataclass(frozen=True, slots=True)
class NoticeGiven:
    """A member gave notice of a measure of its own, and offered to talk."""

    by: StateId
    measure: MeasureId
    to: Audience = None
    kind: ClassVar[str] = "notice-given"

    def apply(self, state: State) -> None:
        """Note it."""
        state.commitments.notices.add((self.by, self.measure))
        note_move(state, self.to, MoveSeen(self.by, "notify", about=self.measure))

    def tell(self) -> Text | None:
        """The notice."""
        return Text(
            "{by:state} gives notice of a measure of its own, {measure:measure}, and offers to talk.",
            {"by": self.by, "measure": self.measure},
        )


EVENTS: tuple[type[Event], ...] = (RedLineDeclared, Demanded, NoticeGiven)
