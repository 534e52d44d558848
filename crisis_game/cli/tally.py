"""`crisis-game tally [FILE]`: votes counted by any decision rule, as JSON Lines, or from a roll call in CSV."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crisis_game.cli.refusals import WrongUseError

if TYPE_CHECKING:
    from crisis_game.charter.tally import TallyResult
    from crisis_game.texts import Wording

ROLL_CALL = ".csv"


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "tally",
        description="Reads questions {id, rule, votes}, one JSON object a line, and answers each in one line; or a "
        "roll call in CSV (member, vote), counted by --rule. A rule is an object, or CHARTER#ORGAN/MATTER.",
    )
    verb.add_argument(
        "file", nargs="?", metavar="FILE", help="the questions, or a roll call .csv; standard input without it"
    )
    verb.add_argument(
        "--rule",
        metavar="CHARTER#ORGAN/MATTER",
        help="the rule of a roll call, such as un#security-council/sanctions, and of questions that name none",
    )
    verb.add_argument("--format", choices=("json", "text"), default="json", help="JSON Lines, or a sentence each")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer all questions.

    Returns:
        0 if all could be answered, 1 if a line was faulty.

    Raises:
        WrongUseError: if the rule that is named is none, or a roll call comes without one.
        OSError: if the file cannot be read.
    """
    from crisis_game.charter.sentences import explain
    from crisis_game.charter.tally import as_plain
    from crisis_game.texts import Wording, visible

    wording = Wording(args.lang or "en")

    def told(result: TallyResult) -> dict[str, Any]:
        return as_plain(result) if args.format == "json" else {"told": wording.say(explain(result))}

    faulty = False
    replies = _of_roll_call(args, told, wording) if _is_roll_call(args.file) else _of_lines(args, told, wording)
    for reply in replies:
        faulty = faulty or "error" in reply
        words = reply.get("told") or reply.get("error")
        print(json.dumps(reply) if args.format == "json" else visible(f"{reply['id']}: {words}"))
    return 1 if faulty else 0


def _is_roll_call(file: str | None) -> bool:
    return file is not None and Path(file).suffix.casefold() == ROLL_CALL


def _of_lines(args: argparse.Namespace, told: Any, wording: Wording) -> Iterator[dict[str, Any]]:
    from crisis_game.charter.vote_questions import counted
    from crisis_game.cli.json_lines import answered
    from crisis_game.cli.named_rule import naming, rule_named

    named = naming(wording)
    usual = {} if args.rule is None else {"rule": args.rule}
    if args.rule is not None:
        rule_named(args.rule, wording)
    return answered(args.file, lambda question: told(counted({**usual, **question}, named)), wording)


def _of_roll_call(args: argparse.Namespace, told: Any, wording: Wording) -> Iterator[dict[str, Any]]:
    """One answer for each text of the roll call; where it names none, the file is the text."""
    from crisis_game.charter.circumstances import ORDINARY
    from crisis_game.charter.roll_calls import roll_calls
    from crisis_game.charter.tally import tally
    from crisis_game.charter.vote_questions import QuestionError, cast_in
    from crisis_game.cli.named_rule import rule_named
    from crisis_game.workshop.msel.csv_sheet import read_csv
    from crisis_game.workshop.msel.sheet import SheetError

    if args.rule is None:
        raise WrongUseError("a roll call needs its rule: --rule un#general-assembly/statement")
    ruling = rule_named(args.rule, wording)
    path = Path(args.file)
    try:
        sheet = read_csv(path.name, path.read_bytes())
        calls = roll_calls(sheet.rows, ruling.members, ruling.charter.names, wording)
        for call in calls:
            result = tally(ruling.rule(ORDINARY), cast_in(ruling, call.votes))
            yield {"id": call.text or path.stem, **told(result)}
    except SheetError as fault:
        yield {"id": path.stem, "error": wording.say(fault.remarks[0].said())}
    except QuestionError as fault:
        yield {"id": path.stem, "error": wording.say(fault.text)}
