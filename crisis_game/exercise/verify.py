"""Verifying a save, an exported log or a witness: the chain holds, and every event follows from its command."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis_game.engine.state import State
from crisis_game.exercise.chain import Raw, broken_at, canonical, first_head, receipt
from crisis_game.exercise.replay import UnsoundError, replay
from crisis_game.exercise.save import Save, SaveError, files_of, open_save
from crisis_game.exercise.save_file import MOST_BYTES, begins_as_save
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario

EXPORT = 1
"""Version of the form of exported logs."""


@dataclass(frozen=True, slots=True)
class Log:
    """A log as it lies in a save or in an export."""

    path: Path
    header: Mapping[str, Any]
    files: Mapping[str, bytes]
    entries: tuple[Raw, ...]

    @property
    def scenario_files(self) -> ScenarioFiles:
        """The scenario that travels with it.

        Raises:
            SaveError: if its main file is not there.
        """
        return files_of(self.path, self.header, self.files)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying found.

    Attributes:
        sound: whether all of it holds.
        entries: how many entries hold, from the first.
        fault: what does not hold, in one sentence; empty if sound.
        receipt: the code of the last head that holds.
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
    if begins_as_save(path):
        with open_save(path, writing=False) as save:
            return log_of(save)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SaveError(f"{path}: too large for a log.")
        return _read_export(path, path.read_bytes())
    except OSError as fault:
        raise SaveError(f"{path}: cannot be read ({fault.strerror or fault}).") from fault


def log_of(save: Save) -> Log:
    """The log of an open save.

    Raises:
        SaveError: for an entry that is not of the form of one.
    """
    return Log(save.path, save.header, save.files, tuple(save.raw()))


def export(log: Log) -> Iterator[str]:
    """A log as JSON Lines: the header with the scenario's files first, then a line for each entry.

    Raises:
        SaveError: for an entry that is not JSON.
    """
    files = {path: base64.b64encode(data).decode() for path, data in sorted(log.files.items())}
    yield canonical({"crisis-game": EXPORT, "header": dict(log.header), "files": files}).decode()
    for n, command, events, head, _ in log.entries:
        try:
            line = {"n": n, "command": json.loads(command), "events": json.loads(events), "head": head.hex()}
            yield canonical(line).decode()
        except (ValueError, RecursionError) as fault:
            raise SaveError(f"{log.path}: entry {n} cannot be read; the save was altered.") from fault


def verify(log: Log, scenario: Scenario) -> Verdict:
    """Replay a log: each head must follow from the one before, and each entry's events from its command."""
    head, held = first_head(log.header, log.files), 0
    if log.header.get("content_hash") != scenario.content_hash:
        fault = "the scenario in the save is not the one it names; it was altered."
        return Verdict(False, held, fault, receipt(head))
    broken = broken_at(head, log.entries)
    try:
        for step in replay(scenario, State(), log.entries[: broken - 1] if broken else log.entries):
            held, head = step.n, log.entries[step.n - 1][3]
    except UnsoundError as unsound:
        return Verdict(False, held, str(unsound), receipt(head))
    fault = f"entry {broken}: the chain is broken; this entry or one before it was altered." if broken else ""
    return Verdict(not broken, held, fault, receipt(head))


def _read_export(path: Path, data: bytes) -> Log:
    try:
        first, *rest = [json.loads(line) for line in data.decode().split("\n") if line.strip()]
        if first["crisis-game"] != EXPORT:
            raise SaveError(f"{path}: it was exported by another version of crisis-game.")
        files = {str(name): base64.b64decode(one, validate=True) for name, one in first["files"].items()}
        return Log(path, dict(first["header"]), files, tuple(_read_line(one) for one in rest))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, binascii.Error) as fault:
        raise SaveError(f"{path}: this is neither a save nor an exported log of crisis-game.") from fault


def _read_line(line: Mapping[str, Any]) -> Raw:
    """An entry of an export; raises as `_read_export` expects."""
    return int(line["n"]), canonical(line["command"]), canonical(line["events"]), bytes.fromhex(line["head"]), 0.0
