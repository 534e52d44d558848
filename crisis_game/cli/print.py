"""`crisis-game print SCENARIO`: what is handed out on paper, and what the instructor and observers have before them."""

from __future__ import annotations

import argparse

from crisis_game.cli.named_files import load_named
from crisis_game.cli.refusals import WrongUseError

ALL = "all"
"""Every kind there is."""

DEFAULT = ("briefing", "sheets")
WORDS = (
    "briefing",
    "sheets",
    "cards",
    "treaty",
    "table",
    "ballots",
    "consent",
    "press",
    "observer",
    "plan",
    "instructor",
)
"""Kinds of pages, as `pages.on_paper.kinds` has them; they stand here too so that help comes without loading pages."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "print",
        description="Writes the briefing for all and a sheet for each member to standard output, to be printed and "
        "handed out; with --for the other pages of a lesson on paper. In HTML each begins a new page on A4, two role "
        "cards share one, and eight ballots.",
    )
    verb.add_argument("scenario", metavar="SCENARIO", help="the id of a shipped scenario, or a file")
    verb.add_argument(
        "--for",
        dest="kinds",
        metavar="KIND[,KIND...]",
        default=",".join(DEFAULT),
        help=f"what to print: {', '.join(WORDS)}, or {ALL} (default: {','.join(DEFAULT)}); plan and instructor are for "
        "the instructor alone, observer for who does not play",
    )
    verb.add_argument("--format", choices=("md", "html", "json"), default="md", help="form of it (default: md)")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the pages.

    Returns:
        0 when they are written.

    Raises:
        FaultyInputError: with 1 if the scenario is faulty, with 2 if it cannot be read.
        WrongUseError: for a kind of page that there is not.
    """
    kinds = _kinds(args.kinds)
    from crisis_game.pages.on_paper.kinds import printed
    from crisis_game.paper.html import html
    from crisis_game.paper.json import pages_json
    from crisis_game.paper.markdown import markdown
    from crisis_game.paper.sheets import SHEETS
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Wording

    scenario = load_named(args.scenario)
    pages = printed(scenario, kinds)
    wording = Wording(args.lang or scenario.languages[0], names(scenario))
    if args.format == "html":
        written = html(scenario.title, pages, wording, SHEETS)
    else:
        written = (pages_json if args.format == "json" else markdown)(scenario.title, pages, wording)
    print(written, end="")
    return 0


def _kinds(words: str) -> tuple[str, ...]:
    """The kinds that a list names. Raises WrongUseError for one that there is not."""
    named = tuple(word.strip().casefold() for word in words.split(",") if word.strip())
    unknown = next((word for word in named if word not in (*WORDS, ALL)), None)
    if unknown is not None or not named:
        what = f"nothing called {unknown} is printed" if unknown is not None else "--for names nothing to print"
        raise WrongUseError(f"{what}; choose from {', '.join(WORDS)}, or {ALL}")
    return WORDS if ALL in named else named
