"""What is handed out on paper before play: the briefing for all, and a sheet for each member's eyes only.

Every sheet is written from its seat's own dossier, so that it cannot tell what the seat may not know.
"""

from __future__ import annotations

from crisis_game.pages.parts import Heading, Page, Table, item
from crisis_game.pages.play.brief import own_page, public_page
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.texts import Text

ONLOOKER = "observer"
"""A seat that knows only what all know."""


def handouts(scenario: Scenario) -> tuple[Page, ...]:
    """The briefing, then one page for each member, in the order of their ids."""
    return (*briefing_pages(scenario), *role_sheets(scenario))


def briefing_pages(scenario: Scenario) -> tuple[Page, ...]:
    """The briefing alone."""
    return (_briefing(dossier(scenario, ONLOOKER)),)


def role_sheets(scenario: Scenario) -> tuple[Page, ...]:
    """One page for each member, in the order of their ids."""
    return tuple(_sheet(dossier(scenario, member)) for member in scenario.members)


def _briefing(known: Dossier) -> Page:
    gauges = tuple((gauge.name, gauge.meaning) for gauge in known.gauges.values())
    parts = (
        *public_page(known).parts,
        Heading(Text("What can be done")),
        *(item(known.measures[id_].name) for id_ in known.played),
        Heading(Text("What is measured")),
        Table((Text("Gauge"), Text("Meaning")), gauges),
    )
    return Page("briefing", Text("Briefing for all"), parts)


def _sheet(known: Dossier) -> Page:
    page, own = own_page(None, known), known.own
    if own is None:
        return page
    start = (
        Heading(Text("At the start")),
        item(Text("Treasury: {amount}", {"amount": own.treasury})),
        item(Text("Support at home: {amount}", {"amount": own.home})),
        item(Text("Readiness: {amount}", {"amount": known.states[known.seat].readiness})),
    )
    return Page(known.seat, page.title, (*page.parts, *start))
