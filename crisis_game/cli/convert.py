"""`crisis-game convert FILE`: a scenario of format 1 in format 2, comments and layout as they were."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli.named_files import FAULTY, UNREADABLE
from crisis_game.cli.refusals import FaultyInputError, WrongUseError

if TYPE_CHECKING:
    from crisis_game.texts import Text, Wording
    from crisis_game.workshop.converted_scenario import ConvertedScenario


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "convert",
        description="Brings a scenario of format 1, with what it includes, over to format 2, and says what it did. "
        "Comments and layout stay. Each file that changes is kept beside the new one as NAME.format-1.yaml. What "
        "cannot be brought over is told, and the problems that are left are counted. Exit code 1 if errors are left.",
    )
    verb.add_argument("file", metavar="FILE", help="the scenario; files that it includes are converted with it")
    verb.add_argument("--to", type=Path, metavar="FOLDER", help="write there, and leave the old files as they are")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Convert, write and check.

    Returns:
        0 if the new scenario has no errors, 1 if it has some.

    Raises:
        FaultyInputError: with 1 if the files are faulty or no scenario, with 2 if they cannot be read.
        WrongUseError: if there is nothing to convert, or a file would be overwritten.
        OSError: if a file cannot be written.
    """
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.scenario.reading.conversion_files import NothingToConvertError, UnfitFileError
    from crisis_game.texts import Wording
    from crisis_game.workshop.converted_scenario import convert_scenario
    from crisis_game.workshop.msel.safe_writing import NoPlaceError

    wording = Wording(args.lang or "en")
    try:
        scenario = convert_scenario(args.file)
        path = scenario.write_to(args.to) if args.to else scenario.write_in_place()
    except ScenarioNotFoundError as fault:
        raise FaultyInputError(f"crisis-game: {fault.words}", UNREADABLE) from fault
    except UnfitFileError as fault:
        raise FaultyInputError(f"crisis-game: {wording.say(fault.words)}", FAULTY) from fault
    except (NothingToConvertError, NoPlaceError) as fault:
        raise WrongUseError(str(fault)) from fault
    _tell(scenario, wording)
    return _count_problems(path, wording)


def _tell(scenario: ConvertedScenario, wording: Wording) -> None:
    notes: list[Text] = [*scenario.notes, *scenario.written]
    for note in notes:
        print(wording.say(note))


def _count_problems(path: Path, wording: Wording) -> int:
    """Say how many problems are left; 1 if there are errors."""
    from crisis_game.scenario.reading.check_file import check_file
    from crisis_game.texts import Text, counted

    checked = check_file(str(path))
    errors, warnings = len(checked.errors), len(checked.problems) - len(checked.errors)
    if not checked.problems:
        print(wording.say(Text("crisis-game check {path} finds no problem.", {"path": str(path)})))
    if errors:
        print(wording.say(counted("{n} error is left.", "{n} errors are left.", errors)))
    if warnings:
        print(wording.say(counted("{n} warning is left.", "{n} warnings are left.", warnings)))
    if checked.problems:
        print(wording.say(Text("crisis-game check {path} tells what is left.", {"path": str(path)})))
    return FAULTY if errors else 0
