"""The report of a class, and a page for each of its students, in the forms in which they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
from crisis_game.debrief.comparison import CouncilCourse, compare
from crisis_game.debrief.personal_grades import PersonalGrade, personal_grades
from crisis_game.pages.debrief.class_report import class_report_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.debrief.student import student_page
from crisis_game.paper.grades import class_grades_csv
from crisis_game.paper.html import html
from crisis_game.paper.json import pages_json, plain
from crisis_game.paper.markdown import markdown, markdown_page
from crisis_game.texts import Text, Wording, json_of

CLASS_FORMAT = 1
"""Of a class as JSON; it changes when a field changes its meaning or goes."""

FORMS = ("md", "html", "json", "pages.json", "csv")
STUDENT_FORMS = ("md", "html", "pages.json")

WIDE = """
@media screen {
  body { max-width: 80rem; }
  td { min-width: 9rem; }
}
@media screen and (max-width: 60rem) { table { display: block; overflow-x: auto; } }
@media print {
  @page { size: A4 landscape; }
  table { break-inside: auto; }
  tr { break-inside: avoid; }
}
"""
"""For a table with a column for each council: on a phone it scrolls by itself, on paper it goes on over pages."""


def class_written(played: ClassPlayed, form: str, language: str = "") -> str:
    """The report of a class in one of its forms, as text."""
    wording = council_wording(played.councils[0], language)
    if form == "csv":
        return class_grades_csv(personal_grades(played), wording)
    if form == "json":
        return _json(played, language)
    heading = Text("Report of a class: {title}", {"title": wording.say(played.councils[0].scenario.title)})
    pages = class_report_pages(played, language)
    if form == "html":
        return html(heading, pages, wording, WIDE)
    return {"md": markdown, "pages.json": pages_json}[form](heading, pages, wording)


def student_files(played: ClassPlayed, form: str, language: str = "") -> Iterator[tuple[str, str]]:
    """A file for each student: its name, which has no sign that a file's name may not have, and its words."""
    councils = {council.name: council for council in played.councils}
    for grade in personal_grades(played):
        council = councils[grade.council]
        parts = (council.name, grade.attendee.seat, grade.attendee.key)
        name = "-".join(re.sub(r"[^\w-]+", "-", part) for part in dict.fromkeys(parts))
        yield f"{name}.{form}", _student(council, grade, form, language)


def _student(council: CouncilPlayed, grade: PersonalGrade, form: str, language: str) -> str:
    page, wording = student_page(council, grade), council_wording(council, language)
    if form == "md":
        return markdown_page(page, wording)
    return {"html": html, "pages.json": pages_json}[form](page.title, (page,), wording)


def _json(played: ClassPlayed, language: str) -> str:
    """Councils with their courses, and the grades, for other programs."""
    wordings = [council_wording(council, language) for council in played.councils]
    courses = compare(played.councils).councils
    record = {
        "crisis-game-class": CLASS_FORMAT,
        "scenario": played.folder.scenario,
        "language": wordings[0].language,
        "left_out": [{"file": each.name, "why": each.why} for each in played.left_out],
        "councils": [_course(*pair) for pair in zip(courses, wordings, strict=True)],
        "grades": _grades(personal_grades(played), wordings[0]),
    }
    return json_of(record, indent=2) + "\n"


def _course(course: CouncilCourse, wording: Wording) -> dict[str, Any]:
    ending = course.ending and {"id": course.ending.id, "title": wording.say(course.ending.title)}
    parted = course.parted and {"round": course.parted.round, "in": course.parted.aspect}
    return {
        "name": course.name,
        "seed": str(course.seed),
        "content_hash": course.content_hash,
        "finished": course.finished,
        "ending": ending,
        "parted": parted,
        "rounds": [plain(round_, wording) for round_ in course.rounds],
    }


def _grades(grades: Sequence[PersonalGrade], wording: Wording) -> list[dict[str, Any]]:
    return [
        {
            "id": grade.attendee.id,
            "email": grade.attendee.email,
            "name": grade.attendee.name,
            "council": grade.council,
            "seat": grade.attendee.seat,
            "finished": grade.finished,
            "points": grade.points,
            "seat_points": grade.seat_points,
            "lines": plain(grade.lines, wording),
            "entries": [{"part": each.part, "entry": each.entry, "round": each.round} for each in grade.evidence],
        }
        for grade in grades
    ]
