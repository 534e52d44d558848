"""What a rule of the judge is, what it answers, and the case in which rules read facts and ask one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from crisis_game.law.conduct import UNPROVEN, FactValue
from crisis_game.law.finding import Layer, RuleSeverity, Source, Status, Verdict, View
from crisis_game.law.memory import Memory, Said
from crisis_game.law.vocabulary import FACTS
from crisis_game.texts import Msgid, Text, Value

Kind = Literal["norm", "plea", "requirement"]
"""A norm is a duty that can be broken; a plea carries a breach if all its conditions hold; a requirement is one of
them, or a part of what a norm asks for: met, not met, open, not proven, and never a breach."""

Head = Literal["resort", "conduct", "measure", "procedure"]
"""What a norm is about: whether there may be force, how it is used, a measure without force, or the way to it."""

OwedTo = Literal["target", "host", "persons", "group", "all", "organisation", "council"]
"""To whom a norm is owed, and who may therefore call for it (ARSIWA 42, 48)."""

OMISSIONS = "omissions"
"""The question of norms on what was left undone."""

Speaks = Literal["acts", "omissions", "both"]
"""Of what a rule speaks: of an omission only the norms speak that ask for an act."""

_NOTHING: Mapping[str, Verdict] = MappingProxyType({})


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
        turns_on: id of the requirement or plea at which the answer turned; "" where it turned at the rule itself.
        excused_by: id of the plea that carries what the rule would forbid; "" where none is needed.
    """

    verdict: Verdict
    because: Text
    views: tuple[View, ...] = ()
    premise: Text | None = None
    leaning: Verdict | None = None
    missing: tuple[str, ...] = ()
    severity: RuleSeverity | None = None
    turns_on: str = ""
    excused_by: str = ""


MEMORY: Memory[Answer] = Memory()
"""What is remembered of all rules; they are registered once, and never change."""


class UnprovenError(Exception):
    """A fact that a rule cannot do without is not known, or nobody can show it."""

    def __init__(self, fact: str) -> None:
        super().__init__(fact)
        self.fact = fact


class Case:
    """One conduct before the judge: facts as settled, and each rule's answer, worked out once and when first asked for.

    The facts that a rule reads are recorded as it reads them, so that a finding can name them and a search for
    changes need not try any other. A trial of what depends on what *assumes* the verdict of a rule, wherever that
    rule speaks at all. Of an omission only those norms speak that ask for an act.
    """

    __slots__ = (
        "_answers",
        "_asked",
        "_assumed",
        "_facts",
        "_facts_now",
        "_not_of",
        "_read",
        "_rules",
        "_rules_now",
        "_said",
        "_silent_layer",
    )

    def __init__(
        self, facts: Mapping[str, FactValue], rules: Mapping[str, Rule], assumed: Mapping[str, Verdict] = _NOTHING
    ) -> None:
        self._facts = facts
        self._rules = rules
        self._assumed = assumed
        self._answers: dict[str, Answer | None] = {}
        self._said: Mapping[str, Said[Answer]] = {}
        self._read: dict[str, Sequence[str]] = {}
        self._asked: dict[str, Sequence[str]] = {}
        self._facts_now: list[str] = []
        self._rules_now: list[str] = []
        self._silent_layer = "un-charter" if facts.get("law_of", "charter") != "charter" else None
        self._not_of = "omissions" if facts.get("omission") is None else "acts"

    def fact(self, name: str) -> FactValue:
        """A fact, or None where it is unknown.

        Raises:
            UnprovenError: nobody can show it.
        """
        self._facts_now.append(name)
        value = self._facts.get(name)
        if value == UNPROVEN:
            raise UnprovenError(name)
        return value

    def attack_claimed(self) -> bool | None:
        """Whether the actor says that someone was attacked; null says that it does not, absence leaves it unknown."""
        self._facts_now.append("armed_attack_on")
        if "armed_attack_on" not in self._facts:
            return None
        return self._facts["armed_attack_on"] is not None

    def need(self, name: str) -> FactValue:
        """A fact without which the rule cannot answer."""
        value = self.fact(name)
        if value is None:
            raise UnprovenError(name)
        return value

    def answer(self, rule: str) -> Answer | None:
        """Another rule's answer; None where it does not apply."""
        self._rules_now.append(rule)
        try:
            return self._answers[rule]
        except KeyError:
            return self._first_answer(self._rules[rule])

    def _first_answer(self, rule: Rule) -> Answer | None:
        facts: list[str] = []
        rules: list[str] = []
        outer, self._facts_now, self._rules_now = (self._facts_now, self._rules_now), facts, rules
        silent = rule.layer == self._silent_layer or rule.speaks_of == self._not_of
        try:
            answer = None if silent else rule.decide(self)
        except UnprovenError as unproven:
            answer = unknown(unproven.fact)
        if not rules and not silent:
            MEMORY.remember(rule.id, answer, facts, self._facts)
        if self._assumed and answer is not None and rule.id in self._assumed:
            answer = Answer(self._assumed[rule.id], answer.because)
        self._answers[rule.id] = answer
        self._read[rule.id], self._asked[rule.id] = facts, rules
        self._facts_now, self._rules_now = outer
        return answer

    def answers(self) -> dict[str, Answer]:
        """What all rules say, in their order; those that have nothing to say are left out.

        No rule is asked of which it is known what it says on these facts.
        """
        self._said = self._remembered()
        self._answers = {id_: said.answer for id_, said in self._said.items()} | self._answers
        for id_, rule in self._rules.items():
            if id_ not in self._answers:
                self._first_answer(rule)
        return {id_: answer for id_ in self._rules if (answer := self._answers[id_]) is not None}

    def _remembered(self) -> Mapping[str, Said[Answer]]:
        """What rules are known to say; of a trial, an omission and an older law only where they are silent."""
        known = MEMORY.known(self._facts)
        if not self._assumed and self._silent_layer is None and self._not_of == "omissions":
            return known
        return {id_: said for id_, said in known.items() if said.answer is None}

    def verdict(self, rule: str) -> Verdict:
        """Another rule's verdict."""
        answer = self.answer(rule)
        return answer.verdict if answer else "not-applicable"

    def facts_read(self, rule: str) -> tuple[str, ...]:
        """The facts that a rule itself read, in the order read."""
        if rule in self._read:
            return tuple(dict.fromkeys(self._read[rule]))
        return self._said[rule].path if rule in self._said else ()

    def rules_asked(self, rule: str) -> tuple[str, ...]:
        """The other rules that a rule asked, in order."""
        return tuple(dict.fromkeys(self._asked.get(rule, ())))

    def facts_behind(self, rule: str) -> tuple[str, ...]:
        """All facts on which a rule's answer rests, those read by the rules it asked among them."""
        pending, seen, facts = [rule], {rule}, dict.fromkeys(self.facts_read(rule))
        while pending:
            for asked in self.rules_asked(pending.pop()):
                if asked not in seen:
                    seen.add(asked)
                    pending.append(asked)
                    facts.update(dict.fromkeys(self.facts_read(asked)))
        return tuple(facts)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of law as the judge applies it; `law.norm` makes them.

    Attributes:
        id: stable id, by which findings, texts and this code are found.
        name: short name for people.
        question: the casebook's question that it speaks to.
        asks: what it asks of an act, as a question for students.
        layer: which of the four layers it belongs to.
        status: whether the rule itself is settled law.
        severity: how grave a breach is; None for a plea and a requirement, which are not met but not broken.
        sources: where it stands.
        decide: the rule itself; None where it is not in play.
        kind: norm, plea or requirement.
        head: of a norm: what it is about.
        owed_to: of a norm: to whom it is owed.
        excuses: of a norm: pleas that carry a breach of it, any single one.
        argued: of a norm: pleas that may leave a breach of it open, and never carry it alone.
        conditions: of a plea: the requirements that must all hold.
        speaks_of: acts, omissions or both.
    """

    id: str
    name: Text
    question: str
    asks: Text
    layer: Layer
    status: Status
    severity: RuleSeverity | None
    sources: tuple[Source, ...]
    decide: Callable[[Case], Answer | None]
    kind: Kind
    head: Head | None = None
    owed_to: OwedTo | None = None
    excuses: tuple[str, ...] = ()
    argued: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    speaks_of: Speaks = "acts"


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


def inherited(answer: Answer, rule: str) -> Answer:
    """What rests on another finding is no surer than it: its answer, marked with where it turns."""
    turns_on = answer.turns_on or rule
    return Answer(
        answer.verdict, answer.because, answer.views, answer.premise, answer.leaning, answer.missing, turns_on=turns_on
    )


def weakest_of(case: Case, rules: Iterable[str]) -> Answer | None:
    """Of requirements by id that must all hold, the answer that decides, marked with the one on which it turns."""
    answers = {rule: answer for rule in rules if (answer := case.answer(rule)) is not None}
    worst = weakest(list(answers.values()))
    if worst is None or worst.verdict == "lawful":
        return worst
    return inherited(worst, next(rule for rule, answer in answers.items() if answer is worst))


def all_hold(case: Case, conditions: Iterable[str], holds: Msgid) -> Answer:
    """Several things that are asked for together: met if all that speak are met, else what the weakest says."""
    worst = weakest_of(case, conditions)
    return met(holds) if worst is None or worst.verdict == "lawful" else worst


def not_shown(because: Msgid, fact: str, **values: Value) -> Answer:
    """Not proven on the evidence held: the fact is known, and not known well enough."""
    return Answer("insufficient-facts", Text(because, values), missing=(fact,))
