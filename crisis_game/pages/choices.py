"""The values of a domain, one by one, for those who show them as a list; and what needs no question at all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from crisis_game.engine.act import Chosen, Offer
from crisis_game.engine.bargains import Gifts, Wants
from crisis_game.engine.changes import ChangeDomain, possible_changes
from crisis_game.engine.domains import Domain, OneOf, SomeOf
from crisis_game.engine.shared_values import Gift

NOTHING_GIVEN: Mapping[str, Any] = MappingProxyType({})


def filled(offer: Offer, chosen: Chosen, given: Mapping[str, Any] = NOTHING_GIVEN) -> dict[str, Any]:
    """What is chosen, with every field up to the next question: one that has a single value, or one known already.

    Args:
        offer: what is filled in.
        chosen: the fields that were answered so far.
        given: values known beforehand, such as the text on which a form was opened; taken where they are possible.
    """
    found = dict(chosen)
    for name in offer.fields:
        if name in found:
            continue
        domain = offer.domain(name, found)
        if name in given and domain.admits(given[name]):
            found[name] = given[name]
        elif isinstance(domain, OneOf) and len(domain.values) == 1:
            found[name] = domain.values[0]
        else:
            break
    return found


def does_nothing(value: object) -> bool:
    """Whether a value that needs no question changes nothing: a no, a zero, nothing asked for."""
    return value in (0, ())


def one_of(domain: Domain[object]) -> tuple[Any, ...] | None:
    """All values of a domain of which one is chosen; None where they are too many, or free words."""
    if isinstance(domain, OneOf):
        return tuple(domain.values)
    if isinstance(domain, ChangeDomain):
        return tuple(possible_changes(domain.seen, domain.draft))
    if isinstance(domain, Gifts):
        return (*domain.things, *(Gift("pay", amount=one) for one in range(1, domain.treasury + 1)))
    return None


def some_of(domain: Domain[object]) -> tuple[tuple[Any, ...], int, int] | None:
    """All values of a domain of which some are chosen, with the least and the most; None for other domains."""
    if isinstance(domain, SomeOf):
        return tuple(domain.values), domain.least, min(domain.most, len(domain.values))
    if isinstance(domain, Wants):
        values = tuple(possible_changes(domain.seen, domain.draft))
        return values, 0, min(3, len(values))
    return None
