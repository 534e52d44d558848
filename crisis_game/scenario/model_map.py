"""The map of a scenario: coasts, borders, fairways and areas as simple shapes in the grid in which the places lie.

The grid is 100 by 100 from the top left, north up; it is stretched to the room that a screen has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from crisis_game.scenario.ids import MeasureId, PlaceId, StateId, StepId
from crisis_game.texts import Prose

Point: TypeAlias = tuple[int, int]
"""Across from the west and down from the north, 0-100 each."""

Line: TypeAlias = tuple[Point, ...]
"""Points joined in their order; a shape is closed from the last to the first."""

GRID = 100
"""The length of each side of the grid."""


@dataclass(frozen=True, slots=True)
class Land:
    """Land inside a coast: at least three points. `state` is whose it is, None for nobody's in this scenario."""

    state: StateId | None
    points: Line


@dataclass(frozen=True, slots=True)
class Water:
    """A sea, strait or bay: where its name stands, and which states have a shore on it."""

    id: str
    name: Prose
    x: int
    y: int
    shores: tuple[StateId, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A line on the map that people speak of: a fairway, a river, a boundary at sea."""

    id: str
    name: Prose
    points: Line


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the map that can be looked at closely."""

    id: str
    name: Prose
    west: int
    north: int
    east: int
    south: int


@dataclass(frozen=True, slots=True)
class Route:
    """Where a step of the adversary is seen: from the first place to the last. `level` is its place on the ladder."""

    step: StepId
    level: int
    places: tuple[PlaceId, ...]


@dataclass(frozen=True, slots=True)
class WorldMap:
    """All that is drawn beneath the places; everything may be empty.

    Attributes:
        area: the outline of the charter's area, closed.
        routes: the steps of the adversary that are seen somewhere, with the places.
        measures: for a measure the places at which it is seen while in force; others show at their target.
    """

    lands: tuple[Land, ...] = ()
    borders: tuple[Line, ...] = ()
    waters: tuple[Water, ...] = ()
    lanes: tuple[Lane, ...] = ()
    regions: tuple[Region, ...] = ()
    area: Line = ()
    routes: tuple[Route, ...] = ()
    measures: Mapping[MeasureId, tuple[PlaceId, ...]] = field(default_factory=dict)

    def neighbours_by_land(self, state: StateId) -> tuple[StateId, ...]:
        """States whose lands share two points or more with a state's: they have a border by land."""
        own = {point for land in self.lands if land.state == state for point in land.points}
        found = {
            land.state
            for land in self.lands
            if land.state not in (None, state) and len(own.intersection(land.points)) > 1
        }
        return tuple(sorted(one for one in found if one))
