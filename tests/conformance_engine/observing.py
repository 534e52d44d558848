"""All that a seat can observe, as plain values that can be compared: view, own log, offers, refusals, the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import pairwise
from typing import Any

from crisis_game.assessment.public_record import public_record
from crisis_game.engine.act import Act, Chosen, Offer, Refusal
from crisis_game.engine.acts import ACTS
from crisis_game.engine.chance import Stream
from crisis_game.engine.domains import Domain
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.event import Event
from crisis_game.engine.machine import legal
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.engine.view import View
from crisis_game.pages.choices import one_of, some_of
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario

SECTIONS = ("table", "gauges", "incidents", "claims", "mail", "texts", "measures", "account", "members", "commitments")
APART = frozenset(("lesson", "numbers", "charter", "letters", "texts", "own", "written", "account", "ground", "likes"))
"""What of `Seen` is the same for all, is looked at in another way, or is read by policies alone, at the host."""

DRAWS = 2
"""Ways through the fields of each offer."""


def observed(
    scenario: Scenario, state: State, seat: SeatId, probes: Sequence[Act] = (), *, record: bool = True
) -> dict[str, Any]:
    """What a seat can see at its screen now, what it can do, and what it hears when it tries what it cannot.

    Args:
        scenario: what is played.
        state: where things stand.
        seat: who looks.
        probes: commands that it tries; what comes of them is compared by their refusals alone.
        record: the public record among it, which over one state is the same for all who look.
    """
    seen = Seen(scenario, state, seat)
    view = View(seen)
    return {
        "view": {section: getattr(view, section) for section in SECTIONS},
        "seen": dict(_seen(seen)),
        "offers": [_offer(offer) for offer in legal(seen)],
        "closed": [_told(act.closed(seen)) for act in ACTS],
        "refusals": [_told(probe.refusal(seen)) for probe in probes],
        "record": public_record(scenario, state) if record else None,
    }


def heard(events: Iterable[Event], seat: SeatId) -> list[Any]:
    """The events that a seat sees, as its own log has them."""
    return [event for event in events if event.to is None or seat in event.to]


def difference(first: Any, other: Any, where: str = "") -> str:
    """Where two observations differ first; empty where they do not."""
    if first == other:
        return ""
    if is_dataclass(first) and type(first) is type(other):
        first, other = ({field.name: getattr(each, field.name) for field in fields(each)} for each in (first, other))
    if isinstance(first, dict) and isinstance(other, dict):
        for key in (*first, *(key for key in other if key not in first)):
            differs = difference(first.get(key, "(nothing)"), other.get(key, "(nothing)"), f"{where}/{key}")
            if differs:
                return differs
        return ""
    if isinstance(first, list | tuple) and isinstance(other, list | tuple) and len(first) == len(other):
        pairs = enumerate(zip(first, other, strict=True))
        return next(filter(None, (difference(*pair, f"{where}/{n}") for n, pair in pairs)), "")
    return f"{where}: {first!r} and {other!r}"


def _seen(seen: Seen) -> Iterator[tuple[str, Any]]:
    for name in dir(type(seen)):
        if not name.startswith("_") and name not in APART and isinstance(getattr(type(seen), name), property):
            yield name, getattr(seen, name)
    yield "letters", tuple(seen.letters)
    yield "sheets", (seen.own, seen.written) if seen.role in ("member", "adversary", "neighbour") else None
    yield "account sheet", seen.account if seen.role == "member" else None
    yield "claim sheets", [seen.claim(claim) for claim in seen.claims]
    yield "incident sheets", [seen.incident(incident) for incident in seen.incidents]
    ground = seen.ground
    yield "ground", (ground.grades, ground.incidents, ground.verified, ground.called, ground.level, ground.commitments)
    yield (
        "ground of claims",
        (ground.claim_incident, {incident: ground.trigger(incident) for incident in ground.incidents}),
    )
    for text in seen.texts:
        yield (
            f"text {text}",
            (
                [seen.position(text, member) for member in seen.members],
                dict(seen.votes(text)),
                dict(seen.explanations(text)),
                dict(seen.text(text).pledges),
                seen.crosses_red_line(seen.text(text).draft) if seen.role == "member" else None,
            ),
        )
    for state in seen.members:
        line = seen.red_line(state)
        yield f"member {state}", (seen.credit(state), seen.pledges(state), seen.holder(state), line)


def _offer(offer: Offer) -> Any:
    """A kind with the domain of each field, along a few ways through the fields."""
    stream = Stream(5, offer.kind)
    return offer.kind, [_way(offer.act, offer.seen, stream) for _ in range(DRAWS)]


def _way(act: type[Act], seen: Seen, stream: Stream) -> list[Any]:
    chosen: dict[str, Any] = {}
    taken = []
    for field in act.choices:
        domain = act.domain(seen, field.name, chosen)
        chosen[field.name] = domain.draw(stream)
        taken.append((field.name, _domain(domain), chosen[field.name]))
    return taken


def _domain(domain: Domain) -> Any:
    """What can be compared of a domain: its values where they can be counted, else its bounds."""
    few = one_of(domain)
    if few is not None:
        return few
    some = some_of(domain)
    if some is not None:
        return some
    if isinstance(domain, DraftDomain):
        return "draft", domain.emergency
    return repr(domain)


def _told(refusal: Refusal | None) -> Any:
    return None if refusal is None else (refusal.code, refusal.because, refusal.article)


def values_of(domain: Domain) -> tuple[Any, ...] | None:
    """All values of a domain that can be counted, up to pairs of those of which some are chosen; else None."""
    few = one_of(domain)
    if few is not None:
        return few
    some = some_of(domain)
    if some is None:
        return None
    values, least, most = some
    choices = [(), *((value,) for value in values), *pairwise(values)]
    return tuple(choice for choice in choices if least <= len(choice) <= most and domain.admits(choice))


def ways(act: type[Act], seen: Seen, chosen: Chosen, most: int) -> Iterator[dict[str, Any]]:
    """Ways through the fields of an act, with every value of those that can be counted, at most so many."""
    open_ = [dict(chosen)]
    for field in act.choices[len(chosen) :]:
        further = []
        for way in open_:
            domain = act.domain(seen, field.name, way)
            values = values_of(domain)
            if values is None:
                values = tuple(domain.draw(Stream(seed, field.name)) for seed in range(DRAWS))
            further += [{**way, field.name: value} for value in values]
        stride = max(1, len(further) // most)
        open_ = further[::stride][:most]
    yield from open_
