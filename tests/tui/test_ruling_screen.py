"""The page of a ruling: at the smallest size its headline, its question and both answers stand without scrolling."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.law.ruling_model import WORDS
from crisis_game.pages.ruling_page import ruling_page
from crisis_game.texts import Text
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from tests.assessment.games import scenario
from tests.pages.showing import flat
from tests.tui.stage import LARGE, SMALL, act, grid, here, press

SEAT = "DEL"
SEEDS = (3, 7, 11)


def played(seed: int) -> Session:
    """Hesk Strait in its fourth round, with one person who does nothing."""
    session = Session.start(scenario("hesk-strait"), {SEAT: "person"}, None, seed=seed)
    while not session.finished and session.seen(SEAT).round < 4:
        session.submit(SEAT, SetReady())
    return session


@pytest.mark.parametrize("seed", SEEDS)
def test_headline_question_and_both_answers_stand_without_scrolling(seed: int) -> None:
    questions = 0

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        nonlocal questions
        assert app.game is not None
        record, sight = app.game.session.record(), app.game.sight
        pages = [ruling_page(shown, sight.seen) for shown in record]
        await navigation.ruling(app, pages, 0)
        for place, shown in enumerate(record):
            await press(app, pilot, *(["right"] if place else []))
            words = flat(grid(app))
            assert shown.ruled is not None
            ruling = shown.ruled.ruling
            assert flat(sight.wording.say(shown.title)) in words
            if ruling.question is not None:
                questions += 1
                assert flat(sight.wording.say(ruling.question)) in words
                met, missed = (sight.wording.say(Text(WORDS[reply.word])) for reply in ruling.replies)
                assert f"if yes {flat(met)}" in words
                assert f"if no {flat(missed)}" in words

    act(play, lambda: played(seed), SMALL)
    assert questions > 0


def test_a_line_about_an_act_opens_its_ruling_and_escape_leads_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        app.go_over("record")
        await press(app, pilot, "down", "enter")
        assert here(app) == "Ruling"
        assert "THE PATH OF THE COURT" in grid(app)
        await press(app, pilot, "escape")
        assert here(app) == "Record"

    act(play, lambda: played(7), LARGE)


def test_the_path_takes_the_place_of_the_ruling_on_a_small_screen() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert app.game is not None
        pages = [ruling_page(shown, app.game.sight.seen) for shown in app.game.session.record()]
        await navigation.ruling(app, pages, 0)
        await press(app, pilot)
        assert "THE PATH OF THE COURT" not in grid(app)
        await press(app, pilot, "tab")
        assert "THE PATH OF THE COURT" in grid(app)
        await press(app, pilot, "tab")
        assert "THE PATH OF THE COURT" not in grid(app)

    act(play, lambda: played(7), SMALL)
