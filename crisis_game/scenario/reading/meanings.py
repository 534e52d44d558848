"""Sense: what is well-formed and linked, and still cannot be played or taught. All checks, in one order."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.scenario.reading import (
    sense_course,
    sense_law,
    sense_rounds,
    sense_style,
    sense_texts,
    sense_trials,
    sense_world,
)
from crisis_game.scenario.reading.sense import Sense

CHECKS: tuple[Callable[[Sense], None], ...] = (
    sense_world.check_members,
    sense_world.check_states,
    sense_world.check_gauges,
    sense_world.check_numbers,
    sense_world.check_adversary,
    sense_world.check_outside,
    sense_world.check_map,
    sense_texts.check_measures,
    sense_texts.check_clauses,
    sense_texts.check_drafts,
    sense_course.check_lesson,
    sense_course.check_injects,
    sense_rounds.check_times,
    sense_course.check_endings,
    sense_course.check_seats,
    sense_course.check_evidence,
    sense_course.check_means,
    sense_law.check_bases,
    sense_style.check_lengths,
    sense_style.check_reading_load,
    sense_style.check_amount,
    sense_style.check_teaching,
    sense_style.check_languages,
    sense_trials.check_trials,
)


def check_meanings(sense: Sense) -> None:
    """Note all problems of sense."""
    for check in CHECKS:
        check(sense)
