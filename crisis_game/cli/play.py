"""`crisis-game play SCENARIO|SAVE`: play a scenario, or go on with a save; on screens, or in plain lines."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from crisis_game.cli import need_terminal, numbers
from crisis_game.cli.refusals import WrongUseError
from crisis_game.players.levels import LEVELS, PLAIN

if TYPE_CHECKING:
    from pathlib import Path

    from crisis_game.exercise.sitting import Sitting


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "play",
        description="Plays a scenario, one seat by you and the others by the computer, or goes on with a save. "
        "Every step is saved at once.",
    )
    verb.add_argument("what", metavar="SCENARIO|SAVE", help="id or path of a scenario, or of a save")
    verb.add_argument("--seat", metavar="ID", help="the state you play; without it the first")
    verb.add_argument("--seed", type=numbers.seed, metavar="N", help="the same luck again; without it drawn and hidden")
    verb.add_argument("--with", dest="version", metavar="SCENARIO", help="go on with a save in a changed scenario")
    verb.add_argument(
        "--clock", choices=("none", "full", "class", "quick"), help="a clock for each turn; a save keeps its own"
    )
    verb.add_argument(
        "--level",
        choices=LEVELS,
        help="how the computer plays: plain (default), or able, which looks one ANSWER ahead; a save keeps its own",
    )
    verb.add_argument("--charter", metavar="ID", help="play a new game by the rules of another charter")
    verb.add_argument("--plain", action="store_true", help="numbered lines of text, one answer a line")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Play.

    Returns:
        0 when the player left or the game is over.

    Raises:
        WrongUseError: if there is nothing of this name, no such seat, a faulty file, or no terminal for the screens.
    """
    if not args.plain:
        need_terminal("add --plain to play in lines of text")
    from crisis_game.exercise.turn_clock import keep_pace

    sitting = _sitting(args)
    seat = _seat(sitting, args.seat)
    language = args.lang or sitting.scenario(seat).languages[0]
    if args.clock:
        keep_pace(sitting, "" if args.clock == "none" else args.clock)
    try:
        return _play(args, sitting, seat, language)
    finally:
        sitting.close()


def _play(args: argparse.Namespace, sitting: Sitting, seat: str, language: str) -> int:
    """In lines, or on screens."""
    if args.plain:
        from crisis_game.plain import run as play_plain

        return play_plain(sitting, language)
    from crisis_game.tui import run as play_screens

    return play_screens(language, lambda: sitting, seat)


def _sitting(args: argparse.Namespace) -> Sitting:
    """The exercise that was asked for: a save of that name, else a scenario."""
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.session_opening import go_on, go_on_with
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.scenario.reading.load import FaultyScenarioError

    try:
        save = _save_named(args.what)
        if save is None:
            return _new_game(args)
        if args.charter:
            raise WrongUseError("--charter is chosen when a game begins; a save goes on under its own")
        if args.level:
            raise WrongUseError("--level is chosen when a game begins; a save goes on at the level that it began with")
        return go_on_with(save, args.version) if args.version else go_on(save)
    except FaultyScenarioError as fault:
        raise WrongUseError(f"{fault} (crisis-game check {args.what} tells all)") from None
    except (ScenarioNotFoundError, SaveError, ValueError) as fault:
        raise WrongUseError(str(fault)) from None


def _save_named(what: str) -> Path | None:
    """The save that is meant; None where it is no name of a save. Raises SaveError for the name of one that is gone."""
    from crisis_game.exercise import saves_folder
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.save_file import begins_as_save

    try:
        path = saves_folder.find(what)
    except SaveError:
        if what.endswith(saves_folder.ENDING):
            raise
        return None
    return path if path.suffix == saves_folder.ENDING or begins_as_save(path) else None


def _new_game(args: argparse.Namespace) -> Sitting:
    from crisis_game.exercise.session_opening import begin, read
    from crisis_game.exercise.sitting import PERSON

    if args.version:
        raise WrongUseError("--with changes the scenario of a save, and this is none")
    scenario, files = read(f"{args.what}@{args.charter}" if args.charter else args.what)
    seat = args.seat or scenario.members[0]
    if seat not in scenario.members:
        raise WrongUseError(f"there is no seat {seat}; the seats are {', '.join(scenario.members)}")
    return begin(scenario, files, {seat: PERSON}, args.seed, level=args.level or PLAIN)


def _seat(sitting: Sitting, wanted: str | None) -> str:
    """The seat to start with: the one asked for, else the first that is waited for."""
    persons = sitting.persons
    if wanted is not None and wanted not in persons:
        raise WrongUseError(
            f"the seat {wanted} is not held by a person here; these are: {', '.join(persons) or 'none'}"
        )
    return wanted or next(iter((*sitting.waiting(), *persons, "observer")))
