"""Pages as text for a terminal: 80 columns, no colour, ruled by space, charts drawn in blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from crisis_game.pages.charts.model import BandsChart, Share, SharesChart, Spread
from crisis_game.pages.charts.model import Chart as Drawing
from crisis_game.pages.charts.words import per_cent, sentences, title
from crisis_game.pages.parts import (
    Beside,
    Branch,
    Chart,
    Fold,
    Heading,
    Line,
    Page,
    Part,
    Run,
    Sample,
    Space,
    Table,
    Tree,
    hanging,
)
from crisis_game.texts import Prose, Text, Wording, visible

WIDTH = 80
BAR = 24
STRIP = 50
GAP = 2
NARROWEST = 8
"""Letters of the first column of a table: with fewer nobody knows what a row is of."""


def text(heading: Text | Prose, pages: Iterable[Page], wording: Wording) -> str:
    """The pages under one heading, ending with a line break."""
    parts = (part for page in pages for part in page.all)
    return "\n".join(_underlined(wording.say(heading), "=")) + f"\n\n{body(parts, wording)}"


def body(parts: Iterable[Part], wording: Wording) -> str:
    """Some parts with a line of room between them, neighbouring items close together; empty where there are none."""
    blocks: list[str] = []
    close = False
    for part in parts:
        if isinstance(part, Space):
            close = False
            continue
        written = "\n".join(_part(part, wording))
        is_item = isinstance(part, Line) and bool(part.mark)
        if close and is_item:
            blocks[-1] += f"\n{written}"
        else:
            blocks.append(written)
        close = is_item
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _part(part: Part, wording: Wording) -> Iterator[str]:
    match part:
        case Heading():
            yield from _heading(part, wording)
        case Line():
            words = _words(part, wording)
            yield from _item(words) if part.mark else _wrapped(words)
        case Table():
            yield from _table([tuple(wording.say(cell) for cell in row) for row in (part.head, *part.rows)])
        case Chart(drawing):
            yield from _drawing(drawing, wording)
        case Fold(title_line, inside):
            yield from _all((title_line, *inside), wording)
        case Beside(left, right):
            yield from _all((left, right), wording)
        case Tree(root):
            yield from _tree(root, wording)
        case Sample(lines):
            yield from map(visible, lines)
        case Space():
            yield ""


def _heading(heading: Heading, wording: Wording) -> Iterator[str]:
    said = (wording.say(words) for words in (heading.words, heading.note) if words is not None)
    yield from _underlined(" - ".join(said), "-")


def _all(parts: Iterable[Part], wording: Wording) -> Iterator[str]:
    for part in parts:
        yield from _part(part, wording)


def _tree(root: Branch, wording: Wording) -> Iterator[str]:
    for depth, branch in hanging(root):
        yield from _wrapped(_words(branch.line, wording), f"{'  ' * depth}- ", f"{'  ' * depth}  ")


def _words(line: Line, wording: Wording) -> str:
    return "".join(wording.say(run.words) for run in line.whole if isinstance(run, Run))


def _wrapped(words: str, first: str = "", then: str = "") -> list[str]:
    return wrap(words, WIDTH, initial_indent=first, subsequent_indent=then, break_on_hyphens=False)


def _item(words: str) -> list[str]:
    return _wrapped(words, "- ", "  ")


def _underlined(words: str, rule: str) -> Iterator[str]:
    rows = _wrapped(words)
    yield from rows
    yield rule * max(map(len, rows), default=0)


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """First column to the left and as wide as there is room, the others to the right; as a list where there is none."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    if sum(widths[1:]) + GAP * (len(widths) - 1) + min(widths[0], NARROWEST) > WIDTH:
        yield from _rows_listed(rows)
        return
    widths[0] = min(widths[0], WIDTH - sum(widths[1:]) - GAP * (len(widths) - 1))
    for first, *rest in rows:
        cells = [_cut(first, widths[0]).ljust(widths[0])]
        cells += [cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True)]
        yield (" " * GAP).join(cells).rstrip()


def _rows_listed(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Each row under its first cell, the others as items with the heads of their columns."""
    head, *others = rows
    for first, *rest in others:
        yield from _wrapped(first, "", "")
        for name, cell in zip(head[1:], rest, strict=True):
            yield from _wrapped(f"{name}: {cell}", "  - ", "    ")


def _drawing(drawing: Drawing, wording: Wording) -> Iterator[str]:
    match drawing:
        case SharesChart():
            yield from _shares(drawing, wording)
        case BandsChart():
            yield from _bands(drawing, wording)
        case _:
            yield wording.say(title(drawing))
            for sentence in sentences(drawing):
                yield from _item(wording.say(sentence))


def _shares(chart: SharesChart, wording: Wording) -> Iterator[str]:
    noted = [(wording.say(share.name), _bar(share), _note(share)) for share in chart.shares]
    room = WIDTH - BAR - max((len(note) for _, _, note in noted), default=0) - 2 * GAP
    widest = min(room, max((len(name) for name, _, _ in noted), default=0))
    for name, bar, note in noted:
        yield f"{_cut(name, widest):{widest}}  {bar}  {note}".rstrip()


def _note(share: Share) -> str:
    return f"{share.count:>5} {per_cent(share.share):>5}  {100 * share.low:.0f}-{100 * share.high:.0f} %"


def _bar(share: Share) -> str:
    """Full up to the share, light on to the end of the interval."""
    full, light = round(share.share * BAR), round(share.high * BAR)
    return ("█" * full + "░" * max(0, light - full)).ljust(BAR, "·")


def _bands(chart: BandsChart, wording: Wording) -> Iterator[str]:
    bounds = Text("{low}-{high}, start {start}", {"low": chart.low, "high": chart.high, "start": chart.start})
    games = wording.say(Text("games"))
    yield (
        f"{wording.name('gauge', chart.gauge)} ({wording.say(bounds)})".ljust(STRIP + 5) + f" 10 %  50 % 90 %  {games}"
    )
    for band in chart.bands:
        yield f"  {band.round}  {_strip(chart, band)}  {band.p10:>4} {band.median:>5} {band.p90:>4} {band.games:>6}"


def _strip(chart: BandsChart, band: Spread) -> str:
    """The band light, the median full."""

    def place(value: int) -> int:
        return round((value - chart.low) * (STRIP - 1) / max(1, chart.high - chart.low))

    low, median, high = place(band.p10), place(band.median), place(band.p90)
    return "".join("█" if at == median else "░" if low <= at <= high else "·" for at in range(STRIP))


def _cut(words: str, width: int) -> str:
    """The words, or their beginning where they are too long."""
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
