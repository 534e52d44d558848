"""`crisis-game watch FILE`: the scenario as a player sees it, anew on every save of the file."""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from crisis_game.cli import need_terminal, numbers
from crisis_game.cli.refusals import WrongUseError
from crisis_game.texts import visible

if TYPE_CHECKING:
    from crisis_game.workshop.watched_file import Watched

PAUSE = 0.1
"""Seconds between two looks at the file."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "watch",
        description="Checks a scenario on every save of its file and shows it as a player sees it, at the place where "
        "you were: the choices that you made are made again. While the file has errors, the last good version stays.",
    )
    verb.add_argument("file", metavar="FILE", help="the scenario's file")
    verb.add_argument("--at", metavar="PLACE", help="begin at inject:ID, round:3 or round:3/orders")
    verb.add_argument("--seat", metavar="ID", help="the state you play; without it the first")
    verb.add_argument("--seed", type=numbers.seed, default=1, metavar="N", help="of all chance (default 1)")
    verb.add_argument("--plain", action="store_true", help="lines of text after each save instead of screens")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Watch until the author leaves.

    Returns:
        0 when the author left.

    Raises:
        WrongUseError: if there is no such file or place, or no terminal for the screens.
    """
    from crisis_game.texts import Wording
    from crisis_game.workshop.carried_choices import NoSuchSpotError, read_spot
    from crisis_game.workshop.watched_file import Watched

    if not args.plain:
        need_terminal("add --plain to watch in lines of text")
    try:
        spot = read_spot(args.at) if args.at else None
    except NoSuchSpotError as fault:
        raise WrongUseError(Wording().say(fault.words)) from None
    watched = Watched(args.file, args.seat, spot, args.seed, _searching)
    watched.read()
    if watched.missing:
        raise WrongUseError(watched.missing)
    if args.plain:
        return _lines(watched, args.lang)
    from crisis_game.tui.watched_scenario import watch

    return watch(watched, args.lang)


def _searching(tried: int) -> None:
    """Say how many games did not come to the place."""
    from crisis_game.workshop.carried_choices import TRIES

    end = "\r" if sys.stderr.isatty() else "\n"
    print(f"-- looking for the place: {tried} of {TRIES} games played --", end=end, file=sys.stderr, flush=True)


def _lines(watched: Watched, language: str | None) -> int:
    """Print problems and the view, now and after each save, until interrupted."""
    _tell(watched, language)
    try:
        while True:
            time.sleep(PAUSE)
            if watched.look():
                _tell(watched, language)
    except KeyboardInterrupt:
        return 0


def _tell(watched: Watched, language: str | None) -> None:
    from crisis_game.pages.problems import problems_page
    from crisis_game.paper.plain_text import body
    from crisis_game.plain.watched_scenario import show_view
    from crisis_game.scenario.reading.check_file import Checked
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Wording
    from crisis_game.workshop.watched_file import version_notes

    if watched.missing or watched.reading is None:
        print(f"crisis-game: {visible(watched.missing)}", flush=True)
        return
    checked, own = Checked(watched.name, watched.problems, watched.reading.documents), Wording(language or "en")
    print(body(problems_page([checked], own).parts, own), end="")
    if watched.session is not None and not watched.errors:
        scenario = watched.session.authored
        chosen = language or scenario.languages[0]
        wording = Wording(chosen, names(scenario))
        print("\n".join(wording.say(note) for note in version_notes(watched)))
        show_view(watched.session, watched.seat, chosen)
    print(f"-- checked in {watched.seconds:.3f} s; waiting for the next save (Ctrl+C ends) --", flush=True)
