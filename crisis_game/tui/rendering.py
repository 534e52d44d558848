"""Pages on the screen: every part as a widget. What a page says and in which order is decided in `pages`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from crisis_game.pages.narrow_tables import table_lines
from crisis_game.pages.parts import (
    Beside,
    Branch,
    Chart,
    Fold,
    Heading,
    Kind,
    Line,
    Meter,
    Page,
    Part,
    Run,
    Sample,
    Space,
    Table,
    Tree,
    item,
    run,
)
from crisis_game.texts import Msgid, Wording, visible
from crisis_game.tui.chart_drawing import drawn
from crisis_game.tui.keys import spoken_for
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.chart_cells import bar
from crisis_game.tui.widgets.fold import Cells, Make
from crisis_game.tui.widgets.fold import Fold as FoldWidget
from crisis_game.tui.widgets.glossary_words import glossed
from crisis_game.tui.widgets.head import NO_NOTE
from crisis_game.tui.widgets.leaves import Leaf
from crisis_game.tui.widgets.lines import Item, Lines, Ruled
from crisis_game.tui.widgets.lines import Line as Row
from crisis_game.tui.wording import say

WAYS: Mapping[Kind, Msgid] = {
    "rule": "{key} opens this rule in the law library.",
    "case": "{key} on the line of the hinge opens this act: its facts, its record, the judge's answer.",
}
"""What the key of the law library leads to from a line that opens."""

METER = 16
"""Cells of a meter."""


class Readings(Horizontal):
    """Two readings of one matter; one under the other on a small screen."""

    DEFAULT_CSS = """
    Readings { height: auto; width: 1fr; }
    Readings > Vertical { width: 1fr; height: auto; padding-right: 2; }
    """


def widgets(parts: Iterable[Part], wording: Wording) -> Iterator[Widget]:
    """The parts, from above to below; neighbouring lines stand in one widget."""
    for lines, some in groupby(parts, lambda part: isinstance(part, Heading | Line | Space)):
        if lines:
            yield Lines(None, (row(part, wording) for part in some))
        else:
            for part in some:
                yield from _widgets(part, wording)


def page_leaf(page: Page, wording: Wording) -> Leaf:
    """A page as one leaf under its title, with its companion."""
    beside = partial(widgets, page.companion, wording)
    return Leaf(page.id, say(wording, page.title), partial(widgets, page.parts, wording), beside)


def content(words: Line, wording: Wording) -> Content:
    """The words of a line, each run in its tone."""
    return Content("").join(_piece(piece, wording) for piece in words.runs)


def title_words(title: Line, wording: Wording) -> Content | Cells:
    """The words of a line that opens; in cells where some are longer than their column, so that they go on in it."""
    cells = tuple((_piece(piece, wording), piece.width if isinstance(piece, Run) else 0) for piece in title.runs)
    if any(0 < width < words.cell_length for words, width in cells):
        return cells
    return Content("").join(words for words, _ in cells)


def begun(words: Line, wording: Wording) -> Content:
    """The same, beginning with a capital."""
    whole = content(words, wording)
    first = whole[:1]
    return Content(first.plain.upper(), list(first.spans)) + whole[1:]


def heading(part: Heading, wording: Wording) -> Content:
    """A heading in the style of its level: of the first in capitals."""
    words = say(wording, part.words)
    if part.level > 1:
        return Content.styled(words, STYLES["strong"])
    return Content.styled(words.upper(), STYLES["heading"])


def note(part: Heading, wording: Wording) -> Content:
    """What stands at the right end of a heading."""
    return Content.styled(say(wording, part.note), STYLES["quiet"]) if part.note is not None else NO_NOTE


def row(part: Part, wording: Wording) -> Row:
    """A heading, a line or some space as one row of `Lines`."""
    match part:
        case Heading(level=1):
            return Ruled(heading(part, wording), note(part, wording))
        case Heading():
            return heading(part, wording)
        case Line(_, mark, tone, aside) if mark:
            return Item(content(part, wording), Content.styled(mark, STYLES[tone]), aside=_at_end(aside, wording))
        case Line(aside=None):
            return begun(part, wording)
        case Line(aside=aside):
            return Item(begun(part, wording), "", 0, _at_end(aside, wording))
        case _:
            return ""


def _at_end(aside: Run | None, wording: Wording) -> Content | None:
    return said(aside, wording) if aside is not None else None


def _piece(piece: Run | Meter, wording: Wording) -> Content:
    return _meter(piece) if isinstance(piece, Meter) else said(piece, wording)


def said(piece: Run, wording: Wording) -> Content:
    """Words in the style of their tone, behind their sign."""
    words = say(wording, piece.words)
    if piece.tone in ("law", "asked"):
        return glossed(words).stylize_before(STYLES[piece.tone])
    signed = f"{piece.sign}\N{NO-BREAK SPACE}{words}" if piece.sign and words else piece.sign or words
    return Content.styled(f"{signed:<{piece.width}}", STYLES[piece.tone])


def _meter(meter: Meter) -> Content:
    full, empty = bar(meter.value, meter.most, METER)
    return Content.assemble((full, "$secondary"), (empty, "$border"))


def _widgets(part: Part, wording: Wording) -> Iterator[Widget]:
    match part:
        case Fold(title, _, opened, look_up, ruling):
            words, made, aside = title_words(title, wording), _made(part, wording), _at_end(title.aside, wording)
            yield FoldWidget(words, made, opened=opened, look_up=look_up, ruling=ruling, aside=aside)
        case Beside(left, right):
            yield Readings(_column(left, wording), _column(right, wording))
        case Tree(root):
            yield Lines(None, _branches(root, wording))
        case Table():
            yield Lines(None, (row(line, wording) for line in table_lines(part)))
        case Sample(lines):
            yield Lines(None, (Content(visible(line)) for line in lines))
        case Chart(drawing):
            yield from drawn(drawing, wording)


def _branches(branch: Branch, wording: Wording, before: str = "", lead: str = "") -> Iterator[Row]:
    """A branch and what hangs on it, drawn with the lines of a tree."""
    words = content(branch.line, wording)
    yield Item(words, Content.styled(f"{before}{lead}", "$border"), 0, _at_end(branch.line.aside, wording))
    inner = before + {"├": "│ ", "└": "  "}.get(lead, "")
    for place, lower in enumerate(branch.branches, 1):
        yield from _branches(lower, wording, inner, "└" if place == len(branch.branches) else "├")


def _column(reading: Fold, wording: Wording) -> Vertical:
    return Vertical(*widgets((reading.title, *reading.parts), wording))


def _made(fold: Fold, wording: Wording) -> Make:
    """Makes what a fold hides, with the way to the law library at its end; what stands open has it in its keys."""
    words = WAYS[fold.look_up[0]] if fold.look_up and not fold.opened else ""
    way = (item(run(words, "quiet", key=spoken_for("library")), mark="§"),) if words else ()
    return lambda: widgets((*fold.parts, *way), wording)
