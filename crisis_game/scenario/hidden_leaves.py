"""What in a condition not everybody can read: an allow-list, so that a new function is hidden until named here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crisis_game.conditions.could_hold import Leaf, asked
from crisis_game.conditions.syntax_tree import Call
from crisis_game.scenario.model_milestones import Milestone

PLAIN_FUNCTIONS = frozenset((
    "adopted", "in_force", "rounds_in_force", "evidence", "verified", "happened", "step", "declared_attacked",
    "requested_help", "base_open", "base_withdrawn", "delivers", "voted", "credit", "pledges_met", "alone",
    "red_line_declared", "clause_adopted", "heard", "suspended", "answered_ally",
    "spent", "own_text_adopted", "voted_down", "fallen", "heard_member", "arrears", "left", "needed", "obeyed",
    "award_given", "award_against", "opinion_given", "amended", "council_took",
))  # fmt: skip
"""Functions whose answer all can follow; `evidence` only of what the council knows."""

HIDDEN_NAMES = frozenset({"risk"})
"""Names beside the gauges that tell what the other side reckons with."""


@dataclass(frozen=True, slots=True)
class HiddenLeaves:
    """What is hidden in one scenario.

    Attributes:
        gauges: gauges that not all see as they are.
        injects: injects that not all get.
        milestones: milestones whose conditions ask for anything hidden.
    """

    gauges: frozenset[str]
    injects: frozenset[str]
    milestones: frozenset[str]

    def hides(self, leaf: Leaf) -> bool:
        """Whether not everybody can read a name, or a function with its words."""
        if not isinstance(leaf, Call):
            return leaf.name in self.gauges or leaf.name in HIDDEN_NAMES
        words = [word.value for word in leaf.arguments]
        if leaf.function in ("is", "since"):
            return not self.milestones.isdisjoint(words)
        if leaf.function == "arrived":
            return not self.injects.isdisjoint(words)
        return leaf.function not in PLAIN_FUNCTIONS or (leaf.function == "evidence" and len(words) > 1)


def hidden_leaves(seen: Mapping[str, str], private: Iterable[str], milestones: Mapping[str, Milestone]) -> HiddenLeaves:
    """What is hidden in a scenario.

    Args:
        seen: who sees each gauge.
        private: injects that not all get.
        milestones: in the order of the file, each asking only for those before it.
    """
    gauges = frozenset(gauge for gauge, who in seen.items() if who != "all")
    hidden = HiddenLeaves(gauges, frozenset(private), frozenset())
    for id_, milestone in milestones.items():
        if any(map(hidden.hides, asked(milestone.when.tree))):
            hidden = HiddenLeaves(gauges, hidden.injects, hidden.milestones | {id_})
    return hidden
