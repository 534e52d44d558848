"""What lies on the table before anybody has spoken: texts to start from, clauses, and what is said to be so."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.draft_words import clause_words, measure_words, motion_words
from crisis_game.pages.handouts import ONLOOKER
from crisis_game.pages.parts import Heading, Page, Part, Table, item, line, quiet
from crisis_game.scenario.model import Package, Scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text


def table_pages(scenario: Scenario) -> tuple[Page, ...]:
    """The texts and clauses on one page, on another the claims that all have heard of; each where there are any."""
    known = dossier(scenario, ONLOOKER)
    texts = tuple(_texts(scenario, tuple(known.packages.values())))
    claims = tuple(_claims(scenario))
    pages = (Page("texts", Text("Texts to start from"), texts), Page("claims", Text("What is said to be so"), claims))
    return tuple(page for page in pages if page.parts)


def _texts(scenario: Scenario, packages: tuple[Package, ...]) -> Iterator[Part]:
    if packages:
        yield quiet("Nobody has tabled these yet. Whoever tables one may change it.")
    for package in packages:
        yield Heading(package.name)
        if package.pitch:
            yield line(package.pitch)
        yield from _draft(scenario, package)
    if scenario.clauses:
        yield Heading(Text("Clauses that a text can have"))
        rows = ((clause.name, clause.gives, clause.costs) for clause in scenario.clauses.values())
        yield Table((Text("Clause"), Text("It gives"), Text("It costs")), tuple(rows))


def _draft(scenario: Scenario, package: Package) -> Iterator[Part]:
    draft = package.draft
    yield from (item(measure_words(measure)) for measure in draft.lines)
    if draft.motion is not None:
        yield item(motion_words(draft.motion, scenario))
    yield from (item(Text("with {clause}", {"clause": clause_words(switch)})) for switch in draft.clauses)
    if draft.claims:
        yield item(Text("It rests on: {claims}", {"claims": tuple(_named(claim) for claim in draft.claims)}))


def _named(claim: str) -> Text:
    return Text("{it:claim}", {"it": claim})


def _claims(scenario: Scenario) -> Iterator[Part]:
    """The claims that the council has heard of when play begins, each with how sure it is of them."""
    heard = [(claim, claim.start) for claim in scenario.claims.values() if claim.start is not None]
    if heard:
        yield quiet("That it is said does not make it so. How sure the Council is when play begins stands beside it.")
        rows = ((claim.text, Text("{grade:grade}", {"grade": start})) for claim, start in heard)
        yield Table((Text("It is said"), Text("How sure")), tuple(rows))
