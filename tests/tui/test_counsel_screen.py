"""Counsel on the screen: asked from the table, read again, kept among the letters, and its steps taken in."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import OptionList

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.tui.app import CrisisApp
from tests.tui.stage import act, grid, here, press, settle
from tests.tui.test_every_screen import advised, before_counsel


def clauses(app: CrisisApp) -> set[str]:
    assert app.game is not None
    return {clause.clause for clause in app.game.sight.seen.text("aaa-1").draft.clauses}


def test_plus_takes_the_step_of_the_marked_point_into_ones_own_text_and_judges_again() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "3", "k")
        assert here(app) == "Counsel"
        assert "Weak points: 3 then, 3 now." in grid(app)
        await press(app, pilot, "down", "plus", "plus")
        assert clauses(app) == {"off-ramp", "reasons"}
        assert "Weak points: 3 then, 2 now." in grid(app)
        assert "mended since" in grid(app)
        assert app.screen.query_one(OptionList).highlighted == 1

    act(play, opening=advised, size=(120, 40))


def test_a_step_that_asks_for_more_opens_its_form_and_leads_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "3", "k", "down", "down", "enter")
        await settle(app, pilot)
        assert here(app) == "Form"
        await press(app, pilot, "escape")
        assert here(app) == "Counsel"

    act(play, opening=advised)


def voting() -> Session:
    opened = advised()
    assert isinstance(opened.submit("AAA", SetReady()), Receipt)
    return opened


def test_a_point_that_nothing_mends_any_more_says_so() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2", "k", "down", "plus")
        assert here(app) == "Counsel"
        assert clauses(app) == set()
        assert [notice.message for notice in app._notifications] == [
            "There is no step for that now; the words say what would mend it."
        ]

    act(play, opening=voting)


def test_it_stays_among_the_letters_and_opens_from_there() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "2")
        assert "Counsel on text 1 by State AAA" in grid(app)
        assert "Where it is weakest" in grid(app)
        await press(app, pilot, "k")
        assert here(app) == "Counsel"

    act(play, opening=advised, size=(120, 40))


def test_before_it_was_asked_the_form_is_opened_and_its_answer_is_shown_at_once() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "3", "k")
        await settle(app, pilot)
        assert here(app) == "Form"
        await press(app, pilot, "enter")
        await settle(app, pilot)
        await pilot.pause()
        assert here(app) == "Counsel"
        await press(app, pilot, "escape")
        assert here(app) == "Table"

    act(play, opening=before_counsel)
