"""The history of the gauges in the app: by keys, by mouse, and no more of it than the seat may know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.chart import ChartView
from crisis_game.tui.widgets.gauge_cell import GaugeCell
from crisis_game.tui.widgets.gauge_tab import GaugeTab
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session

MIDDLE = (100, 30)


def third_round() -> Session:
    opened = Session.start(load_scenario(find("hesk-strait")), {"DEL": "person"}, None, seed=7)
    while opened.seen("DEL").round < 3:
        assert isinstance(opened.submit("DEL", SetReady()), Receipt)
    return opened


async def sit_down(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Past the votes and the answer of the round before, which are told first."""
    while here(app) in ("RollCall", "Answer"):
        await press(app, pilot, "enter")
    assert here(app) == "Situation"


@pytest.mark.parametrize("size", [SMALL, MIDDLE, LARGE], ids=["80x24", "100x30", "120x40"])
def test_the_history_of_a_gauge(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await sit_down(app, pilot)
        navigation.gauges(app)
        await press(app, pilot, "up")
        same_grid(f"gauges-{size[0]}x{size[1]}", grid(app))

    act(play, third_round, size)


def test_rounds_and_gauges_by_keys_and_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await sit_down(app, pilot)
        navigation.gauges(app)
        await press(app, pilot)
        assert "IN ROUND 3, FROM" in grid(app)
        await press(app, pilot, "home")
        assert "IN ROUND 1, FROM 34 TO" in grid(app)
        assert "the crisis cools by itself" in grid(app)
        await press(app, pilot, "left", "right", "right")
        assert "Harm:" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        navigation.gauges(app)
        await press(app, pilot)
        assert "Harm:" in grid(app)

    act(play, third_round)


def test_by_mouse() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await sit_down(app, pilot)
        await pilot.click(app.screen.query(GaugeCell).first(), offset=(4, 0))
        await press(app, pilot)
        assert here(app) == "Gauges"
        await pilot.click(app.screen.query(GaugeTab).last())
        await pilot.pause()
        assert "Standing:" in grid(app)
        await pilot.click(ChartView, offset=(20, 3))
        await pilot.pause()
        assert app.screen.query_one("#gauge-rounds", OptionList).highlighted == 0

    act(play, third_round, LARGE)


def test_enter_among_the_gauges_opens_it() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await sit_down(app, pilot)
        await press(app, pilot, "end", "enter")
        assert here(app) == "Gauges"

    act(play, third_round)


def test_what_moved_an_estimate_is_left_to_the_debrief() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.gauges(app, "deterrence")
        await press(app, pilot)
        shown = grid(app)
        assert "An estimate, up to" in shown
        assert "told in the debrief" in shown

    act(play, third_round)


def test_where_no_gauge_may_be_seen_it_says_so() -> None:
    gauges = {id_: replace(gauge, seen="facilitator") for id_, gauge in builders.tiny().gauges.items()}

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1")
        navigation.gauges(app)
        await press(app, pilot, "right", "up", "down")
        assert "There is no gauge that you may see." in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, lambda: session("AAA", scenario=builders.tiny(gauges=gauges)))
