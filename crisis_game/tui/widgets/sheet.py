"""A page to read: headings, paragraphs and lists of one `law.page`, wrapped so that a listed line keeps its margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from crisis_game.law.page import Part
from crisis_game.texts import Prose, Text
from crisis_game.tui.law_words import COLOURS, SIGNS
from crisis_game.tui.wording import capital

WIDEST = 84
"""Longer lines are hard to read."""

_MARGIN = 2
"""Cells before a listed line, and before what stands beside it."""


class Sheet(Widget):
    """The paragraphs of a page; `show` puts others in their place."""

    DEFAULT_CSS = "Sheet { height: auto; width: 1fr; }"

    def __init__(self, say: Callable[[Text | Prose], str], widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._say = say
        self._parts: tuple[Part, ...] = ()
        self._wrapped: tuple[int, tuple[Content, ...]] = (0, ())

    def show(self, parts: tuple[Part, ...]) -> None:
        """Show these paragraphs."""
        self._parts = parts
        self._wrapped = (0, ())
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words take at a width, whatever the place has."""
        del container, viewport
        return len(self._at(width))

    def render(self) -> Content:
        """The rows at the width that there is."""
        return Content("\n").join(self._at(self.content_size.width))

    def _at(self, width: int) -> tuple[Content, ...]:
        """The rows at a width, kept until the width or the words change."""
        if self._wrapped[0] != width:
            rows: list[Content] = []
            listed = False
            for part in self._parts:
                listed = part.role == "point" or (part.role == "quiet" and listed)
                rows += self._rows(part, min(WIDEST, width), _MARGIN if listed else 0)
            self._wrapped = (width, tuple(rows[1:] if self._begins_with_heading else rows))
        return self._wrapped[1]

    @property
    def _begins_with_heading(self) -> bool:
        """Whether the first row is the space above a heading, which nothing needs there."""
        return bool(self._parts) and self._parts[0].role == "heading"

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
        aside = part.plea and part.verdict == "unlawful"
        return Content.styled(f"{SIGNS[part.verdict]} ", "$foreground-muted" if aside else COLOURS[part.verdict])
    return Content.styled("· ", "$accent") if part.role == "point" else Content("  ")


def _begun(said: str) -> str:
    """The words with a capital letter at their beginning."""
    return capital(said)
