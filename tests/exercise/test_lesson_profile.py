"""Which rounds a lesson plays, in how many lessons, and what it leaves out: from the start, or once it is behind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.engine.acts.facilitator import HoldInject
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import CloseBeat, Rewind, RunClock, apply
from crisis_game.exercise.lesson_profile import left_out, profile_for
from crisis_game.exercise.lesson_time import PLAY_SHARE, play_seconds
from crisis_game.exercise.session import Session
from crisis_game.pages.council_desk import desks
from crisis_game.pages.desk_tabs import BETWEEN_LESSONS, desk_tabs, news_line
from crisis_game.pages.host import host_page, host_wording
from crisis_game.pages.parts import Run, line, sentences
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.lesson import PROFILES
from crisis_game.scenario.lesson import Lesson as HowPlayed
from tests.assessment.games import scenario
from tests.exercise.lessons import Time

HESK = scenario("hesk-strait")
MARKED = {id_ for id_, inject in HESK.injects.items() if inject.droppable}
BEHIND = "this council is behind"


@st.composite
def ways_to_play(draw: st.DrawFn) -> HowPlayed:
    profile = PROFILES[draw(st.sampled_from(sorted(PROFILES)))]
    return replace(HESK.lesson, rounds=draw(st.integers(1, 9)), beat_seconds=profile.beat_seconds)


@given(ways_to_play(), st.integers(10, 300), st.integers(1, 2), st.integers(0, 9))
def test_a_profile_plays_whole_rounds_that_fit_and_stops_between_them(
    how: HowPlayed, minutes: int, lessons: int, rounds: int
) -> None:
    profile = profile_for(how, minutes, lessons, rounds)
    assert 1 <= profile.rounds <= min(rounds or how.rounds, how.rounds)
    if profile.rounds > 1:
        assert play_seconds(how, profile.beats, profile.rounds) <= lessons * minutes * 60 * PLAY_SHARE
    assert bool(profile.stops_after) is (lessons == 2 and profile.rounds > 1)
    assert profile.stops_after < profile.rounds
    assert profile.is_tight is any(profile.beats[beat] < own for beat, own in how.beat_seconds.items())


@given(ways_to_play(), st.integers(10, 300), st.integers(1, 9))
def test_fewer_rounds_are_played_in_beats_no_shorter(how: HowPlayed, minutes: int, rounds: int) -> None:
    fewer, whole = profile_for(how, minutes, rounds=rounds), profile_for(how, minutes)
    assert all(fewer.beats[beat] >= seconds for beat, seconds in whole.beats.items())


@contextmanager
def playing(folder: Path, minutes: int, lessons: int = 1, rounds: int = 0) -> Iterator[tuple[Lesson, Council]]:
    opened = Lesson.open(folder / "lesson", "hesk-strait", seed=7, minutes=minutes, lessons=lessons, rounds=rounds)
    opened._now = Time()
    try:
        opened.join("Sara")
        opened.begin()
        opened.tick(0.0)
        yield opened, opened.councils[0]
    finally:
        opened.close()


def in_play(council: Council) -> Session:
    assert council.session is not None
    return council.session


def close_beats(lesson: Lesson, beats: int) -> None:
    """Beats that are closed by the facilitator, with a moment between them."""
    for _ in range(beats):
        apply(lesson, CloseBeat())
        lesson.tick(lesson.time._last or 0.0 if lesson.time is not None else 0.0)


@pytest.mark.parametrize(
    ("minutes", "rounds", "tight"), [(50, 0, True), (75, 0, False), (90, 0, False), (50, 3, False)]
)
def test_where_beats_are_shorter_than_meant_injects_are_left_out_from_the_start(
    tmp_path: Path, minutes: int, rounds: int, tight: bool
) -> None:
    with playing(tmp_path, minutes, rounds=rounds) as (lesson, council):
        assert council.profile is not None
        assert in_play(council).seen(FACILITATOR).skipped_injects == (MARKED if tight else set())
        apply(lesson, Rewind(1))
        assert in_play(council).seen(FACILITATOR).skipped_injects == (MARKED if tight else set())


def test_what_is_left_out_can_be_let_go_its_way_again(tmp_path: Path) -> None:
    with playing(tmp_path, 50) as (_, council):
        council.direct(HoldInject("r4-mothers", False))
        assert in_play(council).seen(FACILITATOR).skipped_injects == MARKED - {"r4-mothers"}


def test_play_ends_with_the_last_round_that_is_played(tmp_path: Path) -> None:
    with playing(tmp_path, 90, rounds=2) as (lesson, council):
        close_beats(lesson, 4)
        assert council.beat == "2.table"
        assert not in_play(council).seen(FACILITATOR).closing
        close_beats(lesson, 1)
        assert council.beat == "2.orders"
        assert in_play(council).seen(FACILITATOR).closing
        close_beats(lesson, 1)
        assert in_play(council).finished
        assert in_play(council).seen(FACILITATOR).round == 2


def test_the_first_of_two_lessons_ends_between_two_rounds_and_the_second_goes_on_with_the_save(tmp_path: Path) -> None:
    with playing(tmp_path, 50, lessons=2) as (lesson, council):
        assert council.profile is not None
        assert council.profile.stops_after == 3
        close_beats(lesson, 8)
        assert (council.beat, council.rests) == ("3.orders", False)
        close_beats(lesson, 1)
        assert (council.beat, council.rests) == ("4.situation", True)
        assert host_page(lesson, desks(lesson)).lesson[0].words == BETWEEN_LESSONS
        assert news_line(council) == line(Run(BETWEEN_LESSONS, "warning"))
        assert lesson.time is not None
        used = lesson.time.used
        lesson.tick(5000.0)
        assert lesson.time.used == used
    again = Lesson.resume(tmp_path / "lesson")
    try:
        [council] = again.councils
        again.tick(0.0)
        assert council.rests
        apply(again, RunClock())
        again.tick(1.0)
        assert not council.rests
        assert not in_play(council).seen(FACILITATOR).paused
    finally:
        again.close()


def test_what_can_be_left_out_is_proposed_once_a_council_is_behind_by_more_than_a_beat(tmp_path: Path) -> None:
    with playing(tmp_path, 75) as (lesson, council):
        desk = desks(lesson)[""]
        assert lesson.time is not None
        assert council.clock is not None

        def proposed() -> list[str]:
            assert desk.sheet is not None
            return [words for words in sentences(desk.sheet.page.parts, host_wording(council)) if BEHIND in words]

        ahead, beat = council.seconds_ahead, council.clock.beats["situation"]
        assert ahead is not None
        lesson.time.used += ahead + beat
        assert (council.to_leave_out, proposed()) == ((), [])
        lesson.time.used += 1
        assert set(council.to_leave_out) == MARKED
        assert len(proposed()) == len(MARKED)
        assert desk_tabs(council)[0].waits == len(MARKED)


def test_of_rounds_that_are_over_or_not_played_nothing_is_left_out(tmp_path: Path) -> None:
    with playing(tmp_path, 75) as (lesson, council):
        seen = in_play(council).seen(FACILITATOR)
        assert set(left_out(council.scenario, seen, 3)) == {id_ for id_ in MARKED if id_ < "r4"}
        close_beats(lesson, 6)
        assert council.beat == "3.situation"
        assert "r2-quiet" not in left_out(council.scenario, in_play(council).seen(FACILITATOR), 5)
