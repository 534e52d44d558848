"""From one column to what stands beside it and back: by Tab both ways, by Escape one step back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.columns import Columns
from tests.tui.stage import LARGE, SMALL, act, here, press, session


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_escape_leads_from_what_stands_beside_to_the_first_column_and_only_then_off(size: tuple[int, int]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1")
        columns = app.screen.query_one(Columns)
        await press(app, pilot, "tab")
        assert columns.companion.has_focus_within or columns.companion.has_focus
        await press(app, pilot, "escape")
        assert here(app) == "Situation"
        assert columns.main.has_focus_within or columns.main.has_focus
        assert not columns.has_class("-turned")
        await press(app, pilot, "escape")
        assert here(app) == "Leave"

    act(play, opening=lambda: session("AAA"), size=size)
