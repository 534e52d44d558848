"""The minutes of a lesson on paper: whole, in order, and paced as the host would pace it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.exercise.lesson_steps import SETTLING, LessonPlan, plan_for, plan_for_two
from crisis_game.exercise.lesson_time import PLAY_SHARE, STEP, beats_for, play_seconds
from crisis_game.scenario.lesson import PROFILES, Lesson
from tests.assessment.games import scenario

HESK = scenario("hesk-strait").lesson


@st.composite
def lessons(draw: st.DrawFn) -> Lesson:
    profile = PROFILES[draw(st.sampled_from(sorted(PROFILES)))]
    return replace(HESK, rounds=draw(st.integers(1, 9)), beat_seconds=profile.beat_seconds)


def whole(plan: LessonPlan) -> None:
    for steps in plan.lessons:
        assert steps[0].start == 0
        assert steps[-1].end == plan.minutes * 60
        assert all(step.start <= step.end for step in steps)
        assert [step.start for step in steps[1:]] == [step.end for step in steps[:-1]]
    rounds = [step.round for steps in plan.lessons for step in steps if step.round]
    assert rounds == list(range(1, plan.rounds + 1))


@given(lessons(), st.integers(45, 120))
def test_a_lesson_is_whole_and_leaves_a_third_for_the_debrief(how: Lesson, minutes: int) -> None:
    plan = plan_for(how, minutes)

    whole(plan)
    assert plan.beats == beats_for(how, minutes - SETTLING)
    assert plan.play <= (minutes - SETTLING) * 60 * PLAY_SHARE
    assert plan.rounds == how.rounds or play_seconds(how, plan.beats, plan.rounds + 1) > plan.play


@given(lessons(), st.integers(45, 120))
def test_two_lessons_share_the_rounds_and_debrief_in_the_second(how: Lesson, minutes: int) -> None:
    plan = plan_for_two(how, minutes)

    whole(plan)
    first, second = ([step for step in steps if step.round] for steps in plan.lessons)
    assert len(first) - len(second) in (0, 1)
    assert [step.name for step in plan.lessons[1][-4:]] == ["hot-wash", "hinges", "exit", "reserve"]


@pytest.mark.parametrize("minutes", [50, 75, 90])
def test_hesk_strait_plays_all_its_rounds(minutes: int) -> None:
    plan = plan_for(HESK, minutes)
    debrief = next(step for step in plan.lessons[0] if step.name == "hot-wash")

    assert plan.rounds == 5
    assert debrief.start <= (SETTLING + (minutes - SETTLING) * PLAY_SHARE) * 60
    assert debrief.start > 0.6 * minutes * 60 - 5 * 4 * STEP
