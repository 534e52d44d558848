"""What the file says of the map: coasts, borders, waters, fairways, regions, the area, where things are seen."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from crisis_game.scenario.model_map import GRID
from crisis_game.scenario.reading.kinds import Id, OneOrMore, Shape, WrittenProse

Across = Annotated[int, Field(ge=0, le=GRID)]
Point = Annotated[list[Across], Field(min_length=2, max_length=2)]
MOST_POINTS = 200
Outline = Annotated[list[Point], Field(min_length=3, max_length=MOST_POINTS)]
Stroke = Annotated[list[Point], Field(min_length=2, max_length=MOST_POINTS)]
Places = Annotated[list[str], OneOrMore()]


class LandShape(Shape):
    """Land inside a coast, closed from the last point to the first."""

    state: str | None = Field(None, description="Whose it is; default: nobody's in this scenario.")
    points: Outline = Field(description="Points [across, down], 0-100 each.")


class WaterShape(Shape):
    """A sea, strait or bay: where its name stands."""

    name: WrittenProse = Field(description="What it is called.")
    x: Across = Field(description="Across, from the left.")
    y: Across = Field(description="Down, from the top.")
    shores: Places = Field(default_factory=list, description="States with a shore on it.")


class LaneShape(Shape):
    """A line that people speak of: a fairway, a river, a boundary at sea."""

    name: WrittenProse = Field(description="What it is called.")
    points: Stroke = Field(description="Points [across, down].")


class RegionShape(Shape):
    """A part of the map that can be looked at closely."""

    name: WrittenProse = Field(description="What it is called.")
    west: Across = Field(description="Its left edge.")
    north: Across = Field(description="Its upper edge.")
    east: Across = Field(description="Its right edge.")
    south: Across = Field(description="Its lower edge.")


class MapShape(Shape):
    """The map beneath the places; everything may be left out."""

    lands: list[LandShape] = Field(default_factory=list, max_length=60, description="Coasts.")
    borders: list[Stroke] = Field(default_factory=list, max_length=60, description="Borders that are drawn.")
    waters: dict[Id, WaterShape] = Field(default_factory=dict, description="Names of waters.")
    lanes: dict[Id, LaneShape] = Field(default_factory=dict, description="Fairways, rivers, boundaries.")
    regions: dict[Id, RegionShape] = Field(default_factory=dict, description="Parts to look at closely.")
    area: Outline | None = Field(None, description="The outline of the charter's area; default: not drawn.")
    routes: dict[str, Places] = Field(
        default_factory=dict, description="For a step of the adversary the places along which it is seen."
    )
    measures: dict[str, Places] = Field(
        default_factory=dict, description="For a measure the places at which it is seen; default: at its target."
    )
