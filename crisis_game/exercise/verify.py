"""Verifying a save, an exported log or a witness: the chain holds, and every event follows from its command."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.state import State
from crisis_game.exercise.chain import Raw, broken_at, canonical, first_head, from_canonical, receipt
from crisis_game.exercise.replay import UnsoundError, replay
from crisis_game.exercise.rules import require_own_rules
from crisis_game.exercise.save import Save, SaveError, files_of, open_save
from crisis_game.exercise.save_file import MOST_BYTES, DamagedSaveError, begins_as_save
from crisis_game.players.turns import PLAY
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario

EXPORT = 1
"""Version of the form of exported logs."""

OTHER_SCENARIO = "the scenario in the save is not the one it names; it was damaged or altered."


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
        damaged: whether it does not even hold what was written into it, whoever played it.
        entries: how many entries hold, from the first.
        fault: what does not hold, in one sentence; empty if sound.
        receipt: the code of the last head that holds.
    """

    sound: bool
    entries: int
    fault: str
    receipt: str
    damaged: bool = False

    @property
    def told(self) -> str:
        """The verdict in a line for people."""
        if self.sound:
            return f"Sound: {self.entries} entries, each event follows from its command. Receipt {self.receipt}."
        kept = "; `crisis-game saves --rescue SAVE` keeps them in a new save" if self.damaged and self.entries else ""
        return (
            f"{'Damaged' if self.damaged else 'Not sound'}: {self.fault} The first {self.entries} entries hold{kept}."
        )


def read_log(path: Path) -> Log:
    """The log of a save or of an exported file.

    Raises:
        SaveError: if the file is neither, or cannot be read.
    """
    if begins_as_save(path):
        with open_save(path, writing=False) as save:
            return log_of(save)
    return _read_export(path, export_bytes(path))


def export_bytes(path: Path) -> bytes:
    """The bytes of a file that may be an export.

    Raises:
        SaveError: if it is too large, or cannot be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SaveError(f"{path}: too large for a log.")
        return path.read_bytes()
    except OSError as fault:
        raise SaveError(f"{path}: cannot be read ({fault.strerror or fault}).") from fault


def log_of(save: Save) -> Log:
    """The log of an open save.

    Raises:
        SaveError: for an entry that is not of the form of one.
    """
    return Log(save.path, save.header, save.files, tuple(save.raw()))


def damage(log: Log) -> tuple[int, str]:
    """The first entry at which a log does not hold what was written into it, and what is wrong; 0 where it is whole.

    That needs neither the scenario nor the rules, so that damage is never told as a fault of the scenario.
    """
    head = first_head(log.header, log.files)
    if log.header.get("content_hash") != ScenarioFiles("", log.files).content_hash:
        return 1, OTHER_SCENARIO
    broken = broken_at(head, log.entries)
    if broken:
        return broken, f"entry {broken}: the chain is broken; this entry or one before it was damaged or altered."
    return 0, ""


def require_whole(log: Log) -> None:
    """Refuse a damaged log.

    Raises:
        DamagedSaveError: if it does not hold what was written into it.
    """
    place, fault = damage(log)
    if place:
        raise DamagedSaveError(f"{log.path}: damaged: {fault}")


def export(log: Log) -> Iterator[str]:
    """A log as JSON Lines: the header with the scenario's files first, then a line for each entry.

    Raises:
        DamagedSaveError: if its chain does not hold, or an entry is not JSON; then nothing is told of it.
    """
    require_whole(log)
    files = {path: base64.b64encode(data).decode() for path, data in sorted(log.files.items())}
    yield canonical({"crisis-game": EXPORT, "header": dict(log.header), "files": files}).decode()
    for n, command, events, head, _ in log.entries:
        try:
            line = {"n": n, "command": from_canonical(command), "events": from_canonical(events), "head": head.hex()}
        except ValueError as fault:
            raise DamagedSaveError(f"{log.path}: damaged: entry {n} is {fault}; it was altered.") from fault
        yield canonical(line).decode()


def has_ended(log: Log) -> bool:
    """Whether play in a whole log is over, as its own events say; that needs no scenario, and holds by any rules."""
    phase = "lobby"
    for _, _, events, _, _ in log.entries:
        if PhaseEntered.kind.encode() in events:
            happened = from_canonical(events)
            for event in happened if isinstance(happened, list) else ():
                if isinstance(event, dict) and event.get("kind") == PhaseEntered.kind:
                    phase = str(event.get("phase"))
    return phase not in (*PLAY, "lobby")


def examine(log: Log) -> Verdict:
    """Verify a log by the scenario in it, which is read only once it is known to be whole.

    Raises:
        OtherRulesError: if it was played by other rules.
        FaultyScenarioError: if its scenario is whole, and cannot be played.
        SaveError: if its scenario is not in it.
    """
    from crisis_game.scenario.reading.load import load_scenario  # heavy, and not needed to read or export a log

    require_own_rules(log.path, log.header)
    place, fault = damage(log)
    if place == 1:
        return Verdict(False, 0, fault, receipt(first_head(log.header, log.files)), damaged=True)
    return verify(log, load_scenario(log.scenario_files))


def verify(log: Log, scenario: Scenario) -> Verdict:
    """Replay a log: each head must follow from the one before, and each entry's events from its command.

    Raises:
        OtherRulesError: if it was played by other rules.
    """
    require_own_rules(log.path, log.header)
    head, held = first_head(log.header, log.files), 0
    if log.header.get("content_hash") != scenario.content_hash:
        return Verdict(False, held, OTHER_SCENARIO, receipt(head), damaged=True)
    place, fault = damage(log)
    try:
        for step in replay(scenario, State(), log.entries[: place - 1] if place else log.entries):
            held, head = step.n, log.entries[step.n - 1][3]
    except UnsoundError as unsound:
        return Verdict(False, held, str(unsound), receipt(head))
    return Verdict(not place, held, fault, receipt(head), damaged=place > 0)


def _read_export(path: Path, data: bytes) -> Log:
    lines = [line for line in data.split(b"\n") if line.strip()]
    header, files = read_first_line(path, lines)
    entries: list[Raw] = []
    for number, line in enumerate(lines[1:], 2):
        try:
            entries.append(read_line(line))
        except NOT_AN_EXPORT as fault:
            raise DamagedSaveError(f"{path}: line {number} is cut or was altered.") from fault
    return Log(path, header, files, tuple(entries))


NOT_AN_EXPORT = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What reading a line raises that is not of an export."""


def read_first_line(path: Path, lines: Sequence[bytes]) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Header and files from the first line of an export.

    Raises:
        SaveError: if it is no export, or of another version's form.
    """
    try:
        first = json.loads(lines[0].decode())
        if first["crisis-game"] != EXPORT:
            raise SaveError(f"{path}: it was exported by another version of crisis-game.")
        header = dict(first["header"])
        files = {name: base64.b64decode(encoded, validate=True) for name, encoded in first["files"].items()}
        canonical([header, sorted(files)])  # what no save could hold is refused
    except (*NOT_AN_EXPORT, IndexError) as fault:
        raise SaveError(f"{path}: this is neither a save nor an exported log of crisis-game.") from fault
    return header, files


def read_line(data: bytes) -> Raw:
    """An entry from a line of an export. Raises one of `NOT_AN_EXPORT`, if it is none."""
    line = json.loads(data.decode())
    if type(line["n"]) is not int:
        raise TypeError("an entry's number is whole")
    return line["n"], canonical(line["command"]), canonical(line["events"]), bytes.fromhex(line["head"]), 0.0
