"""The report of a rehearsal as lines of a terminal: 80 columns, no colour, ruled by space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from crisis_game.texts.paper import Heading, Paragraph, Table
from crisis_game.workshop.report.blocks import Bar, Bars, Block, Course, Point, cut

WIDTH = 80
BAR = 24
STRIP = 50
GAP = 2
COLUMNS = " 10 %  50 % 90 %  games"


def lines(blocks: Iterable[Block]) -> str:
    """The report, ending with a line break."""
    parts = ["\n".join(_block(one)) for one in blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            yield words.upper() if level == 1 else words
            yield ("=" if level == 1 else "-") * min(WIDTH, len(words))
        case Paragraph(words):
            yield from wrap(words, WIDTH)
        case Table():
            yield from _table(block)
        case Bars():
            yield from _bars(block)
        case Course():
            yield from _course(block)


def _table(table: Table) -> Iterator[str]:
    """First column to the left and as wide as there is room, the others to the right."""
    every = (table.head, *table.rows)
    widths = [max(len(row[column]) for row in every) for column in range(len(table.head))]
    widths[0] = min(widths[0], WIDTH - sum(widths[1:]) - GAP * (len(widths) - 1))
    for row in every:
        first, *rest = row
        cells = [cut(first, widths[0]).ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        yield (" " * GAP).join(cells).rstrip()


def _bars(bars: Bars) -> Iterator[str]:
    notes = max((len(one.note) for one in bars.rows), default=0)
    room = WIDTH - BAR - notes - 2 * GAP
    labels = min(room, max((len(one.label) for one in bars.rows), default=0))
    for one in bars.rows:
        yield f"{cut(one.label, labels):{labels}}  {_bar(one)}  {one.note}".rstrip()


def _bar(bar: Bar) -> str:
    """Full up to the share, light on to the end of the interval."""
    full, light = round(bar.share * BAR), round(bar.high * BAR)
    return ("█" * full + "░" * max(0, light - full)).ljust(BAR, "·")


def _course(course: Course) -> Iterator[str]:
    yield f"{course.name} ({course.low}-{course.high}, start {course.start})".ljust(STRIP + 5) + COLUMNS
    for one in course.points:
        yield f"  {one.round}  {_strip(course, one)}  {one.p10:>4} {one.median:>5} {one.p90:>4} {one.games:>6}"


def _strip(course: Course, point: Point) -> str:
    """The band light, the median full."""

    def place(value: int) -> int:
        return round((value - course.low) * (STRIP - 1) / max(1, course.high - course.low))

    low, median, high = place(point.p10), place(point.median), place(point.p90)
    return "".join("█" if at == median else "░" if low <= at <= high else "·" for at in range(STRIP))
