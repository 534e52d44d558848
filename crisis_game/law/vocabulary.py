"""Every fact the judge knows: one table that documentation, checks and counterfactuals share.

An absent fact is unknown. There are no default values: what is not stated is not proven.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.law import facts_raw, facts_vocabulary
from crisis_game.law.fact import Fact
from crisis_game.law.facts_in_reach import REACH, Reach

FACTS: Mapping[str, Fact] = {fact.name: fact for fact in (*facts_vocabulary.FACTS, *facts_raw.FACTS)}
"""All facts by name: first the casebook's vocabulary, then the raw facts."""

SEMI_VERDICTS: frozenset[str] = frozenset(fact.name for fact in FACTS.values() if fact.semi_verdict)
"""Facts that already hold part of a legal conclusion."""

PERSONAL: frozenset[str] = frozenset(fact.name for fact in FACTS.values() if fact.personal)
"""Facts that belong to one participant; findings that rest on them do not spread to the others."""


def reach(name: str) -> tuple[Reach, ...]:
    """The values to which an actor could bring a fact; empty where it lies with others or with the past."""
    return REACH.get(name, ())
