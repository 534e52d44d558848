"""A head over rows in columns: the head of the section, then what stands over each column, ruled to the end."""

from __future__ import annotations

from textual.content import Content

from crisis_game.tui.widgets.head import LEAST, NO_NOTE, RULE, Head, ruled


class ColumnHead(Head):
    """A head whose columns begin so many cells in.

    Args:
        words: of the section.
        columns: what stands over the columns.
        start: the cells before them.
    """

    def __init__(self, words: Content, columns: Content, start: int, **options: str) -> None:
        super().__init__(words, NO_NOTE, **options)
        self._columns, self._start = columns, start

    def drawn(self, width: int) -> Content:
        """The line in so many cells."""
        columns = self._columns.rstrip()
        rest = width - self._start - columns.cell_length - 1
        after = (RULE * rest, "$border") if rest >= LEAST else ""
        return Content.assemble(ruled(self._words, NO_NOTE, self._start - 1), " ", columns, " ", after)
