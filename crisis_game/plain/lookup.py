"""Things to look up: the brief, the charter, the rules with their numbers, texts, gauges, measures, members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from crisis_game.engine.event import Event
from crisis_game.engine.view import View
from crisis_game.exercise.notes import Notes
from crisis_game.law.glossary import terms_in
from crisis_game.plain import library, show
from crisis_game.plain.charts import gauge_words
from crisis_game.plain.console import Console
from crisis_game.plain.map_words import map_words
from crisis_game.plain.notes import own_notes
from crisis_game.plain.public import Public, read_public
from crisis_game.plain.record import read_record
from crisis_game.scenario.dossier import Dossier
from crisis_game.scenario.numbers import meanings
from crisis_game.texts import Msgid, Prose, Text, Value

LONGEST_QUERY = 80

Page = Callable[[Console, View, Dossier], None]

HISTORY: Msgid = "The history of a gauge, round by round"
RECORD: Msgid = "The record: acts and the law, votes, word given, the Security Council"
PUBLIC: Msgid = "What everybody may know"
NOTES: Msgid = "Our own notes"
"""Pages that need more than what the seat sees."""

MANDATE = {
    "fits": "What fits the alliance",
    "does-not-fit": "What does not",
    "red-line": "Red line",
    "dilemma": "Dilemma",
}


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
    place = console.choose(Text("Look up what?"), [Text(name) for name in names], Text("Back"))
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


def brief(console: Console, sheet: Dossier, now: Prose | None = None) -> None:
    """The opening, and one's own secret brief; `now` is the new minister's, once one came."""
    console.heading(sheet.title)
    console.line(sheet.opening)
    if sheet.own is None:
        return
    console.heading(Text("Your brief, for {seat:state} alone", {"seat": sheet.seat}))
    console.line(now or sheet.own.brief)
    for kind, words in sheet.own.mandate:
        console.line(Text("{kind}: {words}", {"kind": MANDATE.get(kind, kind), "words": console.wording.say(words)}))
    if sheet.own.red_line:
        console.line(Text("Your red line: {words}", {"words": console.wording.say(sheet.own.red_line)}))


def _brief(console: Console, view: View, sheet: Dossier) -> None:
    brief(console, sheet, view.brief)


def _charter(console: Console, _: View, sheet: Dossier) -> None:
    console.heading(sheet.charter.name)
    for article in sheet.charter.articles:
        values: dict[str, Value] = {"number": article.number, "title": console.wording.say(article.title)}
        console.line(Text("Article {number}. {title}", values))
        console.line(article.text, indent=2)


def _rules(console: Console, _: View, sheet: Dossier) -> None:
    console.heading(Text("The numbers that you live under"))
    for name, meaning in meanings().items():
        value: int = getattr(sheet.numbers, name)
        console.line(Text("{value}: {meaning}", {"value": value, "meaning": Text(meaning)}))


def _inbox(console: Console, view: View, _: Dossier) -> None:
    show.letters(console, list(view.mail))


def _search(console: Console, view: View, _: Dossier) -> None:
    """The letters that have some words."""
    wanted = console.words(Text("Letters with which words?"), 0, LONGEST_QUERY).casefold()
    found = [one for one in view.mail if wanted in show.letter_words(console, one).casefold()]
    console.line(Text("{n} of {all} letters have them.", {"n": len(found), "all": len(view.mail)}))
    show.letters(console, found)


def _words(console: Console, _: View, __: Dossier) -> None:
    """The words of the glossary in what was read before the menu was opened."""
    terms = terms_in(console.lately)
    if not terms:
        console.line(Text("No word of the glossary stands in what you just read."))
        return
    place = console.choose(Text("Explain which word?"), [one.name for one in terms], Text("Back"))
    if place is not None:
        console.line(terms[place].meaning)
        for source in terms[place].sources:
            console.line(Text("Source: {source}", {"source": source.cite}), indent=2)


def _catalogue(console: Console, _: View, sheet: Dossier) -> None:
    console.heading(Text("Measures of this scenario"))
    for id_ in sheet.played:
        one = sheet.measures[id_]
        values: dict[str, Value] = {
            "name": console.wording.say(one.name),
            "rung": one.rung,
            "cost": one.cost,
            "heat": one.heat,
        }
        console.line(Text("{name}: rung {rung}, costs {cost}, heat {heat}.", values))
        console.line(one.explains, indent=2)
        console.line(one.nature, indent=2)


PAGES: tuple[tuple[Msgid, Page], ...] = (
    ("Our brief", _brief),
    ("Inbox from the beginning", _inbox),
    ("Search the inbox", _search),
    ("Incidents and claims", lambda console, view, _: show.incidents(console, view)),
    ("The map in words", map_words),
    ("Gauges and why they moved", lambda console, view, _: show.gauges(console, view)),
    ("Texts", lambda console, view, _: show.texts(console, view)),
    ("Measures in force", lambda console, view, _: show.measures(console, view)),
    ("Members", lambda console, view, _: show.members(console, view)),
    ("Measures to choose from", _catalogue),
    ("The charter", _charter),
    ("The rules, with all numbers", _rules),
    ("Words in what you just read", _words),
)
"""The pages, with what reads them out."""
