"""`crisis-game verify`: whether a save or an exported log is whole and follows from its commands."""

from __future__ import annotations

import argparse
import json

from crisis_game.cli.named_files import log_path, unread


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser("verify", description="Replay a save or an exported log and check every event.")
    parser.add_argument("save", metavar="SAVE", help="a save's id, or the path of a save or an exported log")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Verify; 0 sound, 1 not sound, 2 of other rules.

    Raises:
        FaultyInputError: with 1 if it is damaged or its scenario is faulty, with 2 if it cannot be read.
    """
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.verify import examine, read_log
    from crisis_game.scenario.reading.load import FaultyScenarioError

    try:
        verdict = examine(read_log(log_path(arguments.save)))
    except (SaveError, FaultyScenarioError) as fault:
        raise unread(arguments.save, fault) from fault
    if arguments.format == "json":
        keys = ("sound", "entries", "fault", "receipt")
        print(json.dumps({key: getattr(verdict, key) for key in keys}))
    else:
        print(verdict.told)
    return 0 if verdict.sound else 1
