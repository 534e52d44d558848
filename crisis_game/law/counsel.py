"""Counsel: what would be found of an act as things are known now, told before the act and not as a verdict.

It names the two weakest points, the strongest reply of the other side, what would mend them, and how sure it is. It
is wrong where the evidence is wrong: it sees what the asker sees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crisis_game.law.change import changes
from crisis_game.law.conduct import Conduct
from crisis_game.law.finding import FactChange, Finding, Judgement
from crisis_game.law.judge import judge
from crisis_game.texts import Text

Sureness = Literal["sure", "fairly sure", "unsure"]
_WEAKEST = 2
_VERDICTS = ("unlawful", "insufficient-facts", "contested")
_SEVERITIES = ("peremptory", "grave", "serious", "procedural", None)
_SOFT = frozenset({"attributed_to_state", "attack_gravity", "author_grade", "attack_author", "control"})


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """A point at which the act can be attacked.

    Attributes:
        finding: what would be found.
        mends: the simplest ways to mend it; empty where nothing within reach would.
    """

    finding: Finding
    mends: tuple[tuple[FactChange, ...], ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What counsel says.

    Attributes:
        weak: at most two weakest points, the weakest first.
        reply: the strongest thing that the other side will say.
        sure: how sure counsel is.
        because: why it is no surer than that.
    """

    weak: tuple[WeakPoint, ...]
    reply: Text
    sure: Sureness
    because: Text


def advise(conduct: Conduct) -> Advice:
    """Counsel's advice on an act as the facts of `conduct` have it."""
    judgement = judge(conduct)
    weak = _weakest_points(judgement)
    points = tuple(WeakPoint(found, changes(conduct, found)[:_WEAKEST]) for found in weak)
    sure, because = _sureness(conduct, judgement)
    return Advice(points, _reply(weak), sure, because)


def _weakest_points(judgement: Judgement) -> list[Finding]:
    """Adverse, unproven and open findings, the gravest first; a whole plea gives way to the condition it fails on."""
    found = [one for one in judgement.findings if one.verdict in _VERDICTS]
    reasons = {one.because for one in found}
    inner = [one for one in found if not any(_repeats(one, other) for other in reasons)]
    inner.sort(key=lambda one: (_VERDICTS.index(one.verdict), _SEVERITIES.index(one.severity)))
    return inner[:_WEAKEST]


def _repeats(finding: Finding, reason: Text) -> bool:
    """Whether a finding only passes on the reason of another."""
    return finding.because.values.get("reason") == reason


def _reply(weak: list[Finding]) -> Text:
    """The other side's best point: the adverse view where the law is open, else the reason of the finding."""
    if not weak:
        return Text("The other side will have little to say in law; it will speak of wisdom and cost.")
    adverse = next((one.claim for one in weak[0].views if one.verdict == "unlawful"), None)
    return adverse or weak[0].because


def _sureness(conduct: Conduct, judgement: Judgement) -> tuple[Sureness, Text]:
    missing = sorted({name for one in judgement.findings for name in one.missing})
    if missing:
        return "unsure", Text("{count} facts that matter are not known.", {"count": len(missing)})
    if judgement.legality == "contested":
        return "unsure", Text("The law itself is open on these facts.")
    weak_evidence = "disputed" in [conduct.facts.get(name) for name in _SOFT]
    if weak_evidence or conduct.facts.get("author_grade") in ("rumoured", "suspected"):
        return "fairly sure", Text("The answer rests on evidence that may turn out otherwise.")
    return "sure", Text("The facts are firm and the law is settled.")
