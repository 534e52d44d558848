"""The parts of a condition that must all hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crisis_game.conditions.condition import Condition, condition
from crisis_game.conditions.syntax_tree import Binary, Node


@lru_cache(maxsize=1024)
def parts(line: str) -> tuple[Condition, ...]:
    """The parts of a line that must all hold for it to hold, as they are written; one where none is joined by `and`.

    Args:
        line: a condition as it stands in a file.
    """
    return tuple(Condition(line[tree.start : tree.end], tree) for tree in _joined(condition(line).tree))


def _joined(tree: Node) -> Iterator[Node]:
    if isinstance(tree, Binary) and tree.sign == "and":
        yield from _joined(tree.left)
        yield from _joined(tree.right)
    else:
        yield tree
