"""A line whose indentation fits none above it: which lines it could belong beside, and where they begin."""

from __future__ import annotations

import re

from crisis_game.documents.faults import Fault
from crisis_game.documents.lines import Lines
from crisis_game.texts import Span, Value

_KEY = re.compile(r""" *["'\w][^\s:]*:(?:\s|$)""")

DEEPER = Fault(
    "E128",
    "This line begins in column {here}, but line {line}, which it follows, begins in column {column}.",
    "Begin both in the same column if they stand beside each other: one of the two has slipped.",
)
BETWEEN = Fault(
    "E128",
    "This line begins in column {here}, and no line that it could belong to does: line {line} begins in column "
    "{column}, line {outer_line} in column {outer_column}.",
    "Begin it in the same column as the lines that it stands beside: it has slipped, or one of the two named has.",
)


def misfit(lines: Lines, place: Span) -> tuple[Fault, dict[str, Value]] | None:
    """What is wrong with the indentation of the line at `place`, with the values of the fault's placeholders.

    Returns:
        None if the line begins where a key above it does, or the lines above are entries of a list: then its column is
        not what is wrong, or does not tell enough.
    """
    above = _open_keys(lines, place.line)
    if lines.line(place.line)[: place.column - 1].strip() or place.column in (column for _, column in above):
        return None
    deeper = [key for key in above if key[1] > place.column]
    outer = [key for key in above if key[1] < place.column]
    if not outer:
        return None
    line, column = deeper[-1] if deeper else outer[0]
    values: dict[str, Value] = {"here": place.column, "line": line, "column": column}
    if not deeper:
        return DEEPER, values
    return BETWEEN, {**values, "outer_line": outer[0][0], "outer_column": outer[0][1]}


def _open_keys(lines: Lines, below: int) -> list[tuple[int, int]]:
    """The line and the column of each key beside which the line `below` could stand, the innermost first."""
    keys: list[tuple[int, int]] = []
    for number in range(below - 1, 0, -1):
        line = lines.line(number)
        column = len(line) - len(line.lstrip()) + 1
        if keys and column >= keys[-1][1]:
            continue
        if line.lstrip().startswith("- "):
            return []
        if _KEY.match(line):
            keys.append((number, column))
    return keys
