"""The minutes of a lesson: beats that fit, and play that gives way to the debrief."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Done, Rewind, apply
from crisis_game.exercise.lesson_time import (
    FASTEST,
    PLAY_SHARE,
    SLOWEST,
    LessonTime,
    beats_for,
    play_seconds,
)
from crisis_game.exercise.session import Session
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.lesson import PLAIN_LESSON
from tests.exercise.lessons import Time


@given(st.integers(10, 300))
def test_beats_fit_into_the_play_of_a_lesson_within_the_author_s_bounds(minutes: int) -> None:
    beats = beats_for(PLAIN_LESSON, minutes)
    own = play_seconds(PLAIN_LESSON, PLAIN_LESSON.beat_seconds)
    play = minutes * 60 * PLAY_SHARE
    if FASTEST * own <= play:
        assert play_seconds(PLAIN_LESSON, beats) <= play
    assert all(beats[beat] <= SLOWEST * seconds for beat, seconds in PLAIN_LESSON.beat_seconds.items())
    assert all(beats[beat] >= FASTEST * seconds - 5 for beat, seconds in PLAIN_LESSON.beat_seconds.items())


def test_a_lesson_of_fifty_minutes_has_eighteen_for_the_debrief() -> None:
    time = LessonTime(50)
    assert time.left == 32 * 60


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = Lesson.open(tmp_path / "lesson", "first-watch", seed=7, councils=("Marl", "Esker"), minutes=10)
    opened._now = Time()
    opened.join("Sara", council="Marl")
    opened.join("Theo", council="Esker")
    yield opened
    opened.close()


def in_play(council: Council) -> Session:
    assert council.session is not None
    return council.session


def closing(council: Council) -> bool:
    return in_play(council).seen(FACILITATOR).closing


def test_time_counts_from_the_beginning_and_ends_play_in_every_council_once(lesson: Lesson) -> None:
    time = lesson.time
    assert time is not None
    for now in (0.0, 100.0, 200.0):
        lesson.tick(now)
    assert time.used == 0.0
    lesson.begin()
    lesson.tick(201.0)
    lesson.tick(206.0)
    assert time.used == 6.0
    assert not any(map(closing, lesson.councils))
    lesson.tick(206.0 + 10 * 60 * PLAY_SHARE)
    assert all(map(closing, lesson.councils))
    before = [len(in_play(council).log) for council in lesson.councils]
    lesson.tick(207.0 + 10 * 60 * PLAY_SHARE)
    assert [len(in_play(council).log) for council in lesson.councils] == before


def test_a_host_that_was_started_anew_goes_on_with_what_is_left(lesson: Lesson) -> None:
    lesson.begin()
    lesson.tick(0.0)
    lesson.tick(40.0)
    lesson.close()
    again = Lesson.resume(lesson.folder)
    try:
        assert again.time is not None
        assert again.time.used == 40.0
        assert again.record.minutes == 10
    finally:
        again.close()


def test_minutes_are_not_forgotten_with_a_round_that_was_gone_back_on(lesson: Lesson) -> None:
    lesson.begin()
    lesson.tick(0.0)
    lesson.tick(40.0)
    assert apply(lesson, Rewind(1, "Marl")) == Done()
    lesson.close()
    again = Lesson.resume(lesson.folder)
    try:
        assert again.time is not None
        assert again.time.used == 40.0
    finally:
        again.close()


def test_what_is_ahead_shrinks_while_a_council_stands_and_not_while_it_plays(lesson: Lesson) -> None:
    council = lesson.councils[0]
    assert council.seconds_ahead is None
    lesson.begin()
    lesson.tick(0.0)
    first = council.seconds_ahead
    assert first is not None
    lesson.tick(4.0)
    assert council.seconds_ahead == pytest.approx(first)
    lesson.tick(34.0)  # a clock counts five of these seconds, the lesson all
    assert council.seconds_ahead == pytest.approx(first - 25.0)


def test_minutes_that_no_lesson_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="between 10 and 300 minutes"):
        Lesson.open(tmp_path / "lesson", "first-watch", minutes=5)
