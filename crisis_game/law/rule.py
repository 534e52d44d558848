"""What a rule of the judge is, what it answers, and the case in which rules read facts and ask one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from crisis_game.law.conduct import FactValue
from crisis_game.law.finding import Layer, RuleSeverity, Source, Status, Verdict, View
from crisis_game.law.vocabulary import FACTS
from crisis_game.texts import Msgid, Text


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule says on one case.

    Attributes:
        verdict: the answer; for a requirement: met, not met, open.
        because: the reason in plain words.
        views: both sides, where the law is contested.
        premise: what the views part on.
        leaning: on a contested point, the answer of the view that clearly prevails; None where none does.
        missing: facts that were needed and are not known.
        severity: how grave, where the rule's own severity does not fit.
    """

    verdict: Verdict
    because: Text
    views: tuple[View, ...] = ()
    premise: Text | None = None
    leaning: Verdict | None = None
    missing: tuple[str, ...] = ()
    severity: RuleSeverity | None = None


class UnprovenError(Exception):
    """A fact that a rule cannot do without is not known."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class Case:
    """One conduct before the judge: facts as settled, and each rule's answer, worked out once and when first asked for.

    The facts that a rule reads are recorded as it reads them, so that a finding can name them and a search for
    changes need not try any other.
    """

    __slots__ = ("_answers", "_asked", "_facts", "_read", "_reading", "_rules")

    def __init__(self, facts: Mapping[str, FactValue], rules: Mapping[str, Rule]) -> None:
        self._facts = facts
        self._rules = rules
        self._answers: dict[str, Answer | None] = {}
        self._read: dict[str, list[str]] = {}
        self._asked: dict[str, list[str]] = {}
        self._reading: tuple[list[str], list[str]] = ([], [])

    def fact(self, name: str) -> FactValue:
        """A fact, or None where it is unknown."""
        self._reading[0].append(name)
        return self._facts.get(name)

    def attack_claimed(self) -> bool | None:
        """Whether the actor says that someone was attacked; null says that it does not, absence leaves it unknown."""
        self._reading[0].append("armed_attack_on")
        if "armed_attack_on" not in self._facts:
            return None
        return self._facts["armed_attack_on"] is not None

    def need(self, name: str) -> FactValue:
        """A fact without which the rule cannot answer."""
        self._reading[0].append(name)
        value = self._facts.get(name)
        if value is None:
            raise UnprovenError(name)
        return value

    def answer(self, rule: str) -> Answer | None:
        """Another rule's answer; None where it does not apply."""
        self._reading[1].append(rule)
        try:
            return self._answers[rule]
        except KeyError:
            return self._first_answer(rule)

    def _first_answer(self, rule: str) -> Answer | None:
        outer, self._reading = self._reading, ([], [])
        found = self._decide(self._rules[rule])
        self._answers[rule] = found
        self._read[rule], self._asked[rule] = self._reading
        self._reading = outer
        return found

    def verdict(self, rule: str) -> Verdict:
        """Another rule's verdict."""
        found = self.answer(rule)
        return found.verdict if found else "not-applicable"

    def facts_read(self, rule: str) -> tuple[str, ...]:
        """The facts that a rule itself read, in the order read."""
        return tuple(dict.fromkeys(self._read.get(rule, ())))

    def rules_asked(self, rule: str) -> tuple[str, ...]:
        """The other rules that a rule asked, in order."""
        return tuple(dict.fromkeys(self._asked.get(rule, ())))

    def facts_behind(self, rule: str) -> tuple[str, ...]:
        """All facts on which a rule's answer rests, those read by the rules it asked among them."""
        pending, seen, facts = [rule], {rule}, dict.fromkeys(self.facts_read(rule))
        while pending:
            for other in self.rules_asked(pending.pop()):
                if other not in seen:
                    seen.add(other)
                    pending.append(other)
                    facts.update(dict.fromkeys(self.facts_read(other)))
        return tuple(facts)

    def _decide(self, rule: Rule) -> Answer | None:
        try:
            return rule.decide(self)
        except UnprovenError as unproven:
            return unknown(unproven.fact)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of law as the judge applies it.

    Attributes:
        id: stable id, by which findings, texts and this code are found.
        name: short name for people.
        question: the casebook's question that it speaks to.
        asks: what it asks of an act, as a question for students.
        reads: the facts it may read.
        layer: which of the four layers it belongs to.
        status: whether the rule itself is settled law.
        severity: how grave a breach is; None for a requirement of a plea, which is not met but not broken.
        sources: where it stands.
        decide: the rule itself; None where it does not apply.
    """

    id: str
    name: Text
    question: str
    asks: Text
    reads: tuple[str, ...]
    layer: Layer
    status: Status
    severity: RuleSeverity | None
    sources: tuple[Source, ...]
    decide: Callable[[Case], Answer | None]


def rule(
    id_: str,
    name: Msgid,
    asks: Msgid,
    *,
    question: str,
    reads: str,
    sources: tuple[Source, ...],
    layer: Layer = "general-law",
    status: Status = "settled",
    severity: RuleSeverity | None = "serious",
) -> Callable[[Callable[[Case], Answer | None]], Rule]:
    """Make a rule of the function below."""

    def made(decide: Callable[[Case], Answer | None]) -> Rule:
        facts = tuple(reads.split())
        return Rule(id_, Text(name), question, Text(asks), facts, layer, status, severity, sources, decide)

    return made


def met(because: Msgid) -> Answer:
    """The rule is kept, the requirement met."""
    return Answer("lawful", Text(because))


def breach(because: Msgid, severity: RuleSeverity | None = None) -> Answer:
    """The rule is broken, the requirement not met."""
    return Answer("unlawful", Text(because), severity=severity)


def contested(because: Msgid, first: View, second: View, premise: Msgid, leaning: Verdict | None = None) -> Answer:
    """The law is open on these facts: both views, and where they part. Views that agree are no contest."""
    if first.verdict == second.verdict:
        return Answer(first.verdict, Text(because), (first, second))
    return Answer("contested", Text(because), (first, second), Text(premise), leaning)


def view(claim: Msgid, verdict: Verdict, *authority: Source) -> View:
    """One side of a contested point."""
    return View(Text(claim), authority, verdict)


def unknown(*facts: str) -> Answer:
    """Not proven: what is missing."""
    named = tuple(FACTS[name].meaning for name in facts)
    return Answer(
        "insufficient-facts", Text("Not proven. It is not known: {missing}.", {"missing": named}), missing=facts
    )


def weakest(answers: list[Answer]) -> Answer | None:
    """Of requirements that must all be met, the one that decides: not met, then not proven, then open, then met."""
    for verdict in ("unlawful", "insufficient-facts", "contested", "lawful"):
        for answer in answers:
            if answer.verdict == verdict:
                return answer
    return None
