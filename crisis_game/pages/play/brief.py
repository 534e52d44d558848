"""The brief of one seat, and what all know of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.draft_words import aimed_words
from crisis_game.engine.view import View
from crisis_game.pages.parts import Heading, Page, Part, Run, Space, item, line, quiet, run
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import MeasureInForce
from crisis_game.scenario.seat_dossier import Dossier, Profile
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Prose, Text

MANDATE_KINDS: Mapping[str, Text] = {
    "fits": Text("fits the alliance"),
    "does-not-fit": Text("does not fit it"),
    "red-line": Text("red line"),
    "dilemma": Text("dilemma"),
}
"""The lines of a mandate."""


def brief_pages(view: View, sheet: Dossier) -> tuple[Page, Page]:
    """What only this seat knows, nothing where it plays no state; and what all know."""
    return own_page(view.brief, sheet), public_page(sheet)


def own_page(now: Prose | None, sheet: Dossier) -> Page:
    """What only this seat knows; `now` is the brief of a new minister, once one came."""
    eyes = Text("{seat:state}: for your eyes only", {"seat": sheet.seat})
    return Page("own", eyes, tuple(_own(now, sheet.own, sheet)) if sheet.own else ())


def public_page(sheet: Dossier) -> Page:
    """What all know: how it stands at the start, the states, the other side's case."""
    return Page("public", Text("What all know"), tuple(_public(sheet)))


def public_in_short(sheet: Dossier) -> Page:
    """The same for who listens: how it stands, each state in a line, and where the rest can be read."""
    return Page("public", Text("What all know"), tuple(_public_in_short(sheet)))


def _public_in_short(sheet: Dossier) -> Iterator[Part]:
    yield line(Run(sheet.opening, "law"))
    yield Space()
    by_role: dict[str, list[SeatId]] = {}
    for id_, profile in sheet.states.items():
        by_role.setdefault(profile.role, []).append(id_)
    for role, states in by_role.items():
        yield item(run("{role:role}: {states:state}", role=role, states=tuple(states)))
    yield from (item(*_standing(entry)) for entry in sheet.in_force)
    if sheet.cases:
        yield line(
            run(
                "Their profiles, and the case of {actors:state} in writing, stand in our brief.",
                "quiet",
                actors=tuple(sheet.cases),
            )
        )


def _own(now: Prose | None, own: OwnSheet, sheet: Dossier) -> Iterator[Part]:
    yield line(Run(now or own.brief, "law"))
    yield Heading(Text("Your mandate"))
    for place, (kind, text) in enumerate(own.mandate, 1):
        yield item(Run(text.within(), "strong"), run(" ({kind})", "quiet", kind=MANDATE_KINDS[kind]), mark=str(place))
    if own.red_line and own.red_line not in dict(own.mandate).values():
        yield item(run("Your red line: ", "quiet"), Run(own.red_line), mark=" ")
    mine = [asset for asset in sheet.assets.values() if asset.owner == sheet.seat]
    if mine:
        yield Heading(Text("What you alone have"))
    yield from (item(Run(asset.name, "strong"), run(". "), Run(asset.text), mark=" ") for asset in mine)
    given = [
        consent for id_, consent in sheet.consents.items() if consent.giver == sheet.seat and id_ not in sheet.assets
    ]
    if given:
        yield Heading(Text("What is yours to consent to"))
    yield from (item(Run(consent.name, "strong"), run(". "), Run(consent.text), mark=" ") for consent in given)
    if own.sources:
        yield Heading(Text("In your hands alone"))
    yield from (item(Run(source.name), run(". "), Run(source.caveat)) for source in own.sources)


def _public(sheet: Dossier) -> Iterator[Part]:
    yield line(Run(sheet.opening, "law"))
    for profile in sheet.states.values():
        yield Space()
        yield from _profile(profile)
    if sheet.in_force:
        yield Heading(Text("In force already"))
    yield from (item(*_standing(entry)) for entry in sheet.in_force)
    for actor, case in sheet.cases.items():
        yield Heading(Text("The case of {actor:state}, in writing", {"actor": actor}))
        yield line(Run(case, "law"))


def _standing(entry: MeasureInForce) -> Iterator[Run]:
    """A measure that ran before the start: against whom, by whom, by what right, until when."""
    yield Run(aimed_words(entry.measure, entry.target), "strong")
    yield run(" · given by {seats:state}", "quiet", seats=entry.by)
    if entry.authority:
        yield run(" · under ", "quiet")
        yield Run(entry.authority, "quiet")
    if entry.ends is not None:
        yield run(", until the end of round {n}", "quiet", n=entry.ends)


def _profile(profile: Profile) -> Iterator[Part]:
    facts = [run("  {role:role} · readiness {n}", "quiet", role=profile.role, n=profile.readiness)]
    for place, (domain, amount) in enumerate(profile.means.items()):
        between = run(", ", "quiet") if place else run(" · ", "quiet")
        facts += [between, run("{domain} {n}", "quiet", domain=domain, n=amount)]
    yield line(Run(profile.name, "fact", profile.sign), *facts)
    yield line(profile.profile)
    if profile.claims:
        yield quiet("It claims to be the government of {state:state}.", state=profile.claims)
    if profile.on:
        yield quiet("It stands on the land of {state:state}.", state=profile.on)
