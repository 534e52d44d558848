"""`crisis-game print SCENARIO`: the briefing and a sheet for each member, to be handed out on paper."""

from __future__ import annotations

import argparse

from crisis_game.cli.named_files import load_named


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "print",
        description="Writes the briefing for all and a sheet for each member to standard output, to be printed and "
        "handed out. In HTML each begins a new page on paper.",
    )
    verb.add_argument("scenario", metavar="SCENARIO", help="the id of a shipped scenario, or a file")
    verb.add_argument("--format", choices=("md", "html", "json"), default="md", help="form of it (default: md)")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the pages.

    Returns:
        0 when they are written.

    Raises:
        FaultyInputError: with 1 if the scenario is faulty, with 2 if it cannot be read.
    """
    from crisis_game.pages.handouts import handouts
    from crisis_game.paper.html import SHEETS, html
    from crisis_game.paper.json import pages_json
    from crisis_game.paper.markdown import markdown
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Wording

    scenario = load_named(args.scenario)
    pages = handouts(scenario)
    wording = Wording(args.lang or scenario.languages[0], names(scenario))
    if args.format == "html":
        written = html(scenario.title, pages, wording, SHEETS)
    else:
        written = (pages_json if args.format == "json" else markdown)(scenario.title, pages, wording)
    print(written, end="")
    return 0
