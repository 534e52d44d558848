"""A page to read: headings, paragraphs and lists of one `law.page`, wrapped so that a listed line keeps its margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from crisis_game.law.page import Part
from crisis_game.texts import Prose, Text
from crisis_game.tui.law_words import COLOURS, SIGNS

WIDEST = 84
"""Longer lines are hard to read."""

_MARGIN = 2
"""Cells before a listed line, and before what stands beside it."""


class Sheet(Static):
    """The paragraphs of a page; `show` puts others in their place."""

    def __init__(self, say: Callable[[Text | Prose], str], widget_id: str | None = None) -> None:
        super().__init__(id=widget_id, markup=False)
        self._say = say
        self._parts: tuple[Part, ...] = ()
        self._wrapped_at = 0

    def show(self, parts: tuple[Part, ...]) -> None:
        """Show these paragraphs."""
        self._parts = parts
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """Wrap anew where the width has changed."""
        if event.size.width != self._wrapped_at:
            self._draw()

    def _draw(self) -> None:
        self._wrapped_at = self.size.width
        width = min(WIDEST, self._wrapped_at or WIDEST)
        rows: list[Content] = []
        listed = False
        for part in self._parts:
            listed = part.role == "point" or (part.role == "quiet" and listed)
            rows += self._rows(part, width, _MARGIN if listed else 0)
        self.update(Content("\n").join(rows))

    def _rows(self, part: Part, width: int, margin: int) -> Iterator[Content]:
        said = self._say(part.words)
        if part.role == "heading":
            yield Content("")
            yield Content.styled(said, "bold $primary")
            return
        style = "$foreground-muted" if part.role == "quiet" else ""
        sign = _sign(part)
        for paragraph in _begun(said).splitlines() or [""]:
            for number, row in enumerate(wrap(paragraph, max(12, width - margin)) or [""]):
                before = sign if number == 0 and margin else Content(" " * margin)
                yield Content.assemble(before, (row, style))
                sign = Content(" " * margin)


def _sign(part: Part) -> Content:
    if part.verdict is not None:
        return Content.styled(f"{SIGNS[part.verdict]} ", COLOURS[part.verdict])
    return Content.styled("· ", "$accent") if part.role == "point" else Content("  ")


def _begun(said: str) -> str:
    """The words with a capital letter at their beginning."""
    return said[:1].upper() + said[1:]
