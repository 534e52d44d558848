"""What comes of the game may come while a screen is still being put up."""

from __future__ import annotations

import asyncio

from textual.pilot import Pilot

from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screens.base import redraw_shown
from tests.tui.stage import act, grid, here, press, session


def test_a_page_that_is_being_put_up_draws_itself_once_it_is() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        for page in ("table", "situation", "table"):
            app.go(page)
            for _ in range(60):
                redraw_shown(app)
                await asyncio.sleep(0)
            await press(app, pilot)
        assert here(app) == "Table"
        assert "s Stand" in grid(app)

    act(play, opening=lambda: session("AAA"))
