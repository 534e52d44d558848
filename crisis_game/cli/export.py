"""`crisis-game export`: a save as JSON Lines, to hand in or to read with other tools."""

from __future__ import annotations

import argparse
import sys


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser("export", help="write a save as JSON Lines to standard output")
    parser.add_argument("save", metavar="SAVE", help="a save's id or path")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the log; 2 if it cannot be read."""
    from crisis_game.cli.verify import log_path
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.verify import export, read_log

    try:
        for line in export(read_log(log_path(arguments.save))):
            print(line)
    except SaveError as fault:
        print(fault, file=sys.stderr)
        return 2
    return 0
