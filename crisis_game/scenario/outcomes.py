"""Endings as they are read: how one came about may make it another, with a rank, words and worth of its own.

Of an ending whose condition holds the first row of `how` that holds too takes its place. So a row is an ending that
holds where the ending would and no row above it, and the ending is left with what no row takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce

from crisis_game.conditions.condition import Condition
from crisis_game.conditions.satisfiability import Path
from crisis_game.conditions.syntax_tree import Binary, Comparison, Node, Unary
from crisis_game.scenario.model_script import Ending


def outcomes(endings: Iterable[Ending]) -> tuple[Ending, ...]:
    """All that a game can end as, in the order in which they are read; rows of `how` as endings of their own."""
    return tuple(sorted((outcome for ending in endings for outcome in _of(ending)), key=lambda outcome: outcome.rank))


def lines(endings: Iterable[Ending]) -> dict[str, Path]:
    """Where the condition of each outcome stands in the files."""
    return {id_: (*path, "when") for id_, path in entries(endings).items()}


def entries(endings: Iterable[Ending]) -> dict[str, Path]:
    """Where each outcome stands in the files."""
    known = tuple(endings)
    paths: dict[str, Path] = {ending.id: ("endings", ending.id) for ending in known}
    return paths | {row.id: ("endings", ending.id, "how", row.id) for ending in known for row in ending.how}


def _of(ending: Ending) -> Iterator[Ending]:
    if not ending.how:
        yield ending
        return
    left = [ending.when]
    for row in ending.how:
        title = row.title or ending.title
        when = _all_of([*left, row.when])
        yield Ending(row.id, row.rank, when, title, row.text, row.variants, ending.final, row.good)
        left.append(_not(row.when))
    yield replace(ending, when=_all_of(left))


def _all_of(conditions: list[Condition]) -> Condition:
    """A condition that holds where all of some hold; it stands in no one line, so its parts have no place."""
    return Condition(
        " and ".join(f"({condition.source})" for condition in conditions),
        reduce(lambda left, right: Binary("and", left, right, 0, 0), (_placeless(part.tree) for part in conditions)),
    )


def _not(condition: Condition) -> Condition:
    return Condition(f"not ({condition.source})", Unary("not", condition.tree, 0, 0))


def _placeless(tree: Node) -> Node:
    """A tree whose nodes stand at no character of a line."""
    match tree:
        case Unary(inner=inner):
            return replace(tree, inner=_placeless(inner), start=0, end=0)
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            return replace(tree, left=_placeless(left), right=_placeless(right), start=0, end=0)
        case _:
            return replace(tree, start=0, end=0)
