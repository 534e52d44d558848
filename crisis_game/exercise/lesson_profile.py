"""What of a scenario is played in a lesson of so many minutes, or in two: which rounds, how long, without what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from crisis_game.engine.seen import Seen
from crisis_game.exercise.lesson_time import PLAY_SHARE, beats_for, play_seconds
from crisis_game.scenario.ids import InjectId
from crisis_game.scenario.lesson import Lesson as HowPlayed
from crisis_game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class LessonProfile:
    """How a scenario fits.

    Attributes:
        beats: seconds of each beat.
        rounds: that are played, from the first on; play ends with the ANSWER of the last of them.
        stops_after: the round with which the first of two lessons ends; 0 where there is one lesson, or one round.
        is_tight: a beat is shorter than its author meant it to be, so that injects are left out which can be.
    """

    beats: Mapping[str, int]
    rounds: int
    stops_after: int
    is_tight: bool


def profile_for(how: HowPlayed, minutes: int, lessons: int = 1, rounds: int = 0) -> LessonProfile:
    """How a scenario fits into its lessons.

    Args:
        how: as its author would have it played.
        minutes: of each lesson, from when play begins.
        lessons: one, or two.
        rounds: at most so many are played, in longer beats; 0 for as many as fit.
    """
    wanted = replace(how, rounds=min(rounds or how.rounds, how.rounds))
    whole = lessons * minutes
    beats = beats_for(wanted, whole)
    played = _fitting(wanted, beats, whole)
    is_tight = any(beats[beat] < own for beat, own in how.beat_seconds.items())
    return LessonProfile(beats, played, (played + 1) // 2 if lessons > 1 and played > 1 else 0, is_tight)


def _fitting(how: HowPlayed, beats: Mapping[str, int], minutes: int) -> int:
    """How many whole rounds fit into the play of a lesson; one is always begun."""
    room = minutes * 60 * PLAY_SHARE
    return max((number for number in range(1, how.rounds + 1) if play_seconds(how, beats, number) <= room), default=1)


def left_out(scenario: Scenario, seen: Seen, last_round: int) -> tuple[InjectId, ...]:
    """Injects that can be left out and might still come, by the end of a round."""
    return tuple(
        id_
        for id_ in seen.waiting_injects
        if scenario.injects[id_].droppable
        and id_ not in seen.skipped_injects
        and seen.round <= (scenario.injects[id_].until_round or scenario.injects[id_].round or last_round)
        and (scenario.injects[id_].round or seen.round) <= last_round
    )
