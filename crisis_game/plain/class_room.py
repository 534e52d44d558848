"""A class in lines: its councils, how they compare, rulings, what was learnt, each student's page; and ratings."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.act import Refusal
from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.session_opening import go_on
from crisis_game.pages.debrief.class_overview import class_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.parts import Kind, Page
from crisis_game.pages.running_sheet import LONGEST, RunningSheet, SheetChoice, SheetMaker, filled
from crisis_game.plain.console import BACK, Console, EndOfInputError
from crisis_game.plain.page_lines import read_page, say_page, words_of
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Text

Load = Callable[[], ClassPlayed]
"""Reads a class."""


def run(load: Load, language: str = "", console: Console | None = None) -> int:
    """Read about a class and rate what was done, until nobody wants to go on. The exit code.

    Args:
        load: reads the class; asked again when something was rated.
        language: of the words; empty for the scenario's first.
        console: says it.
    """
    played = load()
    console = console or Console(council_wording(played.councils[0], language))
    try:
        _read(console, class_pages(played, language)[0])
        while True:
            pages = class_pages(played, language)
            options = [*(page.title for page in pages), Text("Rate what was done")]
            place = console.choose(Text("What do you want to do?"), options, Text("Leave"))
            if place is None:
                return 0
            if place < len(pages):
                _read(console, pages[place])
            elif _rate(console, played, language):
                played = load()
    except EndOfInputError:
        return 0


def _rate(console: Console, played: ClassPlayed, language: str) -> bool:
    """Rate in the save of a council; whether anything was."""
    place = console.choose(Text("Which council?"), [council.name for council in played.councils], BACK)
    if place is None:
        return False
    council, before, rated = played.councils[place], console.wording, False
    console.wording = council_wording(council, language)
    try:
        with closing(go_on(council.played.path)) as session:
            maker = SheetMaker(LiveCourse(session))
            while (choice := _rating(console, maker.sheet().to_rate)) is not None:
                words = console.words(Text("A word on it (Enter for none)"), 0, LONGEST)
                answer = session.submit(FACILITATOR, filled(choice.command, words))
                if isinstance(answer, Refusal):
                    console.line(Text("Not possible: {because}", {"because": answer.because}))
                rated = True
    except SaveError as fault:
        console.line(str(fault))
    finally:
        console.wording = before
    return rated


def _rating(console: Console, sheet: RunningSheet) -> SheetChoice | None:
    """What is rated, of whom, and how."""
    rows = sheet.rows
    place = console.choose(Text("Rate what?"), [words_of(row.title, console.wording) for row in rows], BACK)
    if place is None:
        return None
    say_page(console, rows[place].page)
    named = [(rating.named(choice), choice) for rating in rows[place].ratings for choice in rating.choices]
    chosen = console.choose(Text("What do you give?"), [words for words, _ in named], BACK)
    return None if chosen is None else named[chosen][1]


def _read(console: Console, page: Page) -> None:
    read_page(console, page, _look_up)


def _look_up(_kind: Kind, _id: str) -> None:
    """Nothing here leads into the library: the title has it."""
