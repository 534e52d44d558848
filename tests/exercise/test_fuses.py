"""Seconds in which an answer is waited for: by the clock of all, and by the turns of people at one keyboard."""

from __future__ import annotations

import pytest

from crisis_game.engine.acts.facilitator import Pause, Resume
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.exercise.deadlines import Clock
from crisis_game.exercise.session import Session
from crisis_game.exercise.turn_clock import TurnClock
from tests.asking import asked
from tests.exercise.ticking import Ticking

SECONDS = 60
"""Of the gate in the second round; a beat of its profile is shorter, so the tests give it more."""


@pytest.fixture
def session() -> Session:
    """Two people, as the hospital asks."""
    game = asked("AAA", "BBB")
    while game.seen("AAA").round < 2:
        game.time_over(None)
    return game


def silent(session: Session) -> bool | None:
    """Whether the gate was answered by silence; None while an answer is waited for."""
    question = session.seen("AAA").question("gate")
    assert question is not None
    return question.answers[0].silent if question.answers else None


class LongBeats(Clock):
    """A clock whose beats last ten minutes."""

    @property
    def _beat_seconds(self) -> dict[str, int]:
        return dict.fromkeys(("situation", "table", "orders", "answer"), 600)


def test_the_default_counts_when_the_seconds_are_over(session: Session) -> None:
    ticking = Ticking(LongBeats(session), 1000.0)
    ticking.clock.tick(ticking.now)
    assert ticking.run(SECONDS - 1) == []
    assert silent(session) is None
    assert ticking.clock.burnt == 0
    ticking.run(1)
    assert silent(session) is True
    assert ticking.clock.burnt == 1
    assert session.seen("AAA").beat == "situation"
    ticking.run(1)
    assert ticking.clock.burnt == 0


def test_an_answer_ends_the_wait(session: Session) -> None:
    ticking = Ticking(LongBeats(session), 1000.0)
    ticking.clock.tick(ticking.now)
    ticking.run(SECONDS - 1)
    session.submit("AAA", AnswerInject("gate", "close"))
    ticking.run(10)
    assert silent(session) is False


def test_seconds_stand_still_in_a_pause(session: Session) -> None:
    ticking = Ticking(LongBeats(session), 1000.0)
    ticking.clock.tick(ticking.now)
    ticking.run(SECONDS - 10)
    session.submit("facilitator", Pause())
    ticking.run(500)
    assert silent(session) is None
    session.submit("facilitator", Resume())
    ticking.run(9)
    assert silent(session) is None
    ticking.run(1)
    assert silent(session) is True


def test_without_a_clock_seconds_mean_the_end_of_the_beat(session: Session) -> None:
    assert silent(session) is None
    session.time_over(None)
    assert silent(session) is True


def test_at_one_keyboard_the_seconds_run_in_the_turn_of_who_is_asked(session: Session) -> None:
    clock = TurnClock(session, "class")
    ticking = Ticking(clock, 1000.0)
    clock.sit("BBB")
    clock.tick(ticking.now)
    ticking.run(SECONDS + 10)
    assert silent(session) is None
    clock.sit("AAA")
    clock.tick(ticking.now)
    ticking.run(SECONDS - 1)
    assert silent(session) is None
    clock.sit("BBB")
    clock.sit("AAA")
    clock.tick(ticking.now)
    ticking.run(1)
    assert silent(session) is True


def test_a_late_word_of_the_session_does_nothing(session: Session) -> None:
    session.submit("AAA", AnswerInject("gate", "close"))
    before = len(session.log)
    session.fuse_over("AAA", "gate")
    assert silent(session) is False
    assert [event for step in session.log[before:] for event in step.events] == []
