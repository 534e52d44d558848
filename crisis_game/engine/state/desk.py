"""What the facilitator keeps while play goes on: notes and ratings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

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


@dataclass(slots=True)
class Desk:
    """What the facilitator keeps.

    Attributes:
        notes: oldest first.
        ratings: the newest by what is rated and by whose it is; the empty seat stands for all together.
    """

    notes: list[Note] = field(default_factory=list)
    ratings: dict[tuple[Rateable, SeatId], Rating] = field(default_factory=dict)
