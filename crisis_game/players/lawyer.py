"""A policy's own reading of the law: what the judge would say of an act, on the facts as its seat knows them.

The judge is pure, so its answers are kept by the facts that it was asked about.
"""

from __future__ import annotations

from functools import lru_cache

from crisis_game.engine.foresight import conducts_of
from crisis_game.engine.seen import Seen
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.finding import Legality
from crisis_game.law.judge import open_case
from crisis_game.law.order import overall
from crisis_game.scenario.draft import Draft

KEPT = 1 << 14
"""Readings kept at a time in one process."""


def legalities(seen: Seen, draft: Draft) -> frozenset[Legality]:
    """What the measures of a draft would be; empty for a draft without any."""
    return frozenset(_legality(frozenset(conduct.facts.items())) for conduct in conducts_of(seen, draft))


@lru_cache(maxsize=KEPT)
def _legality(facts: frozenset[tuple[str, FactValue]]) -> Legality:
    return overall(open_case(Conduct("planned", "", dict(sorted(facts)))))
