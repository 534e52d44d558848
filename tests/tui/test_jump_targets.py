"""Jump keys: letters before all that can be reached, on every kind of screen."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList, Static

from crisis_game.tui.app import CrisisApp
from crisis_game.tui.jump_targets import ALPHABET, letters, spots
from crisis_game.tui.widgets.gauge_tab import GaugeTab
from tests.tui.stage import act, here, press, session
from tests.tui.test_habits import at_the_table


@pytest.mark.parametrize("count", [0, 1, 26, 27, 400])
def test_labels_are_short_and_none_begins_another(count: int) -> None:
    labels = letters(count)
    assert len(set(labels)) == count
    assert {len(label) for label in labels} <= {1 if count <= len(ALPHABET) else 2}


def test_typing_the_letters_goes_there() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        places = spots(app.screen)
        assert here(app) == "Situation"
        await press(app, pilot, "j")
        assert here(app) == "Jump"
        labels = [str(label.visual) for label in app.screen.query(".jump-label").results(Static)]
        assert labels == letters(len(places))
        await press(app, pilot, *labels[2])
        assert here(app) == "Table"
        await press(app, pilot, "ctrl+g", "escape")
        assert here(app) == "Table"

    act(play, opening=lambda: session("AAA"))


def test_a_row_of_a_list_is_marked_and_not_chosen() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "a")
        acts = app.screen.query_one(OptionList)
        assert acts.highlighted == 1
        rows = spots(app.screen)
        await press(app, pilot, "j", *letters(len(rows))[-1])
        assert here(app) == "Acts"
        assert acts.highlighted is not None
        assert acts.highlighted > 1

    act(play, opening=lambda: session("AAA"))


def test_the_names_of_gauges_are_among_them() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1", "end", "enter")
        tabs = list(app.screen.query(GaugeTab))
        await press(app, pilot, "j", *letters(len(spots(app.screen)))[len(tabs) - 1])
        assert here(app) == "Gauges"
        assert tabs[-1].has_class("here")

    act(play, opening=lambda: at_the_table("AAA"))


def test_dialogues_have_it_too_and_keys_and_places_lead_nowhere_by_accident() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "ctrl+g", *letters(1))
        assert here(app) in ("Curtain", "Jump")
        if here(app) == "Jump":
            await press(app, pilot, "escape")
        assert isinstance(app.screen.focused, Button)
        await press(app, pilot, "enter", "escape", "escape", "ctrl+g")
        assert here(app) == "Jump"
        await press(app, pilot, "1", "f1", "down")
        assert here(app) == "Jump"
        await press(app, pilot, "escape")
        assert here(app) == "Leave"

    act(play, opening=lambda: session("AAA", "BBB"))
