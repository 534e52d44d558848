"""An offer filled in, field by field: the same questions for every kind of command."""

from __future__ import annotations

from typing import Any

from crisis_game.engine.act import Act, Chosen, Offer
from crisis_game.engine.acts.responses import ForceSheetDomain
from crisis_game.engine.domains import Whole, Words
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.pages.choices import one_of, some_of
from crisis_game.plain.console import Console
from crisis_game.plain.drafting import write_draft
from crisis_game.texts import Msgid, Text

BACK = Text("Back")
PRECAUTIONS: tuple[Msgid, ...] = (
    "Verify the target first",
    "Warn the civilians near it",
    "Call it off if the harm would be excessive",
    "End when the attack has ended",
)
"""The precautions of a force sheet, in the order of its fields."""


def fill(console: Console, offer: Offer) -> Act | None:
    """The command that a person makes of an offer; None if they went back."""
    console.line(Text("{name}. {meaning}", {"name": offer.act.name, "meaning": offer.act.does}))
    chosen: dict[str, object] = {}
    for term in offer.act.terms(offer.seen, chosen):
        console.line(term)
    for name in offer.fields:
        found = _field(console, offer, name, chosen)
        if found is None:
            return None
        chosen[name] = found[0]
    return offer.act.filled(chosen)


def _priced(console: Console, offer: Offer, name: str, value: Any, chosen: Chosen) -> str:
    """A value in words, with what the act takes if it is chosen, as far as that hangs on it."""
    told = offer.act.terms(offer.seen, chosen)
    more = [one for one in offer.act.terms(offer.seen, {**chosen, name: value}) if one not in told]
    return "\n".join(console.wording.say(one) for one in (offer.question(name).label(offer.seen, value), *more))


def _field(console: Console, offer: Offer, name: str, chosen: Chosen) -> tuple[Any] | None:
    """A value for one field, given the fields before it, in a tuple; None to go back."""
    domain, words = offer.domain(name, chosen), offer.question(name).words
    if isinstance(domain, DraftDomain):
        draft = write_draft(console, offer.seen, domain)
        return None if draft is None else (draft,)
    if isinstance(domain, Whole):
        return (console.whole(words, domain.low, domain.high),)
    if isinstance(domain, Words):
        return (console.words(words, domain.least, domain.most),)
    if isinstance(domain, ForceSheetDomain):
        return (_sheet(console, offer),)
    several = some_of(domain)
    if several is not None:
        return (_several(console, offer, name, several),)
    values = one_of(domain) or ()
    if len(values) == 1:
        only = _priced(console, offer, name, values[0], chosen)
        console.line(Text("{question} {only}", {"question": words, "only": only}))
        return (values[0],)
    place = console.choose(words, [_priced(console, offer, name, one, chosen) for one in values], BACK)
    return None if place is None else (values[place],)


def _several(console: Console, offer: Offer, name: str, domain: tuple[tuple[Any, ...], int, int]) -> tuple[Any, ...]:
    """Some of several values; none where there are none."""
    values, least, most = domain
    if not values:
        return ()
    if name == "to" and least == 0:
        console.line(Text("Name nobody, and it goes to all."))
    question = offer.question(name)
    places = console.several(question.words, [question.label(offer.seen, one) for one in values], least, most)
    return tuple(values[one] for one in places)


def _sheet(console: Console, offer: Offer) -> ForceSheet:
    """A force sheet: the target, then the precautions that are taken."""
    targets = [offer.seen.target(one) for one in offer.seen.targets]
    options = [
        Text("{target:target}: {use}", {"target": one.id, "use": console.wording.say(one.use)}) for one in targets
    ]
    place = console.choose(Text("Against which target?"), options) or 0
    chosen = console.several(
        Text("With which precautions?"), [Text(precaution) for precaution in PRECAUTIONS], 0, len(PRECAUTIONS)
    )
    return ForceSheet(targets[place].id, *(number in chosen for number in range(len(PRECAUTIONS))))
