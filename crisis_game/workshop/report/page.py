"""The report of a rehearsal as one HTML page with nothing beside it: no script, no link, charts drawn as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from crisis_game.texts import paper
from crisis_game.texts.page import html
from crisis_game.workshop.report.blocks import Bar, Bars, Block, Course, cut

WIDTH, LABEL, NOTE, ROW = 720, 230, 190, 24
"""Of a drawing, in its own units."""

PLOT_HEIGHT, MARGIN = 150, 34

STYLE = """
body { background: #fff; }
th, td { text-align: right; font-variant-numeric: tabular-nums; }
th:first-child, td:first-child { text-align: left; }
figure svg { width: 100%; border: 0; font: 13px Georgia, serif; }
svg text { white-space: pre; font-variant-numeric: tabular-nums; }
.share { fill: #33597f; } .interval { stroke: #1a1a1a; stroke-width: 1.5; } .track { fill: #eee; }
.band { fill: #9db8d3; } .median { fill: none; stroke: #1d3c5c; stroke-width: 2; } .axis { stroke: #999; }
"""


def page(blocks: Iterable[Block], title: str, language: str) -> str:
    """The report as one page; all words are escaped."""
    return html(map(_drawn, blocks), title, language, STYLE)


def _drawn(block: Block) -> paper.Block:
    match block:
        case Bars():
            return paper.Figure(_bars(block), ())
        case Course():
            return paper.Figure(_course(block), ())
        case _:
            return block


def _bars(bars: Bars) -> str:
    told = "; ".join(f"{one.label}: {one.note}" for one in bars.rows)
    rows = "\n".join(_bar(one, number * ROW) for number, one in enumerate(bars.rows))
    return _svg(ROW * len(bars.rows) + 4, told, rows)


def _bar(bar: Bar, top: int) -> str:
    room, middle = WIDTH - LABEL - NOTE, top + ROW // 2
    low, high = (LABEL + room * end for end in (bar.low, bar.high))
    return (
        f'<text x="0" y="{middle + 5}">{escape(cut(bar.label, 32))}</text>'
        f'<rect class="track" x="{LABEL}" y="{top + 4}" width="{room}" height="{ROW - 8}"/>'
        f'<rect class="share" x="{LABEL}" y="{top + 4}" width="{room * bar.share:.1f}" height="{ROW - 8}"/>'
        f'<path class="interval" d="M{low:.1f} {middle}H{high:.1f}"/>'
        f'<text x="{WIDTH - NOTE + 12}" y="{middle + 5}">{escape(bar.note)}</text>'
    )


def _course(course: Course) -> str:
    """The band from the 10th to the 90th of a hundred games, and the median; the first place is the start."""
    floor = PLOT_HEIGHT - MARGIN
    start = _spot(course, 0, course.start)
    upper = [start, *(_spot(course, one.round, one.p90) for one in course.points)]
    lower = [start, *(_spot(course, one.round, one.p10) for one in course.points)]
    median = [start, *(_spot(course, one.round, one.median) for one in course.points)]
    told = "; ".join(f"round {one.round}: {one.p10} to {one.p90}, median {one.median}" for one in course.points)
    return _svg(
        PLOT_HEIGHT,
        f"{course.name}: {told}",
        f'<text x="0" y="14">{escape(course.name)}</text>'
        f'<polygon class="band" points="{" ".join([*upper, *reversed(lower)])}"/>'
        f'<polyline class="median" points="{" ".join(median)}"/>'
        f'<path class="axis" d="M{MARGIN} {floor}H{WIDTH - MARGIN}M{MARGIN} 24V{floor}"/>'
        f'<text x="{MARGIN - 6}" y="{floor}" text-anchor="end">{course.low}</text>'
        f'<text x="{MARGIN - 6}" y="32" text-anchor="end">{course.high}</text>{_rounds(course)}',
    )


def _rounds(course: Course) -> str:
    """The numbers of the rounds below the plot, from the start, which is 0."""
    return "".join(
        f'<text x="{_across(course, number):.1f}" y="{PLOT_HEIGHT - 14}" text-anchor="middle">{number}</text>'
        for number in range(_last(course) + 1)
    )


def _spot(course: Course, round_: int, value: int) -> str:
    floor = PLOT_HEIGHT - MARGIN
    y = floor - (floor - 24) * (value - course.low) / max(1, course.high - course.low)
    return f"{_across(course, round_):.1f},{y:.1f}"


def _across(course: Course, round_: int) -> float:
    return MARGIN + (WIDTH - 2 * MARGIN) * round_ / _last(course)


def _last(course: Course) -> int:
    return max((one.round for one in course.points), default=1)


def _svg(height: int, told: str, drawing: str) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(told)}">'
        f"<title>{escape(told)}</title>\n{drawing}\n</svg>"
    )
