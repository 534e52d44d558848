"""Shapes to cells: land, coasts, lines, signs and names, in any window and any room."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.tui.widgets.canvas import SEA, Drawing, Fill, Mark, Name, Stroke, Window, draw

WEST_HALF = Fill("AAA", "a", ((0, 0), (50, 0), (50, 100), (0, 100)))
POINTS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=3, max_size=8)


def text(drawing: Drawing, columns: int, rows: int, *, plain: bool = True, window: Window | None = None) -> list[str]:
    shown = draw(drawing, window or Window(), columns, rows, plain=plain)
    return ["".join(cell.char for cell in row) for row in shown]


def test_land_is_strewn_with_its_sign_and_has_a_coast() -> None:
    assert text(Drawing(fills=(WEST_HALF,)), 20, 2) == [
        "a     a  #          ",
        "   a     #          ",
    ]


def test_a_coast_within_a_cell_is_drawn_in_quarters() -> None:
    row = draw(Drawing(fills=(WEST_HALF,)), Window(), 5, 1)[0]

    assert [cell.ground for cell in row] == ["AAA", "AAA", "AAA", SEA, SEA]
    assert (row[2].char, row[2].ink) == ("▐", SEA)


def test_a_line_is_drawn_in_dots_and_in_dashes() -> None:
    level = ((0, 10), (100, 10))

    assert text(Drawing(strokes=(Stroke("lane", level, "~"),)), 4, 1, plain=False) == ["⠉⠉⠉⠉"]
    assert text(Drawing(strokes=(Stroke("lane", level, "~", dash=2),)), 8, 1) == ["~~  ~~  "]


def test_words_stand_where_there_is_room() -> None:
    near = (Mark(50, 50, "*", "Wreck", "incident"), Mark(45, 50, "+", "Narrows", "place"))

    assert text(Drawing(marks=near), 24, 1) == ["  Narrows + * Wreck     "]


def test_what_is_picked_is_named_whatever_it_covers() -> None:
    marks = (Mark(90, 50, "*", "Wreck of the Lindis", "picked", must=True), Mark(5, 50, "+", "", "place"))

    assert "Wreck of the" in text(Drawing(marks=marks), 20, 1)[0]


def test_what_lies_outside_the_window_is_not_shown() -> None:
    marks = (Mark(90, 50, "*", "Wreck", "incident"),)

    assert text(Drawing(marks=marks), 20, 3, window=Window(0, 0, 50, 50)) == [" " * 20] * 3


def test_a_name_stands_on_its_own_ground_or_not_at_all() -> None:
    names = (Name("ALPHA", "name", "AAA"), Name("Bay", "water", SEA, (75, 50)))
    drawing = Drawing(fills=(WEST_HALF,), names=names)

    rows = text(drawing, 30, 3, plain=False)
    assert 0 <= rows[1].index("ALPHA") < 10
    assert rows[1].index("Bay") > 15
    assert "ALPHA" not in "".join(text(drawing, 10, 3, plain=False))


def test_a_window_stays_within_the_grid() -> None:
    near = Window().closer(0.25, 95, 2)

    assert (near.east, near.north) == (100, 0)
    assert near.holds(95, 2)
    assert near.moved(500, -500) == near
    assert near.closer(100, 0, 0) == Window()


@settings(max_examples=60, deadline=None)
@given(POINTS, st.floats(0.05, 1), st.integers(0, 100), st.integers(0, 100), st.integers(1, 30), st.booleans())
def test_whatever_is_drawn_fills_just_its_room(
    points: list[tuple[int, int]], factor: float, x: int, y: int, columns: int, plain: bool
) -> None:
    marks = tuple(Mark(across, down, "*!", "Here", "place", must=across % 2 == 0) for across, down in points)
    drawing = Drawing((Fill("AAA", "a", points),), (Stroke("area", points, ".", 2),), marks, (Name("A", "n", "AAA"),))

    rows = draw(drawing, Window().closer(factor, x, y), columns, 7, plain=plain)

    assert [len(row) for row in rows] == [columns] * 7
    assert all(len(cell.char) == 1 for row in rows for cell in row)
    assert {cell.ground for row in rows for cell in row} <= {SEA, "AAA"}
    if plain:
        assert all(cell.char.isascii() for row in rows for cell in row)
