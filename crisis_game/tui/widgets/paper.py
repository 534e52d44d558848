"""A page in one widget of plain words: laid out once, as it is long and changes with each mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from crisis_game.pages.parts import Heading, Line, Part
from crisis_game.texts import Wording
from crisis_game.tui.rendering import begun, content, heading
from crisis_game.tui.tone_styles import STYLES

CHIEF = "▪"
"""The mark of an item that stands at the margin."""


def flowing(parts: Iterable[Part], wording: Wording) -> Content:
    """Headings, paragraphs and lists, one under the other, with a line of room before each heading."""
    return Content("\n").join(row for part in parts for row in _rows(part, wording))


def _rows(part: Part, wording: Wording) -> Iterator[Content]:
    match part:
        case Heading():
            yield from (Content(""), heading(part, wording))
        case Line(_, mark, tone) if mark.strip():
            yield Content.assemble("" if mark == CHIEF else "  ", (mark, STYLES[tone]), " ", content(part, wording))
        case Line(_, mark) if mark:
            yield "  " + content(part, wording)
        case Line():
            yield begun(part, wording)
        case _:
            yield Content("")
