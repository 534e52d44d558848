"""The map in the app: by keys, by mouse, without colour, and in the situation room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from crisis_game.exercise.session import Session
from crisis_game.pages.map import Whereabouts, whereabouts
from crisis_game.pages.sight import Sight
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.map import MapView
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session

MIDDLE = (100, 30)


def hesk() -> Session:
    return Session.start(load_scenario(find("hesk-strait")), {"DEL": "person"}, None, seed=7)


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=["80x24", "100x30", "120x40"])
def test_the_map(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "7")
        same_grid(f"map-{size[0]}x{size[1]}", grid(app))

    act(play, hesk, size)


def test_without_colour_signs_say_all(same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        app.theme = "high-contrast"
        await press(app, pilot, "escape", "7")
        same_grid("map-signs-100x30", grid(app))

    act(play, hesk, MIDDLE)


def test_places_are_picked_and_read() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "7")
        assert "Sinking of the Lindis" in grid(app)
        shown = app.screen.query_one(MapView)
        await press(app, pilot, "right")
        assert shown.picked == "skarv-roads"
        await press(app, pilot, "left", "left")
        assert shown.picked == "narrows"
        await press(app, pilot, "space")
        assert shown.picked == "wreck"
        await pilot.click(MapView, offset=(50, 22))
        assert shown.picked == "esker"
        assert "The base at Esker: not open" in grid(app)
        await press(app, pilot, "1", "7")
        assert app.screen.query_one(MapView).picked == "esker"

    act(play, hesk, LARGE)


def test_regions_zoom_and_way_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "7", "z")
        whole = grid(app)
        assert "Hale Point" not in whole
        await press(app, pilot, "z", "z", "z")
        assert "Hale Point" in grid(app)
        await press(app, pilot, "plus", "plus", "shift+left", "ctrl+down", "minus", "0")
        assert "Hale Point" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, hesk, LARGE)


def test_a_scenario_without_a_map_says_so() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "7", "right", "space", "plus", "z")
        assert "This scenario has no map." in grid(app)

    act(play, lambda: session("AAA", scenario=builders.tiny(places={})))


def test_news_blinks_once_and_not_with_reduced_motion() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1")
        shown, sight = app.screen.query_one(MapView), app.game.sight
        where = fresh(sight)
        shown.show(sight, where, None, news=True)
        assert not shown.blinking
        app.animation_level = "full"
        shown.show(sight, where, None, news=True)
        assert shown.blinking
        while shown.blinking:  # it ends by its own count, however slow the machine
            await pilot.pause(0.1)

    act(play, hesk, LARGE)


def fresh(sight: Sight) -> Whereabouts:
    where = whereabouts(sight.seen, sight.dossier)
    return replace(where, spots={id_: replace(spot, fresh=True) for id_, spot in where.spots.items()})


def test_the_situation_room_shows_it_where_there_is_room() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1")
        assert "VOSK" in grid(app)
        await pilot.resize_terminal(*MIDDLE)
        await pilot.pause()
        assert "VOSK" not in grid(app)

    act(play, hesk, LARGE)
