"""The sign that a column goes on below: how much of it, as long as there is any, and in plain signs too."""

from __future__ import annotations

import re
from functools import partial

from textual.pilot import Pilot

from crisis_game.engine.acts.ballots import CastVote
from crisis_game.exercise.session import Session
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.columns import Columns
from tests.assessment.games import scenario
from tests.tui.stage import LARGE, SMALL, act, grid, press, session

ALONE = partial(Session.start, scenario("hesk-strait"), {"DEL": "person"}, None, seed=7)


def left(app: CrisisApp) -> int:
    """How many lines more there are, as the sign says; 0 without one."""
    told = re.search(r"▾ (\d+) more$", grid(app), re.MULTILINE)
    return int(told[1]) if told else 0


def test_what_stands_below_is_counted_until_all_was_seen() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1")
        main = app.screen.query_one(Columns).main
        counts = [left(app)]
        assert counts[0] == main.max_scroll_y > 0
        while left(app) and len(counts) < 9:
            main.scroll_relative(y=3, animate=False)
            await pilot.pause()
            await pilot.pause()
            counts.append(left(app))
        assert counts[-1] == 0
        assert counts == sorted(set(counts), reverse=True)

    act(play, opening=ALONE, size=SMALL)


def test_where_all_fits_no_row_is_lost_to_the_sign() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1")
        assert left(app) == 0
        columns = app.screen.query_one(Columns)
        assert columns.main.size.height == columns.size.height

    act(play, opening=lambda: session("AAA"), size=LARGE)


def test_a_refusal_stands_in_the_line_above_the_keys() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1")
        page = app.screen
        assert isinstance(page, MainPage)
        assert not page.submit(CastVote("nothing", "yes"))
        await pilot.pause()
        assert page.desk.outcome
        assert " ".join(page.desk.outcome[0].split()[:5]) in grid(app)
        assert not list(app._notifications)

    act(play, opening=lambda: session("AAA"))
