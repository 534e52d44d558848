"""`crisis-game graph SCENARIO`: phases, injects, reactions and endings of a scenario as a drawing."""

from __future__ import annotations

import argparse

from crisis_game.cli.named_files import load_named


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "graph",
        description="Draws the phases, every inject with its rounds, its condition, who gets it and what it moves, "
        "reactions and endings: as a Mermaid flowchart, or as plain text. It tells what is to come, so it is not for "
        "players.",
    )
    verb.add_argument("scenario", metavar="SCENARIO", help="the id of a shipped scenario, or a file")
    verb.add_argument("--format", choices=("mermaid", "text"), default="text", help="form of it (default: text)")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the drawing.

    Returns:
        0 when it is printed.

    Raises:
        FaultyInputError: with 1 if the scenario is faulty, with 2 if it cannot be read.
    """
    from crisis_game.workshop.scenario_graph import as_mermaid, as_text

    scenario = load_named(args.scenario)
    draw = as_mermaid if args.format == "mermaid" else as_text
    print(draw(scenario, args.lang or scenario.languages[0]), end="")
    return 0
