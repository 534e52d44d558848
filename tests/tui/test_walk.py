"""The way from the title into a game and back, by keys alone."""

from __future__ import annotations

from textual.pilot import Pilot

from crisis_game.exercise.saves_folder import list_saves
from crisis_game.tui.app import CrisisApp
from tests.tui.stage import LARGE, SMALL, act, here, press, session


def test_title_scenario_seats_game_and_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert here(app) == "Title"
        await press(app, pilot, "enter")
        assert here(app) == "Scenarios"
        await press(app, pilot, "enter")
        assert here(app) == "Seats"
        await press(app, pilot, "s")
        assert here(app) == "Briefing"
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        await press(app, pilot, "escape", "down", "enter")
        assert here(app) == "Title"
        assert app.game is None
        assert [(save.seat, save.fault) for save in list_saves()] == [("ALD", "")]

    act(play, size=SMALL)


def test_a_game_goes_on_where_it_stands() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "enter", "s", "escape", "g", "escape", "down", "enter")
        assert here(app) == "Title"
        await press(app, pilot, "down", "enter")
        assert here(app) == "Situation"
        assert app.game is not None
        assert [claim.graded for claim in app.game.sight.view.claims].count(True) == 1

    act(play, size=LARGE)


def test_escape_leads_back_from_everywhere() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        for key in ("2", "3", "4", "6", "a", "r", "b", "n", "question_mark", "S"):
            await press(app, pilot, key)
            assert here(app) != "Situation", key
            await press(app, pilot, "escape")
            if here(app) not in ("Situation",):
                await press(app, pilot, "escape")
            assert here(app) == "Situation", key

    act(play, opening=lambda: session("AAA"))
