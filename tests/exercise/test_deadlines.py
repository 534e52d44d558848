"""The clock: deadlines fall when time is used, pauses freeze it, nothing late falls at once, a crash forgets little."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.engine.acts.facilitator import Lengthen, Pause, Resume
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.deadlines import LONGEST_STEP, NOTED_EVERY, Clock
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from tests.exercise.playing import new_game, resumed
from tests.exercise.ticking import Ticking

SITUATION, TABLE, ORDERS, ANSWER = 30, 120, 30, 18
"""Seconds of the beats of the tiny scenario's profile."""


class Hands(Ticking):
    """The clock of a session, begun."""

    def __init__(self, session: Session) -> None:
        super().__init__(Clock(session), 1000.0)
        self.session = session
        self.clock.tick(self.now)

    @property
    def place(self) -> tuple[int, str]:
        seen = self.session.seen("facilitator")
        return seen.round, seen.beat


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Two people who never say that they are ready."""
    return new_game(tmp_path / "game.crisis", "AAA", "BBB")


def by_facilitator(session: Session, *commands: Pause | Resume | Lengthen) -> None:
    for command in commands:
        assert isinstance(session.submit("facilitator", command), Receipt)


def test_each_beat_closes_when_its_time_is_used_and_reading_the_answer_has_its_own(session: Session) -> None:
    hands = Hands(session)
    assert hands.place == (1, "situation")
    assert hands.clock.left == SITUATION
    assert hands.run(SITUATION) == [SITUATION]
    assert hands.place == (1, "table")
    assert hands.clock.left == TABLE
    assert hands.run(TABLE + ORDERS) == [TABLE, TABLE + ORDERS]
    assert hands.place == (2, "situation")
    assert hands.clock.left == ANSWER + SITUATION
    assert hands.run(1000)[-1] == ANSWER + SITUATION + TABLE + ORDERS
    assert session.finished
    assert hands.clock.left is None
    assert [entry.submission.by for entry in session.log if entry.submission.command.kind == "deadline-passed"] == [
        "session"
    ] * 6


def test_a_beat_that_people_close_gives_the_next_all_its_time(session: Session) -> None:
    hands = Hands(session)
    hands.run(20)
    for seat in ("AAA", "BBB"):
        assert isinstance(session.submit(seat, SetReady()), Receipt)
    assert hands.place == (1, "table")
    assert hands.clock.left == TABLE, "a page is told at once, before the next tick"
    hands.run(1)
    assert hands.clock.left == TABLE


def test_a_pause_freezes_and_nothing_late_falls_afterwards(session: Session) -> None:
    hands = Hands(session)
    hands.run(25)
    by_facilitator(session, Pause())
    assert hands.run(500) == []
    assert hands.clock.left == 5
    by_facilitator(session, Resume())
    assert hands.run(5) == [5]
    assert hands.clock.left == TABLE


def test_the_facilitator_gives_more_time_to_this_beat_alone(session: Session) -> None:
    hands = Hands(session)
    hands.run(29)
    by_facilitator(session, Lengthen(60))
    assert hands.clock.left == 61
    assert hands.run(61) == [61]
    assert hands.clock.left == TABLE


def test_time_in_which_nobody_could_play_does_not_count(session: Session) -> None:
    """A machine that slept for an hour, and a clock that was set back."""
    hands = Hands(session)
    hands.run(10)
    hands.now += 3600
    assert not hands.clock.tick(hands.now)
    assert hands.clock.left == SITUATION - 10 - LONGEST_STEP
    hands.now -= 7200
    assert not hands.clock.tick(hands.now)
    assert hands.clock.left == SITUATION - 10 - LONGEST_STEP


def test_a_resumed_session_goes_on_with_what_was_left(session: Session, tmp_path: Path) -> None:
    hands = Hands(session)
    hands.run(27)
    head = session.head
    assert session.save is not None
    session.save.close()
    again = resumed(tmp_path / "game.crisis")
    left = Clock(again).left
    assert left is not None
    assert SITUATION - 27 <= left <= SITUATION - 27 + NOTED_EVERY
    assert again.head == head
    assert Hands(again).run(int(left)) == [left]
    assert Clock(again).left == TABLE


@pytest.mark.parametrize(
    "noted", [None, "soon", [1, "briefing"], [1, "briefing", "x"], [1, "briefing", -5], [9, "voting", 3]]
)
def test_a_note_that_says_nothing_of_this_beat_is_passed_over(noted: object, session: Session, tmp_path: Path) -> None:
    assert session.save is not None
    session.save.note("clock", noted)
    session.save.close()
    assert Clock(resumed(tmp_path / "game.crisis")).left == SITUATION


def test_a_deadline_that_cannot_be_saved_has_not_fallen_and_falls_later(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(session)
    hands.run(29)
    with monkeypatch.context() as full:

        def fail(*_: object) -> None:
            raise SaveError("the disk is full")

        full.setattr(session.save, "append", fail)
        with pytest.raises(SaveError, match="the disk is full"):
            hands.run(1)
        assert hands.place == (1, "situation")
    assert hands.run(1) == [1]
    assert hands.place == (1, "table")
