"""A table in CSV, changed in some cells: all else stays to the byte."""

from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.paper.csv_cells import BOM, DIVIDERS, CsvError, read_cells
from crisis_game.texts import Wording

WORDS = st.text(st.sampled_from("ab \"',;\t\r\n=é"), max_size=6)
TABLES = st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=4)


def written(rows: list[list[str]], divider: str, quoting: int, end: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=divider, quoting=quoting, lineterminator=end).writerows([["h1", "h2", "h3"], *rows])
    return text.getvalue()


def rows_of(text: str, divider: str) -> list[list[str]]:
    return [row or [""] for row in csv.reader(io.StringIO(text, newline=""), delimiter=divider)]


DIALECTS = (
    st.sampled_from(DIVIDERS),
    st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    st.sampled_from(("\n", "\r\n")),
)


@given(TABLES, *DIALECTS, st.booleans())
def test_cells_are_those_that_csv_reads_and_unchanged_all_stays(
    rows: list[list[str]], divider: str, quoting: int, end: str, mark: bool
) -> None:
    text = written(rows, divider, quoting, end)
    data = (BOM if mark else b"") + text.encode()
    table = read_cells(data)
    assert [[cell.words for cell in row.cells] for row in table.rows] == rows_of(text, divider)
    assert table.changed({}) == data


@given(TABLES, *DIALECTS, WORDS, st.integers(0, 5))
def test_a_change_is_read_back_and_is_the_only_one(
    rows: list[list[str]], divider: str, quoting: int, end: str, words: str, column: int
) -> None:
    text = written(rows, divider, quoting, end)
    before = rows_of(text, divider)
    changed = rows_of(read_cells(text.encode()).changed({(1, column): words}).decode(), divider)
    expected = [*before[1], *[""] * (column + 1 - len(before[1]))]
    expected[column] = words
    assert changed == [before[0], expected, *before[2:]]


@given(st.binary(max_size=60))
def test_any_bytes_come_back_or_are_refused(data: bytes) -> None:
    with suppress(CsvError):
        assert read_cells(data).changed({}) == data


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    table = read_cells(b'a,b\r\n"x\r\ny",1\r\n\r\nz,2')
    assert [row.line for row in table.rows] == [1, 2, 4, 5]


def test_a_line_that_names_the_divider_is_no_row() -> None:
    table = read_cells(b"sep=;\r\nname,x;id\r\nA;1\r\n")
    assert [[cell.words for cell in row.cells] for row in table.rows] == [["name,x", "id"], ["A", "1"]]
    assert table.changed({(1, 1): "2"}) == b"sep=;\r\nname,x;id\r\nA;2\r\n"


@pytest.mark.parametrize(
    ("data", "told"), [(b"a,b\nc,\xff", "line 2 is not UTF-8"), (b'a,b\nc,"d\n', "line 2: a quote is opened")]
)
def test_what_is_no_table_is_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(CsvError) as raised:
        read_cells(data)
    assert Wording().say(raised.value.fault).startswith(told)
