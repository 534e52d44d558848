"""SITUATION: rows that are due with their values in the row; what happened; the world; by keys, and by mouse."""

from __future__ import annotations

from functools import partial

import pytest
from textual.pilot import Pilot

from crisis_game.conditions.grades import GRADES
from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.widgets.due_row import DueRow
from tests.assessment.games import scenario
from tests.tui.stage import LARGE, SMALL, act, burst, grid, here, press, session

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])


def after_force_alone() -> Session:
    """Round 2 of Hesk Strait: Ardane stopped ships alone, and Delma is asked for its word."""
    opened = Session.start(scenario("hesk-strait"), {"DEL": "person", "ARD": "person"}, None, seed=7)
    while opened.seen("DEL").beat != "orders":
        opened.submit("ARD", SetReady())
        opened.submit("DEL", SetReady())
    opened.submit("ARD", ActAlone("interdict", "VOS", "self-defence", only_if_failed=False))
    for seat in ("ARD", "DEL", "ARD"):
        opened.submit(seat, SetReady())
    return opened


async def to_situation(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Past the curtain, the brief, the votes and the ANSWER."""
    await press(app, pilot, "enter", "escape")
    while here(app) != "Situation":
        await press(app, pilot, "enter")


async def to_claims(app: CrisisApp, pilot: Pilot[int]) -> None:
    """Past the letters that ask to the first claim."""
    assert isinstance(app.focused, DueRow)
    while app.focused.row.kind != "claim":
        await press(app, pilot, "down")


@SIZES
def test_what_is_due_stands_first_and_what_an_ally_did_before_all_else(size: tuple[int, int]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_situation(app, pilot)
        shown = grid(app)
        told = ["DUE FROM YOU", "Ardane alone: Interdiction at sea", "‹condition …›", "◎ silence", "you: not yet"]
        assert [shown.index(words) for words in told] == sorted(shown.index(words) for words in told)
        assert shown.index("you: not yet") < shown.index("WHAT HAPPENED")

    act(play, after_force_alone, size)


def test_an_answer_to_an_ally_is_given_in_its_row_and_enter_by_mistake_gives_none() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await to_situation(app, pilot)
        assert app.game is not None
        await press(app, pilot, "enter")
        assert here(app) == "Form"
        assert "On which condition?" in grid(app)
        await press(app, pilot, "escape", "right", "right")
        assert "‹disown›" in grid(app)
        assert app.game.sight.seen.ally_acts_due
        await press(app, pilot, "enter")
        assert not app.game.sight.seen.ally_acts_due
        assert app.game.session.log[-1].submission.command == AnswerAlly(
            "ARD", app.game.sight.seen.ally_acts[0].conduct, "disown"
        )
        assert isinstance(app.focused, DueRow)
        assert app.focused.row.kind == "letter"

    act(play, after_force_alone)


def test_the_first_thing_due_is_marked_and_each_grade_leads_to_the_next() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        assert isinstance(app.focused, DueRow)
        assert app.focused.row.kind == "letter"
        await to_claims(app, pilot)
        assert app.game is not None
        for place, claim in enumerate(app.game.sight.view.claims):
            assert isinstance(app.focused, DueRow)
            assert app.focused.row.key == f"claim/{claim.id}"
            assert f"{place} of" in grid(app)
            await press(app, pilot, "enter")
        assert all(claim.graded for claim in app.game.sight.view.claims)

    act(play, opening=partial(Session.start, scenario("hesk-strait"), {"DEL": "person"}, None, seed=7))


def test_keys_in_one_burst_act_in_their_order() -> None:
    """Down, a step to the left and Enter, all waiting at once, say it of the second claim, and of nothing else."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        await to_claims(app, pilot)
        assert app.game is not None
        first, second, *_ = app.game.sight.view.claims
        steps = 1 + GRADES.index(second.own) if second.own else 0
        await burst(app, pilot, "down", *["left"] * steps, "right", "enter")
        assert app.game.sight.seen.believed == {second.id: GRADES[0]}
        await burst(app, pilot, "up", "up", "g")
        assert set(app.game.sight.seen.believed) == {first.id, second.id}

    act(play, opening=partial(Session.start, scenario("hesk-strait"), {"DEL": "person"}, None, seed=7))


def test_the_second_of_two_quick_keys_answers_what_is_marked_then() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        await to_claims(app, pilot)
        assert app.game is not None
        first, second, *_ = (claim.id for claim in app.game.sight.view.claims)
        await burst(app, pilot, "enter", "enter")
        assert set(app.game.sight.seen.believed) == {first, second}

    act(play, opening=partial(Session.start, scenario("hesk-strait"), {"DEL": "person"}, None, seed=7))


def test_after_a_word_the_mark_goes_down_and_stays_where_nothing_below_is_due() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        await to_claims(app, pilot)
        assert app.game is not None
        claims = [f"claim/{claim.id}" for claim in app.game.sight.view.claims]
        assert len(claims) > 2
        await press(app, pilot, *["down"] * (len(claims) - 1), "enter")
        assert isinstance(app.focused, DueRow)
        assert app.focused.row.key == claims[-1]

    act(play, opening=partial(Session.start, scenario("hesk-strait"), {"DEL": "person"}, None, seed=7))


@pytest.mark.parametrize("grade", [*GRADES, None])
def test_opening_never_marks_what_would_take_a_belief_away(grade: str | None) -> None:
    """Enter on a claim gives what was said of it once more, whatever all know and one knows."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        claim = app.game.sight.view.claims[0].id
        app.game.submit(GradeClaim(claim, grade))  # type: ignore[arg-type]
        await press(app, pilot, "escape", "1", "home", "enter")
        assert app.game.sight.seen.believed[claim] == grade

    act(play, opening=lambda: session("AAA"))


def test_left_and_right_choose_and_say_nothing_before_enter() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        assert app.game is not None
        claim = app.game.sight.view.claims[0].id
        await press(app, pilot, "right")
        assert "‹▰▰▰▱ probable›" in grid(app)
        await press(app, pilot, *["left"] * 9)
        assert "no view›" in grid(app)
        assert claim not in app.game.sight.seen.believed
        await press(app, pilot, "right", "enter")
        assert app.game.sight.seen.believed[claim] == "rumoured"

    act(play, opening=lambda: session("AAA"))


@SIZES
def test_up_and_down_go_from_row_to_row_through_all_sections(size: tuple[int, int]) -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "home")
        kinds = []
        for _ in range(20):
            kinds.append(type(app.focused).__name__)
            await press(app, pilot, "down")
        assert list(dict.fromkeys(kinds)) == ["DueRow", "OpenRow", "GaugeCell"]
        await press(app, pilot, "enter")
        assert here(app) == "Gauges"

    act(play, partial(Session.start, scenario("hesk-strait"), {"DEL": "person"}, None, seed=7), size)


def test_news_opens_its_letter() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape")
        while type(app.focused).__name__ != "OpenRow":
            await press(app, pilot, "down")
        await press(app, pilot, "enter")
        assert here(app) == "Inbox"
        assert "Fourteen of the 31 aboard are dead" in grid(app)

    act(play, opening=partial(Session.start, scenario("hesk-strait"), {"DEL": "person"}, None, seed=7))


def test_the_answer_of_the_last_round_has_a_key_once_there_is_one() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "escape", "w")
        assert here(app) == "Situation"
        assert "w Answer" not in grid(app)
        assert not list(app._notifications)

    act(play, opening=lambda: session("AAA"))
