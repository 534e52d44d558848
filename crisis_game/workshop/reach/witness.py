"""A witness as a file: a log in the form of an export, which `replay` plays and `verify` checks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crisis_game.engine.state import State
from crisis_game.exercise.chain import Raw, first_head, next_head
from crisis_game.exercise.entry import command_bytes, events_bytes
from crisis_game.exercise.session import header
from crisis_game.exercise.verify import Log, export
from crisis_game.players.playout import taken
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.reach.goals import Goal
from crisis_game.workshop.reach.search import Witness

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
