"""What the facilitator keeps while play goes on: notes, ratings, free moves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from crisis_game.engine.shared_values import Fulfilment
from crisis_game.scenario.ids import SeatId

Rateable: TypeAlias = str
"""What can be rated: `inject:ID` or `objective:ID`."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The facilitator's rating, with a word on it, given in a round."""

    rating: Fulfilment
    words: str
    round: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the facilitator's.

    Attributes:
        round: in which it was written.
        entry: the entry of the log that it is about; 0 for none.
        shown: whether all may read it in the debrief.
    """

    round: int
    words: str
    entry: int = 0
    shown: bool = False


@dataclass(frozen=True, slots=True)
class MoveRuling:
    """What became of a free move.

    Attributes:
        outcome: `odds` before chance has drawn.
        odds: in how many of ten cases it works; drawn: the lot, at most the odds where it works; 0 for none.
        pro, contra: the reasons for the odds; told: what is told of it.
    """

    outcome: Literal["refused", "allowed", "odds", "worked", "failed"]
    odds: int
    drawn: int
    pro: str
    contra: str
    told: str


@dataclass(frozen=True, slots=True)
class FreeMove:
    """A move that a seat proposed in words; without a ruling it waits for one."""

    id: str
    seat: SeatId
    words: str
    round: int
    ruling: MoveRuling | None = None

    @property
    def is_public(self) -> bool:
        """Whether all know of it: once it is ruled on and not refused."""
        return self.ruling is not None and self.ruling.outcome != "refused"


@dataclass(slots=True)
class Desk:
    """What the facilitator keeps.

    Attributes:
        notes: oldest first.
        open_to_moves: whether seats may propose moves of their own; moves: that were proposed, by id.
        ratings: the newest by what is rated and by whose it is; the empty seat stands for all together.
    """

    open_to_moves: bool = False
    moves: dict[str, FreeMove] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    ratings: dict[tuple[Rateable, SeatId], Rating] = field(default_factory=dict)
