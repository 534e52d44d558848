"""A page of one column, and where there is room its companion beside it; else one of the two at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget

from crisis_game.tui.keys import bindings
from crisis_game.tui.stage import stage_of
from crisis_game.tui.widgets.fold import FoldTitle
from crisis_game.tui.widgets.gutter import mark
from crisis_game.tui.widgets.head import Head
from crisis_game.tui.widgets.more_below import MoreBelow, more


class Column(VerticalScroll, inherit_bindings=False):
    """One of the two; it takes the keys that scroll where nothing in it opens."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("column")
    _marked: Widget | None = None

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Remember the marked row, for who comes back from the other column."""
        self._marked = event.widget

    def rows(self) -> list[Widget]:
        """What can be marked in it, from above to below."""
        return [row for row in self.query("*") if row.focusable]

    def height_with_room(self) -> int:
        """The rows that all of it needs with room before its heads, whether that is given up now or not."""
        top = self.region.y - self.scroll_offset.y
        given_up = sum(head.region.y > top for head in self.query(Head)) if self.has_class("-tight") else 0
        return max((child.region.bottom - top for child in self.children), default=0) + given_up

    def height(self) -> int:
        """The rows of what stands in it."""
        return max((child.virtual_region.bottom for child in self.children if child.display), default=0)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll, and count anew what stands below."""
        super().watch_scroll_y(old_value, new_value)
        if isinstance(self.parent, Columns):
            self.parent.tell_more()

    def on_resize(self) -> None:
        """Another size, another count: also where the sign itself has just taken a row."""
        if isinstance(self.parent, Columns):
            self.parent.tell_more()

    def action_step(self, by: int) -> None:
        """To the next row that opens, where it can be seen; else scroll on."""
        rows = [row for row in self.rows() if row.region.overlaps(self.region)]
        focused = self.screen.focused
        start = rows.index(focused) if focused in rows else (-1 if by > 0 else len(rows))
        if 0 <= start + by < len(rows):
            mark(rows[start + by])
        else:
            self.scroll_relative(y=2 * by, animate=False)

    def action_end(self, place: int) -> None:
        """To the first row or the last, and to that end of the column."""
        rows = self.rows()
        if rows:
            mark(rows[place], scroll_visible=False)
        if place:
            self.scroll_end(animate=False)
        else:
            self.scroll_home(animate=False)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by a page."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)

    def take_focus(self) -> None:
        """Mark the row that was marked last, else the first; where there is none, the column itself."""
        rows = [row for row in self.rows() if isinstance(row, FoldTitle)] or self.rows()
        last = self._marked
        start = last if last is not None and last in rows else next(iter(rows), self)
        mark(start, scroll_visible=False)


class Columns(Horizontal):
    """The main column and its companion."""

    DEFAULT_CSS = """
    Columns { height: 1fr; width: 1fr; }
    Columns > Column { width: 1fr; height: 1fr; padding-right: 1; scrollbar-gutter: stable; }
    Columns > Column > Lines { padding-left: 2; }
    Columns > .companion { width: 41; border-left: solid $border; padding-right: 0; }
    Columns > .companion > Lines { padding-left: 1; }
    Columns.-empty > .companion { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("columns")

    def compose(self) -> ComposeResult:
        """The two columns, and the sign that there is more below."""
        yield Column(classes="main")
        yield Column(classes="companion")
        yield MoreBelow()

    @property
    def main(self) -> Column:
        """The column that is read first."""
        return self.query_one(".main", Column)

    @property
    def companion(self) -> Column:
        """What stands beside it."""
        return self.query_one(".companion", Column)

    async def show(self, main: Iterable[Widget], companion: Iterable[Widget]) -> None:
        """Put other widgets into both, each from its head on."""
        async with self.batch():
            await _refill(self.main, main)
            await self.show_beside(companion)

    async def show_anew(self, main: Iterable[Widget], companion: Iterable[Widget]) -> None:
        """Put another page up: the main column is before the reader, and takes the keys."""
        self.remove_class("-turned")
        await self.show(main, companion)
        self.main.take_focus()

    async def show_beside(self, widgets: Iterable[Widget]) -> None:
        """Put other widgets into the companion alone."""
        async with self.batch():
            await _refill(self.companion, widgets)
        self.set_class(not self.companion.children, "-empty")
        self.refresh_bindings()
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        """Whether there is room before heads depends on the size."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Give up the room before heads where a column would scroll otherwise; a screen that was left has none."""
        room = self.size.height
        for column in self.query_children(Column):
            column.set_class(column.height_with_room() > room, "-tight")
        self.call_after_refresh(self._show_more)

    def _show_more(self) -> None:
        """Give a row to the sign where a column that can be seen has more than fits."""
        for sign in self.query_children(MoreBelow):
            columns = [column for column in self.query_children(Column) if column.display]
            sign.display = any(column.height() > self.size.height for column in columns)
            self.call_after_refresh(self.tell_more)

    def tell_more(self) -> None:
        """Say of each column how many lines stand below what can be seen of it."""
        for sign in self.query_children(MoreBelow):
            sign.tell([self._end_of(column) for column in self.query_children(Column) if column.display])

    def _end_of(self, column: Column) -> tuple[int, str]:
        """The width of a column, and the words for what stands below; none where it ends."""
        below = column.height() - round(column.scroll_y) - column.size.height
        return column.outer_size.width, stage_of(self).say(more(below)) if below > 0 else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing stands beside, the key is Textual's own, and the line of keys does not have it."""
        return not (action == "cross" and self.has_class("-empty")) and super().check_action(action, parameters)

    def cross_back(self) -> bool:
        """From what stands beside back to the first column; whether one was there."""
        beside = self.companion.has_focus_within or self.companion.has_focus
        if beside:
            self.action_cross()
        return beside

    def action_cross(self) -> None:
        """From one column to the other; on a small screen the other takes its place."""
        there = self.companion if self.main.has_focus_within or self.main.has_focus else self.main
        self.set_class(there is self.companion, "-turned")
        self.call_after_refresh(there.take_focus)


async def _refill(column: Column, widgets: Iterable[Widget]) -> None:
    await column.remove_children()
    await column.mount_all(widgets)
    column.scroll_home(animate=False)
