"""The mock vote on the screen: one key a member, the rest at once, another organ, one's own question, the mouse."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screens.mock_vote import MockVoteScreen
from tests.tui.stage import LARGE, SMALL, act, grid, here, press


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_a_vote_as_it_looks(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await app.push_screen(MockVoteScreen(now=lambda: 0.0))
        await press(app, pilot, "y", "n", "a")
        same_grid(f"mock-vote-{size[0]}x{size[1]}", grid(app))
        await press(app, pilot, "Y")
        same_grid(f"mock-vote-result-{size[0]}x{size[1]}", grid(app))

    act(play, size=size)


def test_from_the_title_and_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, *["down"] * 5, "enter")
        assert here(app) == "MockVote"
        await press(app, pilot, "escape")
        assert here(app) == "Title"

    act(play)


def test_a_vote_is_changed_and_the_result_follows() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await app.push_screen(MockVoteScreen(now=lambda: 0.0))
        await press(app, pilot, "y", "n", "Y")
        assert "vetoed by China" in grid(app)
        await press(app, pilot, "down", "a")
        assert "14 in favour, 9 needed: adopted." in grid(app)
        await press(app, pilot, "c")
        assert "0 OF 15 HAVE VOTED" in grid(app)
        await pilot.click("#vote-no")
        assert "1 OF 15 HAVE VOTED" in grid(app)

    act(play)


def test_another_organ_and_a_question_of_ones_own() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await app.push_screen(MockVoteScreen(now=lambda: 0.0))
        await press(app, pilot, "y", "o", "down", "enter")
        assert "1 OF 15 HAVE VOTED" in grid(app)
        await press(app, pilot, "o", "down", "down", "enter")
        assert "0 OF 6 HAVE VOTED" in grid(app)
        await press(app, pilot, "e")
        app.screen.query_one(Input).value = "Shall we meet in [b]Rome?"
        await press(app, pilot, "enter", "n", "Y")
        assert "Shall we meet in [b]Rome?" in grid(app)
        assert "Blocked by Bahrain: not adopted." in grid(app)
        await press(app, pilot, "e", "escape")
        assert here(app) == "MockVote"

    act(play)


def test_the_verb_opens_it_over_the_title() -> None:
    app = CrisisApp("en", page=navigation.mock_vote)

    async def run() -> None:
        async with app.run_test(size=SMALL) as pilot:
            await pilot.pause()
            assert here(app) == "MockVote"

    asyncio.run(run())
