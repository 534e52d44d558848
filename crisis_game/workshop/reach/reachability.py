"""The whole question: of each goal a proof that it cannot be, a witness that it can, or how far was searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crisis_game.engine.state import State
from crisis_game.exercise.chain import Raw, first_head, next_head
from crisis_game.exercise.entry import command_bytes, events_bytes
from crisis_game.exercise.headers import header
from crisis_game.exercise.verify import Log, export
from crisis_game.players.playout import taken
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.reachability_proofs import PlacedProof, proofs
from crisis_game.workshop.reach.goals import Goal
from crisis_game.workshop.reach.search import Limits, Progress, Reached, Search, Witness


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


OBSERVER = "observer"
"""The seat in the header of a log that nobody sat down to."""


def write_witness(folder: Path, scenario: Scenario, files: ScenarioFiles, witness: Witness) -> Path:
    """Write a witness into a folder, which is made where it does not exist; an older one of the goal is replaced.

    Raises:
        OSError: if it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file_name(witness.goal)
    log = log_of(path, scenario, files, witness)
    path.write_text("".join(f"{line}\n" for line in export(log)), encoding="utf-8", newline="\n")
    return path


def file_name(goal: Goal) -> str:
    """The name of a witness's file."""
    return f"{goal.kind}-{goal.id}.jsonl"


def log_of(path: Path, scenario: Scenario, files: ScenarioFiles, witness: Witness) -> Log:
    """A witness as a log, to be kept at `path`."""
    head = header(scenario, files, OBSERVER)
    return Log(path, head, files.contents, tuple(_entries(scenario, files, witness)))


def _entries(scenario: Scenario, files: ScenarioFiles, witness: Witness) -> Iterator[Raw]:
    """The entries of the log, played anew; the time of each is left out, so that a witness is always the same."""
    state, head = State(), first_head(header(scenario, files, OBSERVER), files.contents)
    for n, submission in enumerate(witness.submissions, 1):
        events = taken(scenario, state, submission)
        command, happened = command_bytes(submission), events_bytes(events)
        head = next_head(head, command, happened)
        yield n, command, happened, head, 0.0
