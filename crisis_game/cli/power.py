"""`crisis-game power [FILE|CHARTER]`: what each vote weighs, by the indices of Banzhaf and of Shapley and Shubik."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crisis_game.charter.circumstances import Circumstances
    from crisis_game.charter.model import Charter
    from crisis_game.charter.organs import Decision, Organ
    from crisis_game.charter.rules import DecisionRule
    from crisis_game.cli.named_rule import NamedOrgan
    from crisis_game.texts import Wording

Answer = dict[str, Any]


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "power",
        description=(
            "Reads questions {id, rule, members}, one JSON object a line, and answers each in one line; "
            "or tells the voting power in all organs of a charter (a YAML file, or the id of a shipped charter), or by "
            "one rule of it, CHARTER#ORGAN/MATTER."
        ),
    )
    verb.add_argument("source", nargs="?", metavar="FILE|CHARTER[#ORGAN[/MATTER]]", help="standard input without it")
    verb.add_argument("--format", choices=("json", "text"), default="json", help="JSON Lines, or tables")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Answer all questions, or tell the power in a charter's organs.

    Returns:
        0 if all could be answered, 1 if a line or the charter is faulty.

    Raises:
        WrongUseError: if there is no such file or charter.
        OSError: if the file cannot be read.
    """
    from crisis_game.cli.named_charter import FaultyCharterError
    from crisis_game.texts import Wording, visible

    wording = Wording(args.lang or "en")
    try:
        named = _named(args.source, wording)
    except FaultyCharterError as fault:
        print(fault, file=sys.stderr)
        return 1
    faulty = False
    for answer in _of_lines(args.source, wording) if named is None else _of_charter(named, wording):
        faulty = faulty or "error" in answer
        print(json.dumps(answer) if args.format == "json" else visible(_table(answer)))
    return 1 if faulty else 0


def _of_lines(file: str | None, wording: Wording) -> Iterator[Answer]:
    from crisis_game.charter.vote_questions import plain_power, weighed
    from crisis_game.cli.json_lines import answered
    from crisis_game.cli.named_rule import naming

    named = naming(wording)
    return answered(file, lambda question: {"members": plain_power(weighed(question, named))}, wording)


def _named(source: str | None, wording: Wording) -> NamedOrgan | None:
    """The charter, organ and matter that are meant; None where the source is a file of questions, or none."""
    from crisis_game.cli.named_charter import charter_at
    from crisis_game.cli.named_rule import NamedOrgan, organ_named

    if source is not None and "#" in source:
        return organ_named(source, wording)
    charter = charter_at(source, wording)
    return None if charter is None else NamedOrgan(charter, None)


def _of_charter(named: NamedOrgan, wording: Wording) -> Iterator[Answer]:
    """One answer for each organ and matter; where the rule asks who the victim is, one for each that it could be."""
    for organ in (named.organ,) if named.organ else named.charter.organs:
        asked = organ.decision_for(named.matter) if named.matter else None
        for decision in (asked,) if asked else organ.decisions:
            matters = (named.matter,) if asked else decision.matters
            for case, circumstances in _cases(decision.rule, organ.members):
                answer = _of_decision(named.charter, organ, decision, circumstances, wording)
                yield from ({"id": f"{organ.id}/{matter}{case}", **answer} for matter in matters)


def _of_decision(
    charter: Charter, organ: Organ, decision: Decision, circumstances: Circumstances, wording: Wording
) -> Answer:
    from crisis_game.charter.circumstances import resolve
    from crisis_game.charter.vote_questions import QuestionError, plain_power, power_of

    rule = resolve(decision.rule, circumstances, groups=charter.groups, tables=charter.tables)
    try:
        return {"members": plain_power(power_of(rule, organ.members))}
    except QuestionError as fault:
        return {"error": wording.say(fault.text)}


def _cases(rule: DecisionRule, members: tuple[str, ...]) -> Iterator[tuple[str, Circumstances]]:
    from crisis_game.charter.circumstances import Circumstances, open_roles

    roles = sorted(open_roles(rule))
    for filled in product(members, repeat=len(roles)):
        case = "".join(f";{role}={member}" for role, member in zip(roles, filled, strict=True))
        yield case, Circumstances.of({role: (member,) for role, member in zip(roles, filled, strict=True)})


def _table(answer: Answer) -> str:
    if "error" in answer:
        return f"{answer['id']}: {answer['error']}"
    rows = (
        f"  {member:<8} {power['banzhaf']:>9.5f} {power['shapley_shubik']:>15.5f}"
        for member, power in answer["members"].items()
    )
    error = max((power.get("error", 0.0) for power in answer["members"].values()), default=0.0)
    head = f"{answer['id']} (estimated, within {error:.5f})" if error else str(answer["id"])
    return "\n".join((head, f"  {'':<8} {'Banzhaf':>9} {'Shapley-Shubik':>15}", *rows))
