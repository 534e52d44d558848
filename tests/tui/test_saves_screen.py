"""The saved games: renamed, verified, deleted only after a yes."""

from __future__ import annotations

from textual.pilot import Pilot

from crisis_game.exercise.opening import begin, read
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.tui.app import CrisisApp
from tests.tui.stage import act, grid, here, press


def test_rename_verify_and_delete() -> None:
    session = begin(*read("first-watch"), {"ALD": "person"}, seed=3)
    assert session.save is not None
    session.save.close()

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        app.open("saves")
        await press(app, pilot, "n", *"Ours", "enter")
        assert [one.name for one in list_saves()] == ["Ours"]
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
        app.open("saves")
        await press(app, pilot, "enter")
        assert here(app) == "Notice"
        assert "this is not a save of crisis-game" in " ".join(grid(app).split())
        await press(app, pilot, "enter")
        assert here(app) == "Saves"

    act(play)
