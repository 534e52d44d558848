"""The saved games: renamed, verified, deleted only after a yes."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.exercise.saves_folder import list_saves
from crisis_game.exercise.session_opening import begin, read
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.clipboard import words_of
from tests.exercise.editions import first_edition
from tests.exercise.playing import altering
from tests.tui.stage import LARGE, act, grid, here, press, settle
from tests.zones import in_zone


def test_rename_verify_and_delete() -> None:
    session = begin(*read("first-watch"), {"ALD": "person"}, seed=3)
    assert session.save is not None
    session.save.close()

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.saves(app)
        await press(app, pilot, "n", *"Ours", "enter")
        assert [save.name for save in list_saves()] == ["Ours"]
        await press(app, pilot, "v")
        assert "entries hold. Receipt:" in grid(app)
        await press(app, pilot, "x", "escape")
        assert len(list_saves()) == 1
        await press(app, pilot, "x", "y")
        assert list_saves() == []
        await press(app, pilot, "escape")
        assert here(app) == "Title"

    act(play)


def test_a_save_that_cannot_be_used_says_why() -> None:
    session = begin(*read("first-watch"), {"ALD": "person"}, seed=3)
    assert session.save is not None
    session.save.close()
    session.save.path.write_bytes(b"not a save at all")

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.saves(app)
        await press(app, pilot, "enter")
        assert here(app) == "Notice"
        assert "this is not a save of crisis-game" in " ".join(grid(app).split())
        await press(app, pilot, "enter")
        assert here(app) == "Saves"

    act(play)


def test_the_time_is_that_of_this_place(monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin(*read("first-watch"), {"ALD": "person"}, seed=3)
    assert session.save is not None
    session.save.close()
    with altering(session.save.path) as connection:
        connection.execute("UPDATE entries SET at = ?", (datetime(2026, 11, 29, 19, 2, tzinfo=UTC).timestamp(),))

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        navigation.saves(app)
        await press(app, pilot)
        assert "2026-11-30 04:02" in grid(app)

    with in_zone("Asia/Tokyo", monkeypatch):
        act(play, size=LARGE)


def test_an_odd_save_and_one_of_other_rules_stand_in_the_list_and_say_what_is_odd() -> None:
    session = begin(*read("first-watch"), {"ALD": "person"}, seed=3)
    assert session.save is not None
    session.save.close()
    folder = session.save.path.parent
    first_edition(folder / "old.crisis", 20)
    shutil.copy(session.save.path, folder / "odd.crisis")
    with altering(folder / "odd.crisis") as connection:
        connection.execute("INSERT OR REPLACE INTO header VALUES ('seat', packed(?))", (r'"\ud800"',))

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await settle(app, pilot)
        menu = app.screen.query_one("#title-menu", OptionList)
        assert not menu.get_option("continue").disabled
        navigation.saves(app)
        await press(app, pilot)
        shown = " ".join(grid(app).split())
        assert "its header cannot be read" in shown
        assert "to be read only: played by the rules of crisis-game 0.1.0" in shown
        old = next(place for place, save in enumerate(list_saves()) if save.made_by)
        await press(app, pilot, *["down"] * old, "enter")
        assert here(app) == "Notice"
        assert "which alone can go on with it" in words_of(app.screen.query_one(".dialogue"))

    act(play)
