"""The whole question: of each goal a proof that it cannot be, a witness that it can, or how far was searched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.reachability_proofs import PlacedProof, proofs
from crisis_game.workshop.reach.goals import Goal
from crisis_game.workshop.reach.search import Limits, Progress, Reached, Search
from crisis_game.workshop.reach.witness import write_witness


@dataclass(frozen=True, slots=True)
class Answer:
    """What can come to pass in a scenario.

    Attributes:
        goals: what was asked for.
        never: proofs, by goal.
        reached: what the search found.
        files: the witnesses that were written, by goal.
    """

    goals: tuple[Goal, ...]
    never: Mapping[Goal, PlacedProof]
    reached: Reached
    files: Mapping[Goal, Path]

    @property
    def missing(self) -> tuple[Goal, ...]:
        """The goals that nothing is known of: neither a proof nor a witness."""
        return tuple(goal for goal in self.goals if goal not in self.never and goal not in self.reached.witnesses)


def reach(
    files: ScenarioFiles,
    scenario: Scenario,
    goals: Iterable[Goal],
    limits: Limits,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> Answer:
    """Prove, then search.

    Args:
        files: the scenario's files.
        scenario: the same, loaded.
        goals: what is asked for.
        limits: how far to search for what no proof excludes.
        folder: where witnesses are written; None for nowhere.
        progress: told after each game.

    Raises:
        OSError: if a witness cannot be written.
    """
    asked = tuple(goals)
    never = {Goal(proof.kind, proof.id): proof for proof in proofs(files, scenario)}
    never = {goal: proof for goal, proof in never.items() if goal in asked}
    reached = Search(scenario, (goal for goal in asked if goal not in never), limits).run(progress)
    written = {
        goal: write_witness(folder, scenario, files, witness)
        for goal, witness in sorted(reached.witnesses.items())
        if folder is not None
    }
    return Answer(asked, never, reached, written)
