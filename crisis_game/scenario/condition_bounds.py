"""Between which values an expression lies: intervals over the declared bounds of gauges and names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from crisis_game.scenario.condition_tree import Binary, Call, Comparison, Name, Node, Number, Unary, Word
from crisis_game.scenario.ids import GRADES

Bounds: TypeAlias = tuple[float, float]
"""The lowest and the highest value; infinite where nothing bounds it."""

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
    left = bounds(comparison.left, names, functions)
    right = bounds(comparison.right, names, functions)
    holds = _always(comparison.sign, left, right)
    if holds is None:
        return None
    plain, shown = (comparison.right, right) if isinstance(comparison.left, Number | Word) else (comparison.left, left)
    return Idle(holds, _called(plain), _whole(shown[0]), _whole(shown[1]))


def bounds(tree: Node, names: Mapping[str, Bounds], functions: Mapping[str, Bounds]) -> Bounds:
    """The least interval that surely holds the value of a number or grade."""
    match tree:
        case Number(value=value):
            return value, value
        case Word(value=value):
            rank = GRADES.index(value) if value in GRADES else -1
            return rank, rank
        case Name(name=name):
            return names.get(name, ANY)
        case Call(function=function):
            return functions.get(function, ANY)
        case Unary(inner=inner):
            low, high = bounds(inner, names, functions)
            return -high, -low
        case Binary(sign=sign, left=left, right=right):
            return _combined(sign, bounds(left, names, functions), bounds(right, names, functions))
        case _:
            return ANY


def _combined(sign: str, left: Bounds, right: Bounds) -> Bounds:
    if sign == "+":
        return left[0] + right[0], left[1] + right[1]
    if sign == "-":
        return left[0] - right[1], left[1] - right[0]
    if sign == "*":
        products = [_product(one, other) for one in left for other in right]
        return min(products), max(products)
    divided = [_divided(one, right[0]) for one in left]
    return min(divided), max(divided)


def _product(one: float, other: float) -> float:
    return 0 if 0 in (one, other) else one * other


def _divided(number: float, divisor: float) -> float:
    return number // divisor if abs(number) != float("inf") else number / divisor


def _always(sign: str, left: Bounds, right: Bounds) -> bool | None:
    """The answer that a comparison has throughout, or None."""
    if sign in (">", ">="):
        return _always({">": "<", ">=": "<="}[sign], right, left)
    if sign == "!=":
        equal = _always("==", left, right)
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
