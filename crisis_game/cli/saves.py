"""`crisis-game saves`: the list of saves, newest first; rename, rescue, delete, clear PINs."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser(
        "saves", description="List saves, newest first; rename, rescue or delete one, or clear its PINs."
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--rename", nargs=2, metavar=("SAVE", "NAME"), help="give a save another name")
    change.add_argument("--delete", metavar="SAVE", help="delete a save; asks first, or give --yes")
    change.add_argument("--rescue", metavar="SAVE", help="keep what holds of a damaged save or log in a new save")
    change.add_argument("--clear-pins", metavar="SAVE", help="take away the PINs of the people who share a save")
    parser.add_argument("--yes", action="store_true", help="delete without asking")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; the exit code."""
    from crisis_game.exercise.save import SaveError

    try:
        if arguments.rename:
            return _rename(*arguments.rename)
        if arguments.clear_pins:
            return _clear_pins(arguments.clear_pins)
        if arguments.rescue:
            return _rescue(arguments.rescue)
        if arguments.delete:
            return _delete(arguments.delete, sure=arguments.yes)
    except SaveError as fault:
        print(fault, file=sys.stderr)
        return 2
    return _list(arguments.format)


def _rename(save: str, name: str) -> int:
    from crisis_game.exercise.save import open_save
    from crisis_game.exercise.saves_folder import find

    with open_save(find(save)) as opened:
        opened.set_name(name)
        print(f"{opened.path.stem} is called {opened.outside['name'] or opened.path.stem} now.")
    return 0


def _clear_pins(save: str) -> int:
    from crisis_game.exercise.people import keep_people, people_of
    from crisis_game.exercise.saves_folder import find
    from crisis_game.exercise.session_opening import go_on
    from crisis_game.texts import Text, Wording

    path = find(save)
    session = go_on(path)
    people, fault = people_of(session)
    with closing(session):
        keep_people(session, people.without_pins())
    count = sum(person.pin is not None for person in people.persons)
    sentence = fault or Text("{save}: PINs cleared: {count}.", {"save": path.name, "count": count})
    print(Wording().say(sentence))
    return 0


def _rescue(save: str) -> int:
    from crisis_game.cli.named_files import log_path
    from crisis_game.exercise.rescue import rescue

    rescued = rescue(log_path(save))
    print(
        f"{rescued.path.stem} is a new save with the first {rescued.entries} entries of {save}; what follows is lost."
    )
    return 0


def _delete(save: str, *, sure: bool) -> int:
    from crisis_game.exercise.saves_folder import delete, find

    path = find(save)
    if not sure and not _is_sure(path.name):
        print("Nothing was deleted.")
        return 0
    delete(path)
    print(f"{path.name} is deleted.")
    return 0


def _is_sure(name: str) -> bool:
    try:
        return input(f"Delete {name} for good? Type yes: ").strip().lower() == "yes"
    except EOFError:
        return False


def _list(form: str) -> int:
    from crisis_game.exercise.saves_folder import list_saves
    from crisis_game.scenario.game_names import GAME_NAMES
    from crisis_game.texts import Wording
    from crisis_game.texts.visible import visible

    saves = list_saves()
    if form == "json":
        keys = ("id", "path", "scenario", "seat", "round", "beat", "entries", "finished", "saved_at")
        print(json.dumps([{key: getattr(save, key) for key in keys} for save in saves if not save.fault], indent=1))
        return 0
    wording = Wording("en", GAME_NAMES)
    for save in saves:
        if save.fault:
            print(visible(save.fault))
            continue
        columns = (
            save.id,
            save.name or save.title,
            save.states,
            wording.say(save.told),
            f"{save.entries} entries",
            save.saved_here,
        )
        print(visible("  ".join(columns)))
    if not saves:
        print("There are no saves yet. `crisis-game play first-watch` begins a game.")
    return 0
