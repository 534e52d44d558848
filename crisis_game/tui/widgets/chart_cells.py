"""Charts to cells: what a gauge's history and the path between law and legitimacy look like in characters. Pure.

Curves are drawn in braille on the canvas of the map; every point has a sign and its number, so that nothing rests on
colour or on fine shapes. Scales stand to the left and below.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from crisis_game.law.legitimacy import HIGH, LOW
from crisis_game.pages.charts.model import COLUMNS, GaugeChart, QuadrantChart, Standing
from crisis_game.tui.widgets.canvas import SEA, Cell, Drawing, Mark, Stroke, Window, draw

Cells = list[list[Cell]]

GUTTER = 7
"""Cells left of a chart, for its scale."""
FIRST, LAST = 4.0, 90.0
"""Where the first and the last point stand, in per cent of the width; right of the last its number has room."""
TOP, BOTTOM = 6.0, 94.0
ROLES = ("unlawful", "open", "lawful")
_FULL, _EMPTY = "█", "░"


def gauge_cells(chart: GaugeChart, columns: int, rows: int, picked: int, *, plain: bool = False) -> Cells:
    """A gauge over the rounds. `picked` is the place of the point that is marked: 0 for the start."""
    values = chart.values
    span = max(1, chart.high - chart.low)
    points = [(_across(place, len(values)), _down((value - chart.low) / span)) for place, value in enumerate(values)]
    signs = _plain_signs if plain else _signs
    changes = (0, *(step.change for step in chart.steps))
    marks = [
        Mark(x, y, signs(change), f"{'~' if chart.blur else ''}{value}", "picked" if place == picked else "point")
        for place, ((x, y), value, change) in enumerate(zip(points, values, changes, strict=True))
    ]
    marks.sort(key=lambda mark: mark.role != "picked")
    strokes = (
        *(Stroke("rule", ((0, _down(share)), (100, _down(share))), ".", dash=2) for share in (0, 0.5, 1)),
        Stroke("curve", points, "*", dash=3 if chart.blur else 0),
    )
    across = max(1, columns - GUTTER)
    cells = draw(Drawing(strokes=strokes, marks=tuple(marks)), Window(), across, max(1, rows - 1), plain=plain)
    shares = ((1, chart.high), (0.5, (chart.high + chart.low) // 2), (0, chart.low))
    scale = {_row(_down(share), len(cells)): str(value) for share, value in shares}
    below = [(_column(x, across), str(step.round)) for (x, _), step in zip(points[1:], chart.steps, strict=True)]
    return framed(cells, scale, below)


def point_at(column: int, columns: int, count: int) -> int:
    """The place of the point nearest to a column of a gauge's cells, among so many points."""
    share = 100 * (column - GUTTER) / max(1, columns - GUTTER)
    return min(range(count), key=lambda place: abs(_across(place, count) - share))


def quadrant_cells(
    chart: QuadrantChart, columns: int, rows: int, words: Mapping[str, str], *, plain: bool = False
) -> Cells:
    """The path from act to act: legality to the right, legitimacy upwards; `words` names columns and bands."""
    standings = (*chart.path, chart.whole)
    points = _spread(standings)
    marks = [Mark(*points[-1], "@" if plain else "◆", "", "whole", must=True)]
    for standing, (x, y) in zip(chart.path, points, strict=False):
        marks.append(Mark(x, y, str(standing.number), "", ROLES[COLUMNS[standing.legality]]))
    walls = [Stroke("rule", ((x, 0), (x, 100)), "|") for x in (100 / 3, 200 / 3)]
    bands = [Stroke("rule", ((0, y), (100, y)), ".", dash=2) for y in (_down(LOW / 100), _down(HIGH / 100))]
    path = [Stroke("path", points[:-1], "*", dash=2)] if len(chart.path) > 1 else []
    across = max(1, columns - GUTTER)
    cells = draw(
        Drawing(strokes=(*walls, *bands, *path), marks=tuple(marks)), Window(), across, max(1, rows - 1), plain=plain
    )
    middles = (("low", LOW / 2), ("mixed", (LOW + HIGH) / 2), ("high", (HIGH + 100) / 2))
    scale = {_row(_down(index / 100), len(cells)): words.get(band, band) for band, index in middles}
    below = [(_column(100 * (place + 0.5) / 3, across), words.get(role, role)) for place, role in enumerate(ROLES)]
    return framed(cells, scale, below)


def framed(cells: Cells, scale: Mapping[int, str], below: Sequence[tuple[int, str]]) -> Cells:
    """Cells with words left of some rows, and words below around some columns, as far as there is room."""
    wide = len(cells[0]) if cells else 0
    framed_ = [
        [*_said(f"{scale.get(row, '')[: GUTTER - 2]:>{GUTTER - 2}} ", "scale"), Cell("│", "scale", SEA), *line]
        for row, line in enumerate(cells)
    ]
    foot = [" "] * (GUTTER + wide)
    free = 0
    for column, words in below:
        start = max(0, min(GUTTER + column - len(words) // 2, len(foot) - len(words)))
        if start >= free:
            foot[start : start + len(words)] = words
            free = start + len(words) + 1
    return [*framed_, _said("".join(foot), "scale")]


def bar(value: float | None, most: float, cells: int) -> tuple[str, str]:
    """A bar of so many cells: its filled part and its empty one; all empty where the value is not known."""
    filled = 0 if value is None else max(0, min(cells, round(value * cells / most)))
    return _FULL * filled, _EMPTY * (cells - filled)


def _said(words: str, role: str) -> list[Cell]:
    return [Cell(char, role, SEA) for char in words]


def _signs(change: int) -> str:
    return "▲" if change > 0 else "▼" if change < 0 else "●"


def _plain_signs(change: int) -> str:
    return "^" if change > 0 else "v" if change < 0 else "o"


def _across(place: int, count: int) -> float:
    return FIRST + (LAST - FIRST) * place / max(1, count - 1)


def _down(share: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * share


def _row(y: float, rows: int) -> int:
    return min(rows - 1, int(y / 100 * rows))


def _column(x: float, columns: int) -> int:
    return min(columns - 1, int(x / 100 * columns))


def _spread(standings: Sequence[Standing]) -> list[tuple[float, float]]:
    """A point for each; those in one column of the law stand side by side in their order."""
    counts = Counter(COLUMNS[standing.legality] for standing in standings)
    used: Counter[int] = Counter()
    points = []
    for standing in standings:
        column = COLUMNS[standing.legality]
        used[column] += 1
        points.append((100 / 3 * (column + used[column] / (counts[column] + 1)), _down(standing.index / 100)))
    return points
