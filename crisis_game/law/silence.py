"""Where a rule has nothing to say: the few facts on which it was silent, remembered, so that it is not asked again.

Of a hundred and forty rules some fifteen speak on an act. What a rule says depends on the facts that it reads and on
nothing else, so one that was silent after reading some facts is silent whenever they are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from crisis_game.law.conduct import FactValue

LONGEST = 12
"""Facts of a path that is worth remembering."""
MOST = 50_000
"""Paths that are remembered, of all rules together: facts that are numbers could make them endless."""

Path: TypeAlias = tuple[str, ...]
_NOT_THERE = object()
"""The value of a fact that a case does not have, which a rule can tell from one that is null."""


class _Fork:
    """The fact that a rule reads next, and what follows for each value of it."""

    __slots__ = ("branches", "fact")

    def __init__(self, fact: str) -> None:
        self.fact = fact
        self.branches: dict[object, _Fork | _Silent] = {}


class _Silent:
    """The end of a path on which a rule said nothing."""

    __slots__ = ("path",)

    def __init__(self, path: Path) -> None:
        self.path = path


class Silences:
    """The paths on which each rule was silent: for each a tree over the facts that it reads, in their order."""

    def __init__(self) -> None:
        self._trees: dict[str, _Fork | _Silent] = {}
        self._paths = 0

    def known(self, facts: Mapping[str, FactValue]) -> dict[str, Path]:
        """The rules that are known to be silent in a case, each with the facts that it reads there."""
        paths: dict[str, Path] = {}
        value = facts.get
        for rule, tree in self._trees.items():
            node: _Fork | _Silent | None = tree
            while type(node) is _Fork:
                node = node.branches.get(value(node.fact, _NOT_THERE))
            if type(node) is _Silent:
                paths[rule] = node.path
        return paths

    def remember(self, rule: str, read: Iterable[str], facts: Mapping[str, FactValue]) -> None:
        """Remember that a rule was silent in a case after reading these facts, in this order."""
        path = tuple(dict.fromkeys(read))
        if len(path) > LONGEST or self._paths >= MOST:
            return
        self._paths += 1
        end = _Silent(path)
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
