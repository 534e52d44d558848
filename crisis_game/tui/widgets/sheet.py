"""A page to read, of headings, paragraphs and lists alone, as one widget: it stands at once however long it is."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from crisis_game.pages.parts import Heading, Line, Part, Run
from crisis_game.texts import Wording
from crisis_game.tui.rendering import begun, heading
from crisis_game.tui.tone_styles import STYLES

WIDEST = 84
"""Longer lines are hard to read."""

_MARGIN = 2
"""Cells before a listed line, and before what stands beside it."""


class Sheet(Widget):
    """The paragraphs of a page; `show` puts others in their place."""

    DEFAULT_CSS = "Sheet { height: auto; width: 1fr; }"

    def __init__(self, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._wording = Wording()
        self._parts: tuple[Part, ...] = ()
        self._wrapped: tuple[int, tuple[Content, ...]] = (0, ())

    def show(self, parts: tuple[Part, ...], wording: Wording) -> None:
        """Show these paragraphs."""
        self._parts, self._wording = parts, wording
        self._wrapped = (0, ())
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words take at a width, whatever the place has."""
        del container, viewport
        return len(self.rows(width))

    def render(self) -> Content:
        """The rows at the width that there is."""
        return Content("\n").join(self.rows(self.content_size.width))

    def rows(self, width: int) -> tuple[Content, ...]:
        """The rows at a width, kept until the width or the words change."""
        if self._wrapped[0] != width:
            rows: list[Content] = []
            listed = False
            for part in self._parts:
                if isinstance(part, Heading):
                    rows += [*([Content("")] if rows else []), heading(part, self._wording)]
                    listed = False
                elif isinstance(part, Line):
                    listed = bool(part.mark) or (listed and _is_quiet(part))
                    rows += _rows(part, self._wording, min(WIDEST, width), _MARGIN if listed else 0)
            self._wrapped = (width, tuple(rows))
        return self._wrapped[1]


def _is_quiet(part: Line) -> bool:
    """Whether it stands beside the item before it."""
    return all(isinstance(run, Run) and run.tone == "quiet" for run in part.runs)


def _rows(part: Line, wording: Wording, width: int, margin: int) -> Iterator[Content]:
    before = Content.styled(f"{part.mark:<{margin}}", STYLES[part.mark_tone]) if margin else Content("")
    for row in begun(part, wording).wrap(max(12, width - margin)):
        yield Content.assemble(before, row)
        before = Content(" " * margin)
