"""Words of the glossary where they stand: underlined, by a key, by a click, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from crisis_game.exercise.session import Session
from crisis_game.texts import prose
from crisis_game.tui import dialogues
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.glossary_words import glossed
from tests.engine import builders
from tests.tui.stage import LARGE, SMALL, act, grid, here, press, session, settle

BRIEF = "An armed attack: [b]armed attacks[/] and countermeasures."


def test_words_stay_as_they_are_and_each_term_is_marked_once() -> None:
    content = glossed(BRIEF)
    assert content.plain == BRIEF
    assert [BRIEF[span.start : span.end] for span in content.spans] == ["armed attack", "countermeasures"]


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_words_of_the_brief_are_explained_by_a_key(
    size: tuple[int, int], same_grid: Callable[[str, str], None]
) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "f3")
        assert here(app) == "Words"
        same_grid(f"words-{size[0]}x{size[1]}", grid(app))
        await press(app, pilot, "down")
        assert "Source:" in grid(app)
        await press(app, pilot, "enter")
        assert here(app) == "Library"
        await settle(app, pilot)
        await press(app, pilot, "escape")
        assert here(app) == "Briefing"

    act(play, opening=_briefed, size=size)


def test_the_gauge_that_is_marked_is_explained_first_and_leads_to_its_history() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "1", "end", "f3")
        assert here(app) == "Words"
        assert "From 0 to 100" in grid(app)
        await press(app, pilot, "enter")
        assert here(app) == "Gauges"
        assert app.game is not None
        assert app.game.desk.selected["gauges"] == list(app.game.sight.seen.gauges)[-1]
        await press(app, pilot, "escape")
        assert here(app) == "Situation"

    act(play, opening=lambda: session("AAA"))


def test_a_click_on_a_word_explains_it() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        lines = grid(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "countermeasures" in line)
        await pilot.click(offset=(lines[row].index("countermeasures") + 2, row))
        await pilot.pause()
        assert here(app) == "Words"
        assert "Countermeasure" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Briefing"

    act(play, opening=_briefed)


def test_where_no_word_is_explained_that_is_said() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        dialogues.notice(app, "Nothing to see.")
        await press(app, pilot, "f3")
        assert here(app) == "Notice"

    act(play)


def _briefed() -> Session:
    tiny = builders.tiny()
    states = {**tiny.states, "AAA": replace(tiny.states["AAA"], brief=prose(BRIEF))}
    return session("AAA", scenario=builders.tiny(states=states))
