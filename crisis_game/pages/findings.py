"""Findings of the law, test by test: the reason, both views, the facts, the sources, what would have changed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crisis_game.debrief.model import FindingTold
from crisis_game.law import names_of_law
from crisis_game.law.finding import Finding, Layer, RuleSeverity, Status, Verdict
from crisis_game.law.order import RULES
from crisis_game.pages.overruling import otherwise
from crisis_game.pages.parts import Fold, Heading, Line, Part, Run, item, line, run
from crisis_game.pages.verdicts import rule_verdict
from crisis_game.texts import Text, Value

WORST_FIRST: tuple[Verdict, ...] = ("unlawful", "contested", "insufficient-facts", "lawful", "not-applicable")
"""The order in which findings are listed; breaches come before requirements that are not met."""


def findings_told(findings: Iterable[FindingTold]) -> tuple[Fold, ...]:
    """Findings of a debrief as lines that open, the worst first."""
    listed = sorted(findings, key=lambda finding: (WORST_FIRST.index(finding.verdict), not finding.breach))
    return tuple(_fold(finding.rule, finding.verdict, finding.severity, _debriefed(finding)) for finding in listed)


def findings_public(findings: Iterable[Finding]) -> tuple[Fold, ...]:
    """Findings in the public reading, while play goes on."""
    listed = sorted(findings, key=lambda finding: (WORST_FIRST.index(finding.verdict), finding.severity is None))
    return tuple(_fold(finding.rule, finding.verdict, finding.severity, _public(finding)) for finding in listed)


def _fold(rule: str, verdict: Verdict, severity: RuleSeverity | None, parts: Iterable[Part]) -> Fold:
    title = line(run("{rule}  ", rule=RULES[rule].name), rule_verdict(rule, verdict, severity))
    return Fold(title, tuple(parts), look_up=("rule", rule))


def _debriefed(finding: FindingTold) -> Iterator[Part]:
    yield line(Run(finding.asks, "aside"))
    yield line(Run(finding.because, "law"))
    if finding.overruled is not None:
        yield from otherwise({finding.rule: finding.overruled})
    for view in finding.views:
        yield _view(view.claim, view.authority, view.verdict)
    yield from _premise(finding.premise)
    for way in finding.would_change:
        yield item(run("It would have changed with: {way}", "advice", way=way), mark="↻")
    if finding.facts:
        yield Heading(Text("Facts it read"), 2)
    for meaning, value in finding.facts:
        yield item(run("{meaning}: ", meaning=meaning), Run(value, "strong"))
    yield _sources(finding.sources, finding.layer, finding.status)


def _public(finding: Finding) -> Iterator[Part]:
    yield line(Run(RULES[finding.rule].asks, "aside"))
    yield line(Run(finding.because, "law"))
    for view in finding.views:
        yield _view(view.claim, tuple(source.cite for source in view.authority), view.verdict)
    yield from _premise(finding.premise)
    yield _sources(tuple(source.cite for source in finding.sources), finding.layer, finding.status)


def _view(claim: Text, authority: tuple[str, ...], verdict: Verdict) -> Line:
    held = (run(" ({who})", "quiet", who="; ".join(authority)),) if authority else ()
    result = run(" Then: {verdict}.", verdict=names_of_law.verdict_name(verdict))
    return item(run("One view: "), Run(claim, "law"), *held, result, mark="◐")


def _premise(premise: Text | None) -> Iterator[Line]:
    if premise is not None:
        yield line(Text("They part on this: {premise}.", {"premise": premise}))


def _sources(sources: tuple[str, ...], layer: Layer, status: Status) -> Line:
    where: dict[str, Value] = {"layer": Text(names_of_law.LAYERS[layer]), "status": Text(names_of_law.STATUSES[status])}
    return item(run("{layer}, {status}. {sources}", "quiet", sources="; ".join(sources), **where), mark="§")
