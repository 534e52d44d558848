"""Grades of evidence, which conditions compare: how sure one is."""

from __future__ import annotations

from typing import Literal

Grade = Literal["rumoured", "suspected", "probable", "established"]
GRADES: tuple[Grade, ...] = ("rumoured", "suspected", "probable", "established")
"""How sure one is, weakest first."""


def grade_rank(grade: str) -> int:
    """The place of a grade, 0 for rumoured to 3 for established; -1 for a claim nobody has heard of."""
    return GRADES.index(grade) if grade in GRADES else -1
