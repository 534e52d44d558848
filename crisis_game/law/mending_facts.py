"""What would have changed a finding: the fewest facts within the actor's reach, found by judging again.

Only facts that the rule, or a rule it asked, has read can turn its answer, so no others are tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.derived import TABLES
from crisis_game.law.facts_in_reach import Reach
from crisis_game.law.finding import FactChange, Finding, Verdict
from crisis_game.law.judge import open_case
from crisis_game.law.rule import Case
from crisis_game.law.vocabulary import reach

MOST_SHOWN = 4
"""At most so many ways out are returned, the simplest first."""
_BETTER: Mapping[Verdict, tuple[Verdict, ...]] = {
    "unlawful": ("lawful", "not-applicable", "contested"),
    "insufficient-facts": ("lawful", "not-applicable"),
    "contested": ("lawful", "not-applicable"),
}


@dataclass(frozen=True, slots=True)
class _Step:
    """A fact and a value it could be brought to."""

    fact: str
    now: FactValue
    to: Reach


def changes(conduct: Conduct, finding: Finding, at_most: int = 2) -> tuple[tuple[FactChange, ...], ...]:
    """Ways in which the actor could have turned a finding, each as few facts as possible.

    Args:
        conduct: the act as it was.
        finding: one of its findings; only `unlawful`, `contested` and `insufficient-facts` can be turned.
        at_most: 1 or 2 facts together; two are tried only where no single fact suffices.

    Returns:
        Sets of changes, those first that need nobody's agreement and turn the finding fully; empty where nothing
        within the actor's reach would help.
    """
    wanted = _BETTER.get(finding.verdict, ())
    if not wanted:
        return ()
    search = _Search(conduct, finding, wanted)
    ways = search.singles() or (search.pairs() if at_most > 1 else [])
    ways.sort(key=lambda way: way[0])
    return tuple(steps for _, steps in ways[:MOST_SHOWN])


_Way: TypeAlias = tuple[tuple[int, int], tuple[FactChange, ...]]


class _Search:
    """The search for one finding."""

    def __init__(self, conduct: Conduct, finding: Finding, wanted: tuple[Verdict, ...]) -> None:
        self._conduct = conduct
        self._rule = finding.rule
        self._wanted = wanted
        self._first = self._judged({})
        self._missing = frozenset(finding.missing)

    def singles(self) -> list[_Way]:
        """Single facts that turn the finding."""
        ways: list[_Way] = []
        done: set[str] = set()
        for step in self._steps(self._first):
            if step.fact not in done and (rank := self._rank((step,))) is not None:
                done.add(step.fact)
                ways.append((rank, (_change(step),)))
        return ways

    def pairs(self) -> list[_Way]:
        """Pairs of facts that turn the finding."""
        ways: list[_Way] = []
        tried: set[frozenset[str]] = set()
        for first in self._steps(self._first):
            for second in self._steps(self._judged({first.fact: first.to.to})):
                pair = frozenset((first.fact, second.fact))
                if second.fact == first.fact or pair in tried:
                    continue
                if (rank := self._rank((first, second))) is not None:
                    tried.add(pair)
                    ways.append((rank, (_change(first), _change(second))))
        return ways

    def _steps(self, case: Case) -> Iterator[_Step]:
        for name in dict.fromkeys(_raw_behind(case.facts_behind(self._rule), self._conduct.facts)):
            now = self._conduct.facts.get(name)
            arises = now not in (None, "n/a") or name in self._missing
            for to in reach(name) if arises else ():
                if to.to != now and _open(to, case):
                    yield _Step(name, now, to)

    def _judged(self, changed: Mapping[str, FactValue]) -> Case:
        case = open_case(replace(self._conduct, facts={**self._conduct.facts, **changed}))
        case.answer(self._rule)
        return case

    def _rank(self, steps: tuple[_Step, ...]) -> tuple[int, int] | None:
        """How good a way out is: how far it turns the finding, and how many others must agree; None if it does not."""
        verdict = self._judged({step.fact: step.to.to for step in steps}).verdict(self._rule)
        if verdict not in self._wanted:
            return None
        return int(verdict == "contested"), sum(step.to.asks for step in steps)


def _raw_behind(names: tuple[str, ...], facts: Mapping[str, FactValue]) -> Iterator[str]:
    """The facts that can really be set: for a soft fact that was derived, the raw ones it came from."""
    for name in names:
        raw = [fact for fact in TABLES[name][0] if fact in facts and fact != name] if name in TABLES else []
        yield from raw
        if not raw or name in facts:
            yield name


def _open(to: Reach, case: Case) -> bool:
    """Whether a value is within reach as things stand."""
    return to.when is None or case.fact(to.when[0]) in to.when[1]


def _change(step: _Step) -> FactChange:
    return FactChange(step.fact, step.now, step.to.to, step.to.advice)
