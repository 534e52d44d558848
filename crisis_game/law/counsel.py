"""Counsel: where an act is weakest as things are known now, told before the act and not as a verdict.

The weak points come from the issue tree: the one on which the act turns first, then those that stand beside it, each
once, with the steps that mend it. It is wrong where the evidence is wrong: it sees what the asker sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crisis_game.law.conduct import Conduct
from crisis_game.law.finding import FactChange, Finding, Judgement, View
from crisis_game.law.mending_facts import changes
from crisis_game.law.tree import Tree, tree
from crisis_game.texts import Text, counted

Sureness = Literal["sure", "fairly sure", "unsure"]

MOST_POINTS = 5
"""Weak points that are told; no act of play has more faults of its own."""
_SOFT = frozenset({"attributed_to_state", "attack_gravity", "author_grade", "attack_author", "control"})


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """A point at which the act can be attacked.

    Attributes:
        finding: what would be found.
        turns: the act turns on it; else it stands beside, whatever the answer there.
        steps: the simplest way to mend it; empty where nothing within reach would.
    """

    finding: Finding
    turns: bool
    steps: tuple[FactChange, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What counsel says.

    Attributes:
        points: the weak points, the turning one first.
        against: the view of the law that the other side will take; None where the law is nowhere divided.
        sure: how sure counsel is.
        because: why it is no surer than that.
    """

    points: tuple[WeakPoint, ...]
    against: View | None
    sure: Sureness
    because: Text


def advise(conduct: Conduct) -> Advice:
    """Counsel's advice on an act as the facts of `conduct` have it."""
    issues = tree(conduct)
    points = tuple(_points(conduct, issues))[:MOST_POINTS]
    sure, because = _sureness(conduct, issues.judgement)
    return Advice(points, _against(points), sure, because)


def weak_findings(conduct: Conduct) -> tuple[Finding, ...]:
    """Where an act is weak, without what would mend it: for seeing what was mended."""
    return tuple(finding for finding, _ in _weak(tree(conduct)))[:MOST_POINTS]


def weak_rules(conduct: Conduct) -> tuple[str, ...]:
    """The rules at which an act is weak: for counting."""
    return tuple(finding.rule for finding in weak_findings(conduct))


def _points(conduct: Conduct, issues: Tree) -> Iterator[WeakPoint]:
    for finding, turns in _weak(issues):
        ways = changes(conduct, finding)
        yield WeakPoint(finding, turns, ways[0] if ways else ())


def _weak(issues: Tree) -> Iterator[tuple[Finding, bool]]:
    """Where the act turns, unless that is lawful; then what is open or broken beside it, for another reason."""
    turning = [issues.turning] if issues.turning is not None else []
    reasons: set[Text] = set()
    for finding in (*turning, *(issue.finding for issue in issues.beside)):
        if finding.because not in reasons:
            reasons.add(finding.because)
            yield finding, finding is issues.turning


def _against(points: tuple[WeakPoint, ...]) -> View | None:
    """The adverse view on the first point where the law is divided; on facts the other side has nothing to argue."""
    views = (view for point in points for view in point.finding.views)
    return next((view for view in views if view.verdict == "unlawful"), None)


def _sureness(conduct: Conduct, judgement: Judgement) -> tuple[Sureness, Text]:
    missing = sorted({name for finding in judgement.findings for name in finding.missing})
    if missing:
        sentence = counted("{n} fact that matters is not known.", "{n} facts that matter are not known.", len(missing))
        return "unsure", sentence
    if judgement.legality == "contested":
        return "unsure", Text("The law itself is open on these facts.")
    weak_evidence = any(conduct.facts.get(name) == "disputed" for name in _SOFT)
    if weak_evidence or conduct.facts.get("author_grade") in ("rumoured", "suspected"):
        return "fairly sure", Text("The answer rests on evidence that may turn out otherwise.")
    return "sure", Text("The facts are firm and the law is settled.")
