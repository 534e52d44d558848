"""Questions from outside as plain values: a rule with votes, or a rule with members, and what comes of them.

This is the form of `crisis-game tally` and `crisis-game power`: ids and numbers only, no roles, groups or tables; or a
rule of a charter by its name, for the members of its organ, with `roles` beside it where somebody has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, get_args

from crisis_game.charter.circumstances import Circumstances
from crisis_game.charter.fields import Fault, Field, Report
from crisis_game.charter.power import Power, PowerTooComplexError, power_or_estimate
from crisis_game.charter.rule_notation import RuleReader, Vocabulary
from crisis_game.charter.rules import ROLES, DecisionRule, Vote
from crisis_game.charter.tally import TallyResult, tally
from crisis_game.texts import Text

MOST_MEMBERS = 1_000
MOST_FAULTS_TOLD = 3


class QuestionError(ValueError):
    """A question cannot be answered; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.msgid)
        self.text = text


class Ruling(Protocol):
    """A rule that was named, and who votes by it."""

    @property
    def members(self) -> tuple[str, ...]:
        """Those who sit in the organ."""

    def rule(self, circumstances: Circumstances) -> DecisionRule:
        """The rule, ready to count."""


Naming = Callable[[str], Ruling]
"""Finds the rule that is meant by a name such as `un#security-council/sanctions`, or raises `QuestionError`."""


def _nothing_named(words: str) -> Ruling:
    raise QuestionError(Text("`{rule}` is no rule that is known here.", {"rule": words}))


def counted(question: dict[str, Any], named: Naming = _nothing_named) -> TallyResult:
    """The result of a question `{rule, votes}`.

    Raises:
        QuestionError: for a question that is not of this form.
    """
    root = Field(question, (), Report())
    votes = _votes(_field(root, "votes"))
    rule = question.get("rule")
    if isinstance(rule, str):
        ruling = named(rule)
        cast = cast_in(ruling, votes)
        return tally(ruling.rule(_roles(root, ruling.members)), cast)
    return tally(_rule(_field(root, "rule"), votes), votes)


def cast_in(ruling: Ruling, votes: Mapping[str, Vote]) -> dict[str, Vote]:
    """The votes of all members of an organ; who is not named was absent.

    Raises:
        QuestionError: for a vote of somebody else.
    """
    for member in votes:
        if member not in ruling.members:
            raise QuestionError(Text("{member} is no member of the organ that votes.", {"member": member}))
    return {member: votes.get(member, "absent") for member in ruling.members}


def _roles(root: Field, members: tuple[str, ...]) -> Circumstances:
    """Who is what in the matter, as the question says under `roles`."""
    field = root.inner("roles", root.value.get("roles") or {})
    roles: dict[str, list[str]] = {}
    for role, inner in field.entries():
        if role not in ROLES:
            inner.unknown_key(ROLES)
        for word in inner.words():
            if word.word() not in members:
                word.unknown_word(members)
        roles[role] = [word.word() for word in inner.words()]
    if field.report.faults:
        raise QuestionError(_in_a_row(field.report.faults[:MOST_FAULTS_TOLD]))
    return Circumstances.of(roles)


def weighed(question: dict[str, Any], named: Naming = _nothing_named) -> dict[str, Power]:
    """The power of each member for a question `{rule, members}`.

    Raises:
        QuestionError: for a question that is not of this form, or a rule that is too intricate to answer.
    """
    root = Field(question, (), Report())
    rule = question.get("rule")
    if isinstance(rule, str):
        ruling = named(rule)
        return power_of(ruling.rule(_roles(root, ruling.members)), ruling.members)
    members = _members(_field(root, "members"))
    return power_of(_rule(_field(root, "rule"), members), members)


def power_of(rule: DecisionRule, members: Iterable[str]) -> dict[str, Power]:
    """The power of each member under a rule.

    Raises:
        QuestionError: for a rule that is too intricate to answer at all.
    """
    try:
        return power_or_estimate(rule, members)
    except PowerTooComplexError as fault:
        raise QuestionError(
            Text("This rule tells too many members apart by too many tables of weights to be answered.")
        ) from fault


def plain_power(powers: dict[str, Power]) -> dict[str, dict[str, float]]:
    """Voting power as JSON can say it; `error` only where it is an estimate."""
    return {
        member: {"banzhaf": float(power.banzhaf), "shapley_shubik": float(power.shapley_shubik)}
        | ({"error": power.error} if power.error else {})
        for member, power in powers.items()
    }


def _field(root: Field, key: str) -> Field:
    if root.value.get(key) is None:
        root.missing(key)
    return root.inner(key, root.value.get(key))


def _votes(field: Field) -> dict[str, Vote]:
    votes: dict[str, Vote] = {}
    for state, vote in field.entries() if field.value is not None else []:
        votes[state] = vote.one_of(get_args(Vote))
    _check_number(field, len(votes))
    return votes


def _members(field: Field) -> list[str]:
    members: list[str] = []
    for member in field.items() if field.value is not None else []:
        if member.word() in members:
            member.twice()
        members.append(member.word())
    _check_number(field, len(members))
    return members


def _rule(field: Field, members: Iterable[str]) -> DecisionRule:
    """The rule; here all faults come to light, those of the votes or members too."""
    rule = None
    if field.value is not None:
        rule = RuleReader(Vocabulary(frozenset(members))).read(field)
    if rule is None or field.report.faults:
        raise QuestionError(_in_a_row(field.report.faults[:MOST_FAULTS_TOLD]))
    return rule


def _check_number(field: Field, members: int) -> None:
    if members > MOST_MEMBERS:
        raise QuestionError(
            Text(
                "Under `{name}` stand {members} members; at most {most} are read.",
                {"name": field.name, "members": members, "most": MOST_MEMBERS},
            )
        )


def _in_a_row(faults: list[Fault]) -> Text:
    """The faults as sentences in a row, each with its place."""
    sentence, *others = (_placed(fault) for fault in faults)
    for other in others:
        sentence = Text("{first} {second}", {"first": sentence, "second": other})
    return sentence


def _placed(fault: Fault) -> Text:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in fault.path)
    where = "".join(steps).lstrip(".")
    return Text("{where}: {message}", {"where": where, "message": fault.message}) if where else fault.message
