"""`crisis-game schema`: the JSON Schema of scenario files, for editors; the reference of all keys, for authors."""

from __future__ import annotations

import argparse


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "schema",
        description="Prints the JSON Schema of scenario files, or the reference of all keys. An editor that knows the "
        "schema completes keys and marks slips: the first line of a scenario names it, as in "
        "`# yaml-language-server: $schema=schema.json`.",
    )
    verb.add_argument(
        "--format",
        choices=("json", "markdown"),
        default="json",
        help="for editors, or as a page to read (default: json)",
    )
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the schema, or the reference that is written from it."""
    if args.format == "markdown":
        from crisis_game.scenario.reading.reference import reference_text

        print(reference_text(), end="")
        return 0
    from crisis_game.scenario.reading.schema import schema_text

    print(schema_text(), end="")
    return 0
