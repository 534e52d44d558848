"""What the facilitator keeps while play goes on: ratings."""

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


@dataclass(slots=True)
class Desk:
    """What the facilitator keeps.

    Attributes:
        ratings: the newest by what is rated and by whose it is; the empty seat stands for all together.
    """

    ratings: dict[tuple[Rateable, SeatId], Rating] = field(default_factory=dict)
