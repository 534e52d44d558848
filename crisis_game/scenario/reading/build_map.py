"""The map of a scenario, from its checked shape."""

from __future__ import annotations

from crisis_game.scenario.model_map import Land, Lane, Line, Region, Route, Water, WorldMap
from crisis_game.scenario.reading.authored import Authored
from crisis_game.scenario.reading.shapes import ScenarioShape


def world_map(shape: ScenarioShape, words: Authored) -> WorldMap:
    """The map; an empty one where the author draws none."""
    drawn = shape.map
    return WorldMap(
        lands=tuple(Land(one.state, _line(one.points)) for one in drawn.lands),
        borders=tuple(_line(one) for one in drawn.borders),
        waters=tuple(
            Water(id_, words.prose(one.name), one.x, one.y, tuple(one.shores)) for id_, one in drawn.waters.items()
        ),
        lanes=tuple(Lane(id_, words.prose(one.name), _line(one.points)) for id_, one in drawn.lanes.items()),
        regions=tuple(
            Region(id_, words.prose(one.name), one.west, one.north, one.east, one.south)
            for id_, one in drawn.regions.items()
        ),
        area=_line(drawn.area or []),
        routes=tuple(
            Route(step, shape.adversary.steps[step].level, tuple(places)) for step, places in drawn.routes.items()
        ),
        measures={measure: tuple(places) for measure, places in drawn.measures.items()},
    )


def _line(points: list[list[int]]) -> Line:
    return tuple((point[0], point[1]) for point in points)
