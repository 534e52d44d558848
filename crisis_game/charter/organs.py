"""The bodies of a treaty that decide, and how each decides its matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from crisis_game.charter.rules import DecisionRule
from crisis_game.texts import Prose

MATTERS = (
    "procedure",
    "statement",
    "budget",
    "inquiry",
    "opinion",
    "diplomatic",
    "assistance",
    "peaceful-settlement",
    "arbitration",
    "referral",
    "retorsion",
    "sanctions",
    "peacekeeping",
    "presence",
    "suspension",
    "armed-force",
    "amendment",
)
"""The matters of the game, the gravest last."""

ANY = "any"
"""The matter that stands for all that an organ does not list."""

Step = Literal["negotiation", "mediation", "conciliation", "arbitration", "opinion"]
"""How quarrels are settled peacefully."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How an organ decides some matters.

    Attributes:
        matters: ids of `MATTERS` or of the charter's own, or `any`.
        opt_outs: whether a member may stand aside without being bound.
        own_consent: matters in which a decision uses no member's forces without that member's own consent.
    """

    matters: tuple[str, ...]
    rule: DecisionRule
    opt_outs: bool = False
    own_consent: tuple[str, ...] = ()
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Fallback:
    """What may break a deadlock: another organ, or a step of peaceful settlement."""

    organ: str | None
    step: Step | None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Organ:
    """A body of the treaty that decides.

    Attributes:
        members: those who sit in it.
        decisions: its matters with their rules; none stands in two of them.
        ballot: whether votes can be seen as they are cast.
        note: what a reader must know of the source, shown beside the rule.
    """

    id: str
    name: Prose
    members: tuple[str, ...]
    decisions: tuple[Decision, ...]
    ballot: Literal["open", "sealed"] = "sealed"
    fallback: Fallback | None = None
    article: str | None = None
    note: Prose | None = None

    def decision_for(self, matter: str) -> Decision | None:
        """How the organ decides a matter; None where it has no power to."""
        decision = self._listed(matter)
        return decision if decision else self._listed(ANY)

    def rule_for(self, matter: str) -> DecisionRule | None:
        """The rule by which the organ decides a matter, as the treaty words it; None where it has no power to."""
        decision = self.decision_for(matter)
        return decision.rule if decision else None

    def gravest(self, matters: Iterable[str]) -> str:
        """The gravest of several matters: the last of them in `MATTERS`; a matter of the charter's own is graver.

        Raises:
            ValueError: if there are none.
        """
        listed = (matter for decision in self.decisions for matter in decision.matters)
        ladder = [ANY, *MATTERS, *(matter for matter in listed if matter not in (ANY, *MATTERS))]
        return max(sorted(set(matters)), key=lambda matter: ladder.index(matter) if matter in ladder else -1)

    def _listed(self, matter: str) -> Decision | None:
        return next((decision for decision in self.decisions if matter in decision.matters), None)
