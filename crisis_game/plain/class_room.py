"""A class in lines: its councils, the comparison, rulings, what was learnt and hidden, and each student's page."""

from __future__ import annotations

from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.debrief.personal_grades import personal_grades
from crisis_game.pages.debrief.class_overview import class_overview_page
from crisis_game.pages.debrief.class_report import class_report_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.debrief.student import student_page
from crisis_game.pages.parts import Kind, Page
from crisis_game.plain.console import Console, EndOfInputError
from crisis_game.plain.page_lines import read_page
from crisis_game.texts import Text


def run(played: ClassPlayed, language: str = "", console: Console | None = None) -> int:
    """Read about a class until nobody wants to read on. The exit code."""
    console = console or Console(council_wording(played.councils[0], language))
    overview = class_overview_page(played, language)
    pages = (overview, *class_report_pages(played, language))
    try:
        _read(console, overview)
        while True:
            options = [*(page.title for page in pages), Text("A student")]
            place = console.choose(Text("What do you want to read?"), options, Text("Leave"))
            if place is None:
                return 0
            if place < len(pages):
                _read(console, pages[place])
            else:
                _student(console, played, language)
    except EndOfInputError:
        return 0


def _student(console: Console, played: ClassPlayed, language: str) -> None:
    """Choose somebody, and read their page in the words of their council."""
    grades = personal_grades(played)
    names = [
        Text("{name}, {council}", {"name": grade.attendee.name or grade.attendee.seat, "council": grade.council})
        for grade in grades
    ]
    place = console.choose(Text("Whose page?"), names, Text("Back"))
    if place is None:
        return
    council = next(council for council in played.councils if council.name == grades[place].council)
    before, console.wording = console.wording, council_wording(council, language)
    try:
        _read(console, student_page(council, grades[place]))
    finally:
        console.wording = before


def _read(console: Console, page: Page) -> None:
    read_page(console, page, _look_up)


def _look_up(_kind: Kind, _id: str) -> None:
    """Nothing here leads into the library: the title has it."""
