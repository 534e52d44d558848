"""Short ways to write rules and votes in tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.fields import Field, Report
from crisis_game.charter.model import Charter
from crisis_game.charter.reading import read_charter_file
from crisis_game.charter.rule_notation import RuleReader, Vocabulary
from crisis_game.charter.rules import DecisionRule, Vote
from crisis_game.charter.tally import TallyResult, tally
from crisis_game.charter.vote_questions import counted
from crisis_game.documents import Source

KINDS: dict[str, Vote] = {kind.replace("-", "_"): kind for kind in get_args(Vote)}
CHARTERS = Path(__file__).parents[2] / "scenarios" / "charters"


def ballots(**votes: str) -> dict[str, Vote]:
    """`ballots(yes="A B", opt_out="C")`: votes by state."""
    return {state: KINDS[kind] for kind, states in votes.items() for state in states.split()}


def count(rule: dict[str, Any], **votes: str) -> TallyResult:
    """The result of a plain rule."""
    return counted({"rule": rule, "votes": ballots(**votes)})


def read_rule(rule: dict[str, Any], members: str = "") -> DecisionRule:
    """A plain rule as a rule, with ids only."""
    report = Report()
    decision_rule = RuleReader(Vocabulary(frozenset(members.split()))).read(Field(rule, (), report))
    assert not report.faults
    assert decision_rule is not None
    return decision_rule


def shipped(id_: str) -> Charter:
    """A charter that comes with the game."""
    charter, problems = read_charter_file(Source(f"{id_}.yaml", (CHARTERS / f"{id_}.yaml").read_bytes()))
    assert not problems
    assert charter is not None
    return charter


def decide(
    charter: Charter,
    organ: str,
    matter: str,
    roles: dict[str, str] | None = None,
    /,
    *,
    others: str = "absent",
    **votes: str,
) -> TallyResult:
    """What an organ decides; members that are not named vote by `others`."""
    named = ballots(**votes)
    every = {member: named.get(member, KINDS[others]) for member in charter.organ(organ).members}
    circumstances = Circumstances.of({role: members.split() for role, members in (roles or {}).items()})
    rule = rule_at(charter, organ, matter, circumstances)
    assert rule is not None
    return tally(rule, every)
