"""How sure something is: a sign for who sees it, and its word."""

from __future__ import annotations

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.pages.parts import Run, Tone
from crisis_game.texts import Text


def grade_sign(grade: Grade | None) -> str:
    """One to four filled bars; four empty ones for no view."""
    filled = grade_rank(grade) + 1 if grade else 0
    return "▰" * filled + "▱" * (len(GRADES) - filled)


def graded(grade: Grade, tone: Tone = "plain") -> Run:
    """A grade behind its sign."""
    return Run(Text("{grade:grade}", {"grade": grade}), tone, grade_sign(grade))
