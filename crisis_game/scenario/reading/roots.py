"""One slip, one problem: what only follows from another problem is left out, so that an author mends the root."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from crisis_game.documents import Document
from crisis_game.texts import Problem

_WITHOUT_THEIR_KEYS = frozenset({"E107", "E108", "E110"})
"""Faults that take a key out of its mapping, so that what they held seems to be missing."""

_ASKS_FOR_A_SEAT = frozenset({"E352", "E407"})
"""Faults of naming a state that is no member, which go away when its role is mended."""


def roots(problems: Iterable[Problem], documents: Mapping[str, Document]) -> tuple[Problem, ...]:
    """The problems without those that go away by themselves when the others are mended, in the same order.

    Args:
        problems: all that were found.
        documents: the files by name.
    """
    left = tuple(problems)
    codes = {problem.code for problem in left}
    if "E105" in codes:
        return tuple(problem for problem in left if problem.code.startswith("E1"))
    seatless = {problem.message.values.get("word") for problem in left if problem.code == "E506"}
    if "E521" in codes:
        left = tuple(problem for problem in left if problem.code != "E506")
    lost = [problem for problem in left if problem.code in _WITHOUT_THEIR_KEYS]
    return tuple(
        problem
        for problem in left
        if not (problem.code in _ASKS_FOR_A_SEAT and problem.message.values.get("word") in seatless)
        and not any(_follows(problem, root, documents) for root in lost)
    )


def _follows(problem: Problem, root: Problem, documents: Mapping[str, Document]) -> bool:
    """Whether a problem is told only because a key could not be read."""
    if problem.file != root.file:
        return False
    if problem.code == "E109":
        return root.code == "E110" and problem.span.line == root.span.line
    return problem.code == "E201" and _lies_in(root, problem, documents[problem.file])


def _lies_in(inner: Problem, outer: Problem, document: Document) -> bool:
    """Whether a problem lies in the entry whose key another one is about: all lines between are indented further."""
    lines = [document.lines.line(number) for number in range(outer.span.line + 1, inner.span.line + 1)]
    depths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    return inner.span.line >= outer.span.line and all(depth >= outer.span.column for depth in depths)
