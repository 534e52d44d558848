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
from crisis_game.tui.widgets.head import Head


@dataclass(frozen=True, slots=True)
class Item:
    """One listed line: a mark before it, so many cells in; `aside` stands at its right end.

    A paragraph with something at its end is an item without mark or indent.
    """

    words: Content | str
    mark: str | Content = "·"
    indent: int = 2
    aside: Content | None = None


@dataclass(frozen=True, slots=True)
class Ruled:
    """A head over some lines, ruled to its note at the right end."""

    words: Content
    note: Content


Line: TypeAlias = "Content | str | Item | Ruled"


class Lines(Vertical):
    """Some lines; `show` puts others in their place."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; }
    Lines Static { height: auto; width: 1fr; }
    Lines ListedLine { height: auto; width: 1fr; }
    Lines ListedLine .line-mark { width: auto; }
    Lines ListedLine .line-aside { width: auto; max-width: 50%; padding-left: 2; }
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
    """A mark, the words beside it, and what stands at their end."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._item = item

    def compose(self) -> ComposeResult:
        """The mark, the words, the end."""
        before = Content.assemble(" " * self._item.indent, self._item.mark, " ")
        if before.plain.strip() or self._item.indent:
            yield Static(before, classes="line-mark")
        yield Static(self._item.words)
        if self._item.aside is not None:
            yield Static(self._item.aside, classes="line-aside")


def _widget(line: Line) -> Widget:
    match line:
        case Item():
            return ListedLine(line)
        case Ruled(words, note):
            return Head(words, note)
        case _:
            return Static(line)
