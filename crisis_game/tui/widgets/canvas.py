"""Shapes to cells: how a map is drawn in characters. Pure, without a screen.

Land is filled in quarters of a cell, lines are drawn in braille dots, signs and names are letters. In `plain` drawing
only letters of the keyboard are used and nothing rests on colour: land is strewn with its state's sign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

Points: TypeAlias = Sequence[tuple[float, float]]

SEA = "sea"
NARROWEST = 12
"""The smallest width of a window, in units of the grid."""
HIGH = 20
"""Rows from which words may stand above or below their sign without being taken for another's."""
_GRID = 100
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_PLAIN_COAST = "#"


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the grid that is shown."""

    west: float = 0
    north: float = 0
    east: float = _GRID
    south: float = _GRID

    def closer(self, factor: float, x: float, y: float) -> Window:
        """A window `factor` times as large around a point, within the grid."""
        width = min(_GRID, max(NARROWEST, (self.east - self.west) * factor))
        height = min(_GRID, max(NARROWEST, (self.south - self.north) * factor))
        return Window(0, 0, width, height).moved(x - width / 2, y - height / 2)

    def moved(self, across: float, down: float) -> Window:
        """The window moved, as far as the grid goes."""
        width, height = self.east - self.west, self.south - self.north
        west = min(_GRID - width, max(0, self.west + across))
        north = min(_GRID - height, max(0, self.north + down))
        return Window(west, north, west + width, north + height)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is shown."""
        return self.west <= x <= self.east and self.north <= y <= self.south


@dataclass(frozen=True, slots=True)
class Fill:
    """Land inside a closed shape: `role` gives its colour, `sign` is strewn over it in plain drawing."""

    role: str
    sign: str
    points: Points


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line: `dash` is the length of its dashes in dots, 0 for none; `plain` its letter in plain drawing."""

    role: str
    points: Points
    plain: str
    dash: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """Signs at a point, and words beside them where there is room. `must`: the words stand whatever they cover."""

    x: float
    y: float
    signs: str
    words: str
    role: str
    must: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name across what is filled with a role; across the sea at a point."""

    words: str
    role: str
    fill: str
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn: what comes first lies below, of marks and names what comes first has the room."""

    fills: tuple[Fill, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()
    names: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One character: the role of its ink, and of the ground behind it."""

    char: str
    ink: str
    ground: str


def draw(drawing: Drawing, window: Window, columns: int, rows: int, *, plain: bool = False) -> list[list[Cell]]:
    """A drawing as `rows` lines of `columns` cells."""
    if columns < 1 or rows < 1:
        return []
    sheet = _Sheet(window, columns, rows, plain=plain)
    sheet.fill(drawing.fills)
    for stroke in drawing.strokes:
        sheet.stroke(stroke)
    sheet.mark(drawing.marks)
    for name in drawing.names:
        sheet.name(name)
    return sheet.cells


class _Sheet:
    """Cells under way: samples of the ground at two by two a cell, then what is drawn on them."""

    def __init__(self, window: Window, columns: int, rows: int, *, plain: bool) -> None:
        self.cells = [[Cell(" ", SEA, SEA)] * columns for _ in range(rows)]
        self._window, self._columns, self._rows, self._plain = window, columns, rows, plain
        self._taken: set[tuple[int, int]] = set()

    def fill(self, fills: Sequence[Fill]) -> None:
        """The ground: each land over those before it."""
        samples = [[SEA] * (2 * self._columns) for _ in range(2 * self._rows)]
        for fill in fills:
            points = [self._scaled(x, y, 2, 2) for x, y in fill.points]
            for row, line in enumerate(samples):
                for start, end in _inside(points, row + 0.5):
                    first = max(0, round(start))
                    last = max(first, min(2 * self._columns, round(end)))
                    line[first:last] = [fill.role] * (last - first)
        signs = {fill.role: fill.sign for fill in fills}
        for row in range(self._rows):
            above, below = samples[2 * row], samples[2 * row + 1]
            for column in range(self._columns):
                left = 2 * column
                quarters = (above[left], above[left + 1], below[left], below[left + 1])
                self.cells[row][column] = self._ground(quarters, signs, row, column)
        if self._plain:
            self._draw_coast()

    def _draw_coast(self) -> None:
        """In plain drawing, a letter on all land beside the sea."""
        grounds = [[cell.ground for cell in line] for line in self.cells]
        for row, line in enumerate(grounds):
            for column, ground in enumerate(line):
                beside = [line[neighbour] for neighbour in (column - 1, column + 1) if 0 <= neighbour < self._columns]
                beside += [
                    grounds[neighbour][column] for neighbour in (row - 1, row + 1) if 0 <= neighbour < self._rows
                ]
                if ground != SEA and SEA in beside:
                    self.cells[row][column] = Cell(_PLAIN_COAST, ground, ground)

    def _ground(self, quarters: tuple[str, ...], signs: dict[str, str], row: int, column: int) -> Cell:
        if quarters.count(quarters[0]) == 4:
            whole = quarters[0]
            strewn = self._plain and whole != SEA and column % 6 == 3 * (row % 2)
            return Cell(signs.get(whole, ".") if strewn else " ", whole, whole)
        (ground, _), (ink, _) = Counter(quarters).most_common(2)
        if self._plain:
            return Cell(" ", ground, ground)
        bits = sum(1 << place for place, quarter in enumerate(quarters) if quarter != ground)
        return Cell(_QUARTERS[bits], ink, ground)

    def stroke(self, stroke: Stroke) -> None:
        """A line in dots over the ground; in plain drawing in letters over the open sea and land."""
        wide, high = (1, 1) if self._plain else (2, 4)
        dots: dict[tuple[int, int], int] = {}
        path = _path([self._scaled(x, y, wide, high) for x, y in stroke.points])
        for place, (x, y) in enumerate(path):
            if stroke.dash and place // stroke.dash % 2:
                continue
            cell = (y // high, x // wide)
            dots[cell] = dots.get(cell, 0) | _DOTS[y % high][x % wide]
        for (row, column), bits in dots.items():
            if 0 <= row < self._rows and 0 <= column < self._columns:
                char = stroke.plain if self._plain else chr(0x2800 + bits)
                self.cells[row][column] = replace(self.cells[row][column], char=char, ink=stroke.role)

    def mark(self, marks: Sequence[Mark]) -> None:
        """All signs, then words for as many as there is room for."""
        placed: list[tuple[Mark, int, int]] = []
        for mark in marks:
            if self._window.holds(mark.x, mark.y):
                row, column = self._cell(mark.x, mark.y)
                column = min(column, max(0, self._columns - len(mark.signs)))
                if not self._take(row, column, len(mark.signs), must=mark.must):
                    continue
                self._write(row, column, mark.signs, mark.role)
                placed.append((mark, row, column))
        for mark, row, column in placed:
            self._label(mark, row, column)

    def _label(self, mark: Mark, row: int, column: int) -> None:
        """The words right of the signs or left of them; in a high window also below or above."""
        length, after = len(mark.words), column + len(mark.signs) + 1
        middle = column - length // 2
        spots = [(row, after), (row, column - 1 - length)]
        if self._rows >= HIGH:
            spots += [(row + 1, middle), (row - 1, middle)]
        for line, start in spots:
            if self._take(line, start, length):
                self._write(line, start, mark.words, mark.role)
                if line == row:
                    self._write(row, after - 1 if start == after else column - 1, " ", mark.role)
                return
        if mark.must:
            start = max(0, min(after, self._columns - length))
            self._take(row, start, min(length, self._columns - start), must=True)
            self._write(row, start, mark.words[: self._columns - start], mark.role)

    def name(self, name: Name) -> None:
        """A name where its ground is widest near its middle; a name at a point there, if there is room."""
        length = len(name.words)
        if name.at is not None:
            if self._window.holds(*name.at):
                row, column = self._cell(*name.at)
                spots = [(row + by, column - length // 2) for by in (0, 1, -1)]
                self._name_first(name, spots)
            return
        runs = [(row, *run) for row in range(self._rows) for run in self._runs(row, name.fill) if run[1] >= length + 2]
        if runs:
            total = sum(run[2] for run in runs)
            middle = sum(run[0] * run[2] for run in runs) / total
            runs.sort(key=lambda run: abs(run[0] - middle) - run[2] / 8)
            self._name_first(name, [(row, start + (long - length) // 2) for row, start, long in runs])

    def _name_first(self, name: Name, spots: Iterable[tuple[int, int]]) -> None:
        for row, start in spots:
            if self._on(name.fill, row, start, len(name.words)) and self._take(row, start, len(name.words)):
                if self._plain:
                    self._write(row, start - 1, f" {name.words} ", name.role)
                self._write(row, start, name.words, name.role)
                return

    def _on(self, ground: str, row: int, start: int, length: int) -> bool:
        """Whether all cells for so many letters, and one on either side, have one ground."""
        if not 0 <= row < self._rows or start < 1 or start + length >= self._columns:
            return False
        return all(cell.ground == ground for cell in self.cells[row][start - 1 : start + length + 1])

    def _runs(self, row: int, role: str) -> list[tuple[int, int]]:
        """Start and length of each run of one ground in a row."""
        runs: list[tuple[int, int]] = []
        start = None
        for column in range(self._columns + 1):
            inside = column < self._columns and self.cells[row][column].ground == role
            if inside and start is None:
                start = column
            elif not inside and start is not None:
                runs.append((start, column - start))
                start = None
        return runs

    def _take(self, row: int, start: int, length: int, *, must: bool = False) -> bool:
        """Take cells for letters, with a free one on either side; whether they were free."""
        inside = 0 <= row < self._rows and start >= 0 and start + length <= self._columns
        wanted = {(row, column) for column in range(start - 1, start + length + 1)}
        if not inside or (not must and self._taken & wanted):
            return False
        self._taken |= {(row, column) for column in range(start, start + length)}
        return True

    def _write(self, row: int, start: int, words: str, role: str) -> None:
        for column, char in enumerate(words, start):
            self.cells[row][column] = replace(self.cells[row][column], char=char, ink=role)

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        across, down = self._scaled(x, y, 1, 1)
        return min(self._rows - 1, int(down)), min(self._columns - 1, int(across))

    def _scaled(self, x: float, y: float, wide: int, high: int) -> tuple[float, float]:
        """A point of the grid in steps of so many a cell."""
        window = self._window
        across = (x - window.west) / (window.east - window.west) * self._columns * wide
        down = (y - window.north) / (window.south - window.north) * self._rows * high
        return across, down


def _inside(points: Points, y: float) -> list[tuple[float, float]]:
    """Where a level line runs inside a closed shape, as pairs of start and end."""
    crossings = []
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if (y1 <= y) != (y2 <= y):
            crossings.append(x1 + (y - y1) / (y2 - y1) * (x2 - x1))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def _path(points: Points) -> list[tuple[int, int]]:
    """The dots along a line, each once, in order."""
    dots: list[tuple[int, int]] = []
    for (x1, y1), (x2, y2) in pairwise(points):
        steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1))))
        for step in range(steps + 1):
            dot = (int(x1 + (x2 - x1) * step / steps), int(y1 + (y2 - y1) * step / steps))
            if not dots or dots[-1] != dot:
                dots.append(dot)
    return dots
