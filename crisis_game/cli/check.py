"""`crisis-game check FILE...`: all problems of scenarios, charters and catalogues, in one run."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from crisis_game.cli.named_files import FAULTY, UNREADABLE, complain

if TYPE_CHECKING:
    from crisis_game.scenario.reading.check_file import Checked


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "check",
        description="Checks scenarios, charters and catalogues of measures, and tells every problem with its place, "
        "its cause and its remedy. Exit code 1 if there are errors; warnings alone leave it at 0.",
    )
    verb.add_argument("files", nargs="+", metavar="FILE", help="a file, or the id of a shipped scenario")
    verb.add_argument(
        "--format", choices=("text", "json", "sarif"), default="text", help="for people, programs or editors"
    )
    verb.add_argument("--tests", action="store_true", help="run the scenarios' own tests as well")
    verb.add_argument("--against", metavar="OLD", help="an older version of FILE, or a save: which saves go on")
    verb.add_argument("--saves", metavar="FOLDER", help="with --against: where saves lie")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check all files.

    Returns:
        0 without errors, 1 with errors, 2 if a file cannot be read.
    """
    if args.against:
        return _against(args)
    from crisis_game.cli.problem_records import as_json, as_sarif
    from crisis_game.pages.problems import problems_page
    from crisis_game.paper.plain_text import body
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.scenario.reading.check_file import check_file
    from crisis_game.texts import Wording

    wording = Wording(args.lang or "en")
    checked: list[Checked] = []
    unreadable = False
    for file in args.files:
        try:
            checked.append(_played(check_file(file), args.tests))
        except ScenarioNotFoundError as fault:
            unreadable = True
            complain(f"crisis-game: {fault.words}", UNREADABLE)
    if args.format == "text":
        print(body(problems_page(checked, wording).parts, wording), end="")
    else:
        print({"json": as_json, "sarif": as_sarif}[args.format](checked, wording))
    if unreadable:
        return 2
    return 1 if any(checked_file.errors for checked_file in checked) else 0


def _played(checked: Checked, tests: bool) -> Checked:
    """The problems of a scenario with those that show in play: in an idle game, and where asked in its own tests."""
    from dataclasses import replace

    from crisis_game.workshop.idle_game import idle_problems
    from crisis_game.workshop.trials import trial_problems

    if checked.errors or checked.reading is None:
        return checked
    more = trial_problems(checked.reading) if tests else ()
    return replace(checked, problems=(*checked.problems, *idle_problems(checked.reading), *more))


def _against(args: argparse.Namespace) -> int:
    """Say what becomes of saves of an older version."""
    from crisis_game.cli.check_against import tell
    from crisis_game.cli.refusals import WrongUseError
    from crisis_game.exercise.save import SaveError
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.scenario.reading.load import FaultyScenarioError

    if len(args.files) != 1 or args.format == "sarif":
        raise WrongUseError("--against compares one FILE, as text or json")
    try:
        return tell(args.files[0], args.against, args.saves, args.format, args.lang)
    except (SaveError, ScenarioNotFoundError) as fault:
        raise WrongUseError(str(fault)) from None
    except FaultyScenarioError as fault:
        return complain(f"crisis-game: {fault} (crisis-game check tells all)", FAULTY)
