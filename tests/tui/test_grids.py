"""The main screens as grids of text at both sizes, and authors' words shown as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.texts import prose
from crisis_game.tui.app import CrisisApp
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, press, session

BRACKETS = "[bold]They[/] fired [at our ship], said [b"


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_main_screens(size: tuple[int, int], same_grid: Callable[[str, str], None]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        name = f"{size[0]}x{size[1]}"
        same_grid(f"curtain-{name}", grid(app))
        await press(app, pilot, "enter")
        same_grid(f"briefing-{name}", grid(app))
        await press(app, pilot, "escape", "1")
        same_grid(f"situation-{name}", grid(app))
        await press(app, pilot, "2")
        same_grid(f"inbox-{name}", grid(app))
        await press(app, pilot, "3")
        same_grid(f"table-{name}", grid(app))
        await press(app, pilot, "6")
        same_grid(f"charter-{name}", grid(app))
        await press(app, pilot, "a")
        same_grid(f"acts-{name}", grid(app))

    act(play, opening=_at_the_table, size=size)


def test_authors_words_are_never_markup() -> None:
    tiny = builders.tiny()
    states = {**tiny.states, "AAA": replace(tiny.states["AAA"], brief=prose(BRACKETS))}
    claims = {id_: replace(claim, text=prose(BRACKETS)) for id_, claim in tiny.claims.items()}

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert BRACKETS in grid(app)
        await press(app, pilot, "escape")
        assert BRACKETS.split()[0] in grid(app), "a claim wraps in its column"
        await press(app, pilot, "g", "3")

    act(play, opening=lambda: session("AAA", scenario=builders.tiny(states=states, claims=claims)), size=LARGE)


def _at_the_table() -> Session:
    opened = session()
    for seat in builders.MEMBERS:
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    assert opened.seen("AAA").beat == "table"
    return opened
