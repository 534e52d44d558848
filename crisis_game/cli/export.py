"""`crisis-game export`: a save as JSON Lines, to hand in or to read with other tools."""

from __future__ import annotations

import argparse


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser(
        "export",
        description="Write a save as JSON Lines to standard output. While play is not over that would open what the "
        "others have sealed, so it needs --open.",
    )
    parser.add_argument("save", metavar="SAVE", help="a save's id or path")
    parser.add_argument("--open", action="store_true", help="also before the end, with all that is sealed or hidden")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the log, all or nothing; 1 if play is not over.

    Raises:
        FaultyInputError: with 1 if it is damaged, with 2 if it cannot be read.
    """
    from crisis_game.cli.named_files import FAULTY, complain, log_path, unread
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.verify import export, has_ended, read_log

    try:
        log = read_log(log_path(arguments.save))
        lines = list(export(log))
    except SaveError as fault:
        raise unread(arguments.save, fault) from fault
    if not arguments.open and not has_ended(log):
        sentence = "play is not over, and an export tells all that is sealed or hidden; --open writes it all the same."
        return complain(f"{arguments.save}: {sentence}", FAULTY)
    for line in lines:
        print(line)
    return 0
