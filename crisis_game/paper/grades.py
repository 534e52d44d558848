"""The grades of a review, and those of a class, as CSV. A cell never begins like a formula of a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from crisis_game.debrief.model import Review
from crisis_game.debrief.personal_grades import PersonalGrade
from crisis_game.paper.spreadsheet_safety import defused
from crisis_game.texts import Wording


def grades_csv(review: Review, wording: Wording) -> str:
    """The grades as CSV with a head: a row for each seat."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    parts = [line.id for line in review.grades[0].lines] if review.grades else []
    writer.writerow(["seat", "name", "holder", *parts, "points"])
    for grade in review.grades:
        name = wording.name("state", grade.seat)
        points = [line.points for line in grade.lines]
        writer.writerow([defused(grade.seat), defused(name), defused(grade.holder), *points, grade.points])
    return text.getvalue()


def class_grades_csv(grades: Sequence[PersonalGrade], wording: Wording) -> str:
    """The grades of a class with a head: a row for each person; beside their points those of all the seat did."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    parts = [line.id for line in grades[0].lines] if grades else []
    writer.writerow(["id", "e-mail", "name", "council", "seat", *parts, "points", "points of the seat", "finished"])
    for grade in grades:
        who = grade.attendee
        known = (who.id, who.email, who.name, grade.council, wording.name("state", who.seat))
        points = [line.points for line in grade.lines]
        finished = "yes" if grade.finished else "no"
        writer.writerow([*map(defused, known), *points, grade.points, grade.seat_points, finished])
    return text.getvalue()
