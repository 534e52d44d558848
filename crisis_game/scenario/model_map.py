"""The map of a scenario: coasts, borders, fairways and areas as simple shapes in the grid in which the places lie.

The grid is 100 by 100 from the top left, north up; it is stretched to the room that a screen has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from crisis_game.scenario.ids import ActorId, MeasureId, PlaceId, StateId, StepId
from crisis_game.scenario.model_world import Across
from crisis_game.scenario.records import Bounds, By, Name, Some, Written, key, record
from crisis_game.texts import Prose

Point: TypeAlias = tuple[Across, Across]
"""Across from the west and down from the north, 0-100 each."""

Line: TypeAlias = tuple[Point, ...]
"""Points joined in their order; a shape is closed from the last to the first."""

MOST_POINTS = 200
Outline: TypeAlias = Annotated[Line, Bounds(3, MOST_POINTS)]
Stroke: TypeAlias = Annotated[Line, Bounds(2, MOST_POINTS)]

GRID = 100
"""The length of each side of the grid."""


@record()
class Land:
    """Land inside a coast, closed from the last point to the first."""

    state: StateId | None = key("Whose it is; default: nobody's in this scenario.", left_out=None)
    points: Outline = key("Points [across, down], 0-100 each.")


@record()
class Water:
    """A sea, strait or bay: where its name stands."""

    id: Name
    name: Prose = key("What it is called.")
    x: Across = key("Across, from the left.")
    y: Across = key("Down, from the top.")
    shores: Some[StateId] = key("States with a shore on it.", left_out=())


@record()
class Lane:
    """A line that people speak of: a fairway, a river, a boundary at sea."""

    id: Name
    name: Prose = key("What it is called.")
    points: Stroke = key("Points [across, down].")


@record()
class Region:
    """A part of the map that can be looked at closely."""

    id: Name
    name: Prose = key("What it is called.")
    west: Across = key("Its left edge.")
    north: Across = key("Its upper edge.")
    east: Across = key("Its right edge.")
    south: Across = key("Its lower edge.")


@dataclass(frozen=True, slots=True)
class Route:
    """Where a step is seen: from the first place to the last; whose it is, and its level on the ladder."""

    step: StepId
    actor: ActorId
    level: int
    places: tuple[PlaceId, ...]


def _routes(places: Mapping[StepId, tuple[PlaceId, ...]]) -> tuple[Route, ...]:
    """Routes from the places by step; whose they are and which level they have is the ladder's to say."""
    return tuple(Route(step, "", 0, along) for step, along in places.items())


@record(name="Map")
class WorldMap:
    """The map beneath the places; everything may be left out."""

    lands: tuple[Land, ...] = key("Coasts.", most=60, default=())
    borders: tuple[Stroke, ...] = key("Borders that are drawn.", most=60, default=())
    waters: tuple[Water, ...] = key("Names of waters.", default=())
    lanes: tuple[Lane, ...] = key("Fairways, rivers, boundaries.", default=())
    regions: tuple[Region, ...] = key("Parts to look at closely.", default=())
    area: Outline = key("The outline of the charter's area; default: not drawn.", default=(), left_out=By(lambda _: ()))
    routes: Annotated[tuple[Route, ...], Written(Mapping[StepId, Some[PlaceId]], _routes)] = key(
        "For a step the places along which it is seen.", default=()
    )
    measures: Mapping[MeasureId, Some[PlaceId]] = key(
        "For a measure the places at which it is seen; default: at its target.", default_factory=dict
    )

    def neighbours_by_land(self, state: StateId) -> tuple[StateId, ...]:
        """States whose lands share two points or more with a state's: they have a border by land."""
        own = {point for land in self.lands if land.state == state for point in land.points}
        states = {
            land.state
            for land in self.lands
            if land.state not in (None, state) and len(own.intersection(land.points)) > 1
        }
        return tuple(sorted(neighbour for neighbour in states if neighbour))
