"""The judge: a conduct in, findings out. Pure, without memory, the same for every actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from crisis_game.law.coherence import inconsistent, settle
from crisis_game.law.conduct import Conduct
from crisis_game.law.derived import settled_facts
from crisis_game.law.finding import Finding, Judgement, RuleSeverity, Verdict
from crisis_game.law.order import MANNER, RULES, has_force, manner, overall, question_verdicts
from crisis_game.law.rule import Answer, Case, Rule

_GRAVEST_FIRST: tuple[RuleSeverity, ...] = ("peremptory", "grave", "serious", "procedural")
_NOTHING: Mapping[str, Verdict] = MappingProxyType({})


def judge(conduct: Conduct) -> Judgement:
    """All findings on one conduct, in the order of the rules; rules that do not apply make no finding."""
    facts = settled_facts(conduct)
    contradictions = inconsistent(facts)
    settle(facts)
    return judgement(conduct.id, Case(facts, RULES), contradictions)


def judgement(conduct: str, case: Case, contradictions: tuple[tuple[str, str], ...] = ()) -> Judgement:
    """What all the rules say on the case of a conduct, whose facts may have contradicted each other."""
    findings = tuple(
        finding(conduct, rule, answer, case) for rule in RULES.values() if (answer := case.answer(rule.id)) is not None
    )
    legality = overall(case)
    return Judgement(
        conduct=conduct,
        findings=findings,
        questions=question_verdicts(case),
        legality=legality,
        severity=_gravest(rule_finding.severity for rule_finding in findings),
        resort=legality if has_force(case) else None,
        manner=manner(case),
        manner_severity=_gravest(rule_finding.severity for rule_finding in findings if rule_finding.rule in MANNER),
        inconsistent=contradictions,
    )


def open_case(conduct: Conduct, assumed: Mapping[str, Verdict] = _NOTHING) -> Case:
    """The case of a conduct, with its soft facts filled in and no rule asked yet.

    Args:
        conduct: the act.
        assumed: verdicts to be taken for granted, by rule, wherever that rule speaks: a trial of what depends on it.
    """
    facts = settled_facts(conduct)
    settle(facts)
    return Case(facts, RULES, assumed)


def finding(conduct: str, rule: Rule, answer: Answer, case: Case) -> Finding:
    """A rule's answer as a finding."""
    adverse = answer.verdict == "unlawful"
    return Finding(
        id=f"{conduct}/{rule.id}",
        rule=rule.id,
        question=rule.question,
        verdict=answer.verdict,
        layer=rule.layer,
        severity=(answer.severity or rule.severity) if adverse else None,
        status="contested" if answer.views else rule.status,
        because=answer.because,
        facts_used=case.facts_read(rule.id),
        sources=rule.sources,
        missing=answer.missing,
        views=answer.views,
        premise=answer.premise,
        turns_on=answer.turns_on,
        excused_by=answer.excused_by,
    )


def _gravest(severities: Iterable[RuleSeverity | None]) -> RuleSeverity | None:
    distinct = frozenset(severities)
    return next((severity for severity in _GRAVEST_FIRST if severity in distinct), None)
