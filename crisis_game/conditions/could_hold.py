"""Whether a condition could hold for somebody who cannot read all of it: three answers instead of two (Kleene)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

from crisis_game.conditions.condition import Answer, compiled
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Truth, Unary
from crisis_game.conditions.vocabulary import ConditionFacts

Leaf: TypeAlias = Name | Call
Hides: TypeAlias = Callable[[Leaf], bool]
"""Whether a name or a function with its words cannot be read."""


def could_hold(tree: Node, facts: ConditionFacts, hides: Hides) -> bool:
    """Whether a condition holds for some values of what cannot be read, which is never asked."""
    return _answer(tree, facts, hides) is not False


def asked(tree: Node) -> Iterator[Leaf]:
    """Everything that a line asks, from left to right."""
    match tree:
        case Name() | Call():
            yield tree
        case Unary(inner=inner):
            yield from asked(inner)
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            yield from asked(left)
            yield from asked(right)
        case _:
            return


def _answer(tree: Node, facts: ConditionFacts, hides: Hides) -> bool | None:
    """True or false where that is plain; None where it hangs on what cannot be read."""
    match tree:
        case Truth(value=value):
            return value
        case Unary(sign="not", inner=inner):
            answer = _answer(inner, facts, hides)
            return None if answer is None else not answer
        case Binary(sign=sign, left=left, right=right) if sign in ("and", "or"):
            return _joined(sign == "and", _answer(left, facts, hides), _answer(right, facts, hides))
        case _:
            return None if any(map(hides, asked(tree))) else bool(_compiled(tree)(facts))


def _joined(both: bool, left: bool | None, right: bool | None) -> bool | None:
    """Both sides, or one of them."""
    settling = not both
    if settling in (left, right):
        return settling
    return None if None in (left, right) else both


@lru_cache(maxsize=4096)
def _compiled(tree: Node) -> Answer:
    return compiled(tree)
