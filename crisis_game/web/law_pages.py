"""The charter in play, the law library and the casebook on pages: shelves, what stands on them, what that leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from crisis_game.law.casebook import Act, case, library
from crisis_game.law.casebook.filters import ANY, FACETS, Facet, Filter, choices, value_words
from crisis_game.law.casebook.turning import turned_on
from crisis_game.law.names_of_law import FIELDS
from crisis_game.pages.library.cases import case_label, case_links, decade_of, full_page
from crisis_game.pages.library.search import Catalogue, Hit
from crisis_game.pages.library.shelves import LINKED, SHELVES, LawLibrary, Shelf, open_library
from crisis_game.pages.parts import Link
from crisis_game.pages.play.charter import charter_groups
from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.texts import Text
from crisis_game.web.addresses import Address, link
from crisis_game.web.body import Body, body_of
from crisis_game.web.controls import asking, folded, row, rows, section
from crisis_game.web.viewer import Viewer

LONGEST_QUERY = 80
"""Letters of what is searched for."""


def law(viewer: Viewer, at: Address) -> Body:
    """The front of the library, one of its shelves, one thing on it, or what has some words."""
    query = at.query
    above = (link("law"), viewer.say("Law"))
    if query.get("words"):
        return _found(viewer, query["words"][:LONGEST_QUERY], above)
    if query.get("kind"):
        return _entry(viewer, query["kind"], query.get("id", ""), above)
    for shelf in SHELVES:
        if shelf == query.get("shelf"):
            return _shelf(viewer, shelf, above)
    for _, pages in charter_groups(viewer.sight.seen):
        for page in pages:
            if page.id == query.get("leaf"):
                return body_of(viewer, page, above=above)
    return Body(viewer.say("Law"), _front(viewer))


def _library(viewer: Viewer) -> LawLibrary:
    return open_library(viewer.sight.dossier.charter)


def _search(viewer: Viewer, words: str = "") -> Html:
    label = viewer.say("Search for which words?")
    return asking(link("law"), "words", words, label, viewer.say("Search in all of the law"))


def _front(viewer: Viewer) -> Html:
    shelves = [
        row(link("law", {"shelf": shelf}), viewer.word(Text(name)))
        for shelf, name in SHELVES.items()
        if shelf != "cases"
    ]
    shelves.append(row(link("cases"), viewer.say("The casebook: real acts, and what was said of them.")))
    charter = [
        section(
            viewer.word(heading), rows(row(link("law", {"leaf": page.id}), viewer.word(page.title)) for page in pages)
        )
        for heading, pages in charter_groups(viewer.sight.seen)
    ]
    books = section(viewer.say("The law library"), rows(shelves))
    return joined(_search(viewer), element("p", viewer.word(viewer.sight.dossier.charter.name)), *charter, books)


def _shelf(viewer: Viewer, shelf: Shelf, above: tuple[str, str]) -> Body:
    entries = [entry for entry in _library(viewer).entries if entry.shelf == shelf]
    groups = [
        section(viewer.word(title), rows(_to(entry.kind, entry.id, viewer.word(entry.title)) for entry in some))
        for title, some in groupby(entries, key=lambda entry: entry.group)
    ]
    return Body(viewer.word(Text(SHELVES[shelf])), joined(*groups), above=above)


def _to(kind: str, id_: str, words: Content) -> Html:
    return row(link("cases", {"case": id_}) if kind == "case" else link("law", {"kind": kind, "id": id_}), words)


def _entry(viewer: Viewer, kind: str, id_: str, above: tuple[str, str]) -> Body:
    """One thing, and what it leads to."""
    if kind == "question" and any(id_ in questions for questions in FIELDS.values()):
        acts = turned_on(id_)
        return Body(viewer.say("All cases on a question"), _cases(viewer, acts), above=above)
    books = _library(viewer)
    entry = books.entry(kind, id_)
    if entry is None:
        return Body(viewer.say("Law"), element("p", viewer.say("The library has no such thing.")), above=above)
    page = books.page(entry)
    return body_of(viewer, page, *_links(viewer, page.links), above=above)


def _links(viewer: Viewer, links: Sequence[Link]) -> Iterator[Html]:
    """What a page leads to, by its kind."""
    ordered = sorted(links, key=lambda link: [*LINKED].index(link.kind))
    for kind, some in groupby(ordered, key=lambda link: link.kind):
        yield section(viewer.word(LINKED[kind]), rows(_to(kind, to.id, viewer.word(to.words)) for to in some))


def _found(viewer: Viewer, words: str, above: tuple[str, str]) -> Body:
    hits = Catalogue(_library(viewer), viewer.word).find(words)
    nothing = None if hits else element("p", viewer.say("Nothing has all these words. Try fewer."))
    groups = [
        section(viewer.word(under), rows(_to(hit.entry.kind, hit.entry.id, _hit(viewer, hit)) for hit in some))
        for under, some in groupby(hits, key=lambda hit: hit.under)
    ]
    title = viewer.say("Found: {n}", n=len(hits))
    return Body(title, joined(_search(viewer, words), nothing, *groups), above=above)


def _hit(viewer: Viewer, hit: Hit) -> Html:
    title = element("span", viewer.word(hit.entry.title))
    return joined(title, element("small", hit.excerpt) if hit.excerpt else None)


# The casebook -------------------------------------------------------------------------------------------------------


def cases(viewer: Viewer, at: Address) -> Body:
    """Real acts, chosen by what is wanted; or one of them in full."""
    above = (link("law"), viewer.say("Law"))
    wanted = Filter(**{facet: _asked_for(at, facet) for facet in FACETS})
    act = next((act for act in library() if act.id == at.query.get("case")), None)
    if act is not None:
        page = full_page(case(act.id))
        return body_of(
            viewer, page, *_links(viewer, case_links(act)), above=(link("cases"), viewer.say("The casebook"))
        )
    chosen = wanted.choose(library())
    facets = [_facet(viewer, wanted, facet) for facet in FACETS]
    count = element("p", viewer.say("{n} acts", n=len(chosen)))
    return Body(viewer.say("The casebook"), joined(*facets, count, _cases(viewer, chosen)), above=above)


def _asked_for(at: Address, facet: Facet) -> str:
    """The value of a facet in an address; any for one that no act has."""
    values = (value for _, some in choices(Filter(), facet) for value, _ in some)
    return next((value for value in values if value == at.query.get(facet)), ANY)


def _cases(viewer: Viewer, acts: Sequence[Act]) -> Html:
    groups = [
        section(viewer.word(decade), rows(_to("case", act.id, viewer.word(case_label(act))) for act in some))
        for decade, some in groupby(acts, key=decade_of)
    ]
    return joined(*groups)


def _facet(viewer: Viewer, wanted: Filter, facet: Facet) -> Html:
    """One thing to choose by, which opens on its values."""
    values = {"facet": Text(FACETS[facet]), "value": value_words(facet, wanted.value(facet))}
    listed: list[Content] = []
    for heading, some in choices(wanted, facet):
        listed.append(element("h3", viewer.word(heading)) if heading else None)
        listed.append(rows(_chosen(viewer, wanted, facet, value, words) for value, words in some))
    return folded(viewer.word(Text("Choose by: {facet} ({value})", values)), *listed)


def _chosen(viewer: Viewer, wanted: Filter, facet: Facet, value: str, words: Text) -> Html:
    changed = wanted.but(facet, value)
    query: dict[str, str] = {name: changed.value(name) for name in FACETS}
    return row(link("cases", query), viewer.word(words), aside="●" if wanted.value(facet) == value else None)
