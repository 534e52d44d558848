"""A row that can be marked and taken: words in columns that go on below each in its own, and a line below them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message

from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.fold import Cells
from crisis_game.tui.widgets.gutter import GutterRow


class PickRow(GutterRow):
    """One row; the first click marks it, Enter or a click on the row that is marked takes it.

    Args:
        key: what it is among the rows of its screen.
        cells: its words in columns.
        below: a line under them, where the row is `opened`.
    """

    DEFAULT_CSS = """
    PickRow > .pick-body { width: 1fr; height: auto; }
    PickRow .pick-cells { width: 1fr; height: auto; }
    PickRow .pick-cell { height: auto; padding-right: 1; }
    PickRow .pick-rest { width: 1fr; height: auto; }
    PickRow .pick-below { width: 1fr; height: auto; padding-left: 3; color: $foreground-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("pick-row")

    class Picked(Message):
        """The row was taken."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, key: str, cells: Cells, below: Content | None = None, *, opened: bool = False) -> None:
        super().__init__()
        self.key = key
        self._cells = cells
        self._below = Static(below or "", classes="pick-below")
        self._below.display = opened and below is not None

    def compose(self) -> ComposeResult:
        """The gutter, the columns, the line below."""
        yield self._mark
        with Vertical(classes="pick-body"):
            yield Horizontal(*self._columns(), classes="pick-cells")
            yield self._below

    def open(self, *, opened: bool) -> None:
        """Show the line below, or hide it."""
        self._below.display = opened and bool(self._below.content)

    def action_pick(self) -> None:
        """Take it."""
        self.post_message(self.Picked(self.key))

    def on_click(self, event: Click) -> None:
        """Mark it, or take it where it is marked; a word that explains itself is only that."""
        if "@click" in event.style.meta:
            return
        event.stop()
        if self.has_focus:
            self.action_pick()
        else:
            self.focus()

    def _columns(self) -> Iterator[Static]:
        *before, (last, _) = self._cells
        for words, width in before:
            cell = Static(words, classes="pick-cell")
            cell.styles.width = width
            yield cell
        yield Static(last, classes="pick-rest")
