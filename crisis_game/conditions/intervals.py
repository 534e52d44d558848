"""Between which values an expression lies: intervals over the declared bounds of gauges and names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from crisis_game.conditions.grades import GRADES
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Number, Unary, Word

Bounds: TypeAlias = tuple[float, float]
"""The lowest and the highest value; infinite where nothing bounds it."""

Lookup: TypeAlias = Callable[[Name | Call], Bounds]
"""The bounds of a gauge, a name or a function with its words."""

ANY: Bounds = (float("-inf"), float("inf"))
GRADE_BOUNDS: Bounds = (-1, len(GRADES) - 1)
"""A grade counts -1 where nobody has heard of a claim, and 0 to 3 from rumoured to established."""


@dataclass(frozen=True, slots=True)
class Idle:
    """A comparison that always, or never, holds, and the bounds of the side that is not written out."""

    holds: bool
    name: str
    low: int | None
    high: int | None


def verdict(comparison: Comparison, names: Mapping[str, Bounds], functions: Mapping[str, Bounds]) -> Idle | None:
    """Whether a comparison has the same answer for all values within their bounds; None if it depends."""
    declared = _declared(names, functions)
    left, right = bounds(comparison.left, declared), bounds(comparison.right, declared)
    holds = always(comparison.sign, left, right)
    if holds is None:
        return None
    plain, shown = (comparison.right, right) if isinstance(comparison.left, Number | Word) else (comparison.left, left)
    return Idle(holds, _called(plain), _whole(shown[0]), _whole(shown[1]))


def bounds(tree: Node, known: Lookup) -> Bounds:
    """The least interval that surely holds the value of a number or grade."""
    match tree:
        case Number(value=value):
            return value, value
        case Word(value=value):
            rank = GRADES.index(value) if value in GRADES else -1
            return rank, rank
        case Name() | Call():
            return known(tree)
        case Unary(inner=inner):
            low, high = bounds(inner, known)
            return -high, -low
        case Binary(sign=sign, left=left, right=right):
            return _combined(sign, bounds(left, known), bounds(right, known))
        case _:
            return ANY


def _declared(names: Mapping[str, Bounds], functions: Mapping[str, Bounds]) -> Lookup:
    """The bounds by tables: one of gauges and names, one of functions whatever their words."""

    def known(leaf: Name | Call) -> Bounds:
        return names.get(leaf.name, ANY) if isinstance(leaf, Name) else functions.get(leaf.function, ANY)

    return known


def _combined(sign: str, left: Bounds, right: Bounds) -> Bounds:
    if sign == "+":
        return left[0] + right[0], left[1] + right[1]
    if sign == "-":
        return left[0] - right[1], left[1] - right[0]
    if sign == "*":
        products = [_product(from_left, other) for from_left in left for other in right]
        return min(products), max(products)
    divided = [_divided(value, right[0]) for value in left]
    return min(divided), max(divided)


def _product(factor: float, other: float) -> float:
    return 0 if 0 in (factor, other) else factor * other


def _divided(number: float, divisor: float) -> float:
    return number // divisor if abs(number) != float("inf") else number / divisor


def always(sign: str, left: Bounds, right: Bounds) -> bool | None:
    """The answer that a comparison has throughout, or None."""
    if sign in (">", ">="):
        return always({">": "<", ">=": "<="}[sign], right, left)
    if sign == "!=":
        equal = always("==", left, right)
        return None if equal is None else not equal
    if sign == "==":
        if left[1] < right[0] or right[1] < left[0]:
            return False
        return True if left == right and left[0] == left[1] else None
    surely, never = (
        (left[1] < right[0], left[0] >= right[1]) if sign == "<" else (left[1] <= right[0], left[0] > right[1])
    )
    return True if surely else False if never else None


def _called(tree: Node) -> str:
    match tree:
        case Name(name=name):
            return name
        case Call(function=function):
            return f"{function}()"
        case _:
            return "this number"


def _whole(number: float) -> int | None:
    return None if abs(number) == float("inf") else int(number)
