"""The map in a scenario file: what is left out, what is wrong, and what every seat has of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crisis_game.scenario.library import find, list_scenarios
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.model_map import Land, Route, WorldMap
from crisis_game.scenario.reading.load import Reading, load_scenario
from crisis_game.scenario.seat_dossier import dossier

ENDINGS = "endings:\n"
PLACES = "places: {pier: {name: The pier, x: 4, y: 9}}"


def test_without_a_map_nothing_is_drawn(tiny: Scenario) -> None:
    assert tiny.map == WorldMap()


def test_a_map_is_read(read: Callable[..., Reading], changed: Callable[[str, str], str]) -> None:
    drawn = "map: {lands: [{points: [[0, 0], [9, 0], [9, 9]]}], routes: {survey: pier}, measures: {protest: [pier]}}"

    reading = read(changed(ENDINGS, f"{PLACES}\n{drawn}\n{ENDINGS}"))

    assert reading.problems == ()
    assert reading.scenario is not None
    drawn_map = reading.scenario.map
    assert drawn_map.lands == (Land(None, ((0, 0), (9, 0), (9, 9))),)
    assert drawn_map.routes == (Route("survey", "CAL", 1, ("pier",)),)
    assert drawn_map.measures == {"protest": ("pier",)}
    assert dossier(reading.scenario, "AAA").map == drawn_map


@pytest.mark.parametrize(
    ("drawn", "code"),
    [
        ("{lands: [{state: XYZ, points: [[0, 0], [9, 0], [9, 9]]}]}", "E351"),
        ("{lands: [{points: [[0, 0], [9, 0]]}]}", "E207"),
        ("{lands: [{points: [[0, 0], [9, 0], [9, 101]]}]}", "E205"),
        ("{borders: [[[0, 0, 0], [9, 0]]]}", "E207"),
        ("{routes: {surveys: pier}}", "E351"),
        ("{routes: {survey: peir}}", "E351"),
        ("{measures: {protest: [peir]}}", "E351"),
        ("{rivers: []}", "E202"),
    ],
)
def test_what_is_wrong_on_a_map_is_told(
    read: Callable[..., Reading], changed: Callable[[str, str], str], drawn: str, code: str
) -> None:
    reading = read(changed(ENDINGS, f"{PLACES}\nmap: {drawn}\n{ENDINGS}"))

    assert [problem.code for problem in reading.problems] == [code]


def test_states_that_share_two_points_border_on_each_other() -> None:
    west = Land("AAA", ((0, 0), (5, 0), (5, 9), (0, 9)))
    east = Land("BBB", ((5, 0), (9, 0), (9, 9), (5, 9)))
    corner = Land("CCC", ((9, 9), (12, 9), (12, 12)))
    drawn = WorldMap(lands=(west, east, corner))

    assert drawn.neighbours_by_land("AAA") == ("BBB",)
    assert drawn.neighbours_by_land("BBB") == ("AAA",)
    assert drawn.neighbours_by_land("CCC") == ()


@pytest.mark.parametrize("listing", list_scenarios(), ids=lambda listing: listing.id)
def test_every_shipped_scenario_has_a_map(listing: object) -> None:
    scenario = load_scenario(find(listing.id))

    assert scenario.map.lands
    landless = {id_ for id_, actor in scenario.actors.items() if actor.kind in ("organisation", "claimant")}
    assert {land.state for land in scenario.map.lands} == set(scenario.states) - landless
    assert scenario.map.area
    assert {incident.place for incident in scenario.incidents.values()} <= set(scenario.places)
