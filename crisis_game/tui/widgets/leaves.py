"""Several leaves under tabs, one at a time: left and right turn them, up and down go through what is on one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.columns import Columns


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf: its id, its title, and what makes its widgets and those beside them when it is turned to."""

    id: str
    title: str
    make: Callable[[], Iterable[Widget]]
    beside: Callable[[], Iterable[Widget]] = tuple


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


class Leaves(Vertical):
    """The row of titles, and the leaf that is open."""

    DEFAULT_CSS = """
    Leaves { height: 1fr; }
    Leaves #leaf-tabs { height: 1; background: $surface; }
    Leaves LeafTab { width: auto; padding: 0 1; color: $foreground-muted; }
    Leaves LeafTab:hover { color: $foreground; }
    Leaves LeafTab.here { color: $accent; text-style: bold underline; }
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
        yield Columns(id="leaf")

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

    async def _fill(self) -> None:
        leaf, columns = self._leaves[self._place], self.query_one(Columns)
        await columns.show_anew(leaf.make(), leaf.beside())
