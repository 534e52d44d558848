"""Counsel: what would be found of an act as things are known now, told before the act and not as a verdict.

It names the two weakest points, the strongest reply of the other side, what would mend them, and how sure it is. It
is wrong where the evidence is wrong: it sees what the asker sees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crisis_game.law.change import changes
from crisis_game.law.conduct import Conduct
from crisis_game.law.finding import FactChange, Finding, Judgement
from crisis_game.law.judge import judge
from crisis_game.texts import Text, counted

Sureness = Literal["sure", "fairly sure", "unsure"]
_WEAKEST = 2
_VERDICTS = ("unlawful", "insufficient-facts", "contested")
_SEVERITIES = ("peremptory", "grave", "serious", "procedural", None)
_BANS = ("force-prohibited", "force-threatened")
_OF_BASES = frozenset(
    {
        "consent",
        "unsc-authorisation",
        "self-defence",
        "collective-self-defence",
        "imminence",
        "necessity",
        "proportionality",
        "attribution",
        "art-53-authorisation",
        "humanitarian-intervention",
    }
)
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
    """Adverse, unproven and open findings on which something turns, the gravest first, each reason once."""
    answer = next((one for one in judgement.findings if one.rule in _BANS), None)
    reasons = set(_reasons(answer.because)) if answer else set()
    found: dict[Text, Finding] = {}
    for one in judgement.findings:
        passed_on = "reason" in one.because.values
        if one.verdict in _VERDICTS and not passed_on and _matters(one, answer, reasons):
            found.setdefault(one.because, one)
    ranked = sorted(found.values(), key=lambda one: (_VERDICTS.index(one.verdict), _SEVERITIES.index(one.severity)))
    return ranked[:_WEAKEST]


def _matters(finding: Finding, ban: Finding | None, reasons: set[Text]) -> bool:
    """A basis that fails does not matter where another carries the force; where that one is open, its reason does."""
    if ban is None or finding.question not in _OF_BASES or ban.verdict == "unlawful":
        return True
    return ban.verdict != "lawful" and finding.because in reasons


def _reasons(because: Text) -> Iterator[Text]:
    """A reason and the reasons that it passes on."""
    yield because
    inner = because.values.get("reason")
    if isinstance(inner, Text):
        yield from _reasons(inner)


def _reply(weak: list[Finding]) -> Text:
    """The other side's best point: the adverse view where the law is open, else the reason of the finding."""
    if not weak:
        return Text("The other side will have little to say in law; it will speak of wisdom and cost.")
    adverse = next((one.claim for one in weak[0].views if one.verdict == "unlawful"), None)
    return adverse or weak[0].because


def _sureness(conduct: Conduct, judgement: Judgement) -> tuple[Sureness, Text]:
    missing = sorted({name for one in judgement.findings for name in one.missing})
    if missing:
        told = counted("{n} fact that matters is not known.", "{n} facts that matter are not known.", len(missing))
        return "unsure", told
    if judgement.legality == "contested":
        return "unsure", Text("The law itself is open on these facts.")
    weak_evidence = any(conduct.facts.get(name) == "disputed" for name in _SOFT)
    if weak_evidence or conduct.facts.get("author_grade") in ("rumoured", "suspected"):
        return "fairly sure", Text("The answer rests on evidence that may turn out otherwise.")
    return "sure", Text("The facts are firm and the law is settled.")
