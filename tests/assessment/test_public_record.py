"""The record in play: what is open, and verdicts only where the exercise shows them each round."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read


@pytest.fixture(scope="module", params=["each-round", "end"])
def played(request: pytest.FixtureRequest) -> Session:
    scenario, _ = read("first-watch")
    shown = replace(scenario, lesson=replace(scenario.lesson, verdicts=request.param))
    return Session.start(shown, dict.fromkeys(scenario.members, "random"), None, 1)


def test_verdicts_are_shown_only_where_the_exercise_shows_them(played: Session) -> None:
    record = played.record()
    each_round = played.authored.lesson.verdicts == "each-round"
    assert record
    assert all((act.ruled is not None) == each_round for act in record)


def test_open_questions_are_asked_even_where_rulings_wait(played: Session) -> None:
    assert any(act.questions for act in played.record())
    assert [act.round for act in played.record()] == sorted((act.round for act in played.record()), reverse=True)
