"""A class in lines: its councils, how they compare, rulings, what was learnt, each student's page; and ratings."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from crisis_game.assessment.judged_acts import judged_acts
from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.debrief.class_overview import class_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.overruling import FindingRow, overruling_desk
from crisis_game.pages.parts import Kind, Page
from crisis_game.pages.running_sheet import LONGEST, RunningSheet, SheetChoice, SheetMaker, filled
from crisis_game.plain.console import BACK, Console, EndOfInputError
from crisis_game.plain.form import fill
from crisis_game.plain.page_lines import read_page, say_page, words_of
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Text

Load = Callable[[], ClassPlayed]
"""Reads a class."""

Write = Callable[[Console, Sitting], bool]
"""Asks for what is to be written into the save of a council, and writes it; whether anything was."""


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
            options = [*(page.title for page in pages), Text("Rate what was done, or find otherwise than the judge")]
            place = console.choose(Text("What do you want to do?"), options, Text("Leave"))
            if place is None:
                return 0
            if place < len(pages):
                _read(console, pages[place])
            elif _in_the_saves(console, played, language):
                played = load()
    except EndOfInputError:
        return 0


def _in_the_saves(console: Console, played: ClassPlayed, language: str) -> bool:
    """Write into the saves of councils, one after another; whether anything was written."""
    names, written = [council.name for council in played.councils], False
    while (place := console.choose(Text("Which council?"), names, BACK)) is not None:
        council, before = played.councils[place], console.wording
        console.wording = council_wording(council, language)
        try:
            with closing(go_on(council.played.path)) as session:
                written = _write(console, session) or written
        except SaveError as fault:
            console.line(str(fault))
        finally:
            console.wording = before
    return written


def _write(console: Console, session: Sitting) -> bool:
    """Write into one save; whether anything was written."""
    options, written = [words for words, _ in WRITES], False
    while (place := console.choose(Text("What do you want to say?"), options, BACK)) is not None:
        written = WRITES[place][1](console, session) or written
    return written


def _rate(console: Console, session: Sitting) -> bool:
    """Rate, one after another; whether anything was."""
    maker, rated = SheetMaker(LiveCourse(session)), False
    while (choice := _rating(console, maker.sheet().to_rate)) is not None:
        words = console.words(Text("A word on it (Enter for none)"), 0, LONGEST)
        rated = _submit(console, session, filled(choice.command, words)) or rated
    return rated


def _overrule(console: Console, session: Sitting) -> bool:
    """Find otherwise than the judge, one finding after another; whether anything was."""
    course, overruled = LiveCourse(session), False
    while (row := _finding(console, course)) is not None:
        offer = next(offer for offer in session.offers(FACILITATOR) if offer.act is OverruleFinding)
        command = fill(console, offer, {"finding": row.command.finding})
        if command is not None:
            overruled = _submit(console, session, command) or overruled
    return overruled


def _finding(console: Console, course: LiveCourse) -> FindingRow | None:
    """One of the findings on one of the acts."""
    course.read()
    rulings = overruling_desk(judged_acts(course.state))
    say_page(console, rulings.page)
    acts = [words_of(act.title, console.wording) for act in rulings.acts]
    act = console.choose(Text("Which act?"), acts, BACK) if acts else None
    rows = rulings.acts[act].rows if act is not None else ()
    lines = [words_of(row.line, console.wording) for row in rows]
    place = console.choose(Text("Which finding?"), lines, BACK) if rows else None
    return rows[place] if place is not None else None


def _submit(console: Console, session: Sitting, command: Act) -> bool:
    """Write it, or say why not; whether it was written."""
    answer = session.submit(FACILITATOR, command)
    if isinstance(answer, Refusal):
        console.line(Text("Not possible: {because}", {"because": answer.because}))
    return not isinstance(answer, Refusal)


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


WRITES: tuple[tuple[Text, Write], ...] = (
    (Text("Rate what was done"), _rate),
    (Text("Find otherwise than the judge"), _overrule),
)
"""What the facilitator can still say of a council."""
