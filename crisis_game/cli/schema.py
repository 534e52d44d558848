"""`crisis-game schema`: the JSON Schema of scenario files, for editors that complete and check."""

from __future__ import annotations

import argparse


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "schema",
        help="print the JSON Schema of scenario files",
        description="Prints the JSON Schema of scenario files. An editor that knows it completes keys and marks slips: "
        "the first line of a scenario names it, as in `# yaml-language-server: $schema=schema.json`.",
    )
    verb.set_defaults(run=run)


def run(_args: argparse.Namespace) -> int:
    """Print the schema."""
    from crisis_game.scenario.reading.schema import schema_text

    print(schema_text(), end="")
    return 0
