"""`crisis-game new ID`: a commented start of a scenario, for authors."""

from __future__ import annotations

import argparse
from pathlib import Path

from crisis_game.cli.refusals import WrongUseError

LIKE = ("attack", "coup", "disaster", "dispute")
"""Crises to begin with, as `workshop.new_scenario.starters` has them; here too so that help loads no workshop."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "new",
        description="Writes ID.yaml: a small scenario with a comment on every part. It can be played as it is, and "
        "`crisis-game check` finds nothing wrong with it. A file that exists is never overwritten.",
    )
    verb.add_argument("id", metavar="ID", help="the scenario's id: lower-case words with hyphens, such as dry-summer")
    verb.add_argument(
        "--like",
        choices=LIKE,
        help="begin with a small crisis of this kind: an attack, a coup, a disaster, a dispute among members",
    )
    verb.add_argument("--directory", type=Path, default=Path(), metavar="DIR", help="where to write it (default: here)")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the file and say where it lies.

    Returns:
        0 when it is written.

    Raises:
        WrongUseError: if the id has another form, or there is such a file already.
        OSError: if the file cannot be written.
    """
    from crisis_game.workshop.new_scenario import is_id, write_beginning

    if not is_id(args.id):
        raise WrongUseError(f"{args.id} is no id; write lower-case words with hyphens, such as dry-summer")
    try:
        path = write_beginning(args.id, args.directory, args.like)
    except FileExistsError as fault:
        raise WrongUseError(f"{fault.filename} exists already; choose another id or another folder") from fault
    print(f"{path} is written. crisis-game check {path} checks it, crisis-game play {path} plays it.")
    return 0
