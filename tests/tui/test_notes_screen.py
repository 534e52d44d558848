"""Notes of one's own on the screens: kept while one writes, each seat its own, none on another's screens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from crisis_game.exercise.notes import LONGEST_NOTES, ROW
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, read
from crisis_game.tui.app import CrisisApp
from tests.exercise.playing import TINY
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session

WORDS = "Ask whether the pilots stay."


def test_each_seat_has_its_own_notes_and_they_are_in_the_save() -> None:
    scenario, files = read(TINY)
    opened: list[Session] = []

    def opening() -> Session:
        opened.append(begin(scenario, files, dict.fromkeys(("AAA", "BBB"), "person"), 7))
        return opened[0]

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "enter", "escape", "f7")
        assert here(app) == "Notes"
        app.screen.query_one(TextArea).insert(WORDS)
        await press(app, pilot, "escape", "f7")
        assert WORDS in grid(app)
        app.hand_over("BBB")
        await press(app, pilot)
        assert WORDS not in grid(app)
        await press(app, pilot, "enter", "escape", "f7")
        assert app.screen.query_one(TextArea).text == ""
        app.screen.query_one(TextArea).insert("mine")
        await pilot.pause()
        app.to_title()
        await press(app, pilot)
        assert here(app) == "Title"
        save = opened[0].save
        assert save is not None
        assert save.outside[ROW] == {"AAA": WORDS, "BBB": "mine"}

    act(play, opening=opening)


def test_there_is_room_for_so_much_and_no_more() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "f7")
        app.screen.query_one(TextArea).insert("x" * (LONGEST_NOTES + 100))
        await press(app, pilot)
        assert "room for 0 more" in grid(app)
        assert app.game is not None
        assert len(app.game.notes.of("AAA")) == len(app.screen.query_one(TextArea).text) == LONGEST_NOTES
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, opening=lambda: session("AAA"))


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_the_notes_as_a_grid(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "f7")
        app.screen.query_one(TextArea).insert(WORDS)
        await press(app, pilot)
        same_grid(f"notes-{size[0]}x{size[1]}", grid(app))

    act(play, opening=lambda: session("AAA"), size=size)
