"""READY: where the cursor stands, what the keys of what is still open do, and what is said of what is left."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Button

from crisis_game.exercise.session import Session
from crisis_game.pages.play.due import left_to_default
from crisis_game.tui.app import CrisisApp
from tests.assessment.games import scenario
from tests.tui.stage import act, grid, here, press, session


def opening() -> Session:
    return Session.start(scenario("hesk-strait"), {"DEL": "person"}, None, seed=7)


def test_enter_says_ready_where_nothing_is_left_that_binds() -> None:
    """Letters to read and claims to grade are one's own affair; a letter that asks waits beyond this beat."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "r")
        assert app.game.due
        assert not any(due.last for due in app.game.due)
        assert isinstance(app.focused, Button)
        assert app.focused.id == "yes"
        assert "‹Ready all the same›" in grid(app), "seen without colours too"
        await press(app, pilot, "enter")
        assert app.game.sight.seen.beat == "table"

    act(play, opening=opening)


def test_enter_goes_back_where_a_vote_would_be_lost() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "r", "enter", "r", "r")
        assert app.game.sight.seen.beat == "orders"
        await press(app, pilot, "r", "enter")
        assert app.game.sight.seen.beat == "orders"
        assert here(app) == "Orders"

    act(play, opening=opening)


def test_the_key_of_what_is_still_open_leads_there() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "r", "2")
        assert here(app) == "Inbox"

    act(play, opening=opening)


def test_only_what_is_open_is_said_to_get_its_default() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        said = [words.msgid for words in left_to_default(app.game.due)]
        assert said == ["What you do not grade counts as no view."]
        assert not left_to_default(due for due in app.game.due if due.aim == "inbox")

    act(play, opening=lambda: session("AAA"))
