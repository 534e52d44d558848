"""What is where on the map, for a seat's eyes, and in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.seen import Seen
from crisis_game.engine.state import ActiveMeasure, State
from crisis_game.pages.map import Spot, Whereabouts, bearing, tell_spot, tell_state, whereabouts
from crisis_game.pages.parts import sentences
from crisis_game.scenario.model import Place, Scenario
from crisis_game.scenario.model_map import Land, Route, Water, WorldMap
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording, prose
from tests.engine import builders
from tests.engine.builders import pressing

PLACES = {
    place.id: place
    for place in (
        Place("narrows", prose("The narrows"), 50, 50),
        Place("harbour-town", prose("Harbour Town"), 40, 52, "AAA", "base", prose("A long quay."), "harbour"),
        Place("north-port", prose("North Port"), 52, 10, "XXX", "port"),
    )
}
DRAWN = WorldMap(
    lands=(Land("AAA", ((0, 60), (50, 60), (50, 100))), Land("BBB", ((50, 60), (99, 60), (50, 100)))),
    waters=(Water("sound", prose("The Sound"), 50, 50, ("AAA", "BBB", "XXX")),),
    routes=(
        Route("harass", "XXX", 1, ("north-port", "narrows")),
        Route("strike", "XXX", 0, ("north-port", "harbour-town")),
    ),
    measures={"escort": ("narrows",)},
)


def small() -> Scenario:
    xxx = replace(builders.tiny().states["XXX"], places=("north-port",))
    return builders.tiny(places=PLACES, map=DRAWN, states={**builders.tiny().states, "XXX": xxx})


def found(state: State) -> Whereabouts:
    return whereabouts(Seen(small(), state, "CCC"), dossier(small(), "CCC"))


def in_force(measure: str, target: str | None, began: int = 1) -> ActiveMeasure:
    return ActiveMeasure(measure, measure, target, "aaa-1", "AAA", "charter", "", began, {"AAA": "full"})


def words(spot: Spot, state: State) -> str:
    sheet = dossier(small(), "CCC")
    return " ".join(sentences(tuple(tell_spot(spot, Seen(small(), state, "CCC"), sheet)), Wording("en", sheet.names)))


def test_measures_stand_where_the_author_says_else_at_their_target() -> None:
    state = builders.opened(small(), round_=2)
    for measure in (in_force("escort", "XXX"), in_force("targeted-sanctions", "XXX", 2), in_force("protest", None)):
        state.measures[measure.id] = measure

    here = found(state)

    assert [measure.id for measure in here.spots["narrows"].measures] == ["escort"]
    assert [measure.id for measure in here.spots["north-port"].measures] == ["targeted-sanctions"]
    assert [measure.id for measure in here.measures_elsewhere] == ["protest"]
    assert not here.spots["narrows"].fresh
    assert here.spots["north-port"].fresh


@pytest.mark.parametrize(
    ("step", "level", "end"),
    [("", 1, None), ("harass", 1, "narrows"), ("strike", 1, "harbour-town"), ("hold", 1, "narrows"), ("back", 0, None)],
)
def test_the_adversary_is_seen_along_its_step(step: str, level: int, end: str | None) -> None:
    state = builders.opened(small())
    pressing(state).last_step, pressing(state).level = step, level

    here = found(state)

    assert [id_ for id_, spot in here.spots.items() if spot.reached] == ([end] if end else [])


def test_a_base_tells_whether_it_is_open_and_where_it_lies() -> None:
    state = builders.opened(small())

    closed = found(state).spots["harbour-town"]
    state.commitments.consents["harbour"].level = "limited"
    opened = found(state).spots["harbour-town"]

    assert (closed.asset, opened.asset) == ("closed", "open")
    assert "Harbour Town, in State AAA. It lies west of The narrows. A long quay." in words(closed, state)
    assert "The harbour: open to its partners." in words(opened, state)


def test_incidents_at_no_place_of_the_map_are_not_lost() -> None:
    here = found(builders.opened(small()))
    placed = [incident for spot in here.spots.values() for incident in spot.incidents]

    assert sorted([*placed, *here.incidents_elsewhere]) == ["sinking"]


def test_states_know_their_neighbours_by_land_and_across_the_water() -> None:
    sheet = dossier(small(), "CCC")
    said = [Wording("en", sheet.names).say(text) for text in tell_state("AAA", sheet)]

    assert said == [
        "State AAA borders on State BBB.",
        "State AAA has a shore on The Sound.",
        "Across the water from State AAA: State XXX.",
    ]


@pytest.mark.parametrize(
    ("x", "y", "wind"),
    [(90, 55, "east"), (80, 80, "south-east"), (50, 90, "south"), (20, 75, "south-west"), (10, 50, "west"),
     (20, 20, "north-west"), (45, 10, "north"), (70, 35, "north-east")],
)  # fmt: skip
def test_eight_winds(x: int, y: int, wind: str) -> None:
    assert bearing(PLACES["narrows"], Place("there", prose("There"), x, y)) == wind
