"""What the game answers to the question of a case, as plain values that can be laid beside what is expected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.rules import Vote
from crisis_game.charter.tally import TallyResult, as_plain, bound, tally
from crisis_game.charter.vote_questions import counted
from crisis_game.law import Conduct, judge
from tests.charter.counting import shipped
from tests.conformance import small_table
from tests.conformance.findings import plain
from tests.conformance.suite import Case, Option, acts


def answer(case: Case) -> dict[str, Any]:
    """The game's answer to a case."""
    return _BY_KIND[case.kind](case.question)


def answer_by(case: Case, option: Option) -> dict[str, Any]:
    """The game's answer to a disputed count by one reading of its rule."""
    return _tally({**case.question, "rule": option.rule})


def conduct(question: Mapping[str, Any], *, bare: bool = False) -> Conduct:
    """The act of a question to the judge; `bare`, the act it starts from, without the facts that make the case."""
    own = {} if bare else question.get("facts", {})
    facts = {**acts()[question["act"]].facts, **own}
    left_out = () if bare else question.get("unknown", ())
    return Conduct("act", "actor", {name: value for name, value in facts.items() if name not in left_out})


def met(expected: Any, actual: Any) -> bool:
    """Whether an answer has all that is expected of it.

    A mapping has the values named, a list of mappings has them in this order and maybe others between; `without` names
    kinds of event that must not be there.
    """
    if isinstance(expected, Mapping):
        return isinstance(actual, Mapping) and all(_met_at(key, value, actual) for key, value in expected.items())
    if isinstance(expected, list) and expected and isinstance(expected[0], Mapping):
        rest = iter(actual)
        return all(any(met(wanted, event) for event in rest) for wanted in expected)
    return bool(expected == actual)


def _met_at(key: str, expected: Any, actual: Mapping[str, Any]) -> bool:
    if key == "without":
        return not {event["kind"] for event in actual["events"]} & set(expected)
    return key in actual and met(expected, actual[key])


def ballots(votes: Mapping[Vote, str | int], members: tuple[str, ...] = (), others: Vote = "absent") -> dict[str, Vote]:
    """Votes by member, from how who voted: `{yes: A B, no: C}`, or how many: `{yes: 93, no: 40}`.

    Where it is only said how many, it is the first of `members`, or members with numbers.
    """
    cast: dict[str, Vote] = {}
    numbered = iter(members or [f"M{number}" for number in range(1, 1000)])
    for vote, who in votes.items():
        named = who.split() if isinstance(who, str) else [next(numbered) for _ in range(who)]
        cast |= dict.fromkeys(named, vote)
    return {**dict.fromkeys(members, others), **cast}


def _tally(question: Mapping[str, Any]) -> dict[str, Any]:
    votes = ballots(question["votes"])
    return _told(counted({"rule": dict(question["rule"]), "votes": votes}), votes)


def _organ(question: Mapping[str, Any]) -> dict[str, Any]:
    charter = shipped(question["charter"])
    members = charter.organ(question["organ"]).members
    votes = ballots(question["votes"], members, question.get("others", "absent"))
    roles = {role: states.split() for role, states in question.get("roles", {}).items()}
    rule = rule_at(charter, question["organ"], question["matter"], Circumstances.of(roles))
    if rule is None or set(votes) - set(members):
        raise ValueError(f"{question['organ']} has no such matter or members")
    return _told(tally(rule, votes), votes)


def _told(result: TallyResult, votes: Mapping[str, Vote]) -> dict[str, Any]:
    return {"disputed": False, **as_plain(result), "bound": list(bound(result, votes))}


def _judge(question: Mapping[str, Any]) -> dict[str, Any]:
    return plain(judge(conduct(question)))


_BY_KIND: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "tally": _tally,
    "organ": _organ,
    "judge": _judge,
    "play": small_table.played,
}
