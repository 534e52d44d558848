"""`crisis-game verify`: whether a save or an exported log is whole and follows from its commands."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser("verify", help="replay a save or an exported log and check every event")
    parser.add_argument("save", metavar="SAVE", help="a save's id, or the path of a save or an exported log")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Verify; 0 sound, 1 not sound, 2 unreadable."""
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.verify import read_log, verify
    from crisis_game.scenario.reading.load import FaultyScenarioError, load_scenario

    try:
        log = read_log(log_path(arguments.save))
        verdict = verify(log, load_scenario(log.scenario_files))
    except SaveError as fault:
        print(fault, file=sys.stderr)
        return 2
    except FaultyScenarioError as fault:
        print(f"{arguments.save}: the scenario in it cannot be read: {fault}", file=sys.stderr)
        return 1
    if arguments.format == "json":
        plain = {"sound": verdict.sound, "entries": verdict.entries, "fault": verdict.fault, "receipt": verdict.receipt}
        print(json.dumps(plain))
    elif verdict.sound:
        print(f"Sound: {verdict.entries} entries, each event follows from its command. Receipt {verdict.receipt}.")
    else:
        print(f"Not sound: {verdict.fault} The first {verdict.entries} entries hold.")
    return 0 if verdict.sound else 1


def log_path(save: str) -> Path:
    """The path of a save or of an exported log.

    Raises:
        SaveError: if there is none.
    """
    from crisis_game.exercise.saves_folder import find

    as_path = Path(save)
    return as_path if as_path.is_file() else find(save)
