"""A chart on the screen: cells drawn in the room there is, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import groupby

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from crisis_game.tui.settings import settings_of
from crisis_game.tui.theme import CONTRAST
from crisis_game.tui.widgets.chart_cells import Cells

Make = Callable[[int, int, bool], Cells]
"""Draws a chart in so many columns and rows; the last argument asks for letters of the keyboard alone."""

STYLES: Mapping[str, str] = {
    "curve": "$secondary",
    "path": "$foreground-muted",
    "rule": "$border",
    "scale": "$foreground-muted",
    "point": "bold",
    "picked": "bold reverse $primary",
    "unlawful": "bold $error",
    "open": "bold $warning",
    "lawful": "bold $success",
    "whole": "bold $primary",
}
"""The style of what is drawn in each role."""


class ChartView(Widget):
    """A chart of a fixed height, or as high as there is room where none is given."""

    DEFAULT_CSS = """
    ChartView { width: 1fr; height: 1fr; min-height: 5; }
    """

    class Pointed(Message):
        """A column of the chart was clicked."""

        def __init__(self, column: int, columns: int) -> None:
            super().__init__()
            self.column = column
            self.columns = columns

    def __init__(self, make: Make | None = None, height: int | None = None) -> None:
        super().__init__()
        self._make = make
        if height is not None:
            self.styles.height = height

    @property
    def plain(self) -> bool:
        """Whether it is drawn in letters of the keyboard: without colour, in high contrast, or by choice."""
        return self.app.no_color or self.app.theme == CONTRAST.name or settings_of(self.app).plain_signs

    def show(self, make: Make) -> None:
        """Show another chart."""
        self._make = make
        self.refresh()

    def render(self) -> Content:
        """The chart in the room there is."""
        if self._make is None:
            return Content("")
        rows = self._make(self.size.width, self.size.height, self.plain)
        lines = []
        for row in rows:
            runs = groupby(row, lambda cell: cell.ink if cell.char != " " or cell.ink == "picked" else "")
            styled = [("".join(cell.char for cell in run), STYLES.get(ink, "")) for ink, run in runs]
            lines.append(Content.assemble(*styled))
        return Content("\n").join(lines)

    def on_click(self, event: Click) -> None:
        """Say where it was clicked."""
        self.post_message(self.Pointed(event.x, self.size.width))
