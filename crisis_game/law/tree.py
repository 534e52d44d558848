"""The issue tree of an act: what decides, at what it turns, what follows from that, what stands beside it.

Dependence is found by trial: the act is judged again with one finding taken to be met, then not met. What changes
*follows*; what does not stands *beside*; faults that vanish together are told once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis_game.law.conduct import Conduct
from crisis_game.law.finding import Finding, Judgement, Legality, RuleSeverity, Verdict
from crisis_game.law.judge import judge, judgement, open_case
from crisis_game.law.order import RULES, counted_as, deciding, overall
from crisis_game.law.rule import Case

OPEN = ("contested", "insufficient-facts")
_SEVERITIES: tuple[RuleSeverity | None, ...] = ("peremptory", "grave", "serious", "procedural", None)

_NOTHING: Mapping[str, Verdict] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding, and those that are the same fault: they change if it is answered otherwise."""

    finding: Finding
    follows: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """What an act comes to, and why.

    Attributes:
        judgement: all findings, and the words.
        deciding: the finding that gives the word on the act; None where nothing in play could forbid it.
        turning: the finding on which that turns, where it is another one; else the deciding one; None if lawful.
        if_met, if_not: the word on the act if the turning point is met, and if it is not; None where nothing turns.
        next: the finding that is then left to turn on, if the turning point is met.
        follows: findings that change with the turning or the deciding one.
        beside: breaches and open points that stand whatever the answer, the gravest first.
        kept: what was found kept or met, and is none of the above.
    """

    judgement: Judgement
    deciding: Finding | None
    turning: Finding | None
    if_met: Legality | None
    if_not: Legality | None
    next: Finding | None
    follows: tuple[Finding, ...]
    beside: tuple[Issue, ...]
    kept: tuple[Finding, ...]


def tree(conduct: Conduct, judged: Judgement | None = None) -> Tree:
    """The tree of a conduct.

    Args:
        conduct: the act.
        judged: what the judge said of it, where that is known already.
    """
    return _Trial(conduct, judged or judge(conduct)).tree()


class _Trial:
    """The act, judged again and again with one thing otherwise."""

    def __init__(self, conduct: Conduct, judged: Judgement) -> None:
        self._conduct = conduct
        self._judged = judged
        self._by_rule = {finding.rule: finding for finding in judged.findings}

    def tree(self) -> Tree:
        """What the act comes to, and why."""
        decides = _giving_the_word(self._by_rule, self._assume(), self._judged.legality)
        if decides is None or decides.verdict == "lawful" or self._judged.legality == "lawful":
            return self._laid_out(decides, _NOTHING_TURNS)
        return self._laid_out(decides, self._turning(decides))

    def _turning(self, decides: Finding) -> _Turn:
        """Where the answer turns: at the test that the deciding finding names, else at an open one that moves the word.

        Of an act that is unlawful on several grounds none may move it; the test named is then told as the reason.
        """
        named = self._by_rule.get(decides.turns_on, decides)
        first = self._tried(named)
        if first.turns or self._judged.legality not in OPEN:
            return first
        others = [finding for finding in self._judged.findings if finding.verdict in OPEN and finding is not named]
        tried = [self._tried(finding) for finding in others if RULES[finding.rule].kind != "norm"]
        return next((turn for turn in tried if turn.turns), self._tried(decides))

    def _tried(self, finding: Finding) -> _Turn:
        met, missed = self._assume({finding.rule: "lawful"}), self._assume({finding.rule: "unlawful"})
        return _Turn(finding, overall(met), overall(missed), met, missed)

    def _laid_out(self, decides: Finding | None, turn: _Turn) -> Tree:
        inside = {finding.rule for finding in (decides, turn.finding) if finding}
        moved = turn.moved(self._by_rule)
        if turn.finding and decides and decides.verdict == "unlawful":
            moved |= self._changed(self._assume({decides.rule: "lawful"}))
        moved -= inside
        rest = [finding for finding in self._judged.findings if finding.rule not in moved | inside]
        beside = self._beside([finding for finding in rest if _counts(finding)])
        rules_told = {finding.rule for issue in beside for finding in (issue.finding, *issue.follows)}
        return Tree(
            judgement=self._judged,
            deciding=decides,
            turning=turn.finding,
            if_met=turn.if_met,
            if_not=turn.if_not,
            next=self._next(turn),
            follows=tuple(
                finding for finding in self._judged.findings if finding.rule in moved and finding.verdict != "lawful"
            ),
            beside=beside,
            kept=tuple(finding for finding in rest if finding.verdict == "lawful" and finding.rule not in rules_told),
        )

    def _assume(self, verdicts: Mapping[str, Verdict] = _NOTHING) -> Case:
        return open_case(self._conduct, verdicts)

    def _next(self, turn: _Turn) -> Finding | None:
        """What is left to turn on, if the first question is answered in the actor's favour."""
        if turn.met is None or turn.if_met not in OPEN:
            return None
        by_rule = {finding.rule: finding for finding in judgement(self._conduct.id, turn.met).findings}
        decides = _giving_the_word(by_rule, turn.met, turn.if_met)
        left = by_rule.get(decides.turns_on, decides) if decides else None
        return left if left and turn.finding and left.rule != turn.finding.rule else None

    def _changed(self, case: Case) -> set[str]:
        return {rule for rule, finding in self._by_rule.items() if case.verdict(rule) != finding.verdict}

    def _beside(self, rest: list[Finding]) -> tuple[Issue, ...]:
        """Each fault once: what changes when another is assumed away, or is said in the same words, goes with it."""
        issues: list[Issue] = []
        rules_told: set[str] = set()
        for finding in sorted(rest, key=lambda fault: (fault.turns_on != "", RULES[fault.rule].kind != "norm")):
            if finding.rule in rules_told:
                continue
            changed = self._changed(self._assume({finding.rule: "lawful"}))
            rules_told.add(finding.rule)
            same = tuple(
                other
                for other in rest
                if other.rule not in rules_told and (other.rule in changed or other.because == finding.because)
            )
            rules_told.update(other.rule for other in same)
            issues.append(Issue(finding, same))
        return tuple(sorted(issues, key=_rank))


@dataclass(frozen=True, slots=True)
class _Turn:
    """One finding, and the act judged with it met and not met."""

    finding: Finding | None = None
    if_met: Legality | None = None
    if_not: Legality | None = None
    met: Case | None = None
    missed: Case | None = None

    @property
    def turns(self) -> bool:
        """Whether the word on the act depends on it."""
        return self.if_met != self.if_not

    def moved(self, rules: Iterable[str]) -> set[str]:
        """The rules whose answer depends on it."""
        if self.met is None or self.missed is None:
            return set()
        return {rule for rule in rules if self.met.verdict(rule) != self.missed.verdict(rule)}


_NOTHING_TURNS = _Turn()


def _giving_the_word(by_rule: Mapping[str, Finding], case: Case, word: Legality) -> Finding | None:
    """Of the findings that decide, the one that gives the word; of several, the one whose breach is gravest."""
    answers = {rule: answer for rule in deciding(case) if (answer := case.answer(rule)) is not None}
    same = [by_rule[rule] for rule, answer in answers.items() if rule in by_rule and counted_as(answer) == word]
    return min(same, key=lambda finding: _SEVERITIES.index(finding.severity), default=None)


def _counts(finding: Finding) -> bool:
    """Whether a finding is a fault or an open point of its own: a breach, or a norm that is open."""
    return finding.severity is not None or (finding.verdict in OPEN and RULES[finding.rule].kind == "norm")


def _rank(issue: Issue) -> tuple[int, bool]:
    return _SEVERITIES.index(issue.finding.severity), issue.finding.verdict != "unlawful"
