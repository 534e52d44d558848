"""Verdicts in a sign, words and a tone: never one of them alone."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.law import names_of_law
from crisis_game.law.finding import RuleSeverity, Verdict
from crisis_game.law.order import RULES
from crisis_game.pages.parts import Run
from crisis_game.texts import Text

SIGNS: Mapping[Verdict, str] = {
    "lawful": "□",
    "contested": "◧",
    "unlawful": "■",
    "insufficient-facts": "◧",
    "not-applicable": "·",
}
"""Squares, as all that law says: kept, open in law or in fact (the word says which), broken."""


def verdict(outcome: Verdict) -> Run:
    """The verdict on an act."""
    return Run(names_of_law.verdict_name(outcome), outcome, SIGNS[outcome])


def rule_verdict(rule: str, outcome: Verdict, severity: RuleSeverity | None = None) -> Run:
    """One rule's answer: a rule is kept or broken, a requirement met or not, which is no breach."""
    words = names_of_law.rule_verdict(rule, outcome)
    if severity is not None:
        words = Text("{verdict}, {severity}", {"verdict": words, "severity": names_of_law.severity_name(severity)})
    unmet = outcome == "unlawful" and RULES[rule].severity is None and severity is None
    return Run(words, "quiet" if unmet else outcome, SIGNS[outcome])
