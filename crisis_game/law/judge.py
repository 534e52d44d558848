"""The judge: a conduct in, findings out. Pure, without memory, the same for every actor."""

from __future__ import annotations

from crisis_game.law.conduct import Conduct
from crisis_game.law.derived import settled_facts
from crisis_game.law.finding import Finding, Judgement, RuleSeverity
from crisis_game.law.order import RULES, overall, question_verdicts
from crisis_game.law.rule import Answer, Case, Rule

_GRAVEST_FIRST: tuple[RuleSeverity, ...] = ("peremptory", "grave", "serious", "procedural")


def judge(conduct: Conduct) -> Judgement:
    """All findings on one conduct, in the order of the rules; rules that do not apply make no finding."""
    case = open_case(conduct)
    findings = tuple(
        finding(conduct.id, rule, answer, case)
        for rule in RULES.values()
        if (answer := case.answer(rule.id)) is not None
    )
    severities = {found.severity for found in findings if found.verdict == "unlawful"}
    severity = next((one for one in _GRAVEST_FIRST if one in severities), None)
    return Judgement(conduct.id, findings, question_verdicts(case), overall(case), severity)


def open_case(conduct: Conduct) -> Case:
    """The case of a conduct, with its soft facts filled in and no rule asked yet."""
    return Case(settled_facts(conduct), RULES)


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
    )
