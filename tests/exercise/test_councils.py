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
    Rewind,
    RunClock,
    StopClock,
    apply,
)
from crisis_game.exercise.lesson_file import check_councils
from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.exercise.verify import read_log
from crisis_game.pages.council_desk import desks
from crisis_game.pages.host_news import HostNews
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


# Going back -----------------------------------------------------------------------------------------------------------


def played_to_round_two(lesson: Lesson) -> Council:
    """The first council at the beginning of its second round, with something said in the first."""
    lesson.join("Sara", council=MARL)
    lesson.begin()
    first = lesson.councils[0]
    lesson.submit(first.people[-1].key, SetReady(), "p1.a.1")
    for _ in range(6):
        if first.beat.startswith("2."):
            break
        assert apply(lesson, CloseBeat(council=MARL)) == Done()
    return first


@pytest.fixture
def longer(tmp_path: Path) -> Iterator[Lesson]:
    opened = Lesson.open(tmp_path / "lesson", "hesk-strait", seed=7, councils=(MARL, ESKER), clock="none")
    opened._now = Time()
    yield opened
    opened.close()


def test_a_round_is_played_anew_from_its_beginning_and_what_was_is_kept(longer: Lesson) -> None:
    council = played_to_round_two(longer)
    assert council.beat == "2.situation"
    truth, before = in_play(council).final_state().world.truth, len(in_play(council).log)
    told: list[str] = []
    council.listen(lambda: told.append(council.beat))
    assert apply(longer, Rewind(1, MARL)) == Done()
    assert council.beat == "1.situation"
    assert told == ["1.situation"]
    assert len(in_play(council).log) < before
    assert in_play(council).final_state().world.truth == truth
    assert isinstance(longer.submit("p1", SetReady(), "p1.a.1"), Receipt), "what was sent before counts anew"
    kept = council.path.with_name("council-before-1.crisis")
    assert len(read_log(kept).entries) == before
    longer.close()
    again = Lesson.resume(longer.folder)
    assert again.councils[0].beat == council.beat
    again.close()


def test_what_pages_keep_of_a_council_goes_back_with_it(longer: Lesson) -> None:
    longer.join("Mia", council=MARL)
    council = played_to_round_two(longer)
    kept, news = desks(longer), HostNews(longer)
    seat = longer.attendee("p2").seat
    assert apply(longer, HandToPolicy(seat, MARL)) == Done()
    assert kept[MARL].at_work.handed_in(seat) == 2
    sheet = kept[MARL].sheet
    assert sheet is not None
    assert sum(row.standing == "sent" for row in sheet.injects) > 0
    came = sum(row.standing == "sent" for row in sheet.injects)
    news.sentences()
    assert apply(longer, Rewind(1, MARL)) == Done()
    assert kept[MARL].at_work.handed_in(seat) == 0
    back = kept[MARL].sheet
    assert back is not None
    assert sum(row.standing == "sent" for row in back.injects) < came
    assert "It goes on from the beginning" in news.sentences()[0].values["words"].msgid
    assert council.session is not None


def test_nobody_goes_back_to_what_was_not_played(longer: Lesson) -> None:
    assert isinstance(apply(longer, Rewind(1, MARL)), Refusal)
    played_to_round_two(longer)
    assert isinstance(apply(longer, Rewind(3, MARL)), Refusal)
    assert isinstance(apply(longer, Rewind(0, MARL)), Refusal)
    assert not list(longer.folder.glob("*before*"))


def test_where_it_cannot_be_kept_play_goes_on_as_it_stood(longer: Lesson, monkeypatch: pytest.MonkeyPatch) -> None:
    council = played_to_round_two(longer)
    before = len(in_play(council).log)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crisis_game.exercise.council.shutil.copyfile", full)
    with pytest.raises(SaveError, match="No space left"):
        apply(longer, Rewind(1, MARL))
    assert council.beat == "2.situation"
    assert len(in_play(council).log) == before
    assert isinstance(longer.submit("p1", SetReady(), "p1.a.9"), Receipt)
