"""Things to look up: the brief, the charter, the rules with their numbers, texts, gauges, measures, members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from crisis_game.engine.event import Event
from crisis_game.engine.view import View
from crisis_game.exercise.notes import Notes
from crisis_game.pages.map import map_page
from crisis_game.pages.parts import Page as ReadPage
from crisis_game.pages.play.brief import brief_pages, public_in_short
from crisis_game.pages.play.catalogue import catalogue_page
from crisis_game.pages.play.charter import charter_groups
from crisis_game.pages.play.letter_filter import Sieve
from crisis_game.pages.play.letters import letter_words
from crisis_game.pages.play.rules_in_numbers import rules_pages
from crisis_game.pages.play.text_page import table_page
from crisis_game.pages.words_here import words_here
from crisis_game.plain import library, view_lines
from crisis_game.plain.charts import gauge_words
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.notes import own_notes
from crisis_game.plain.page_lines import read_page, say_page, say_parts
from crisis_game.plain.public import Public, read_public
from crisis_game.plain.record import read_record
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Text

LONGEST_QUERY = 80


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


Page = Callable[[Console, Shown], None]


def menu(console: Console, shown: Shown) -> None:
    """Choose what to look up."""
    groups = [(heading, [name for name, _ in pages]) for heading, pages in GROUPS]
    place = console.choose_in(Text("Look up what?"), groups, BACK)
    if place is not None:
        [page for _, pages in GROUPS for _, page in pages][place](console, shown)


def first_brief(console: Console, view: View, sheet: Dossier) -> None:
    """One's own secret brief, and the rest in short."""
    _pages(console, sheet, (brief_pages(view, sheet)[0], public_in_short(sheet)))


def brief(console: Console, view: View, sheet: Dossier) -> None:
    """One's own secret brief, and what all know."""
    _pages(console, sheet, brief_pages(view, sheet))


def _pages(console: Console, sheet: Dossier, pages: tuple[ReadPage, ...]) -> None:
    console.heading(sheet.title)
    for page in pages:
        if page.parts:
            say_page(console, page)


def _charter(console: Console, shown: Shown) -> None:
    """Page by page: it is longer than anybody listens."""
    groups = charter_groups(shown.view.seen)
    pages = [page for _, some in groups for page in some]
    titles = [(heading, [page.title for page in some]) for heading, some in groups]
    console.heading(shown.sheet.charter.name)
    while (place := console.choose_in(Text("Read which page of the charter?"), titles, BACK)) is not None:
        say_page(console, pages[place])


def _rules(console: Console, shown: Shown) -> None:
    for page in rules_pages(shown.sheet):
        say_page(console, page)


def _search(console: Console, shown: Shown) -> None:
    """The letters that have some words."""
    sieve, mail = Sieve(console.words(Text("Letters with which words?"), 0, LONGEST_QUERY)), shown.view.mail
    letters = [
        letter for letter in mail if sieve.passes(letter_words(letter, console.wording), letter.channel, unread=False)
    ]
    console.line(Text("{n} of {all} letters have them.", {"n": len(letters), "all": len(mail)}))
    view_lines.letters(console, letters)


def _words(console: Console, shown: Shown) -> None:
    """The words that can be explained in what was read before the menu was opened."""
    words = words_here(console.lately, shown.view, console.wording)
    if not words:
        console.line(Text("No word that can be explained stands in what you just read."))
        return
    place = console.choose(Text("Explain which word?"), [console.wording.say(word.name) for word in words], BACK)
    if place is not None:
        say_parts(console, words[place].lines)


def _texts(console: Console, shown: Shown) -> None:
    read_page(console, table_page(shown.view), partial(library.look_up, console, shown.sheet.charter))


def _map(console: Console, shown: Shown) -> None:
    say_page(console, map_page(shown.view.seen, shown.sheet))


def _situation(page: str) -> Page:
    return lambda console, shown: view_lines.situation(console, shown.view, page)


def _of_law(page: library.Page) -> Page:
    return lambda console, shown: page(console, shown.sheet.charter)


GROUPS: tuple[tuple[Text, tuple[tuple[Text, Page], ...]], ...] = (
    (
        Text("Our own papers"),
        (
            (Text("Our brief"), lambda console, shown: brief(console, shown.view, shown.sheet)),
            (Text("Inbox from the beginning"), lambda console, shown: view_lines.letters(console, shown.view.mail)),
            (Text("Search the inbox"), _search),
            (Text("Our own notes"), lambda console, shown: own_notes(console, shown.notes, shown.sheet.seat)),
        ),
    ),
    (
        Text("How things stand"),
        (
            (Text("Incidents and claims"), _situation("incidents")),
            (Text("The map in words"), _map),
            (Text("Gauges and why they moved"), _situation("gauges")),
            (
                Text("The history of a gauge, round by round"),
                lambda console, shown: gauge_words(console, shown.view, shown.heard),
            ),
            (Text("Measures in force"), _situation("in-force")),
            (Text("Members"), _situation("members")),
        ),
    ),
    (
        Text("Texts and the record"),
        (
            (Text("Texts"), _texts),
            (Text("Measures to choose from"), lambda console, shown: say_page(console, catalogue_page(shown.sheet))),
            (
                Text("The record: acts and the law, votes, word given, the Security Council"),
                lambda console, shown: read_record(console, shown.view, shown.sheet, shown.public.acts),
            ),
            (Text("What everybody may know"), lambda console, shown: read_public(console, shown.public)),
        ),
    ),
    (
        Text("The charter and the rules of play"),
        (
            (Text("The charter"), _charter),
            (Text("The rules, with all numbers"), _rules),
            (Text("Words in what you just read"), _words),
        ),
    ),
    (Text("The law"), tuple((Text(name), _of_law(page)) for name, page in library.PAGES)),
)
"""What can be looked up, with what reads it out."""
