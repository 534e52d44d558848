"""What people call the law's own things: questions of the casebook, verdicts, layers, breaches, facts."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.law.conduct import FactValue
from crisis_game.law.finding import Finding, Layer, RuleSeverity, Status, Verdict
from crisis_game.law.order import RULES
from crisis_game.texts import Msgid, Text

QUESTIONS: Mapping[str, Msgid] = {
    "jus-ad-bellum": "The ban on force",
    "self-defence": "Self-defence",
    "collective-self-defence": "Collective self-defence",
    "imminence": "Imminence",
    "necessity": "Necessity",
    "proportionality": "Proportionality",
    "attribution": "Attribution",
    "art-51-reporting": "Report to the Security Council",
    "unsc-authorisation": "Mandate of the Security Council",
    "art-53-authorisation": "Enforcement by a regional body",
    "humanitarian-intervention": "Humanitarian intervention",
    "consent": "Consent",
    "non-intervention": "Non-intervention",
    "territorial-integrity": "Territorial integrity",
    "retorsion": "Retorsion",
    "countermeasures": "Countermeasures",
    "sanctions": "Sanctions",
    "sanctions-due-process": "Fair process in sanctions",
    "peaceful-settlement": "Peaceful settlement",
    "consultation": "Consultation",
    "regional-competence": "Powers and votes of the organisation",
    "membership-measures": "Measures against a member",
    "institutional-competence": "Powers of a UN organ",
    "treaty-law": "Law of treaties",
    "law-of-the-sea": "Law of the sea",
    "neutrality": "Neutrality",
    "immunity": "Immunity",
    "ihl": "Law of armed conflict",
    "human-rights": "Human rights",
    "omissions": "What was left undone",
}
"""A name for each question of the casebook, as a msgid."""

FIELDS: Mapping[Msgid, tuple[str, ...]] = {
    "Force": ("jus-ad-bellum", "unsc-authorisation", "art-53-authorisation", "humanitarian-intervention", "consent"),
    "Self-defence": (
        "self-defence",
        "collective-self-defence",
        "imminence",
        "necessity",
        "proportionality",
        "attribution",
        "art-51-reporting",
    ),
    "Answers without force": ("retorsion", "countermeasures", "sanctions", "sanctions-due-process"),
    "Duties between states": (
        "non-intervention",
        "territorial-integrity",
        "peaceful-settlement",
        "human-rights",
        "omissions",
    ),
    "The organisation": ("consultation", "regional-competence", "membership-measures", "institutional-competence"),
    "Other law": ("treaty-law", "law-of-the-sea", "neutrality", "immunity", "ihl"),
}
"""The questions by field of law: headings for lists that would be too long without."""

KINDS: Mapping[Msgid, tuple[str, ...]] = {
    "Words and help": ("consultation", "diplomatic", "technical-assistance", "arms-supply", "peacekeeping"),
    "Pressure": ("retorsion", "countermeasure", "sanctions", "suspension", "physical-barrier", "cyber-operation"),
    "At sea, across a border, covert": (
        "show-of-force",
        "navigation",
        "threat",
        "law-enforcement",
        "maritime-interdiction",
        "blockade",
        "intervention",
        "covert-operation",
        "hostage-taking",
        "rescue",
    ),
    "Force and what it leaves": ("force", "occupation", "regime-change", "annexation"),
}
"""The kinds of response by what they are like."""

VERDICTS: Mapping[str, Msgid] = {
    "lawful": "lawful",
    "contested": "contested",
    "unlawful": "unlawful",
    "insufficient-facts": "not proven either way",
    "not-applicable": "does not apply",
}
"""What is said of an act, or of a rule that was kept or broken."""

REQUIREMENTS: Mapping[str, Msgid] = {
    "lawful": "met",
    "contested": "open",
    "unlawful": "not met",
    "insufficient-facts": "not proven",
    "not-applicable": "does not apply",
}
"""What is said of a requirement of a plea: one that is not met is no breach."""

LAYERS: Mapping[Layer, Msgid] = {
    "un-charter": "the UN Charter and peremptory norms",
    "general-law": "general international law",
    "organisation": "the organisation's own charter",
    "legitimacy": "legitimacy, beside the law",
}
STATUSES: Mapping[Status, Msgid] = {"settled": "settled law", "contested": "contested law"}
BREACHES: Mapping[RuleSeverity | None, Msgid] = {
    "procedural": "A breach is procedural: a wrong of its own, which does not by itself make the act unlawful.",
    "serious": "A breach is serious.",
    "grave": "A breach is grave.",
    "peremptory": "A breach goes against a rule from which no state may depart.",
    None: "It is a condition of a plea: where it is not met the plea fails, and nothing is broken by that alone.",
}
SEVERITIES: Mapping[RuleSeverity, Msgid] = {
    "procedural": "procedural",
    "serious": "serious",
    "grave": "grave",
    "peremptory": "of a peremptory norm",
}
BANDS: Mapping[str, Msgid] = {"high": "high", "mixed": "mixed", "low": "low", "open": "too little known"}
CONFIDENCES: Mapping[str, Msgid] = {"good": "good", "fair": "fair", "low": "low"}


SPOKEN: Mapping[str, Msgid] = {
    "n/a": "does not arise",
    "self-defence": "self-defence",
    "collective-self-defence": "collective self-defence",
    "self-protection": "self-protection",
    "ex-post": "given afterwards",
    "endorsed-ex-post": "endorsed afterwards",
    "same-day": "on the same day",
    "vi": "Chapter VI",
    "vii": "Chapter VII",
    "viii": "Chapter VIII",
}
"""Values of facts that are not said by putting blanks for hyphens."""


def question_name(question: str) -> Text:
    """A question of the casebook, by name; its id where there is none."""
    return Text(QUESTIONS[question]) if question in QUESTIONS else Text("{id}", {"id": question})


def severity_name(severity: RuleSeverity | None) -> Text:
    """How grave a breach is; one without a severity of its own is procedural."""
    return Text(SEVERITIES[severity or "procedural"])


def band_name(band: str) -> Text:
    """How legitimate an act is: `high`, `mixed`, `low`, or `open`."""
    return Text(BANDS[band])


def confidence_name(confidence: str) -> Text:
    """How well an indicator of legitimacy can be measured: `good`, `fair` or `low`."""
    return Text(CONFIDENCES[confidence])


def verdict_name(verdict: str) -> Text:
    """A verdict on an act or a question."""
    return Text(VERDICTS[verdict])


def finding_verdict(finding: Finding) -> Text:
    """What a finding says, in the words that fit its rule."""
    return rule_verdict(finding.rule, finding.verdict)


def rule_verdict(rule: str, verdict: Verdict) -> Text:
    """A rule's answer: a rule is kept or broken, lawful or unlawful; a requirement is met or not met."""
    return Text(VERDICTS[verdict]) if RULES[rule].severity else Text(REQUIREMENTS[verdict])


def kind_name(kind: str) -> Text:
    """A kind of response."""
    return Text("{kind}", {"kind": kind.replace("-", " ")})


def value_name(value: FactValue) -> Text:
    """The value of a fact, in words."""
    if value is None:
        return Text("nobody")
    if isinstance(value, bool):
        return Text("yes" if value else "no")
    if isinstance(value, int):
        return Text("{n}", {"n": value})
    return Text(SPOKEN[value]) if value in SPOKEN else Text("{words}", {"words": value.replace("-", " ")})
