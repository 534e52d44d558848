"""What must be so for a condition to hold, or why it cannot: bounds narrowed by every part of a line.

Bounds only ever narrow to what a condition leaves open, so that a clash is a proof: within the bounds that an outlook
gives, no values make the condition hold. That none clashes proves nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from crisis_game.conditions.condition import kind_of
from crisis_game.conditions.intervals import ANY, Bounds, always, bounds
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Truth, Unary
from crisis_game.conditions.vocabulary import Kind

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value in the files: keys, and zero-based positions in lists."""

NEVER: Bounds = (0, 0)
SURELY: Bounds = (1, 1)
EITHER: Bounds = (0, 1)
"""What a yes or no can be."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something stands: the value at `path`, or the characters from `start` to `end` of its line."""

    path: Path
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Between which values something lies, and where that comes from; None for the rules of the game."""

    low: float
    high: float
    why: Origin | None = None

    @property
    def bounds(self) -> Bounds:
        """The lowest and the highest value."""
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Clash:
    """One reason why a condition cannot hold.

    Attributes:
        place: what is needed.
        wanted: whether it is needed that this holds, or that it does not.
        name: what it is about, as it is written in conditions; empty where it is a sum.
        low, high: between which values that lies.
        why: where these come from; None for the rules of the game.
        kind: of what it is about; a grade counts from 0 for rumoured, -1 where nobody has heard.
    """

    place: Origin
    wanted: bool
    name: str
    low: float
    high: float
    why: Origin | None
    kind: Kind = "number"


Clashes: TypeAlias = tuple[Clash, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may be so at one point of a game.

    Attributes:
        known: bounds by name, written as in conditions; a yes or no lies between 0 and 1. Others have no bounds.
        choices: names of which exactly one holds, such as the truths.
        most_one: names of which at most one holds.
        closer: names that have been narrowed since, with the bounds that are left to them.
    """

    known: Mapping[str, Known]
    choices: tuple[tuple[str, ...], ...] = ()
    most_one: tuple[tuple[str, ...], ...] = ()
    closer: Mapping[str, Known] = field(default_factory=dict)

    def bounds(self, leaf: Name | Call) -> Bounds:
        """The bounds of a gauge, a name or a function with its words."""
        return self.get(written(leaf)).bounds

    def get(self, name: str) -> Known:
        """The bounds of a name, with their origin."""
        return self.closer.get(name) or self.known.get(name) or Known(*ANY)

    def narrowed(self, name: str, low: float, high: float, why: Origin) -> Outlook | Known:
        """The outlook if a name lies between `low` and `high` too; where it cannot, what stands against that."""
        before = self.get(name)
        now = Known(max(before.low, low), min(before.high, high), why)
        if now.low > now.high:
            return before
        if now.bounds == before.bounds:
            return self
        closer = {**self.closer, name: now}
        for group in (*self.choices, *self.most_one):
            if name not in group:
                continue
            others = [member for member in group if member != name]
            if now.low >= 1:
                taken = next((other for other in others if self.get(other).low >= 1), None)
                if taken is not None:
                    return Known(0, 0, self.get(taken).why)
                closer |= {other: Known(0, 0, why) for other in others}
            elif group in self.choices and all(self.get(other).high < 1 for other in others):
                return Known(1, 1, next((self.get(other).why for other in others), None))
        return replace(self, closer=closer)


def written(leaf: Name | Call) -> str:
    """A name, or a function with its words, as authors write it."""
    if isinstance(leaf, Name):
        return leaf.name
    return call(leaf.function, *(word.value for word in leaf.arguments))


def call(function: str, *words: str) -> str:
    """A function with its words, as authors write it."""
    return f"{function}({', '.join(map(repr, words))})"


def narrow(tree: Node, outlook: Outlook, path: Path, wanted: bool = True) -> Outlook | Clashes:
    """The outlook if a condition holds (or, with `wanted` False, does not); the reasons where that cannot be.

    Args:
        tree: a checked condition.
        outlook: what may be so.
        path: where the condition stands.
        wanted: whether it is to hold.
    """
    match tree:
        case Truth(value=value):
            if value is wanted:
                return outlook
            return (Clash(_origin(path, tree), wanted, "", value, value, None, "truth"),)
        case Unary(inner=inner):
            return narrow(inner, outlook, path, not wanted)
        case Binary(sign=sign):
            return (_both if (sign == "and") is wanted else _either)(tree, outlook, path, wanted)
        case Comparison():
            return _compared(tree, outlook, path, wanted)
        case Name() | Call():
            return _set(tree, outlook, tree, SURELY if wanted else NEVER, path, wanted)
        case _:
            return outlook


def _both(tree: Binary, outlook: Outlook, path: Path, wanted: bool) -> Outlook | Clashes:
    """Both sides as wanted; the left is read once more in the light of the right."""
    left = narrow(tree.left, outlook, path, wanted)
    if isinstance(left, tuple):
        return left
    right = narrow(tree.right, left, path, wanted)
    return right if isinstance(right, tuple) else narrow(tree.left, right, path, wanted)


def _either(tree: Binary, outlook: Outlook, path: Path, wanted: bool) -> Outlook | Clashes:
    """One side as wanted, or the other: what both leave open."""
    left, right = (narrow(side, outlook, path, wanted) for side in (tree.left, tree.right))
    if isinstance(left, tuple):
        return (*left, *right) if isinstance(right, tuple) else right
    return left if isinstance(right, tuple) else _joined(outlook, left, right)


def _joined(before: Outlook, left: Outlook, right: Outlook) -> Outlook:
    """What two outlooks that come from the same one both leave open."""
    closer = dict(before.closer)
    for name in sorted(left.closer.keys() | right.closer.keys()):
        on_left, other = left.get(name), right.get(name)
        hull = Known(min(on_left.low, other.low), max(on_left.high, other.high), before.get(name).why)
        closer[name] = on_left if on_left.bounds == other.bounds else hull
    return replace(before, closer=closer)


INVERSE = {"<": ">=", "<=": ">", "==": "!=", "!=": "==", ">=": "<", ">": "<="}
TURNED = {"<": ">", "<=": ">=", "==": "==", "!=": "!=", ">=": "<=", ">": "<"}


def _compared(tree: Comparison, outlook: Outlook, path: Path, wanted: bool) -> Outlook | Clashes:
    sign = tree.sign if wanted else INVERSE[tree.sign]
    left, right = bounds(tree.left, outlook.bounds), bounds(tree.right, outlook.bounds)
    if always(sign, left, right) is False:
        return (_clash(tree, outlook, path, wanted, left, right),)
    narrowed: Outlook | Clashes = outlook
    if isinstance(tree.left, Name | Call):
        narrowed = _set(tree.left, outlook, tree, _left_open(sign, left, right), path, wanted)
    if isinstance(tree.right, Name | Call) and isinstance(narrowed, Outlook):
        narrowed = _set(tree.right, narrowed, tree, _left_open(TURNED[sign], right, left), path, wanted)
    return narrowed


def _left_open(sign: str, own: Bounds, other: Bounds) -> Bounds:
    """Where a whole number can lie that is compared with another so."""
    low, high = own
    if sign == "<":
        return low, min(high, other[1] - 1)
    if sign == "<=":
        return low, min(high, other[1])
    if sign == ">":
        return max(low, other[0] + 1), high
    if sign == ">=":
        return max(low, other[0]), high
    if sign == "==":
        return max(low, other[0]), min(high, other[1])
    value = other[0] if other[0] == other[1] else None
    return low + (low == value), high - (high == value)


def _set(
    leaf: Name | Call, outlook: Outlook, needs: Node, within: Bounds, path: Path, wanted: bool
) -> Outlook | Clashes:
    """Narrow one name; `needs` is the part of the line that says so."""
    place = _origin(path, needs)
    narrowed = outlook.narrowed(written(leaf), *within, place)
    if isinstance(narrowed, Outlook):
        return narrowed
    return (Clash(place, wanted, written(leaf), narrowed.low, narrowed.high, narrowed.why, kind_of(leaf)),)


def _clash(tree: Comparison, outlook: Outlook, path: Path, wanted: bool, left: Bounds, right: Bounds) -> Clash:
    """The side that is no plain number, with its bounds."""
    side, shown = (tree.left, left) if _leaves(tree.left) or not _leaves(tree.right) else (tree.right, right)
    name = written(side) if isinstance(side, Name | Call) else ""
    why = next((outlook.get(written(leaf)).why for leaf in _leaves(side)), None)
    return Clash(_origin(path, tree), wanted, name, *shown, why, kind_of(side))


def _leaves(tree: Node) -> list[Name | Call]:
    match tree:
        case Name() | Call():
            return [tree]
        case Unary(inner=inner):
            return _leaves(inner)
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            return [*_leaves(left), *_leaves(right)]
        case _:
            return []


def _origin(path: Path, tree: Node) -> Origin:
    return Origin(path, tree.start, tree.end)
