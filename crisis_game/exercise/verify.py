"""Verifying a save, an exported log or a witness: the chain holds, and every event follows from its command."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis_game.engine.act import Refusal
from crisis_game.engine.machine import step
from crisis_game.engine.state import State
from crisis_game.exercise.chain import canonical, first_head, next_head, receipt
from crisis_game.exercise.entry import command_bytes, events_bytes, read_submission
from crisis_game.exercise.save import MOST_BYTES, Save, SaveError, open_save
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario

Raw = tuple[int, bytes, bytes, bytes]
"""Number, command, events and head of an entry, as stored."""


@dataclass(frozen=True, slots=True)
class Log:
    """A log as it lies in a save or in an export."""

    header: Mapping[str, Any]
    files: Mapping[str, bytes]
    entries: tuple[Raw, ...]

    @property
    def scenario_files(self) -> ScenarioFiles:
        """The scenario that travels with it."""
        return ScenarioFiles(str(self.header.get("main", "")), dict(self.files))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found.

    Attributes:
        sound: whether all of it holds.
        entries: how many entries hold, from the first.
        fault: what does not hold, in one sentence; empty if sound.
        receipt: the code of the last head.
    """

    sound: bool
    entries: int
    fault: str
    receipt: str


def read_log(path: Path) -> Log:
    """The log of a save or of an exported file.

    Raises:
        SaveError: if the file is neither, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            start = file.read(16)
        if start == b"SQLite format 3\0":
            with open_save(path, writing=False) as save:
                return log_of(save)
        if path.stat().st_size > MOST_BYTES:
            raise SaveError(f"{path}: too large for a log.")
        return _read_export(path, path.read_bytes())
    except OSError as fault:
        raise SaveError(f"{path}: cannot be read ({fault.strerror or fault}).") from fault


def log_of(save: Save) -> Log:
    """The log of an open save."""
    return Log(save.header, save.files, tuple((n, command, events, head) for n, command, events, head, _ in save.raw()))


def export(log: Log) -> Iterator[str]:
    """A log as JSON Lines: the header with the scenario's files first, then a line for each entry."""
    files = {path: base64.b64encode(data).decode() for path, data in sorted(log.files.items())}
    yield canonical({"crisis-game": 1, "header": dict(log.header), "files": files}).decode()
    for n, command, events, head in log.entries:
        line = {"n": n, "command": json.loads(command), "events": json.loads(events), "head": head.hex()}
        yield canonical(line).decode()


def verify(log: Log, scenario: Scenario) -> Verdict:
    """Replay a log: each head must follow from the one before, and each entry's events from its command."""
    head, held = first_head(log.header, log.files), 0
    for fault in _faults(log, scenario):
        if fault:
            return Verdict(False, held, fault, receipt(head))
        head = log.entries[held][3]
        held += 1
    return Verdict(True, held, "", receipt(head))


def _faults(log: Log, scenario: Scenario) -> Iterator[str]:
    """For each entry what does not hold of it; empty where all does."""
    if log.header.get("content_hash") != scenario.content_hash:
        yield "the scenario in the save is not the one it names; it was altered."
        return
    state, head = State(), first_head(log.header, log.files)
    for place, (n, command, events, stored) in enumerate(log.entries, 1):
        head = next_head(head, command, events)
        if n != place or head != stored:
            yield f"entry {place}: the chain is broken; this entry or one before it was altered."
            return
        yield _replayed(scenario, state, place, command, events)


def _replayed(scenario: Scenario, state: State, place: int, command: bytes, events: bytes) -> str:
    try:
        submission = read_submission(command)
    except ValueError as fault:
        return f"entry {place}: its command cannot be read: {fault}."
    if command_bytes(submission) != command:
        return f"entry {place}: its command is not in the form in which we write it."
    decided = step(scenario, state, submission)
    if isinstance(decided, Refusal):
        return f"entry {place}: this version of the game refuses its command ({decided.code})."
    if events_bytes(decided) != events:
        return f"entry {place}: other events follow from its command than the save says."
    return ""


def _read_export(path: Path, data: bytes) -> Log:
    try:
        lines = [json.loads(line) for line in data.decode().splitlines() if line.strip()]
        if not lines or lines[0].get("crisis-game") != 1:
            raise SaveError(f"{path}: this is neither a save nor an exported log of crisis-game.")
        return _log_from(lines[0], lines[1:])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, binascii.Error) as fault:
        raise SaveError(f"{path}: this is neither a save nor an exported log of crisis-game.") from fault


def _log_from(first: dict[str, Any], rest: Iterable[dict[str, Any]]) -> Log:
    files = {str(name): base64.b64decode(one, validate=True) for name, one in first["files"].items()}
    entries = tuple(
        (int(one["n"]), canonical(one["command"]), canonical(one["events"]), bytes.fromhex(one["head"])) for one in rest
    )
    return Log(dict(first["header"]), files, entries)
