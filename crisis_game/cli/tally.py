"""`crisis-game tally [FILE]`: votes counted by any decision rule, as JSON Lines in and out."""

from __future__ import annotations

import argparse
import json
from typing import Any


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "tally",
        description="Reads questions {id, rule, votes}, one JSON object a line, and answers each in one line.",
    )
    verb.add_argument("file", nargs="?", metavar="FILE", help="the questions; standard input without it")
    verb.add_argument("--format", choices=("json", "text"), default="json", help="JSON Lines, or a sentence each")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer all questions.

    Returns:
        0 if all could be answered, 1 if a line was faulty.

    Raises:
        OSError: if the file cannot be read.
    """
    from crisis_game.charter.sentences import explain
    from crisis_game.charter.tally import as_plain
    from crisis_game.charter.vote_questions import counted
    from crisis_game.cli.json_lines import answered
    from crisis_game.texts import Wording, visible

    wording = Wording(args.lang or "en")

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        result = counted(question)
        return as_plain(result) if args.format == "json" else {"told": wording.say(explain(result))}

    faulty = False
    for reply in answered(args.file, answer, wording):
        faulty = faulty or "error" in reply
        words = reply.get("told") or reply.get("error")
        print(json.dumps(reply) if args.format == "json" else visible(f"{reply['id']}: {words}"))
    return 1 if faulty else 0
