"""Lines of words one under the other, in which a listed line keeps its own margin when it wraps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from crisis_game.tui.widgets.as_written import Static


@dataclass(frozen=True, slots=True)
class Item:
    """One listed line: a mark before it, so many cells in."""

    words: Content | str
    mark: str | Content = "·"
    indent: int = 2


Line: TypeAlias = "Content | str | Item"


class Lines(Vertical):
    """Some lines; `show` puts others in their place."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; }
    Lines Static { height: auto; width: 1fr; }
    Lines ListedLine { height: auto; width: 1fr; }
    Lines ListedLine .line-mark { width: auto; }
    """

    def __init__(self, widget_id: str | None = None, lines: Iterable[Line] = ()) -> None:
        super().__init__(id=widget_id)
        self._lines = tuple(lines)

    def compose(self) -> ComposeResult:
        """One widget for each line."""
        yield from (_widget(line) for line in self._lines)

    def show(self, lines: Iterable[Line]) -> None:
        """Show these instead."""
        self._lines = tuple(lines)
        self.call_later(self.recompose)


class ListedLine(Horizontal):
    """A mark and the words beside it."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item

    def compose(self) -> ComposeResult:
        """The mark, the words."""
        mark = Static(Content.assemble(" " * self._item.indent, self._item.mark, " "), classes="line-mark")
        yield mark
        yield Static(self._item.words)


def _widget(line: Line) -> Widget:
    return ListedLine(line) if isinstance(line, Item) else Static(line)
