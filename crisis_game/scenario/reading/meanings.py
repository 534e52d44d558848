"""Sense: what is well-formed and linked, and still cannot be played or taught. All checks, in one order."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.scenario.reading import (
    check_course,
    check_law,
    check_rounds,
    check_style,
    check_texts,
    check_trials,
    check_world,
)
from crisis_game.scenario.reading.sense import Sense

CHECKS: tuple[Callable[[Sense], None], ...] = (
    check_world.check_members,
    check_world.check_states,
    check_world.check_gauges,
    check_world.check_numbers,
    check_world.check_adversary,
    check_world.check_outside,
    check_world.check_map,
    check_texts.check_measures,
    check_texts.check_clauses,
    check_texts.check_drafts,
    check_course.check_lesson,
    check_course.check_injects,
    check_rounds.check_times,
    check_course.check_endings,
    check_course.check_seats,
    check_course.check_evidence,
    check_course.check_means,
    check_law.check_bases,
    check_style.check_lengths,
    check_style.check_reading_load,
    check_style.check_amount,
    check_style.check_teaching,
    check_style.check_languages,
    check_trials.check_trials,
)


def check_meanings(sense: Sense) -> None:
    """Note all problems of sense."""
    for check in CHECKS:
        check(sense)
