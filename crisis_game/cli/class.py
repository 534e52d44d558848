"""`crisis-game class FOLDER`: a class without a network: its councils, how they compare, grades; and forgetting it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli import at_terminal
from crisis_game.cli.named_files import FAULTY, UNREADABLE, complain
from crisis_game.cli.refusals import WrongUseError
from crisis_game.cli.report_class import is_class, load_class

if TYPE_CHECKING:
    from crisis_game.exercise.class_folder import ClassFolder

REMAINS = (
    "What stays: what everybody did, under pseudonyms, and whatever was typed into letters, reasons and notes, where "
    "somebody may have named somebody; names of saves and councils, and class lists beside them. research.key with an "
    "old copy of the lesson's file would tell who was who."
)


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "class",
        description="Tells of a class that is a folder of saves, or a lesson's folder: councils, how far each is, "
        "where they part, grades. `report FOLDER` writes it all. With --forget names, e-mails, ids and tokens are "
        "taken out.",
    )
    verb.add_argument("folder", metavar="FOLDER", help="the folder")
    verb.add_argument("--format", choices=("text", "json"), help="print it (text, where no terminal shows screens)")
    verb.add_argument("--plain", action="store_true", help="numbered lines of text")
    verb.add_argument("--roster", metavar="CSV", type=Path, help="a class list with name, id, e-mail")
    verb.add_argument("--forget", action="store_true", help="forget who the people were; asks first, or give --yes")
    verb.add_argument("--yes", action="store_true", help="forget without asking")
    verb.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; the exit code.

    Raises:
        FaultyInputError: with 2 if the folder cannot be read, or none of its saves holds.
        WrongUseError: if no folder is named.
    """
    if not is_class(arguments.folder):
        raise WrongUseError(f"{arguments.folder}: there is no such folder; a class is a folder of saves")
    if arguments.forget:
        return _forget(Path(arguments.folder), sure=arguments.yes)
    from crisis_game.pages.debrief.class_comparison import class_comparison_page
    from crisis_game.pages.debrief.class_overview import class_overview_page
    from crisis_game.pages.debrief.council_words import council_wording
    from crisis_game.paper.class_files import class_written
    from crisis_game.paper.plain_text import text

    folder, language = Path(arguments.folder), arguments.lang or ""
    if arguments.plain:
        from crisis_game.plain.class_room import run as read_plain

        return read_plain(lambda: load_class(folder, arguments.roster), language)
    played = load_class(folder, arguments.roster)
    if arguments.format is None and at_terminal():
        from functools import partial

        from crisis_game.tui import run as open_screens
        from crisis_game.tui.navigation import class_room

        return open_screens(arguments.lang, page=partial(class_room, played=played))
    if arguments.format == "json":
        print(class_written(played, "json", language), end="")
        return 0
    pages = (class_overview_page(played, language), class_comparison_page(played, language))
    print(text(played.councils[0].scenario.title, pages, council_wording(played.councils[0], language)), end="")
    return 0


def _forget(folder: Path, *, sure: bool) -> int:
    """Forget the people of a class, once somebody is sure; 1 where a save could not be changed."""
    from crisis_game.exercise.class_folder import read_class
    from crisis_game.exercise.forgetting import forget
    from crisis_game.exercise.save import SaveError
    from crisis_game.texts import visible

    try:
        named = read_class(folder)
        if not sure and not _is_sure(named):
            print("Nothing was forgotten.")
            return 0
        forgotten = forget(named)
    except SaveError as fault:
        return complain(str(fault), UNREADABLE)
    for left in forgotten.left:
        complain(f"{left.name} is as it was: {left.why}", FAULTY)
    print(visible(f"{folder}: {forgotten.people} people forgotten, in {len(forgotten.saves)} saves."))
    print(REMAINS)
    return FAULTY if forgotten.left else 0


def _is_sure(folder: ClassFolder) -> bool:
    from crisis_game.texts import visible

    people = sum(len(council.people) for council in folder.councils)
    asked = f"Forget names, e-mails, ids and tokens of {people} people in {folder.path} for good? Type yes: "
    try:
        return input(visible(asked)).strip().lower() == "yes"
    except EOFError:
        return False
