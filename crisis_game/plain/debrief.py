"""The debrief in lines: how it ended and what was true, then its other pages by number, the report, one's notes."""

from __future__ import annotations

from collections.abc import Callable

from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.exercise.notes import Notes
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.exit_sentences import own_line, own_sentence
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Kind
from crisis_game.pages.play.notes import notes_page
from crisis_game.paper.report_file import FORMS, report_path, write_report
from crisis_game.plain import library
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.form import fill
from crisis_game.plain.page_lines import read_page, say_page, words_of
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text, Value

Curtain = Callable[[SeatId], None]
"""Waits for the person of a seat, where others are at the keyboard."""


def read_out(console: Console, sitting: Sitting, language: str, notes: Notes, curtain: Curtain) -> None:
    """Read the debrief: the story first, then pages that the reader chooses; notes are for their own seats alone."""

    def look_up(kind: Kind, id_: str) -> None:
        library.look_up(console, whole.charter, kind, id_)

    whole = sitting.scenario(FACILITATOR)
    console.wording = wording_for(sitting.seen(FACILITATOR), dossier(whole, FACILITATOR), language)
    reviewed = review(sitting)
    reader = sitting.persons[0] if len(sitting.persons) == 1 else ""
    first, *pages = debrief_pages(reviewed, reader)
    read_page(console, first, look_up)
    own = [seat for seat in sitting.persons if notes.of(seat)]
    rows = [*(page.title for page in pages), Text("Write the report to a file")]
    rows += [Text("What {seat:state} noted, for nobody else", {"seat": seat}) for seat in own]
    rows += [Text("The one sentence that {seat:state} takes with it", {"seat": seat}) for seat in sitting.persons]
    while (place := console.choose(Text("Look at what else?"), rows, Text("Leave the debrief"))) is not None:
        if place < len(pages):
            read_page(console, pages[place], look_up)
        elif place == len(pages):
            _write(console, sitting, reviewed)
        elif place > len(pages) + len(own):
            _write_sentence(console, sitting, sitting.persons[place - len(pages) - len(own) - 1], curtain)
        else:
            seat = own[place - len(pages) - 1]
            curtain(seat)
            say_page(console, notes_page(notes.of(seat), seat))
            if len(sitting.persons) > 1:
                console.pause(Text("Press Enter when you have read them; then they are put out of sight."))
                console.clear()


def _write_sentence(console: Console, sitting: Sitting, seat: SeatId, curtain: Curtain) -> None:
    """Ask for the one sentence that somebody takes with them, and keep it."""
    offer = next((offer for offer in sitting.offers(seat) if offer.act is WriteExitSentence), None)
    if offer is None:
        return
    curtain(seat)
    if words := own_sentence(sitting, seat):
        console.line(words_of(own_line(words), console.wording))
    command = fill(console, offer)
    if command is None:
        return
    answer = sitting.submit(seat, command)
    if isinstance(answer, Refusal):
        console.line(answer.because)
    else:
        console.line(Text("It is kept."))


def _write(console: Console, sitting: Sitting, reviewed: Review) -> None:
    """Write the report in one of its forms, and say where."""
    forms = tuple(FORMS)
    place = console.choose(Text("In which form?"), [Text(FORMS[form]) for form in forms], BACK)
    if place is None:
        return
    path = report_path(sitting, forms[place])
    try:
        write_report(reviewed, console.wording, forms[place], path)
    except OSError as fault:
        values: dict[str, Value] = {"path": str(path), "why": str(fault.strerror)}
        console.line(Text("It could not be written to {path}: {why}.", values))
    else:
        console.line(Text("Written: {path}", {"path": str(path)}))
