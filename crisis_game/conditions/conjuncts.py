"""The parts of a condition that must all hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crisis_game.conditions.condition import Condition, condition
from crisis_game.conditions.parser import ConditionError
from crisis_game.conditions.syntax_tree import Binary, Node


@lru_cache(maxsize=1024)
def conjuncts(line: Condition) -> tuple[Condition, ...]:
    """The parts of a condition that must all hold for it to hold, as they are written; itself where there is one.

    Several conditions put together, as those of an ending and of how it came about, have one line whose tree stands
    at no place in it; it is read anew. Where it is longer than a line may be, it is one part.
    """
    try:
        tree = condition(line.source).tree
    except ConditionError:
        return (line,)
    return tuple(Condition(line.source[part.start : part.end], part) for part in _joined(tree))


def _joined(tree: Node) -> Iterator[Node]:
    if isinstance(tree, Binary) and tree.sign == "and":
        yield from _joined(tree.left)
        yield from _joined(tree.right)
    else:
        yield tree
