"""What a condition or a formula looks like once it is parsed: a small tree whose nodes know their place in the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, written out."""

    value: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Truth:
    """`true` or `false`, written out."""

    value: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word in quotes: a grade beside a comparison."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A gauge, or a name of `facts.NAMES` or `facts.TEXT_NAMES`."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its words."""

    function: str
    arguments: tuple[Word, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unary:
    """`not` before a truth, or `-` before a number."""

    sign: str
    inner: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Binary:
    """Two sides of `and`, `or`, `+`, `-`, `*` or `/`."""

    sign: str
    left: Node
    right: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two numbers, or two grades, compared. `sign` is `<`, `<=`, `==`, `!=`, `>=` or `>`."""

    sign: str
    left: Node
    right: Node
    start: int
    end: int


Node: TypeAlias = Number | Truth | Word | Name | Call | Unary | Binary | Comparison


def calls(tree: Node) -> Iterator[Call]:
    """All functions that a line asks, from left to right."""
    match tree:
        case Call():
            yield tree
        case Unary(inner=inner):
            yield from calls(inner)
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            yield from calls(left)
            yield from calls(right)
        case _:
            return
