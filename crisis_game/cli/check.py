"""`crisis-game check FILE...`: all problems of scenarios, charters and catalogues, in one run."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crisis_game.scenario.reading.checking import Checked


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "check",
        help="find all problems of a scenario or charter",
        description="Checks scenarios, charters and catalogues of measures, and tells every problem with its place, "
        "its cause and its remedy. Exit code 1 if there are errors; warnings alone leave it at 0.",
    )
    verb.add_argument("files", nargs="+", metavar="FILE", help="a file, or the id of a shipped scenario")
    verb.add_argument(
        "--format", choices=("text", "json", "sarif"), default="text", help="for people, programs or editors"
    )
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check all files.

    Returns:
        0 without errors, 1 with errors, 2 if a file cannot be read.
    """
    from crisis_game.cli.problems_told import as_json, as_sarif, as_text
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.scenario.reading.checking import check_file
    from crisis_game.texts import Wording

    wording = Wording(args.lang or "en")
    checked: list[Checked] = []
    unreadable = False
    for file in args.files:
        try:
            checked.append(check_file(file))
        except ScenarioNotFoundError as fault:
            unreadable = True
            print(f"crisis-game: {fault.words}", file=sys.stderr)
    tell = {"text": as_text, "json": as_json, "sarif": as_sarif}[args.format]
    print(tell(checked, wording))
    if unreadable:
        return 2
    return 1 if any(one.errors for one in checked) else 0
