"""What the facilitator of a lesson can do, one action after the other, and what is refused in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine import codec
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.events.facilitator import SeatTakenOver
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import (
    ACTIONS,
    AddMinute,
    Begin,
    CloseBeat,
    Done,
    EndAfterBeat,
    GiveLink,
    HandBack,
    HandToPolicy,
    HostAction,
    LetIn,
    Move,
    Nudge,
    RevealToAll,
    RunClock,
    Steer,
    StopClock,
    TurnAway,
    apply,
    policy_for,
)
from crisis_game.exercise.nudges import LONGEST, MOST_WAITING
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import OBSERVER, PERSON, Receipt
from crisis_game.scenario.ids import FACILITATOR
from tests.exercise.lessons import come_in, lesson_in


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path)
    yield opened
    opened.close()


def begun(lesson: Lesson) -> Session:
    """Begin, with somebody in the first two seats."""
    come_in(lesson, "Sara", "Theo")
    assert apply(lesson, Begin()) == Done()
    assert lesson.councils[0].session is not None
    return lesson.councils[0].session


def refusal(lesson: Lesson, action: HostAction) -> str:
    """The code of why an action is not done."""
    answer = apply(lesson, action)
    assert isinstance(answer, Refusal), answer
    return answer.code


def test_it_begins_once_somebody_is_in(lesson: Lesson) -> None:
    assert refusal(lesson, Begin()) == "not-let-in"
    begun(lesson)
    assert refusal(lesson, Begin()) == "not-let-in"


def test_who_knocks_is_let_in_or_turned_away(lesson: Lesson) -> None:
    (key,) = come_in(lesson, "Sara")
    first, second = lesson.join("Sara"), ""
    assert apply(lesson, TurnAway(key)) == Done()
    assert lesson.who(first) is None
    second = lesson.join("sara")
    assert apply(lesson, LetIn(key)) == Done()
    assert lesson.who(second) == lesson.attendee(key)
    assert refusal(lesson, LetIn(key)) == "gone"
    assert refusal(lesson, TurnAway(key)) == "gone"


def test_somebody_is_moved_to_another_seat(lesson: Lesson) -> None:
    (key,) = come_in(lesson, "Sara")
    last = lesson.scenario.members[-1]
    assert apply(lesson, Move(key, last)) == Done()
    assert lesson.attendee(key).seat == last
    assert refusal(lesson, Move(key, "XYZ")) == "gone"
    assert refusal(lesson, Move("p99", last)) == "gone"


def test_a_personal_link_opens_the_door_for_its_person(lesson: Lesson) -> None:
    (key,) = come_in(lesson, "Sara")
    given = apply(lesson, GiveLink(key))
    assert isinstance(given, Done)
    assert lesson.who(given.token) == lesson.attendee(key)


def test_a_nudge_waits_until_it_is_taken_and_is_taken_once(lesson: Lesson) -> None:
    (key,) = come_in(lesson, "Sara")
    assert apply(lesson, Nudge(key, " Your seat\n is waited for.  ")) == Done()
    assert lesson.nudges.take(key) == ("Your seat is waited for.",)
    assert lesson.nudges.take(key) == ()
    assert refusal(lesson, Nudge(key, " \n ")) == "no-words"
    assert refusal(lesson, Nudge("p99", "You there")) == "gone"


def test_nudges_are_bounded(lesson: Lesson) -> None:
    (key,) = come_in(lesson, "Sara")
    for number in range(MOST_WAITING + 2):
        apply(lesson, Nudge(key, f"{number} " + "x" * 2 * LONGEST))
    taken = lesson.nudges.take(key)
    assert [words[0] for words in taken] == ["2", "3", "4", "5", "6"]
    assert all(len(words) == LONGEST for words in taken)


def test_a_nudge_leaves_no_trace_in_the_log(lesson: Lesson) -> None:
    session = begun(lesson)
    before = list(session.log)
    apply(lesson, Nudge("p1", "Your seat is waited for."))
    assert session.log == before


def test_the_clock_is_stopped_run_and_lengthened(lesson: Lesson) -> None:
    session = begun(lesson)
    assert lesson.councils[0].clock is not None
    left = lesson.councils[0].clock.left
    assert left is not None
    assert apply(lesson, StopClock()) == Done()
    assert session.seen(FACILITATOR).paused
    assert refusal(lesson, StopClock()) == "clock-stands"
    assert apply(lesson, RunClock()) == Done()
    assert refusal(lesson, RunClock()) == "clock-runs"
    assert apply(lesson, AddMinute()) == Done()
    assert lesson.councils[0].clock.left == left + 60


def test_a_beat_is_closed_and_play_ends_after_it(lesson: Lesson) -> None:
    session = begun(lesson)
    assert apply(lesson, CloseBeat()) == Done()
    assert session.seen(FACILITATOR).beat == "table"
    assert apply(lesson, EndAfterBeat()) == Done()
    assert refusal(lesson, EndAfterBeat()) == "ending-already"
    apply(lesson, CloseBeat())
    assert session.finished


def test_a_beat_that_is_closed_twice_at_once_is_closed_once(lesson: Lesson) -> None:
    session = begun(lesson)
    assert apply(lesson, CloseBeat(1, "situation")) == Done()
    assert refusal(lesson, CloseBeat(1, "situation")) == "gone"
    assert session.seen(FACILITATOR).beat == "table"


def test_a_second_tap_on_ready_does_not_count_for_the_beat_after(lesson: Lesson) -> None:
    session = begun(lesson)
    assert isinstance(lesson.submit("p1", SetReady(), "p1.a.1", lesson.councils[0].beat), Receipt)
    last = lesson.submit("p2", SetReady(), "p2.a.1", "1.situation")
    assert isinstance(last, Receipt)
    assert lesson.councils[0].beat == "1.table"
    assert lesson.submit("p2", SetReady(), "p2.a.1", "1.situation") == last
    again = lesson.submit("p2", SetReady(), "p2.a.2", "1.situation")
    assert isinstance(again, Refusal)
    assert again.code == "beat-over"
    assert not session.seen(lesson.attendee("p2").seat).is_ready()


def test_a_seat_goes_to_the_lessons_policy_and_back_to_its_people(lesson: Lesson) -> None:
    session = begun(lesson)
    seat, empty = lesson.scenario.members[0], lesson.scenario.members[-1]
    assert apply(lesson, HandToPolicy(seat)) == Done()
    assert session.holders[seat] == policy_for(lesson, seat)
    assert apply(lesson, HandBack(seat)) == Done()
    assert session.holders[seat] == PERSON
    assert refusal(lesson, HandBack(empty)) == "nobody-there"


@pytest.mark.parametrize("action", [StopClock(), CloseBeat(), HandToPolicy("ALD"), RevealToAll("truth")])
def test_nothing_of_the_exercise_is_done_before_it_has_begun(lesson: Lesson, action: HostAction) -> None:
    assert refusal(lesson, action) == "not-begun"


def test_what_the_facilitator_does_is_in_the_log_under_their_name(lesson: Lesson) -> None:
    session = begun(lesson)
    apply(lesson, RevealToAll("truth"))
    assert session.log[-1].submission.by == FACILITATOR


@pytest.mark.parametrize(
    "action",
    [Begin(), Move("p1", "ALD"), Nudge("p1", "You there"), HandBack("ALD"), RevealToAll("scores"), GiveLink("p3")],
)
def test_an_action_can_be_written_and_read_again(action: HostAction) -> None:
    written = json.loads(json.dumps(codec.write(action)))
    assert codec.read_kind(ACTIONS, written, "action") == action


def test_all_actions_are_known_by_their_kinds() -> None:
    assert {*ACTIONS.values(), Steer} == set(HostAction.__args__)  # type: ignore[attr-defined]


def test_everybody_reads_in_their_own_log_that_a_policy_took_a_seat_over_and_nothing_of_it_before_play(
    lesson: Lesson,
) -> None:
    session = begun(lesson)
    seat, *others = lesson.scenario.members

    def read(reader: str) -> list[SeatTakenOver]:
        events = (event for heard in session.own_log(reader) for event in heard.events)
        return [event for event in events if isinstance(event, SeatTakenOver)]

    assert all(read(reader) == [] for reader in (seat, *others))
    apply(lesson, HandToPolicy(seat))
    apply(lesson, HandBack(seat))
    for reader in (seat, *others, OBSERVER):
        assert [(event.seat, event.by) for event in read(reader)] == [(seat, "policy"), (seat, "people")]
