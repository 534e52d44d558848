"""Every act, by family, in the order in which menus show them: a family's file says all of its acts."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType, ModuleType

from crisis_game.engine import commands
from crisis_game.engine.act import Act
from crisis_game.engine.acts import (
    accountability,
    alarm,
    ally,
    amendments,
    ballots,
    consent,
    counsel,
    declarations,
    disputes,
    exit_sentence,
    facilitator,
    free_moves,
    hands,
    knowledge,
    membership,
    questions,
    ratings,
    responses,
    settlement,
    talk,
    texts,
    turns,
)

FAMILIES = (
    questions,
    ally,
    knowledge,
    texts,
    amendments,
    counsel,
    ballots,
    responses,
    accountability,
    talk,
    free_moves,
    declarations,
    alarm,
    consent,
    settlement,
    disputes,
    membership,
    turns,
    facilitator,
    ratings,
    hands,
    exit_sentence,
)


def _acts_of(family: ModuleType) -> Iterator[type[Act]]:
    """The acts that a family's file defines, in its order."""
    for attribute in vars(family).values():
        if isinstance(attribute, type) and issubclass(attribute, Act) and attribute.__module__ == family.__name__:
            yield attribute


def by_kind(acts: tuple[type[Act], ...]) -> Mapping[str, type[Act]]:
    """Acts by their kind. Raises TypeError where two have the same."""
    kinds: dict[str, type[Act]] = {}
    for act in acts:
        if kinds.setdefault(act.kind, act) is not act:
            raise TypeError(f"{act.__name__} and {kinds[act.kind].__name__} are both of kind {act.kind}")
    return MappingProxyType(kinds)


ACTS: tuple[type[Act], ...] = tuple(act for family in FAMILIES for act in _acts_of(family))
"""All acts."""

BY_KIND = by_kind(ACTS)
"""All acts by the kind that a log knows them by."""

commands.know(BY_KIND)
