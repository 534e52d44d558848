"""What a rule said on some facts, remembered, so that it is not asked again where they are the same.

What a rule says depends on the facts that it reads and on nothing else. Of a hundred and forty rules some fifteen speak
on an act; most of the others are silent after a fact or two. Rules that ask other rules are not remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from crisis_game.law.conduct import FactValue

Answered = TypeVar("Answered")

LONGEST = 12
"""Facts of a path that is worth remembering."""
MOST = 50_000
"""Paths that are remembered, of all rules together: facts that are numbers could make them endless."""

Path: TypeAlias = tuple[str, ...]
_NOT_THERE = object()
"""The value of a fact that a case does not have, which a rule can tell from one that is null."""


@dataclass(frozen=True, slots=True)
class Said(Generic[Answered]):
    """The end of a path: the facts that a rule read on it, and what it said; None if it was silent."""

    path: Path
    answer: Answered | None


class _Fork(Generic[Answered]):
    """The fact that a rule reads next, and what follows for each value of it."""

    __slots__ = ("branches", "fact")

    def __init__(self, fact: str) -> None:
        self.fact = fact
        self.branches: dict[object, _Fork[Answered] | Said[Answered]] = {}


class Memory(Generic[Answered]):
    """What each rule has said, and after which facts: for each a tree over the facts that it reads, in their order."""

    def __init__(self) -> None:
        self._trees: dict[str, _Fork[Answered] | Said[Answered]] = {}
        self._paths = 0

    def known(self, facts: Mapping[str, FactValue]) -> dict[str, Said[Answered]]:
        """What is known of the rules in a case, by rule; another thread may remember more meanwhile."""
        known: dict[str, Said[Answered]] = {}
        value = facts.get
        for rule, tree in tuple(self._trees.items()):
            node: _Fork[Answered] | Said[Answered] | None = tree
            while type(node) is _Fork:
                node = node.branches.get(value(node.fact, _NOT_THERE))
            if type(node) is Said:
                known[rule] = node
        return known

    def remember(self, rule: str, answer: Answered | None, read: Iterable[str], facts: Mapping[str, FactValue]) -> None:
        """Remember what a rule said in a case after reading these facts, in this order."""
        path = tuple(dict.fromkeys(read))
        if len(path) > LONGEST or self._paths >= MOST:
            return
        self._paths += 1
        end = Said(path, answer)
        if not path:
            self._trees[rule] = end
            return
        node = self._trees.setdefault(rule, _Fork(path[0]))
        for place, fact in enumerate(path[1:], 1):
            if type(node) is _Fork:
                value = facts.get(path[place - 1], _NOT_THERE)
                node = node.branches.setdefault(value, _Fork(fact))
        if type(node) is _Fork:
            node.branches[facts.get(path[-1], _NOT_THERE)] = end
