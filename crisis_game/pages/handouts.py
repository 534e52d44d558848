"""What is handed out on paper before play: the briefing for all, and a sheet for each member's eyes only.

Every sheet is written from its seat's own dossier, so that it cannot tell what the seat may not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.pages.parts import Heading, Page, Part, Table, item, line
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Text

ONLOOKER = "observer"
"""A seat that knows only what all know."""

KINDS = {
    "fits": Text("fits the alliance"),
    "does-not-fit": Text("does not fit it"),
    "red-line": Text("red line"),
    "dilemma": Text("dilemma"),
}
"""Words for the kinds of a mandate's lines."""


def handouts(scenario: Scenario) -> tuple[Page, ...]:
    """The briefing, then one page for each member, in the order of their ids."""
    sheets = (_sheet(dossier(scenario, member)) for member in scenario.members)
    return (_briefing(dossier(scenario, ONLOOKER)), *sheets)


def _briefing(known: Dossier) -> Page:
    states = tuple((one.name, Text("{role:role}", {"role": one.role}), one.profile) for one in known.states.values())
    gauges = tuple((one.name, one.meaning) for one in known.gauges.values())
    case: tuple[Part, ...] = ()
    if known.case:
        case = (Heading(Text("The other side's case, in writing")), line(known.case))
    parts = (
        line(known.opening),
        Heading(Text("The states")),
        Table((Text("State"), Text("Role"), Text("What all know")), states),
        *case,
        Heading(Text("What can be done")),
        *(item(known.measures[id_].name) for id_ in known.played),
        Heading(Text("What is measured")),
        Table((Text("Gauge"), Text("Meaning")), gauges),
    )
    return Page("briefing", Text("Briefing for all"), parts)


def _sheet(known: Dossier) -> Page:
    title = Text("{seat:state}: for your eyes only", {"seat": known.seat})
    own = known.own
    if own is None:
        return Page(known.seat, title, ())
    return Page(known.seat, title, (line(own.brief), *_mandate(own), *_hand(known, own)))


def _mandate(own: OwnSheet) -> Iterator[Part]:
    yield Heading(Text("Your mandate"))
    yield Table((Text("Line"), Text("Kind")), tuple((text, KINDS[kind]) for kind, text in own.mandate))
    if own.red_line is not None:
        yield Heading(Text("Your red line"), 2)
        yield line(own.red_line)


def _hand(known: Dossier, own: OwnSheet) -> Iterator[Part]:
    assets = tuple((one.name, one.text) for one in known.assets.values() if one.owner == known.seat)
    if assets:
        yield Heading(Text("What you alone have"))
        yield Table((Text("Name"), Text("What it is")), assets)
    if own.sources:
        yield Heading(Text("In your hands alone"))
        yield Table((Text("Source"), Text("What its owner asks")), tuple((one.name, one.caveat) for one in own.sources))
    yield Heading(Text("At the start"))
    yield item(Text("Treasury: {amount}", {"amount": own.treasury}))
    yield item(Text("Support at home: {amount}", {"amount": own.home}))
    yield item(Text("Readiness: {amount}", {"amount": known.states[known.seat].readiness}))
