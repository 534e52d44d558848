"""What is handed out on paper before play: the briefing for all, and a sheet for each member's eyes only.

Every sheet is written from its seat's own dossier, so that it cannot tell what the seat may not know.
"""

from __future__ import annotations

from crisis_game.debrief.blocks import Writer
from crisis_game.scenario.dossier import Dossier, OwnSheet, Profile, dossier
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text, Wording
from crisis_game.texts.paper import Block

ONLOOKER = "observer"
"""A seat that knows only what all know."""

KINDS = {
    "fits": Text("fits the alliance"),
    "does-not-fit": Text("does not fit it"),
    "red-line": Text("red line"),
    "dilemma": Text("dilemma"),
}
"""Words for the kinds of a mandate's lines."""


def handouts(scenario: Scenario, language: str) -> tuple[Block, ...]:
    """The briefing, then one page for each member, in the order of their ids; a heading of level 1 begins a page."""
    pages = _briefing(dossier(scenario, ONLOOKER), language)
    for member in scenario.members:
        pages += _sheet(dossier(scenario, member), language)
    return tuple(pages)


def _briefing(known: Dossier, language: str) -> list[Block]:
    page = Writer(Wording(language, known.names))
    page.heading(1, known.title)
    _prose(page, known.opening)
    page.heading(2, Text("The states"))
    page.table((Text("State"), Text("Role"), Text("What all know")), [_row(one) for one in known.states.values()])
    if known.case:
        page.heading(2, Text("The other side's case, in writing"))
        _prose(page, known.case)
    page.heading(2, Text("What can be done"))
    page.bullets(known.measures[id_].name for id_ in known.played)
    page.heading(2, Text("What is measured"))
    page.table((Text("Gauge"), Text("Meaning")), [(one.name, one.meaning) for one in known.gauges.values()])
    return page.blocks


def _prose(page: Writer, words: Prose) -> None:
    """An author's words; the lines that they keep are paragraphs."""
    for line in page.say(words).splitlines():
        page.paragraph(line)


def _row(one: Profile) -> tuple[Prose, Text, Prose]:
    return one.name, Text("{role:role}", {"role": one.role}), one.profile


def _sheet(known: Dossier, language: str) -> list[Block]:
    page = Writer(Wording(language, known.names))
    page.heading(1, Text("{seat:state}: for your eyes only", {"seat": known.seat}))
    if known.own is not None:
        _prose(page, known.own.brief)
        _mandate(page, known.own)
        _hand(page, known, known.own)
    return page.blocks


def _mandate(page: Writer, own: OwnSheet) -> None:
    page.heading(2, Text("Your mandate"))
    page.table((Text("Line"), Text("Kind")), [(text, KINDS[kind]) for kind, text in own.mandate])
    if own.red_line is not None:
        page.paragraph(Text("Your red line:"), own.red_line)


def _hand(page: Writer, known: Dossier, own: OwnSheet) -> None:
    assets = [(one.name, one.text) for one in known.assets.values() if one.owner == known.seat]
    if assets:
        page.heading(2, Text("What you alone have"))
        page.table((Text("Name"), Text("What it is")), assets)
    if own.sources:
        page.heading(2, Text("In your hands alone"))
        page.table((Text("Source"), Text("What its owner asks")), [(one.name, one.caveat) for one in own.sources])
    page.heading(2, Text("At the start"))
    page.bullets(
        (
            Text("Treasury: {amount}", {"amount": own.treasury}),
            Text("Support at home: {amount}", {"amount": own.home}),
            Text("Readiness: {amount}", {"amount": known.states[known.seat].readiness}),
        )
    )
