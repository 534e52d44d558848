"""Charts in characters: every point is there with its sign and number, in any size, with and without colour."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import Move, Term
from crisis_game.law.finding import Legality
from crisis_game.pages.charts.gauges import steps_of
from crisis_game.pages.charts.model import GaugeChart, QuadrantChart, Standing
from crisis_game.texts import Text, prose
from crisis_game.tui.widgets.canvas import Cell
from crisis_game.tui.widgets.chart_cells import GUTTER, bar, gauge_cells, point_at, quadrant_cells


def gauge(*values: int, blur: int = 0) -> GaugeChart:
    moves = [
        Move(round_, "heat", before, (Term(after - before, coded(Code.COOLING)),), after)
        for round_, (before, after) in enumerate(pairwise(values), 1)
    ]
    steps = steps_of(values[0], moves, len(values) - 1)
    return GaugeChart("heat", prose("Heat"), 0, 100, "bad", values[0], steps, blur)


def shown(cells: list[list[Cell]]) -> list[str]:
    return ["".join(cell.char for cell in row) for row in cells]


@pytest.mark.parametrize(("plain", "signs"), [(False, "●▲▼"), (True, "o^v")])
def test_a_gauge_has_a_sign_and_a_number_for_each_round(plain: bool, signs: str) -> None:
    rows = shown(gauge_cells(gauge(30, 80, 20), 60, 9, 1, plain=plain))
    words = "\n".join(rows)
    for sign, value in zip(signs, (30, 80, 20), strict=True):
        assert f"{sign} {value}" in words
    assert rows[-1].split() == ["1", "2"]
    assert [row.split("│")[0].strip() for row in rows[:-1] if row.split("│")[0].strip()] == ["100", "50", "0"]
    assert plain == all(char < "\u2500" or char == "│" for char in words)


def test_the_round_that_is_picked_is_marked() -> None:
    cells = gauge_cells(gauge(30, 80, 20), 60, 9, 2)
    picked = "".join(cell.char for row in cells for cell in row if cell.ink == "picked")
    assert picked == "▼ 20"


def test_an_estimate_says_so_at_every_point() -> None:
    assert "~40" in "\n".join(shown(gauge_cells(gauge(30, 40, blur=8), 60, 9, 1)))


@given(st.lists(st.integers(0, 100), min_size=1, max_size=9), st.integers(1, 130), st.integers(1, 30), st.booleans())
def test_any_gauge_fills_its_room_exactly(values: list[int], columns: int, rows: int, plain: bool) -> None:
    cells = gauge_cells(gauge(*values), columns, rows, 0, plain=plain)
    assert len(cells) == max(2, rows)
    assert {len(row) for row in cells} == {max(GUTTER + 1, columns)}


@given(st.integers(1, 12), st.integers(40, 130))
def test_a_click_on_a_point_finds_it(count: int, columns: int) -> None:
    assert point_at(0, columns, count) == 0
    assert point_at(columns, columns, count) == count - 1


def standing(number: int, legality: Legality, index: int) -> Standing:
    return Standing(number, 1, Text("act"), ("AAA",), legality, index, "mixed")


def test_the_path_stands_in_the_columns_of_the_law() -> None:
    path = (standing(1, "unlawful", 20), standing(2, "contested", 50), standing(3, "lawful", 90))
    chart = QuadrantChart(prose("League"), path, standing(0, "insufficient-facts", 50), Text("so"))
    rows = shown(quadrant_cells(chart, 80, 12, {}))
    at = {char: (row.index(char), place) for place, row in enumerate(rows[:-1]) for char in "123◆" if char in row}
    third = (80 - GUTTER) / 3
    assert at["1"][0] < GUTTER + third < at["2"][0] < at["◆"][0] < GUTTER + 2 * third < at["3"][0]
    assert at["3"][1] < at["2"][1] < at["1"][1]
    assert rows[-1].split() == ["unlawful", "open", "lawful"]


@pytest.mark.parametrize(("value", "filled"), [(None, 0), (0, 0), (2, 8), (4, 16), (9, 16)])
def test_bars(value: float | None, filled: int) -> None:
    full, empty = bar(value, 4, 16)
    assert (len(full), len(empty)) == (filled, 16 - filled)
