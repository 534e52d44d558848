"""How far a condition is from holding: 0 where it holds, and the less the nearer (branch distance).

After search-based testing: Korel, "Automated Software Test Data Generation" (1990); McMinn (2004). Each comparison
counts by its gap, brought between 0 and 1; parts joined by `and` add up, of parts joined by `or` the nearer counts.
"""

from __future__ import annotations

from crisis_game.conditions.condition import compiled
from crisis_game.conditions.satisfiability import INVERSE
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Unary
from crisis_game.conditions.vocabulary import ConditionFacts


class Distance:
    """The distance of one condition; its parts are compiled once."""

    __slots__ = ("_parts", "_tree")

    def __init__(self, tree: Node) -> None:
        self._tree = tree
        self._parts = {id(node): compiled(node) for node in _parts(tree)}

    def of(self, facts: ConditionFacts) -> float:
        """How far the condition is from holding on these facts."""
        return self._of(self._tree, facts, wanted=True)

    def _of(self, tree: Node, facts: ConditionFacts, *, wanted: bool) -> float:
        match tree:
            case Unary(inner=inner):
                return self._of(inner, facts, wanted=not wanted)
            case Binary(sign=sign, left=left, right=right):
                sides = (self._of(left, facts, wanted=wanted), self._of(right, facts, wanted=wanted))
                return sum(sides) if (sign == "and") is wanted else min(sides)
            case Comparison(sign=sign, left=left, right=right):
                values = (self._parts[id(left)](facts), self._parts[id(right)](facts))
                return _gap(sign if wanted else INVERSE[sign], *values)
            case _:
                return float(bool(self._parts[id(tree)](facts)) is not wanted)


def _gap(sign: str, left: int, right: int) -> float:
    """How far a comparison is from holding, below 1."""
    missing = {
        "<": left - right + 1,
        "<=": left - right,
        ">": right - left + 1,
        ">=": right - left,
        "==": abs(left - right),
        "!=": int(left == right),
    }[sign]
    return missing / (missing + 10) if missing > 0 else 0.0


def leaves(tree: Node, wanted: bool = True) -> list[tuple[Name | Call | Comparison, bool]]:
    """The yes-or-no parts of a condition, and whether each helps it to hold."""
    match tree:
        case Unary(inner=inner):
            return leaves(inner, not wanted)
        case Binary(left=left, right=right):
            return [*leaves(left, wanted), *leaves(right, wanted)]
        case Name() | Call() | Comparison():
            return [(tree, wanted)]
        case _:
            return []


def _parts(tree: Node) -> list[Node]:
    """What is asked as it stands: sides of comparisons, and whatever is true or false by itself."""
    match tree:
        case Unary(inner=inner):
            return _parts(inner)
        case Binary(left=left, right=right):
            return [*_parts(left), *_parts(right)]
        case Comparison(left=left, right=right):
            return [left, right]
        case _:
            return [tree]
