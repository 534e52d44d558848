"""An exercise that was played, read back from its save or an exported log, with the scenario that travels in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crisis_game.exercise.entry import Entry, read_entry
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.verify import read_log, verify
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario


@dataclass(frozen=True, slots=True)
class Played:
    """What a file holds.

    Attributes:
        scenario: as it was when the exercise was played.
        entries: the log.
        seat: whose save it is; `facilitator` where the instructor kept it, empty where the file does not say.
        receipt: the code of its last entry.
    """

    scenario: Scenario
    entries: tuple[Entry, ...]
    seat: str
    receipt: str


class NotSoundError(Exception):
    """A log that does not hold; the message is one sentence."""


def read_played(path: Path) -> Played:
    """Read and verify a save or an exported log: nothing is told of a log whose events do not follow from its commands.

    Raises:
        SaveError: if the file is neither, or cannot be read.
        FaultyScenarioError: if its scenario cannot be played.
        NotSoundError: if it was altered, or was played by another version of the game.
    """
    log = read_log(path)
    scenario = load_scenario(log.scenario_files)
    verdict = verify(log, scenario)
    if not verdict.sound:
        raise NotSoundError(f"{path}: not sound, and nothing is told of it: {verdict.fault}")
    try:
        entries = tuple(read_entry(one) for one in log.entries)
    except ValueError as fault:
        raise SaveError(f"{path}: an entry cannot be read: {fault}.") from fault
    return Played(scenario, entries, str(log.header.get("seat", "")), verdict.receipt)
