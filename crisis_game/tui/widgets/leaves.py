"""Several leaves under tabs, one at a time: left and right turn them, up and down go through what is on one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.fold import FoldTitle


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf: its id, its title, and what makes its widgets when it is turned to."""

    id: str
    title: str
    make: Callable[[], Iterable[Widget]]


class LeafTab(Static):
    """The title of a leaf in the row above."""

    def __init__(self, title: str, place: int) -> None:
        super().__init__(title)
        self._place = place

    def on_click(self, event: Click) -> None:
        """Turn to the leaf."""
        event.stop()
        leaves = next(ancestor for ancestor in self.ancestors if isinstance(ancestor, Leaves))
        leaves.turn_to(self._place)


class LeafBody(VerticalScroll, inherit_bindings=False):
    """What the open leaf shows; its keys are those of the leaves around it."""


class Leaves(Vertical):
    """The row of titles, and the leaf that is open."""

    DEFAULT_CSS = """
    Leaves { height: 1fr; }
    Leaves #leaf-tabs { height: 1; background: $surface; }
    Leaves LeafTab { width: auto; padding: 0 1; color: $foreground-muted; }
    Leaves LeafTab:hover { color: $foreground; }
    Leaves LeafTab.here { color: $background; background: $secondary; text-style: bold; }
    Leaves #leaf { height: 1fr; padding: 1 1 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("leaves")

    class Turned(Message):
        """A leaf was turned to."""

        def __init__(self, leaf: str) -> None:
            super().__init__()
            self.leaf = leaf

    def __init__(self, leaves: Iterable[Leaf], start: str = "") -> None:
        super().__init__()
        self._leaves = tuple(leaves)
        ids = [leaf.id for leaf in self._leaves]
        self._place = ids.index(start) if start in ids else 0

    def compose(self) -> ComposeResult:
        """The titles, the leaf."""
        with Horizontal(id="leaf-tabs"):
            yield from (LeafTab(leaf.title, place) for place, leaf in enumerate(self._leaves))
        yield LeafBody(id="leaf")

    def on_mount(self) -> None:
        """Open the first."""
        self.turn_to(self._place)

    def turn_to(self, place: int) -> None:
        """Open a leaf."""
        self._place = place % len(self._leaves)
        for number, tab in enumerate(self.query(LeafTab)):
            tab.set_class(number == self._place, "here")
        self.post_message(self.Turned(self._leaves[self._place].id))
        self.run_worker(self._fill(), exclusive=True, group="leaf")

    def show(self, leaves: Iterable[Leaf]) -> None:
        """Put the same leaves up anew, with what stands on them now."""
        self._leaves = tuple(leaves)
        self.turn_to(self._place)

    def action_turn(self, by: int) -> None:
        """Open the next leaf, or the one before."""
        self.turn_to(self._place + by)

    def action_step(self, by: int) -> None:
        """To the next line that opens, where it can be seen; else scroll on."""
        titles = [title for title in self._holder.query(FoldTitle) if title.region.overlaps(self._holder.region)]
        focused = self.screen.focused
        start = titles.index(focused) if focused in titles else (-1 if by > 0 else len(titles))
        if 0 <= start + by < len(titles):
            titles[start + by].focus()
        else:
            self._holder.scroll_relative(y=2 * by, animate=False)

    def action_end(self, place: int) -> None:
        """To the first line that opens, or the last, and to the beginning or the end of the leaf."""
        titles = list(self._holder.query(FoldTitle))
        if titles:
            titles[place].focus(scroll_visible=False)
        if place:
            self._holder.scroll_end(animate=False)
        else:
            self._holder.scroll_home(animate=False)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by a page."""
        self._holder.scroll_relative(y=by * max(1, self._holder.size.height - 2), animate=False)

    @property
    def _holder(self) -> LeafBody:
        return self.query_one("#leaf", LeafBody)

    async def _fill(self) -> None:
        async with self.batch():
            await self._holder.remove_children()
            await self._holder.mount_all(list(self._leaves[self._place].make()))
        self._holder.scroll_home(animate=False)
        first = next((widget for widget in self._holder.query("*") if widget.focusable), self._holder)
        first.focus(scroll_visible=False)
