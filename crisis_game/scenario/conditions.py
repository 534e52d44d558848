"""The one-line language of conditions and formulas: small, typed, total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crisis_game.scenario.facts import ConditionFacts


@dataclass(frozen=True, slots=True)
class Condition:
    """A parsed condition; `source` is the author's line, `tree` its checked form."""

    source: str
    tree: Any

    def holds(self, facts: ConditionFacts) -> bool:
        """Whether it holds on these facts."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed number; divisions are floored."""

    source: str
    tree: Any

    def value(self, facts: ConditionFacts) -> int:
        """Its value on these facts."""
        raise NotImplementedError
