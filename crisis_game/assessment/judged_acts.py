"""The acts of an exercise with all that the judge says of each, for the facilitator while play goes on and after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.assessment.assessed_acts import overrulings
from crisis_game.assessment.deeds import title_of
from crisis_game.assessment.model import Overruling
from crisis_game.engine.conducts import reading
from crisis_game.engine.state import ConductState, State
from crisis_game.law.finding import Finding
from crisis_game.law.tree import Tree, tree
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class JudgedAct:
    """One act on what its actor knew, which is its conduct.

    Attributes:
        title: what was done, to whom.
        tree: what it comes to, and why.
        overruled: the facilitator's verdicts by rule.
    """

    id: str
    title: Text
    participants: tuple[str, ...]
    round: int
    tree: Tree
    overruled: Mapping[str, Overruling]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Each once: first what decides and where that turns, then what follows, what stands beside, what was kept."""
        first = tuple(finding for finding in (self.tree.deciding, self.tree.turning) if finding is not None)
        beside = (finding for issue in self.tree.beside for finding in (issue.finding, *issue.follows))
        listed = (*first, *self.tree.follows, *beside, *self.tree.kept)
        by_id = {finding.id: finding for finding in listed if finding.verdict != "not-applicable"}
        return tuple(by_id.values())


def judged_acts(state: State) -> tuple[JudgedAct, ...]:
    """All acts on record, newest first, then what was left undone; what only its actor knows of is among them."""
    conducts = (conduct for _, conduct in sorted(state.record.conducts.items()))
    return tuple(_act(state, conduct) for conduct in sorted(conducts, key=_place))


def _place(conduct: ConductState) -> tuple[bool, int]:
    return conduct.omission != "", -conduct.round


def _act(state: State, conduct: ConductState) -> JudgedAct:
    return JudgedAct(
        id=conduct.id,
        title=title_of(state, conduct),
        participants=conduct.participants,
        round=conduct.round,
        tree=tree(reading(conduct, "known")),
        overruled=overrulings(state, conduct.id),
    )
