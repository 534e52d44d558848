"""Several councils in one lesson: the same luck, and each plays for itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.council import Council
from crisis_game.exercise.knocks import NotLetInError
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import (
    AddMinute,
    Begin,
    CloseBeat,
    Done,
    EndAfterBeat,
    HandToPolicy,
    Move,
    RunClock,
    StopClock,
    apply,
)
from crisis_game.exercise.lesson_file import check_councils
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.scenario.ids import FACILITATOR
from tests.exercise.lessons import Time

MARL, ESKER = "Marl", "Esker"


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = Lesson.open(tmp_path / "lesson", "first-watch", councils=(MARL, ESKER))
    opened._now = Time()
    yield opened
    opened.close()


def in_play(council: Council) -> Session:
    assert council.session is not None
    return council.session


def two_in(lesson: Lesson) -> tuple[Council, Council]:
    """Sara in the first council and Theo in the second, both in play."""
    lesson.join("Sara", council=MARL)
    lesson.join("Theo", council=ESKER)
    assert apply(lesson, Begin()) == Done()
    first, second = lesson.councils
    return first, second


def test_people_come_where_they_want_else_where_the_fewest_are(lesson: Lesson) -> None:
    lesson.join("Sara", council=ESKER)
    lesson.join("Theo")
    lesson.join("Mia")
    assert [attendee.council for attendee in lesson.attendees] == [ESKER, MARL, MARL]
    assert len({attendee.seat for attendee in lesson.attendees[1:]}) == 2
    with pytest.raises(NotLetInError):
        lesson.join("Jon", council="Orm")


def test_all_have_the_same_luck_and_what_one_does_another_does_not_know(lesson: Lesson) -> None:
    first, second = two_in(lesson)
    assert in_play(first).final_state().world == in_play(second).final_state().world
    assert first.path != second.path
    before = second.beat, len(in_play(second).log)
    seat = lesson.attendee("p1").seat
    assert isinstance(lesson.submit("p1", SetReady(), "p1.a.1"), Receipt)
    assert in_play(first).seen(FACILITATOR).is_ready(seat) or first.beat != "1.situation"
    assert (second.beat, len(in_play(second).log)) == before


def test_a_change_in_one_is_told_there_and_to_who_listens_to_all(lesson: Lesson) -> None:
    first, second = two_in(lesson)
    told: list[str] = []
    first.listen(lambda: told.append("first"))
    second.listen(lambda: told.append("second"))
    lesson.listen(lambda: told.append("all"))
    lesson.submit("p1", SetReady(), "p1.a.1")
    assert set(told) == {"first", "all"}
    told.clear()
    lesson.join("Mia")
    assert {"first", "second", "all"} == set(told)


def test_one_can_begin_before_the_other_and_a_later_one_has_the_same_world(lesson: Lesson) -> None:
    lesson.join("Sara", council=MARL)
    lesson.join("Theo", council=ESKER)
    assert apply(lesson, Begin(ESKER)) == Done()
    first, second = lesson.councils
    assert first.session is None
    lesson.close()
    again = Lesson.resume(lesson.folder)
    try:
        assert [council.session is not None for council in again.councils] == [False, True]
        assert apply(again, Begin()) == Done()
        worlds = [in_play(council).final_state().world for council in again.councils]
        assert worlds[0] == worlds[1] == in_play(second).final_state().world
        assert isinstance(apply(again, Begin()), Refusal)
    finally:
        again.close()


def test_an_action_is_done_in_the_council_that_it_names_else_in_all(lesson: Lesson) -> None:
    first, second = two_in(lesson)
    paused = [lambda council=council: in_play(council).seen(FACILITATOR).paused for council in (first, second)]
    assert apply(lesson, StopClock(MARL)) == Done()
    assert [stands() for stands in paused] == [True, False]
    assert apply(lesson, StopClock()) == Done()
    assert [stands() for stands in paused] == [True, True]
    assert apply(lesson, RunClock()) == Done()
    assert [stands() for stands in paused] == [False, False]
    assert apply(lesson, AddMinute(ESKER)) == Done()
    assert [in_play(council).seen(FACILITATOR).extra_seconds for council in (first, second)] == [0, 60]
    assert apply(lesson, CloseBeat(1, "situation", MARL)) == Done()
    assert [first.beat, second.beat] == ["1.table", "1.situation"]
    assert isinstance(apply(lesson, CloseBeat(1, "situation", MARL)), Refusal)
    assert apply(lesson, CloseBeat()) == Done()
    assert [first.beat, second.beat] == ["1.orders", "1.table"]
    assert apply(lesson, EndAfterBeat()) == Done()
    assert isinstance(apply(lesson, EndAfterBeat()), Refusal)
    assert isinstance(apply(lesson, StopClock("Orm")), Refusal)


def test_a_seat_is_handed_over_in_one_council_alone(lesson: Lesson) -> None:
    first, second = two_in(lesson)
    seat = lesson.attendee("p1").seat
    assert apply(lesson, HandToPolicy(seat, MARL)) == Done()
    assert in_play(first).holders[seat] != PERSON
    assert in_play(second).holders[lesson.attendee("p2").seat] == PERSON


def test_who_moves_to_another_council_plays_there_from_then_on(lesson: Lesson) -> None:
    first, second = two_in(lesson)
    free = next(seat for seat in lesson.scenario.members if not second.at(seat))
    assert apply(lesson, Move("p1", free, ESKER)) == Done()
    moved = lesson.attendee("p1")
    assert (moved.council, moved.seat) == (ESKER, free)
    assert first.people == ()
    assert in_play(second).holders[free] == PERSON
    assert isinstance(lesson.submit("p1", SetReady(), "p1.a.1"), Receipt)
    assert isinstance(apply(lesson, Move("p1", free, "Orm")), Refusal)


@pytest.mark.parametrize(
    ("names", "because"),
    [
        ((), "between 1 and 8 councils"),
        (tuple(map(str, range(9))), "between 1 and 8 councils"),
        (("Marl", ""), "needs a name"),
        (("Marl", "marl"), "the same name"),
        (("Marl/Esker",), "no name of a council"),
        (("M" * 25,), "no name of a council"),
    ],
)
def test_councils_that_cannot_be_told_apart_are_refused(names: tuple[str, ...], because: str) -> None:
    with pytest.raises(ValueError, match=because):
        check_councils(names)
