"""`crisis-game export`: a save as JSON Lines, to hand in or to read with other tools; a class for research."""

from __future__ import annotations

import argparse
from pathlib import Path

from crisis_game.cli.refusals import WrongUseError


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    parser = subparsers.add_parser(
        "export",
        description="Write a save as JSON Lines to standard output. While play is not over that would open what the "
        "others have sealed, so it needs --open. With --research the councils of a class in one new file, persons by "
        "pseudonym and without what they typed, and a codebook beside it.",
    )
    parser.add_argument("save", metavar="SAVE|FOLDER", help="a save's id or path, or a class's folder")
    parser.add_argument("--research", metavar="FILE", type=Path, help="write a class's logs to this new file")
    parser.add_argument(
        "--roster", metavar="CSV", type=Path, help="a class list; words of those with yes under consent are told"
    )
    parser.add_argument("--open", action="store_true", help="also before the end, with all that is sealed or hidden")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the log, all or nothing; 1 if play is not over.

    Raises:
        WrongUseError: if options do not belong together.
        FaultyInputError: with 1 if it is damaged, with 2 if it cannot be read.
    """
    from crisis_game.cli.named_files import FAULTY, complain, log_path, unread
    from crisis_game.exercise.save import SaveError
    from crisis_game.exercise.verify import export, has_ended, read_log

    if arguments.research is not None:
        from crisis_game.cli.export_research import export_research

        return export_research(arguments)
    if arguments.roster is not None:
        raise WrongUseError("--roster belongs to --research")
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
