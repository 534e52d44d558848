"""Words in columns within one row of a list: each goes on below in its own column, and nothing is cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

LEAST = 8
"""Cells of the last column at least, however little room there is."""


def hanging(cells: Sequence[tuple[Content, int]], width: int) -> Content:
    """A row in so many cells; the last column takes what the others leave, a blank stands after each."""
    *before, (last, _) = cells
    room = max(LEAST, width - sum(cell_width + 1 for _, cell_width in before))
    widths = [*(cell_width for _, cell_width in before), room]
    wrapped = [words.wrap(cell_width) for (words, _), cell_width in zip((*before, (last, 0)), widths, strict=True)]
    rows = zip_longest(*wrapped, fillvalue=Content(""))
    return Content("\n").join(_row(pieces, widths) for pieces in rows)


def _row(pieces: Sequence[Content], widths: Sequence[int]) -> Content:
    padded = (piece.pad_right(width - piece.cell_length) for piece, width in zip(pieces, widths, strict=True))
    return Content(" ").join(padded).rstrip()
