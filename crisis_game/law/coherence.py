"""Facts that cannot both be true of one act: told to whoever gave them, and the less favourable one counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.law.conduct import FactValue
from crisis_game.law.kinds_of_act import FORCE_BY_NATURE


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that exclude each other.

    Attributes:
        first, second: the facts.
        firsts, seconds: values of each that exclude those of the other.
        counts: the fact and the value that then count, the worse for the actor.
    """

    first: str
    firsts: frozenset[FactValue]
    second: str
    seconds: frozenset[FactValue]
    counts: tuple[str, FactValue]

    def holds(self, facts: Mapping[str, FactValue]) -> bool:
        """Whether the facts contradict each other so."""
        return facts.get(self.first) in self.firsts and facts.get(self.second) in self.seconds


def _pair(
    first: str,
    firsts: tuple[FactValue, ...],
    second: str,
    seconds: tuple[FactValue, ...],
    counts: tuple[str, FactValue],
) -> Contradiction:
    return Contradiction(first, frozenset(firsts), second, frozenset(seconds), counts)


CONTRADICTIONS: tuple[Contradiction, ...] = (
    _pair(
        "consent_of_territorial_state", ("valid",), "consent_given_by", ("none",),
        ("consent_of_territorial_state", "none"),
    ),
    _pair("response_kind", ("annexation",), "territory_held", ("none",), ("territory_held", "annexed")),
    _pair("response_kind", tuple(sorted(FORCE_BY_NATURE)), "use_of_force", ("none",), ("use_of_force", "armed")),
    _pair("response_kind", ("force",), "use_of_force", ("threat",), ("use_of_force", "armed")),
    _pair("attack_timing", ("feared",), "attack_launched", (True,), ("attack_launched", False)),
)  # fmt: skip
"""All pairs. An author that is established and a wrong that is not are none: what it did may have been lawful."""


def inconsistent(facts: Mapping[str, FactValue]) -> tuple[tuple[str, str], ...]:
    """The pairs of facts that contradict each other."""
    return tuple((pair.first, pair.second) for pair in CONTRADICTIONS if pair.holds(facts))


def settle(facts: dict[str, FactValue]) -> None:
    """Let the less favourable of two contradictory facts count, in place."""
    for pair in CONTRADICTIONS:
        if pair.holds(facts):
            fact, value = pair.counts
            facts[fact] = value
