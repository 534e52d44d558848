"""Role cards: a member in half a page, for the first ten minutes; the whole of it stands on its role sheet.

Every card is written from its seat's own dossier, so that it cannot tell what the seat may not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.charter.organs import ANY
from crisis_game.pages.on_paper.voting_rules import needed
from crisis_game.pages.parts import Heading, Page, Part, Run, item, line, run
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Prose, Text, Value


def role_cards(scenario: Scenario) -> tuple[Page, ...]:
    """A card for each member, in the order of their ids."""
    return tuple(_card(dossier(scenario, member)) for member in scenario.members)


def _card(known: Dossier) -> Page:
    parts = tuple(_parts(known, known.own)) if known.own is not None else ()
    return Page(f"card-{known.seat}", Text("You are {seat:state}", {"seat": known.seat}), parts)


def _parts(known: Dossier, own: OwnSheet) -> Iterator[Part]:
    yield line(known.states[known.seat].profile)
    yield Heading(Text("What you want"), 2)
    yield from (item(text) for kind, text in own.mandate if kind != "red-line")
    red_line = own.red_line or next((text for kind, text in own.mandate if kind == "red-line"), None)
    if red_line is not None:
        yield line(run("Your red line: ", "strong"), Run(red_line))
    if alone := dict.fromkeys(_alone(known, own)):
        yield Heading(Text("What only you have"), 2)
        yield from (item(name) for name in alone)
    yield Heading(Text("In the first ten minutes"), 2)
    for place, words in enumerate(_to_do(known, own), 1):
        yield item(words, mark=str(place))


def _alone(known: Dossier, own: OwnSheet) -> Iterator[Prose]:
    """Its assets, what is its own to consent to, and its sources, by name; two of these can have one name."""
    yield from (asset.name for asset in known.assets.values() if asset.owner == known.seat)
    yield from (known.consents[id_].name for id_ in _own_consents(known) if id_ not in known.assets)
    yield from (source.name for source in own.sources)


def _own_consents(known: Dossier) -> tuple[str, ...]:
    return tuple(id_ for id_, consent in known.consents.items() if consent.giver == known.seat)


def _to_do(known: Dossier, own: OwnSheet) -> tuple[Text, Text, Text]:
    return (
        Text("Read your role sheet, and mark the line that you least want the others to hear."),
        _own_move(known, own),
        _count(known),
    )


def _own_move(known: Dossier, own: OwnSheet) -> Text:
    """What this seat alone has to settle: whom it tells, what it allows, who needs it."""
    consents = _own_consents(known)
    assets = tuple(id_ for id_, asset in known.assets.items() if asset.owner == known.seat)
    if consents:
        return Text(
            "It takes your leave to use this: {consents:consent}. Settle what you would allow, and what would end it.",
            {"consents": consents},
        )
    if own.sources:
        sources = tuple(source.id for source in own.sources)
        return Text("You alone hold this: {sources:source}. Settle who hears of it, and when.", {"sources": sources})
    if assets:
        return Text("Find out who needs what you alone have: {assets:asset}.", {"assets": assets})
    return Text("Ask each of the others what it knows that you do not.")


def _count(known: Dossier) -> Text:
    """Whom to talk to: how many votes it takes, of the organ's first rule for what has weight."""
    charter, organ = known.charter, known.charter.organ(known.organ)
    decision = organ.decision_for("sanctions") or organ.decisions[-1]
    values: dict[str, Value] = {"matters": decision.matters, "needed": needed(charter, organ, decision)}
    takes = Text("Most texts take this: {needed}.", values)
    if decision.matters != (ANY,):
        takes = Text("A text on {matters:matter} takes this: {needed}.", values)
    return Text("{takes} Talk to those whose votes you lack, and ask what would win them.", {"takes": takes})
