"""An exercise that was played, read back from its save or an exported log, with the scenario that travels in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from crisis_game.exercise.chain import receipt
from crisis_game.exercise.entry import Entry, read_entry
from crisis_game.exercise.rules import maker
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.sitting import NotFinishedError
from crisis_game.exercise.verify import Log, damage, read_log, verify
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import FaultyScenarioError, load_scenario


@dataclass(frozen=True, slots=True)
class Played:
    """What a file holds.

    Attributes:
        path: of the file.
        scenario: as it was when the exercise was played.
        entries: the log.
        seat: whose save it is; `facilitator` where the instructor kept it, empty where the file does not say.
        receipt: the code of its last entry.
        made_by: the version that made it, where its rules are not ours: its events are then told as they stand, since
            only that version can find out whether they follow from its commands. Empty for our own rules.
    """

    path: Path
    scenario: Scenario
    entries: tuple[Entry, ...]
    seat: str
    receipt: str
    made_by: str = ""


class NotSoundError(Exception):
    """A log that does not hold; the message is one sentence."""


def read_played(path: Path) -> Played:
    """Read and verify a save or an exported log: nothing is told of a log whose events do not follow from its commands.

    A log of other rules is read from its events, once its chain holds.

    Raises:
        SaveError: if the file is neither, or cannot be read: its events may be unknown here.
        FaultyScenarioError: if its scenario cannot be played.
        NotSoundError: if it was altered.
    """
    log = read_log(path)
    place, fault = damage(log)
    if place:
        raise NotSoundError(f"{path}: not sound, and nothing is told of it: {fault}")
    made_by = maker(log.header)
    scenario = _scenario(log, made_by)
    if not made_by:
        verdict = verify(log, scenario)
        if not verdict.sound:
            raise NotSoundError(f"{path}: not sound, and nothing is told of it: {verdict.fault}")
    try:
        entries = tuple(read_entry(raw, of_other_rules=bool(made_by)) for raw in log.entries)
    except ValueError as fault_of_entry:
        if made_by:
            raise SaveError(
                f"{path}: it was played by the rules of {made_by}, and this version cannot read its events; "
                "`export` copies it as it is."
            ) from fault_of_entry
        raise SaveError(f"{path}: an entry cannot be read: {fault_of_entry}.") from fault_of_entry
    code = receipt(log.entries[-1][3]) if log.entries else ""
    return Played(path, scenario, entries, str(log.header.get("seat", "")), code, made_by)


@contextmanager
def told_as_it_stands(played: Played) -> Iterator[None]:
    """Tell of a log in here: nobody has played its events anew where its rules are not ours, so they may be any.

    Raises:
        NotSoundError: if its events are of other rules and cannot be followed.
    """
    try:
        yield
    except (NotFinishedError, OSError):
        raise
    except Exception as fault:  # whatever a forger or another version wrote: a missing state, a number out of bounds
        if not played.made_by:
            raise
        raise NotSoundError(
            f"{played.path}: it was played by the rules of {played.made_by}, and this version cannot follow its events "
            f"({type(fault).__name__})."
        ) from fault


def _scenario(log: Log, made_by: str) -> Scenario:
    try:
        return load_scenario(log.scenario_files)
    except FaultyScenarioError as fault:
        if not made_by:
            raise
        raise SaveError(
            f"{log.path}: it is of {made_by}, and this version cannot play its scenario: {fault}"
        ) from fault
