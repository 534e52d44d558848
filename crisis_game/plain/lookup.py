"""Things to look up: the brief, the charter, the rules with their numbers, texts, gauges, measures, members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from crisis_game.engine.event import Event
from crisis_game.engine.view import View
from crisis_game.exercise.notes import Notes
from crisis_game.law.glossary import terms_in
from crisis_game.pages.map import map_page
from crisis_game.pages.play.brief import brief_pages
from crisis_game.pages.play.catalogue import catalogue_page
from crisis_game.pages.play.charter import charter_pages
from crisis_game.pages.play.letters import letter_words
from crisis_game.pages.play.numbers import rules_pages
from crisis_game.pages.play.one_text import table_page
from crisis_game.pages.play.sifting import Sieve
from crisis_game.plain import library, show
from crisis_game.plain.charts import gauge_words
from crisis_game.plain.choosing import choose_of_many
from crisis_game.plain.console import Console
from crisis_game.plain.notes import own_notes
from crisis_game.plain.public import Public, read_public
from crisis_game.plain.reading import read_page, say_page
from crisis_game.plain.record import read_record
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Msgid, Text

BACK = Text("Back")
LONGEST_QUERY = 80

Page = Callable[[Console, View, Dossier], None]

HISTORY: Msgid = "The history of a gauge, round by round"
RECORD: Msgid = "The record: acts and the law, votes, word given, the Security Council"
PUBLIC: Msgid = "What everybody may know"
NOTES: Msgid = "Our own notes"
"""Pages that need more than what the seat sees."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one seat may look up at one moment.

    Attributes:
        heard: the events of its own log.
        public: what all may look up.
        notes: those of all seats, of which only its own are shown.
    """

    view: View
    sheet: Dossier
    heard: tuple[Event, ...]
    public: Public
    notes: Notes


def menu(console: Console, shown: Shown) -> None:
    """Choose what to look up."""
    law = [name for name, _ in library.PAGES]
    names: list[Msgid] = [*(name for name, _ in PAGES), RECORD, HISTORY, PUBLIC, NOTES, *law]
    place = console.choose(Text("Look up what?"), [Text(name) for name in names], BACK)
    if place is None:
        return
    name = names[place]
    if name == RECORD:
        read_record(console, shown.view, shown.sheet, shown.public.acts)
    elif name == HISTORY:
        gauge_words(console, shown.view, shown.heard)
    elif name == PUBLIC:
        read_public(console, shown.public)
    elif name == NOTES:
        own_notes(console, shown.notes, shown.sheet.seat)
    elif name in law:
        dict(library.PAGES)[name](console, shown.sheet.charter)
    else:
        dict(PAGES)[name](console, shown.view, shown.sheet)


def brief(console: Console, view: View, sheet: Dossier) -> None:
    """One's own secret brief, and what all know."""
    console.heading(sheet.title)
    for page in brief_pages(view, sheet):
        if page.parts:
            say_page(console, page)


def _charter(console: Console, view: View, sheet: Dossier) -> None:
    """Page by page: it is longer than anybody listens."""
    pages = tuple(charter_pages(view.seen))
    titles = [page.title for page in pages]
    console.heading(sheet.charter.name)
    while (place := choose_of_many(console, Text("Read which page of the charter?"), titles, BACK)) is not None:
        say_page(console, pages[place])


def _rules(console: Console, _: View, sheet: Dossier) -> None:
    for page in rules_pages(sheet):
        say_page(console, page)


def _inbox(console: Console, view: View, _: Dossier) -> None:
    show.letters(console, view.mail)


def _search(console: Console, view: View, _: Dossier) -> None:
    """The letters that have some words."""
    sieve = Sieve(console.words(Text("Letters with which words?"), 0, LONGEST_QUERY))
    found = [one for one in view.mail if sieve.passes(letter_words(one, console.wording), one.channel, unread=False)]
    console.line(Text("{n} of {all} letters have them.", {"n": len(found), "all": len(view.mail)}))
    show.letters(console, found)


def _words(console: Console, _: View, __: Dossier) -> None:
    """The words of the glossary in what was read before the menu was opened."""
    terms = terms_in(console.lately)
    if not terms:
        console.line(Text("No word of the glossary stands in what you just read."))
        return
    place = console.choose(Text("Explain which word?"), [one.name for one in terms], BACK)
    if place is not None:
        console.line(terms[place].meaning)
        for source in terms[place].sources:
            console.line(Text("Source: {source}", {"source": source.cite}), indent=2)


def _texts(console: Console, view: View, sheet: Dossier) -> None:
    read_page(console, table_page(view), partial(library.look_up, console, sheet.charter))


def _situation(page: str) -> Page:
    return lambda console, view, _: show.situation(console, view, page)


PAGES: tuple[tuple[Msgid, Page], ...] = (
    ("Our brief", brief),
    ("Inbox from the beginning", _inbox),
    ("Search the inbox", _search),
    ("Incidents and claims", _situation("incidents")),
    ("The map in words", lambda console, view, sheet: say_page(console, map_page(view.seen, sheet))),
    ("Gauges and why they moved", _situation("gauges")),
    ("Texts", _texts),
    ("Measures in force", _situation("in-force")),
    ("Members", _situation("members")),
    ("Measures to choose from", lambda console, _, sheet: say_page(console, catalogue_page(sheet))),
    ("The charter", _charter),
    ("The rules, with all numbers", _rules),
    ("Words in what you just read", _words),
)
"""The pages, with what reads them out."""
