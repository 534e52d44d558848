"""A page in one widget of plain words: laid out once, as it is long and changes with each mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from textual.content import Content

from crisis_game.pages.parts import Heading, Line, Part
from crisis_game.texts import Wording
from crisis_game.tui.rendering import begun, content, heading, note
from crisis_game.tui.tone_styles import STYLES

CHIEF = "▪"
"""The mark of an item that stands at the margin."""


def flowing(parts: Iterable[Part], wording: Wording) -> Content:
    """Headings, paragraphs and lists, one under the other, with a line of room before each heading but a first one."""
    rows = [row for part in parts for row in _rows(part, wording)]
    room_above = bool(rows) and not rows[0].plain
    return Content("\n").join(rows[room_above:])


def _rows(part: Part, wording: Wording) -> Iterator[Content]:
    match part:
        case Heading(note=None):
            yield from (Content(""), heading(part, wording))
        case Heading():
            yield from (Content(""), Content.assemble(heading(part, wording), "  ", note(part, wording)))
        case Line(_, mark, tone) if mark.strip():
            yield Content.assemble("" if mark == CHIEF else "  ", (mark, STYLES[tone]), " ", _whole(part, wording))
        case Line(_, mark) if mark:
            yield "  " + _whole(part, wording)
        case Line():
            yield begun(replace(part, runs=part.whole), wording)
        case _:
            yield Content("")


def _whole(part: Line, wording: Wording) -> Content:
    return content(replace(part, runs=part.whole), wording)
