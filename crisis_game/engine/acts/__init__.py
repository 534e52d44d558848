"""Every act, by family, in the order in which menus show them: a family's file says all of its acts."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType, ModuleType

from crisis_game.engine.act import Act
from crisis_game.engine.acts import (
    accountability,
    alarm,
    amendments,
    ballots,
    consent,
    counsel,
    facilitator,
    knowledge,
    responses,
    settlement,
    talk,
    texts,
    turns,
)

FAMILIES = (
    knowledge,
    texts,
    amendments,
    counsel,
    ballots,
    responses,
    accountability,
    talk,
    alarm,
    consent,
    settlement,
    turns,
    facilitator,
)


def _acts_of(family: ModuleType) -> Iterator[type[Act]]:
    """The acts that a family's file defines, in its order."""
    for found in vars(family).values():
        if isinstance(found, type) and issubclass(found, Act) and found.__module__ == family.__name__:
            yield found


def by_kind(acts: tuple[type[Act], ...]) -> Mapping[str, type[Act]]:
    """Acts by their kind. Raises TypeError where two have the same."""
    found: dict[str, type[Act]] = {}
    for one in acts:
        if found.setdefault(one.kind, one) is not one:
            raise TypeError(f"{one.__name__} and {found[one.kind].__name__} are both of kind {one.kind}")
    return MappingProxyType(found)


ACTS: tuple[type[Act], ...] = tuple(one for family in FAMILIES for one in _acts_of(family))
"""All acts."""

BY_KIND = by_kind(ACTS)
"""All acts by the kind that a log knows them by."""
