"""Real cases that turned on a question: first those whose record answers it, then those in which the judge does."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from crisis_game.law.casebook.case import Act
from crisis_game.law.casebook.library import library
from crisis_game.law.judge import judge


@cache
def turned_on(question: str) -> tuple[Act, ...]:
    """The acts that turned on a question of the casebook, oldest first among those on record, then among the others."""
    acts = library()
    on_record = [act for act in acts if question in act.on_record.questions]
    return (*on_record, *_found_by_judge(question, (act for act in acts if act not in on_record)))


def _found_by_judge(question: str, acts: Iterable[Act]) -> Iterable[Act]:
    return (act for act in acts if judge(act.conduct).questions[question] != "not-applicable")
