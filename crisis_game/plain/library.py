"""The law library and the casebook in numbered lines: the same pages that the screens show, read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import TypeAlias

from crisis_game.charter.model import Charter
from crisis_game.law.casebook import Act, case, library
from crisis_game.law.casebook.filters import FACETS, Facet, Filter, choices, question_of, value_words
from crisis_game.law.casebook.turning import turned_on
from crisis_game.pages.library.cases import SECTIONS, case_label, case_links, decade_of
from crisis_game.pages.library.search import Catalogue
from crisis_game.pages.library.shelves import LINKED, Entry, LawLibrary, Shelf, open_library
from crisis_game.pages.parts import Kind, Link
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.page_lines import say_parts
from crisis_game.texts import Msgid, Text

LONGEST_QUERY = 80


def search(console: Console, charter: Charter | None) -> None:
    """Everything that has some words."""
    law_library = open_library(charter)
    query = console.words(Text("Search for which words?"), 0, LONGEST_QUERY)
    hits = Catalogue(law_library, console.wording.say).find(query)
    if not hits:
        console.line(Text("Nothing has all these words. Try fewer."))
        return
    rows = [f"{console.wording.say(hit.under)}: {console.wording.say(hit.entry.title)}" for hit in hits]
    place = console.choose(Text("Found: {n}. Read which?", {"n": len(hits)}), rows, BACK)
    if place is not None:
        _read(console, law_library, hits[place].entry)


def casebook(console: Console, charter: Charter | None) -> None:
    """Choose by what is wanted, then read an act, page by page."""
    law_library, wanted = open_library(charter), Filter()
    while True:
        acts = wanted.choose(library())
        facets = list(FACETS)
        rows = [Text("List them: {n}", {"n": len(acts)})] + [_facet_row(facet, wanted) for facet in facets]
        place = console.choose(Text("The casebook: real acts, and what was said of them."), rows, BACK)
        if place is None:
            return
        if place == 0:
            _list(console, law_library, acts)
        else:
            wanted = _choose_by(console, wanted, facets[place - 1])


def _facet_row(facet: Facet, wanted: Filter) -> Text:
    values = {"facet": Text(FACETS[facet]), "value": value_words(facet, wanted.value(facet))}
    return Text("Choose by: {facet} ({value})", values)


def _choose_by(console: Console, wanted: Filter, facet: Facet) -> Filter:
    """Ask for the value of one facet; the other facets stay as they are."""
    (_, loose), *grouped = choices(wanted, facet)
    rows = [(words, [words]) for _, words in loose]
    rows += [(heading, [words for _, words in some]) for heading, some in grouped if heading]
    place = console.choose_in(question_of(facet), rows, BACK)
    values = [value for _, some in (("", loose), *grouped) for value, _ in some]
    return wanted if place is None else wanted.but(facet, values[place])


def look_up(console: Console, charter: Charter | None, kind: Kind, id_: str) -> None:
    """One thing of the library, and what it leads to."""
    law_library = open_library(charter)
    entry = law_library.entry(kind, id_)
    if entry is not None:
        _read(console, law_library, entry)


def _list(console: Console, law_library: LawLibrary, acts: tuple[Act, ...]) -> None:
    """Choose an act of a list, and read it."""
    further = _chosen_case(console, law_library, acts)
    if further is not None:
        _go(further)


def _browse(console: Console, charter: Charter | None, shelf: Shelf) -> None:
    """A shelf: first the heading, where there are several, then what stands under it."""
    law_library = open_library(charter)
    entries = law_library.on_shelf(shelf)
    groups = [
        (title, [entry.title for entry in some]) for title, some in groupby(entries, key=lambda entry: entry.group)
    ]
    place = console.choose_in(Text("Read which?"), groups, BACK) if groups else None
    if place is not None:
        _read(console, law_library, entries[place])


Step: TypeAlias = Callable[[], "Step | None"]
"""A page that was opened: asks where it leads. The page there; None for the way back."""


def _read(console: Console, law_library: LawLibrary, entry: Entry) -> None:
    """A page, and all that it leads to."""
    _go(_opened(console, law_library, entry))


def _go(first: Step) -> None:
    """Follow pages from one to the next and back: a list of those open, since a reader may go on for ever."""
    way = [first]
    while way:
        further = way[-1]()
        if further is None:
            way.pop()
        else:
            way.append(further)


def _opened(console: Console, law_library: LawLibrary, entry: Entry) -> Step:
    """Read a page out; a case is then read page by page."""
    if entry.kind == "case":
        return _opened_case(console, law_library, case(entry.id))
    page = law_library.page(entry)
    console.heading(page.title)
    say_parts(console, page.parts)
    return partial(_links, console, law_library, page.links)


def _links(console: Console, law_library: LawLibrary, links: Sequence[Link]) -> Step | None:
    """Ask where a page leads, until it leads somewhere."""
    further: Step | None = None
    links = sorted(links, key=lambda link: [*LINKED].index(link.kind))
    by_kind = groupby(links, key=lambda link: link.kind)
    groups = [(LINKED[kind], [link.words for link in some]) for kind, some in by_kind]
    while links and further is None:
        place = console.choose_in(Text("It leads to:"), groups, BACK)
        if place is None:
            return None
        further = _followed(console, law_library, links[place])
    return further


def _followed(console: Console, law_library: LawLibrary, link: Link) -> Step | None:
    """What a link opens; None where nothing was chosen there."""
    if link.kind == "question":
        return _chosen_case(console, law_library, turned_on(link.id))
    entry = law_library.entry(link.kind, link.id)
    return None if entry is None else _opened(console, law_library, entry)


def _chosen_case(console: Console, law_library: LawLibrary, acts: tuple[Act, ...]) -> Step | None:
    """An act chosen from a list, by decades where it is long."""
    groups = [(decade, [case_label(act) for act in some]) for decade, some in groupby(acts, key=decade_of)]
    place = console.choose_in(Text("Read which?"), groups, BACK) if acts else None
    return None if place is None else _opened_case(console, law_library, acts[place])


def _opened_case(console: Console, law_library: LawLibrary, act: Act) -> Step:
    """Read out what happened; then its pages are asked for."""
    console.heading(case_label(act))
    say_parts(console, SECTIONS[0][1](act))
    return partial(_case_pages, console, law_library, act)


def _case_pages(console: Console, law_library: LawLibrary, act: Act) -> Step | None:
    """Page by page: what happened, the facts, the record, the judge, the two compared; then the rules of it."""
    rows = [Text(name) for name, _ in SECTIONS] + [Text("Look a rule up that answers here")]
    while (place := console.choose(Text("Read what of it?"), rows, BACK)) is not None:
        if place == len(SECTIONS):
            return partial(_links, console, law_library, case_links(act))
        console.heading(Text(SECTIONS[place][0]))
        say_parts(console, SECTIONS[place][1](act))
    return None


Page = Callable[[Console, Charter | None], None]

PAGES: tuple[tuple[Msgid, Page], ...] = (
    ("The rules of judgement", partial(_browse, shelf="rules")),
    ("The Charter of the United Nations, in short", partial(_browse, shelf="united-nations")),
    ("The casebook", casebook),
    ("Words explained", partial(_browse, shelf="words")),
    ("Search in all of the law", search),
)
"""The pages about the law, with what reads them out; the charter is that of the scenario in play, if any."""
