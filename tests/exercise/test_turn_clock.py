"""The clock of one keyboard: it runs for who sits there, turn by turn, and nobody loses time that was not theirs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.sender import SESSION
from crisis_game.exercise.deadlines import NOTED_EVERY
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.exercise.turn_clock import PACES, TurnClock, keep_pace, pace_of
from crisis_game.exercise.verify import read_log, verify
from tests.exercise.playing import new_game, resumed
from tests.exercise.ticking import Ticking

SITUATION, TABLE = PACES["quick"]["situation"], PACES["quick"]["table"]


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Two people who never say that they are ready."""
    return new_game(tmp_path / "game.crisis", "AAA", "BBB")


class Keyboard(Ticking):
    """The clock of turns of a session."""

    clock: TurnClock

    def __init__(self, session: Session) -> None:
        super().__init__(TurnClock(session, "quick"), 50.0)
        self.session = session

    def run(self, seconds: int) -> list[int]:
        """Tick now and each second; at which seconds of these a turn was over."""
        self.clock.tick(self.now)
        return super().run(seconds)

    @property
    def beat(self) -> str:
        return self.session.seen("AAA").beat


def test_each_person_has_a_turn_and_after_the_last_the_beats_deadline_falls(session: Session) -> None:
    keys = Keyboard(session)
    assert keys.run(100) == []
    keys.clock.sit("AAA")
    assert keys.run(SITUATION + 100) == [SITUATION]
    assert (keys.beat, session.waiting()) == ("situation", ("BBB",))
    keys.clock.sit("BBB")
    assert keys.clock.left == SITUATION
    assert keys.run(SITUATION) == [SITUATION]
    assert (keys.beat, session.waiting()) == ("table", ("AAA", "BBB"))
    assert keys.clock.left == TABLE
    done = [(entry.submission.command.kind, entry.submission.seat, entry.submission.by) for entry in session.log]
    assert ("set-ready", "AAA", SESSION) in done
    assert ("deadline-passed", SESSION, SESSION) in done
    assert session.save is not None
    session.save.close()
    assert verify(read_log(session.save.path), session.authored).sound


def test_the_curtain_costs_nobody_time_and_a_turn_goes_on_where_it_was_left(session: Session) -> None:
    keys = Keyboard(session)
    keys.clock.sit("AAA")
    keys.run(10)
    keys.clock.sit(None)
    keys.run(500)
    keys.clock.sit("BBB")
    keys.run(5)
    assert keys.clock.left == SITUATION - 5
    keys.clock.sit("AAA")
    assert keys.clock.left == SITUATION - 10


def test_a_stopped_clock_stands_and_what_the_program_needs_does_not_count(session: Session) -> None:
    keys = Keyboard(session)
    keys.clock.sit("AAA")
    keys.run(10)
    keys.clock.stopped = True
    assert keys.run(500) == []
    keys.clock.stopped = False
    assert keys.clock.left == SITUATION - 10
    keys.now += 3
    keys.clock.leave_out(3)
    assert keys.run(1) == []
    assert keys.clock.left == SITUATION - 11


def test_who_is_ready_spends_no_time_and_a_new_beat_begins_with_all_of_it(session: Session) -> None:
    keys = Keyboard(session)
    keys.clock.sit("AAA")
    keys.run(10)
    assert isinstance(session.submit("AAA", SetReady()), Receipt)
    keys.run(100)
    assert keys.clock.left == SITUATION - 10
    assert isinstance(session.submit("BBB", SetReady()), Receipt)
    keys.run(1)
    assert (keys.beat, keys.clock.left) == ("table", TABLE - 1)


def test_a_resumed_game_goes_on_with_what_each_had_left(session: Session, tmp_path: Path) -> None:
    keys = Keyboard(session)
    keys.clock.sit("AAA")
    keys.run(NOTED_EVERY * 2)
    keys.clock.sit("BBB")
    keys.run(NOTED_EVERY)
    assert session.save is not None
    session.save.close()
    clock = TurnClock(resumed(tmp_path / "game.crisis"), "quick")
    clock.sit("AAA")
    assert clock.left == SITUATION - 2 * NOTED_EVERY
    clock.sit("BBB")
    assert clock.left == SITUATION - NOTED_EVERY


@pytest.mark.parametrize("turns", [{"AAA": -1}, {"AAA": "x"}, {"AAA": True}, {"AAA": 10**30}, 7, ["AAA"], None])
def test_a_note_that_makes_no_sense_is_passed_over(turns: Any, session: Session, tmp_path: Path) -> None:
    assert session.save is not None
    seen = session.seen("AAA")
    session.save.note("clock", [seen.round, seen.phase, turns])
    session.save.close()
    clock = TurnClock(resumed(tmp_path / "game.crisis"), "quick")
    clock.sit("AAA")
    assert clock.left == SITUATION


def test_a_pace_is_kept_and_a_strange_one_is_told(session: Session) -> None:
    assert session.save is not None
    assert pace_of(session) == ("", None)
    keep_pace(session, "class")
    assert pace_of(session) == ("class", None)
    for strange in (7, ["class"], "tutorial", {"class": 1}):
        session.save.note("pace", strange)
        pace, fault = pace_of(session)
        assert pace == ""
        assert fault is not None
    session.save.close()
