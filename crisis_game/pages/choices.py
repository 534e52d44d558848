"""The values of a domain, one by one, for those who show them as a list."""

from __future__ import annotations

from typing import Any

from crisis_game.engine.bargains import Gifts, Wants
from crisis_game.engine.changes import ChangeDomain, possible_changes
from crisis_game.engine.domains import Domain, OneOf, SomeOf
from crisis_game.engine.shared_values import Gift


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
