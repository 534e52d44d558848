"""Words of players and authors on the screens: shown as they were written, and no more than words."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from crisis_game.engine.acts.talk import Say
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.texts import prose, visible
from crisis_game.tui.app import CrisisApp
from tests.engine import builders
from tests.tui.stage import LARGE, act, grid, here, press, session, settle

MESSAGES = (
    "Agreed [/] see you",
    "[red]s[/red] plan [second] draft",
    "<b>$x {y} %s</b>",
)
"""Control and bidi signs are refused in messages, and left out of notes; names may still hold them."""
CLICK = "[@click=app.screenshot('pwned.txt')]Al[/]"
ROOM = 20
"""Letters of a message that its row in the list shows."""
NAMES = ("Aldermark [/]", "Aldermark [north]", CLICK, "Al\x1b[1mder\u200bmark")


def _named(name: str) -> Callable[[], Session]:
    tiny = builders.tiny()
    states = {**tiny.states, "AAA": replace(tiny.states["AAA"], name=prose(name), brief=prose(f"Of {name}."))}
    return lambda: session("AAA", scenario=builders.tiny(states=states, title=prose(f"The case of {name}")))


@pytest.mark.parametrize("words", MESSAGES)
def test_a_message_is_read_as_it_was_written(words: str) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        assert isinstance(app.game.submit(Say(("BBB",), words)), Receipt)
        await press(app, pilot, "escape", "2", "home")
        assert here(app) == "Inbox"
        shown = grid(app)
        assert visible(words) in shown, "whole on the page"
        assert shown.count(visible(words)[:ROOM]) >= 2, "and in the list, as far as it has room"
        _only_words(shown)

    act(play, lambda: session("AAA"), size=LARGE)


@pytest.mark.parametrize("name", NAMES)
def test_a_state_has_the_name_that_it_was_given(name: str) -> None:
    seen: dict[str, str] = {}

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        seen["Briefing"] = grid(app)
        await press(app, pilot, "escape")
        for key in ("1", "2", "3", "4", "5", "6", "7", "8", "a", "f7", "n", "f1", "colon", "f6", "f9"):
            await press(app, pilot, key)
            await settle(app, pilot)
            seen[here(app)] = grid(app)
            if here(app) not in ("Situation", "Inbox", "Table", "Orders", "Record", "Gauges", "Map", "Charter"):
                await press(app, pilot, "escape")

    act(play, _named(name), size=LARGE)
    assert {"Briefing", "Situation", "Inbox", "Acts", "Notes", "Rules", "Help", "Palette"} <= set(seen)
    for screen in ("Briefing", "Notes", "Rules"):
        assert visible(name) in seen[screen], screen
    for shown in seen.values():
        _only_words(shown)


def test_no_click_on_a_name_acts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        clicked = 0
        for row, line in enumerate(grid(app).splitlines()):
            if CLICK in line:
                for column in range(line.index(CLICK), line.index(CLICK) + len(CLICK)):
                    await pilot.click(offset=(column, row))
                    clicked += 1
        assert clicked > 0

    act(play, _named(CLICK), size=LARGE)
    assert [path for path in sorted(tmp_path.rglob("*")) if path.suffix in (".txt", ".svg")] == []
    assert before == []


def test_a_toast_says_what_was_written() -> None:
    async def run() -> None:
        app = CrisisApp("en", session)
        async with app.run_test(size=LARGE, notifications=True) as pilot:
            await settle(app, pilot)
            app.screen.notify("plan [second] draft [/]", title="[b]bold[/b]", markup=True)
            await pilot.pause()
            assert "plan [second] draft [/]" in grid(app)
            assert "[b]bold[/b]" in grid(app)

    asyncio.run(run())


def test_notes_are_shown_as_they_were_written() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        app.game.notes.put(app.game.seat, "[/] [b]ask[/b] whom")
        await press(app, pilot, "escape", "f7")
        assert here(app) == "Notes"
        assert "[/] [b]ask[/b] whom" in grid(app)

    act(play, lambda: session("AAA"), size=LARGE)


def _only_words(shown: str) -> None:
    assert visible(shown) == shown, "a sign that nobody sees, or that a terminal obeys"
