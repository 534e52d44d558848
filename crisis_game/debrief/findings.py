"""Acts and findings as the debrief shows them: reasons, facts, sources, both views, what would have changed them."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.assessment.model import AssessedAct, Judged, Overruling
from crisis_game.debrief.model import ActTold, FindingTold, RoomOpinion, ViewTold
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.derived import settled_facts
from crisis_game.law.finding import Finding, Judgement, Legality, RuleSeverity, View
from crisis_game.law.mending_facts import changes
from crisis_game.law.names_of_law import value_name
from crisis_game.law.order import RULES
from crisis_game.law.ruling import ruled_on
from crisis_game.law.vocabulary import FACTS
from crisis_game.texts import Msgid, Text

MOST_WAYS = 3
"""Ways out that are shown of one finding."""

_PARTS: dict[tuple[Legality, Legality], Msgid] = {
    ("lawful", "unlawful"): "Reasonable on what was known, and yet unlawful as it was.",
    ("lawful", "contested"): "Lawful on what was known; as it was, the law is open.",
    ("lawful", "insufficient-facts"): "Lawful on what was known; as it was, it cannot be proved.",
    ("unlawful", "lawful"): "Lucky: lawful as it was, but not on what was known.",
    ("unlawful", "contested"): "Unlawful on what was known; as it was, the law is open.",
    ("unlawful", "insufficient-facts"): "Unlawful on what was known; as it was, it cannot be proved.",
    ("contested", "lawful"): "Open on what was known; lawful as it was.",
    ("contested", "unlawful"): "Open on what was known; unlawful as it was.",
    ("contested", "insufficient-facts"): "Open on what was known; as it was, it cannot be proved.",
    ("insufficient-facts", "lawful"): "Lucky: lawful as it was, but not proven on what was known.",
    ("insufficient-facts", "unlawful"): "Not proven on what was known; unlawful as it was.",
    ("insufficient-facts", "contested"): "Not proven on what was known; as it was, the law is open.",
}
"""Said where the verdict on what was known and the verdict as it was part."""


def act_told(act: AssessedAct, room: tuple[RoomOpinion, ...] = ()) -> ActTold:
    """One act with its findings, on what its actor knew and as it was; `room` is what was said of it before."""
    known, true = act.known.judgement, act.true.judgement
    differing = tuple(_differing(act.known, act.true))
    return ActTold(
        id=act.id,
        title=act.title,
        name=act.name,
        actor=act.actor,
        participants=act.participants,
        round=act.round,
        ended=act.ended,
        rung=act.rung,
        ours=act.ours,
        text=act.text,
        omission="omission" in act.true.conduct.facts,
        hidden=act.hidden,
        room=room,
        public=act.public.judgement.gravest,
        known=known.gravest,
        true=true.gravest,
        parts=parting(known.gravest, true.gravest),
        ruled=ruled_on(act.known.conduct, act.deed, known),
        ruled_true=ruled_on(act.true.conduct, act.deed, true) if _words(true) != _words(known) else None,
        findings=tuple(
            finding_told(act.known.conduct, finding, act.overruled.get(finding.rule)) for finding in known.findings
        ),
        findings_true=tuple(
            finding_told(act.true.conduct, finding, act.overruled.get(finding.rule))
            for finding in true.findings
            if finding.rule in differing
        ),
        differing=differing,
        cured=tuple(RULES[finding.rule].name for finding in act.cured),
    )


def _words(judgement: Judgement) -> tuple[Legality, Legality | None, RuleSeverity | None]:
    return judgement.legality, judgement.manner, judgement.manner_severity


def parting(known: Legality, true: Legality) -> Text | None:
    """What is said where the two verdicts part; None where they agree."""
    return None if known == true else Text(_PARTS[known, true])


def finding_told(conduct: Conduct, finding: Finding, overruled: Overruling | None) -> FindingTold:
    """One finding; what would have turned it is looked for where it is adverse."""
    rule = RULES[finding.rule]
    return FindingTold(
        id=finding.id,
        rule=finding.rule,
        name=rule.name,
        asks=rule.asks,
        verdict=finding.verdict,
        layer=finding.layer,
        severity=finding.severity,
        status=finding.status,
        because=finding.because,
        facts=tuple(_facts(conduct, finding)),
        sources=tuple(source.cite for source in finding.sources),
        views=tuple(_view(view) for view in finding.views),
        premise=finding.premise,
        would_change=ways_out(conduct, finding) if finding.verdict == "unlawful" else (),
        overruled=overruled,
    )


def ways_out(conduct: Conduct, finding: Finding) -> tuple[tuple[Text, ...], ...]:
    """Ways in which the actor could have turned a finding, each as its pieces of advice."""
    ways = (tuple(step.advice for step in way) for way in changes(conduct, finding))
    return tuple(dict.fromkeys(ways))[:MOST_WAYS]


def _differing(known: Judged, true: Judged) -> Iterator[str]:
    """Rules whose answer is not the same in both readings, in the order of the rules."""
    before = {finding.rule: finding.verdict for finding in known.judgement.findings}
    after = {finding.rule: finding.verdict for finding in true.judgement.findings}
    for rule in RULES:
        if before.get(rule) != after.get(rule):
            yield rule


def _facts(conduct: Conduct, finding: Finding) -> Iterator[tuple[Text, Text]]:
    settled = settled_facts(conduct)
    for name in finding.facts_used:
        if name in FACTS:
            yield FACTS[name].meaning, fact_value(name, settled.get(name))


def fact_value(name: str, value: FactValue) -> Text:
    """The value of a fact, in words."""
    if value is None:
        return Text("not known")
    if FACTS[name].kind == "name" and isinstance(value, str):
        return Text("{all:state}", {"all": tuple(value.split("+"))})
    return value_name(value)


def _view(view: View) -> ViewTold:
    return ViewTold(view.claim, tuple(source.cite for source in view.authority), view.verdict)
