"""The host's page: who is here, what is waited for, what can be done; each row's choices do what they say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import (
    AddMinute,
    Begin,
    CloseBeat,
    Done,
    EndAfterBeat,
    GiveLink,
    HandBack,
    HandToPolicy,
    LetIn,
    Move,
    Nudge,
    RunClock,
    Steer,
    StopClock,
    TurnAway,
    apply,
)
from crisis_game.exercise.presence import HERE_FOR
from crisis_game.pages.council_desk import desks
from crisis_game.pages.entrance import Entrance, entrance_page
from crisis_game.pages.host import HostPage, HostRow, host_page, host_wording
from crisis_game.pages.host_choices import filled
from crisis_game.pages.parts import Page, sentences
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Wording
from tests.exercise.lessons import Time, come_in, lesson_in
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen

RENDERERS = pytest.mark.parametrize("shown", [in_lines, on_screen, in_html, in_markdown, in_json])


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def lesson(tmp_path: Path, time: Time) -> Iterator[Lesson]:
    opened = lesson_in(tmp_path, time)
    yield opened
    opened.close()


def begun(lesson: Lesson, *names: str) -> list[str]:
    keys = come_in(lesson, *(names or ("Sara", "Theo")))
    assert apply(lesson, Begin()) == Done()
    return keys


def page_of(lesson: Lesson) -> HostPage:
    return host_page(lesson, desks(lesson))


def said(lesson: Lesson) -> str:
    return "\n".join(sentences(page_of(lesson).page.all, host_wording(lesson.councils[0])))


def row(lesson: Lesson, seat: str) -> HostRow:
    return next(row for row in page_of(lesson).rows if row.seat == seat)


def row_words(lesson: Lesson, seat: str) -> str:
    return " ".join("\n".join(sentences((row(lesson, seat).line,), host_wording(lesson.councils[0]))).split())


def kinds(rows: HostRow) -> set[str]:
    return {choice.action.kind for choice in rows.choices}


def test_before_play_it_is_a_waiting_room_that_begins_once_somebody_is_in(lesson: Lesson) -> None:
    assert "waiting room" in said(lesson)
    assert page_of(lesson).for_all == ()
    come_in(lesson, "Sara")
    assert "1 person here" in said(lesson)
    assert "1 seat is taken" in said(lesson)
    assert page_of(lesson).choice(Begin) is not None


def test_a_row_has_its_people_late_or_away(lesson: Lesson, time: Time) -> None:
    seat = lesson.scenario.members[0]
    (sara,) = begun(lesson, "Sara")
    assert "Sara" in row_words(lesson, seat)
    late = lesson.who(lesson.join("Mia", seat))
    assert late is not None
    lesson.hear(late.key)
    assert "Sara and Mia (late)" in row_words(lesson, seat)
    lesson.presence.left(sara)
    time.now += HERE_FOR + 1
    assert "Sara (away)" in row_words(lesson, seat)


def test_a_row_says_how_long_nothing_was_heard(lesson: Lesson, time: Time) -> None:
    seat = lesson.scenario.members[0]
    begun(lesson)
    time.now += 52
    assert "0:52" in row_words(lesson, seat)
    time.now += 60
    runs = {run.tone for run in row(lesson, seat).line.runs if "1:52" in str(run)}
    assert runs == {"bad"}


def test_a_row_says_what_is_due_until_the_seat_is_ready(lesson: Lesson) -> None:
    seat = lesson.scenario.members[0]
    (key, _) = begun(lesson)
    assert "answer 1 letter" in row_words(lesson, seat)
    assert f"Waits for {host_wording(lesson.councils[0]).name('state', seat)}" in said(lesson)
    lesson.submit(key, SetReady(), "p1.a.1")
    assert "ready" in row_words(lesson, seat)
    assert "letter" not in row_words(lesson, seat)


def test_a_seat_that_a_policy_took_over_says_since_when(tmp_path: Path) -> None:
    lesson = lesson_in(tmp_path, scenario="hesk-strait")
    seat, never = lesson.scenario.members[0], lesson.scenario.members[-1]
    begun(lesson)
    for _ in ("situation", "table", "orders"):
        apply(lesson, CloseBeat())
    apply(lesson, HandToPolicy(seat))
    assert "policy since r2" in row_words(lesson, seat)
    assert row_words(lesson, never).count("since") == 0
    assert "hand-back" in kinds(row(lesson, seat))
    apply(lesson, HandBack(seat))
    assert "since" not in row_words(lesson, seat)
    lesson.close()


def test_a_row_offers_what_can_be_done(lesson: Lesson) -> None:
    seat, empty = lesson.scenario.members[0], lesson.scenario.members[-1]
    begun(lesson)
    assert kinds(row(lesson, seat)) == {Nudge.kind, HandToPolicy.kind, Move.kind, GiveLink.kind}
    assert kinds(row(lesson, empty)) == set()


def test_who_knocks_has_a_row_before_all_seats(lesson: Lesson) -> None:
    come_in(lesson, "Sara")
    lesson.join("Sara")
    first = page_of(lesson).rows[0]
    assert first.key == "knock:p1"
    assert {type(choice.action) for choice in first.choices} == {LetIn, TurnAway}
    assert "knocks from another device; is it really Sara?" in said(lesson)


def test_the_clock_of_all_is_offered_as_it_stands(lesson: Lesson) -> None:
    begun(lesson)
    assert page_of(lesson).choice(StopClock) is not None
    assert page_of(lesson).choice(RunClock) is None
    apply(lesson, StopClock())
    assert page_of(lesson).choice(RunClock) is not None
    assert "stopped at" in said(lesson)
    apply(lesson, EndAfterBeat())
    assert page_of(lesson).choice(EndAfterBeat) is None
    assert "the last" in said(lesson)


def test_the_leading_text_stands_on_it_with_how_many_stand_where(lesson: Lesson) -> None:
    begun(lesson)
    assert page_of(lesson).leads is None
    apply(lesson, CloseBeat())
    assert " for, " in said(lesson)
    assert " could live with it, " in said(lesson)


def test_without_a_clock_none_is_offered(tmp_path: Path) -> None:
    lesson = lesson_in(tmp_path, clock="none")
    begun(lesson)
    assert "no clock" in said(lesson)
    assert page_of(lesson).choice(AddMinute) is None
    assert page_of(lesson).choice(CloseBeat) is not None
    lesson.close()


def test_every_choice_that_is_offered_can_be_done(lesson: Lesson) -> None:
    """No row offers what is refused, whatever was done before."""
    begun(lesson)
    lesson.join("Sara")
    done = set()
    for _ in range(40):
        page = page_of(lesson)
        offered = [choice for line in page.rows for choice in line.choices] + list(page.for_all)
        new = next((choice for choice in offered if choice.action not in done), None)
        if new is None:
            break
        done.add(new.action)
        given = {"": "", "words": "Your seat is waited for.", "seat": lesson.scenario.members[0]}[new.asks]
        assert isinstance(apply(lesson, filled(new.action, given)), Done), new
    assert {type(action) for action in done} >= {LetIn, Nudge, Move, GiveLink, HandToPolicy, HandBack, StopClock}


def test_when_play_is_over_nothing_is_left_to_close(lesson: Lesson) -> None:
    begun(lesson)
    apply(lesson, EndAfterBeat())
    for _ in ("situation", "table", "orders"):
        apply(lesson, CloseBeat())
    assert "play is over" in said(lesson)
    assert page_of(lesson).for_all == ()


def test_a_letter_that_repeats_a_ruling_is_not_told_again(lesson: Lesson) -> None:
    keys = begun(lesson)
    apply(lesson, Steer(OpenMoves(True)))
    lesson.submit(keys[0], ProposeMove("We send divers."), "a.1")
    playing = lesson.councils[0].playing
    assert playing is not None
    [move] = playing.seen(FACILITATOR).moves_waiting
    apply(lesson, Steer(RuleMove(move.id, "allow", "They found the cable.")))
    assert said(lesson).count("They found the cable.") == 1


@RENDERERS
def test_every_renderer_says_all_of_it(lesson: Lesson, shown: object) -> None:
    assert callable(shown)
    begun(lesson, "Sara", "Theo", "Mia", "Jon")
    lesson.join("Theo")
    apply(lesson, HandToPolicy(lesson.scenario.members[0]))
    pages: tuple[Page, ...] = (page_of(lesson).page, entrance_page(ENTRANCE))
    for page in pages:
        words = flat(shown((page,), host_wording(lesson.councils[0])))
        assert not [said for said in sentences(page.all, host_wording(lesson.councils[0])) if flat(said) not in words]


ENTRANCE = Entrance("http://192.168.1.20:8000", "AB2CD3", "/home/us/lesson-1", "192.168.1.20")


def test_the_way_in_says_what_is_open_and_who_can_read_along() -> None:
    words = "\n".join(sentences(entrance_page(ENTRANCE).all, Wording()))
    assert "Code AB2 CD3" in words
    assert "192.168.1.20" in words
    assert "can read along" in words
    alone = "\n".join(sentences(entrance_page(Entrance("http://127.0.0.1:8000", "AB2CD3", "x")).all, Wording()))
    assert "this machine alone" in alone
    assert "read along" not in alone


def test_a_council_that_is_not_marked_is_told_of_in_its_own_names(tmp_path: Path) -> None:
    lesson = Lesson.open(tmp_path / "councils", "first-watch", seed=7, councils=("Marl", "Esker"))
    come_in(lesson, "Sara", "Theo")
    apply(lesson, Begin())
    apply(lesson, CloseBeat(council="Esker"))
    page = host_page(lesson, desks(lesson), "Marl")
    told = "\n".join(sentences(page.page.all, host_wording(lesson.councils[0])))
    lesson.close()
    assert "the chair's text  0 for" in told
    assert "chair-1" not in told
