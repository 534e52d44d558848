"""Events of free moves: opened, proposed, ruled on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.reason_codes import Coded
from crisis_game.engine.state import FreeMove, MoveRuling, State
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class MovesOpened:
    """The facilitator lets seats propose moves of their own, or no more."""

    is_open: bool
    to: Audience = None
    kind: ClassVar[str] = "moves-opened"

    def apply(self, state: State) -> None:
        """Note it."""
        state.desk.open_to_moves = self.is_open

    def tell(self) -> Text | None:
        """Whether moves can be proposed."""
        if self.is_open:
            return Text("The facilitator hears moves of your own.")
        return Text("The facilitator hears no more moves of your own.")


@dataclass(frozen=True, slots=True)
class MoveProposed:
    """A seat proposed a move in words; the facilitator alone knows of it until it is ruled on."""

    move: str
    seat: SeatId
    words: str
    kind: ClassVar[str] = "move-proposed"

    @property
    def to(self) -> Audience:
        """The seat."""
        return (self.seat,)

    def apply(self, state: State) -> None:
        """It waits."""
        state.desk.moves[self.move] = FreeMove(self.move, self.seat, self.words, state.round)

    def tell(self) -> Text | None:
        """Who proposes what."""
        return Text("{seat:state} proposes to the facilitator: “{words}”", {"seat": self.seat, "words": self.words})


@dataclass(frozen=True, slots=True)
class MoveRuled:
    """The facilitator ruled on a move, and chance has drawn where there were odds; a refusal is told to the seat."""

    move: str
    ruling: MoveRuling
    says: Coded
    to: Audience
    kind: ClassVar[str] = "move-ruled"

    def apply(self, state: State) -> None:
        """It waits no more."""
        state.desk.moves[self.move] = replace(state.desk.moves[self.move], ruling=self.ruling)

    def tell(self) -> Text | None:
        """What came of it, with odds and reasons."""
        return self.says.text


EVENTS: tuple[type[Event], ...] = (MovesOpened, MoveProposed, MoveRuled)
