"""A lesson in steps with their minutes: sitting down, the rounds as the host would pace them, and the debrief."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.exercise.lesson_profile import LessonProfile, profile_for
from crisis_game.exercise.lesson_time import BEATS
from crisis_game.scenario.lesson import Lesson as HowPlayed

StepName = Literal["settle", "recall", "round", "pause", "hot-wash", "hinges", "exit", "reserve"]

SETTLING = 4
"""Minutes until all sit, have their sheets and have read them; the host's minutes begin after that."""

DEBRIEF: Mapping[StepName, float] = {"hot-wash": 0.25, "hinges": 0.5, "exit": 0.15, "reserve": 0.1}
"""The parts of what is left after play."""


@dataclass(frozen=True, slots=True)
class LessonStep:
    """A step of a lesson, in seconds from its bell; `round` is 0 for what is no round."""

    name: StepName
    start: int
    end: int
    round: int = 0


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """How a scenario fits into so many minutes.

    Attributes:
        minutes: of each lesson, bell to bell.
        host_minutes: what `host --minutes` is told, so that it paces the same way.
        profile: what is played of it, and how.
        lessons: the steps of each lesson.
    """

    minutes: int
    host_minutes: int
    profile: LessonProfile
    lessons: tuple[tuple[LessonStep, ...], ...]

    @property
    def beats(self) -> Mapping[str, int]:
        """Seconds of each beat."""
        return self.profile.beats

    @property
    def rounds(self) -> int:
        """How many are played."""
        return self.profile.rounds

    @property
    def play(self) -> int:
        """Seconds of play in all."""
        return sum(step.end - step.start for steps in self.lessons for step in steps if step.round)


def plan_for(how: HowPlayed, minutes: int) -> LessonPlan:
    """One lesson of so many minutes."""
    host_minutes = minutes - SETTLING
    profile = profile_for(how, host_minutes)
    steps = (*_rounds("settle", profile.beats, 1, profile.rounds, profile.rounds),)
    lesson = (*steps, *_debrief(steps[-1].end, minutes * 60))
    return LessonPlan(minutes, host_minutes, profile, (lesson,))


def plan_for_two(how: HowPlayed, minutes: int) -> LessonPlan:
    """Two lessons of so many minutes each: more than half of the rounds in the first, the rest and the debrief after.

    What has one round only is played in the first, and talked about in the second.
    """
    host_minutes = minutes - SETTLING
    profile = profile_for(how, host_minutes, lessons=2 if how.rounds > 1 else 1)
    first, rounds = profile.stops_after or profile.rounds, profile.rounds
    one = (*_rounds("settle", profile.beats, 1, first, rounds),)
    one = (*one, LessonStep("pause", one[-1].end, max(one[-1].end, minutes * 60)))
    two = (*_rounds("recall", profile.beats, first + 1, rounds, rounds),)
    lessons = (one, (*two, *_debrief(two[-1].end, minutes * 60)))
    return LessonPlan(minutes, host_minutes, profile, lessons)


def _rounds(opening: StepName, beats: Mapping[str, int], first: int, last: int, of: int) -> Iterator[LessonStep]:
    """What the lesson begins with, then these rounds; the last of all goes over into the debrief with its ANSWER."""
    at = SETTLING * 60
    yield LessonStep(opening, 0, at)
    for number in range(first, last + 1):
        length = sum(beats[beat] for beat in BEATS) + (beats["answer"] if number < of else 0)
        yield LessonStep("round", at, at + length, number)
        at += length


def _debrief(start: int, end: int) -> Iterator[LessonStep]:
    at, left = start, max(0, end - start)
    for name, share in DEBRIEF.items():
        until = end if name == "reserve" else at + round(left * share)
        yield LessonStep(name, at, until)
        at = until
