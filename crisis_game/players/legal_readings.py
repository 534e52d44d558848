"""What the judge would say of a text as one seat knows things, kept by the facts."""

from __future__ import annotations

from functools import lru_cache

from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.seen import Seen
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.finding import Legality
from crisis_game.law.judge import open_case
from crisis_game.law.order import gravest, manner, overall
from crisis_game.law.rule import Case
from crisis_game.scenario.draft import Draft

READINGS_KEPT = 1 << 14
"""Readings of the law kept at a time in one process: the judge is pure, so its answers are kept by their facts."""


def legalities_as_known(seen: Seen, draft: Draft) -> frozenset[Legality]:
    """What the measures of a draft would be, of two words the less favourable; empty for a draft without any."""
    return frozenset(_gravest(frozenset(conduct.facts.items())) for conduct in conducts_of(seen, draft))


def _gravest(facts: frozenset[tuple[str, FactValue]]) -> Legality:
    how = manner_of(facts)
    return legality(facts) if how is None else gravest([legality(facts), how])


@lru_cache(maxsize=READINGS_KEPT)
def legality(facts: frozenset[tuple[str, FactValue]]) -> Legality:
    """What the judge says of an act as a whole."""
    return overall(_case(facts))


@lru_cache(maxsize=READINGS_KEPT)
def manner_of(facts: frozenset[tuple[str, FactValue]]) -> Legality | None:
    """What the judge says of the way in which it is done; None where that is no question."""
    return manner(_case(facts))


def _case(facts: frozenset[tuple[str, FactValue]]) -> Case:
    return open_case(Conduct("planned", "", dict(sorted(facts))))
