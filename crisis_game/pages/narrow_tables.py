"""Tables where there is no room for columns: on a terminal, and in lines."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.pages.parts import Line, Run, Table, item, line, run
from crisis_game.texts import Prose, Text

MOST_IN_A_LINE = 3
"""Columns up to which a row stands in one line."""


def table_lines(table: Table) -> Iterator[Line]:
    """A table as lines, each cell behind its head.

    A row of many cells is a list of its own under its first cell, and heads with the same cell share a line: where six
    councils did what one of them did, it is said once.
    """
    if len(table.head) <= MOST_IN_A_LINE:
        yield from (_in_one_line(table.head, cells) for cells in table.rows)
        return
    yield line(Run(table.head[0], "quiet"))
    for first, *cells in table.rows:
        yield line(Run(first, "strong"))
        for cell, heads in _shared(table.head[1:], cells).items():
            yield item(*_listed(heads), run(": "), Run(cell))


def _in_one_line(heads: tuple[Text | Prose, ...], cells: tuple[Text | Prose, ...]) -> Line:
    runs: list[Run] = []
    for head, cell in zip(heads, cells, strict=True):
        runs += [run("; ")] if runs else []
        runs += [Run(head, "quiet"), run(": "), Run(cell)]
    return item(*runs)


def _listed(heads: list[Text | Prose]) -> Iterator[Run]:
    for place, head in enumerate(heads):
        if place:
            yield run(", ", "quiet")
        yield Run(head, "quiet")


def _shared(heads: tuple[Text | Prose, ...], cells: list[Text | Prose]) -> dict[Text | Prose, list[Text | Prose]]:
    """The cells, each once, with all heads that have it."""
    shared: dict[Text | Prose, list[Text | Prose]] = {}
    for head, cell in zip(heads, cells, strict=True):
        shared.setdefault(cell, []).append(head)
    return shared
