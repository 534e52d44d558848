"""The grades of a review as CSV."""

from __future__ import annotations

import csv
import io

from crisis_game.debrief.model import Review
from crisis_game.texts import Wording


def grades_csv(review: Review, wording: Wording) -> str:
    """The grades as CSV with a head: a row for each seat. A cell never begins like a formula of a spreadsheet."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    parts = [line.id for line in review.grades[0].lines] if review.grades else []
    writer.writerow(["seat", "name", "holder", *parts, "points"])
    for grade in review.grades:
        name = wording.name("state", grade.seat)
        points = [line.points for line in grade.lines]
        writer.writerow([_safe(grade.seat), _safe(name), _safe(grade.holder), *points, grade.points])
    return text.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
