"""Lists of injects, out and in: nothing changes by itself, what changed is changed there alone, mistakes have cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Inject
from crisis_game.scenario.reading.inject_editing import InjectsFile
from crisis_game.scenario.records import declared
from crisis_game.texts import Wording
from crisis_game.workshop.msel.columns import COLUMNS
from crisis_game.workshop.msel.csv_sheet import csv_bytes, read_csv
from crisis_game.workshop.msel.intake import Intake, take_in
from crisis_game.workshop.msel.listing import listing
from crisis_game.workshop.msel.sheet import Sheet, SheetError, tidy
from crisis_game.workshop.msel.times import When, when_of
from crisis_game.workshop.msel.xlsx_sheet import MOST_UNPACKED, read_xlsx, xlsx_bytes

Rows = list[list[str]]
Kind = tuple[Callable[[Sequence[Sequence[str]]], bytes], Callable[[str, bytes], Sheet]]
KINDS: dict[str, Kind] = {"csv": (csv_bytes, read_csv), "xlsx": (xlsx_bytes, read_xlsx)}


@pytest.fixture(scope="module")
def watch() -> InjectsFile:
    return InjectsFile(find("first-watch"))


@pytest.fixture
def rows(watch: InjectsFile) -> Rows:
    return [list(row) for row in listing(watch)]


def sheet(rows: Rows) -> Sheet:
    return read_csv("list.csv", csv_bytes(rows))


def told(intake: Intake) -> list[str]:
    return [Wording().say(remark.said()) for remark in intake.remarks]


def put(rows: Rows, row: int, heading: str, words: str) -> None:
    rows[row][rows[0].index(heading)] = words


def text_of(written: InjectsFile, path: str = "first-watch.yaml") -> str:
    return written.files.contents[path].decode()


def row_of(rows: Rows, inject: str) -> int:
    """Where the row of an inject stands."""
    return next(place for place, row in enumerate(rows) if row[1] == inject)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scenario", ["first-watch", "hesk-strait"])
def test_out_and_in_changes_not_one_byte(scenario: str, kind: str) -> None:
    written = InjectsFile(find(scenario))
    write, read = KINDS[kind]
    intake = take_in(read(f"list.{kind}", write(listing(written))), written)
    assert intake.remarks == ()
    assert intake.after is not None
    assert intake.after.files.contents == written.files.contents


def test_the_list_says_what_planners_ask(rows: Rows) -> None:
    oxygen = dict(zip(rows[0], rows[1], strict=True))
    assert oxygen["number"] == "1"
    assert (oxygen["id"], oxygen["time"], oxygen["minute"]) == ("oxygen", "round 1, situation", "0")
    assert (oxygen["from"], oxygen["to"], oxygen["method"]) == ("Brennan Radio", "all", "news")
    assert oxygen["text"].startswith("Lund's two hospitals")
    assert oxygen["expected action"].startswith("Somebody proposes help")
    assert dict(zip(rows[0], rows[row_of(rows, "denial")], strict=True))["minute"] == "1"


def test_what_is_changed_is_changed_there_alone(watch: InjectsFile, rows: Rows) -> None:
    put(rows, 1, "text", "Oxygen for ten hours: no more.")
    put(rows, 1, "to", "brenna; ALD")
    put(rows, row_of(rows, "denial"), "time", "round 1, orders")
    intake = take_in(sheet(rows), watch)
    assert intake.changed == ("oxygen", "denial")
    assert intake.after is not None
    before, after = text_of(watch).splitlines(), text_of(intake.after).splitlines()
    assert [line for line in after if line not in before] == [
        "    to: [BRE, ALD]",
        "      Oxygen for ten hours: no more.",
        "    at: orders",
    ]
    assert [line for line in before if line.startswith("#")] == [line for line in after if line.startswith("#")]


def test_a_new_row_becomes_an_inject(watch: InjectsFile, rows: Rows) -> None:
    rows.append([""] * len(rows[0]))
    for heading, words in {
        "time": "1 table",
        "title": "Oil: a price!",
        "text": "It rises.",
        "asks": "What now?",
    }.items():
        put(rows, len(rows) - 1, heading, words)
    intake = take_in(sheet(rows), watch)
    assert intake.added == ("oil-a-price",)
    assert intake.after is not None
    assert intake.after.entries["oil-a-price"] == {
        "title": "Oil: a price!",
        "round": 1,
        "at": "table",
        "text": "It rises.",
        "asks": "What now?",
    }
    assert intake.after.reading.scenario is not None


def test_an_inject_of_an_included_file_is_changed_in_that_file() -> None:
    written = InjectsFile(find("hesk-strait"))
    rows = [["id", "title"], ["r1-sinking", "Lost"]]
    intake = take_in(sheet(rows), written)
    assert intake.after is not None
    old, new = written.files.contents, intake.after.files.contents
    assert [path for path in old if old[path] != new[path]] == ["hesk-strait/injects-opening.yaml"]
    assert any(f"and {len(written.entries) - 6} more" in sentence for sentence in told(intake)), "five are named"


def test_all_mistakes_are_told_at_once_by_cell(watch: InjectsFile, rows: Rows) -> None:
    put(rows, 1, "to", "BRE, DUNN")
    put(rows, 1, "time", "1-Mar")
    put(rows, 1, "title", "")
    denial = row_of(rows, "denial")
    put(rows, denial, "method", "emial")
    put(rows, denial, "condition", "escalaton >= 3")
    put(rows, denial, "text", "#REF!")
    rows.append(["", "Bad Id", *[""] * (len(rows[0]) - 2)])
    intake = take_in(sheet(rows), watch)
    assert intake.after is None
    cells = {remark.place.cell: line for remark, line in zip(intake.remarks, told(intake), strict=True)}
    second, last = denial + 1, len(rows)
    assert set(cells) == {"C2", "E2", "G2", f"H{second}", f"J{second}", f"M{second}", f"B{last}"}
    assert "DUNN" in cells["G2"]
    assert "Did you mean `DUN`?" in cells["G2"]
    assert cells["G2"].startswith("list.csv, cell G2: ")
    assert "date" in cells["C2"]
    assert "Did you mean `escalation`?" in cells[f"M{second}"]
    assert "bad-id" in cells[f"B{last}"]


def test_the_same_id_twice_is_a_mistake(watch: InjectsFile, rows: Rows) -> None:
    put(rows, 2, "id", "oxygen")
    assert any("stands in row 2 already" in sentence for sentence in told(take_in(sheet(rows), watch)))


def test_headings_in_any_order_and_case_and_unknown_ones(watch: InjectsFile) -> None:
    rows = [["Colour", "MESSAGE", "Id", "Nonsense"], ["red", "New words.", "oxygen", "x"]]
    intake = take_in(sheet(rows), watch)
    assert intake.changed == ("oxygen",)
    assert [sentence for sentence in told(intake) if "Colour" in sentence] == [
        "list.csv, row 1: note: these columns are not read: Colour (A1) and Nonsense (D1)"
    ]


def test_no_heading_that_tells_injects_apart(watch: InjectsFile) -> None:
    assert take_in(sheet([["text"], ["x"]]), watch).errors
    assert take_in(sheet([]), watch).errors
    assert take_in(sheet([["id", "Inject ID"], ["x", "y"]]), watch).errors


def test_other_wordings_are_pointed_at(watch: InjectsFile, rows: Rows) -> None:
    put(rows, row_of(rows, "denial"), "text", "Korrin says nothing.")
    assert any("other wordings (1)" in sentence for sentence in told(take_in(sheet(rows), watch)))


def test_a_language_of_its_own_column(watch: InjectsFile) -> None:
    files = watch.files
    with_german = files.contents[files.main].replace(b"\nlesson:", b"\nlanguages: [en, de]\nlesson:")
    assert with_german != files.contents[files.main]
    both = InjectsFile(ScenarioFiles(files.main, MappingProxyType({**files.contents, files.main: with_german})))
    german = [list(row) for row in listing(both, "de")]
    assert "text (de)" in german[0]
    assert dict(zip(german[0], german[1], strict=True))["text (de)"] == ""
    put(german, 1, "title (de)", "Sauerstoff: vierzig Stunden")
    intake = take_in(sheet(german), both)
    assert intake.after is not None
    assert intake.after.entries["oxygen"]["title"] == {
        "en": "Oxygen for forty hours",
        "de": "Sauerstoff: vierzig Stunden",
    }
    again = [list(row) for row in listing(intake.after, "de")]
    assert take_in(sheet(again), intake.after).changed == ()
    assert any("no texts in `de`" in sentence for sentence in told(take_in(sheet(german), watch)))


def test_the_guide_names_every_column() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "msel.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z ]+)` \|", guide, re.MULTILINE) == [column.heading for column in COLUMNS]


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        ("round 1, situation", When(1, None, "situation")),
        ("Round 2 to 3; TABLE", When(2, 3, "table")),
        ("2", When(2, None, "situation")),
        ("any round, answer", When(None, None, "answer")),
        ("orders", When(None, None, "orders")),
    ],
)
def test_times(cell: str, when: When) -> None:
    assert when_of(cell) == when
    assert when_of(when.words()) == when


@pytest.mark.parametrize("cell", ["2026-03-01 00:00:00", "01.03.2026", "3/1/26", "1-Mar", "Mar-26", "1. März"])
def test_dates_of_spreadsheets_are_told(cell: str) -> None:
    reason = when_of(cell)
    assert not isinstance(reason, When)
    assert "date" in reason.msgid


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text("=+-@'\t ;,\"\n\rx1", max_size=8)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(CELLS.map(tidy), min_size=3, max_size=3), min_size=1, max_size=4), st.sampled_from(sorted(KINDS))
)
def test_any_cells_come_back(cells: Rows, kind: str) -> None:
    write, read = KINDS[kind]
    rows = [["id", "title", "text"], *cells]
    back = read(f"f.{kind}", write(rows)).rows
    returned = [[tidy(row[place]) if place < len(row) else "" for place in range(3)] for row in back]
    assert returned + [["", "", ""]] * (len(rows) - len(returned)) == rows


@settings(max_examples=60, deadline=None)
@given(CELLS)
def test_no_cell_is_a_formula_for_a_spreadsheet(words: str) -> None:
    text = csv_bytes([["id", words]]).decode("utf-8-sig")
    assert not next(csv.reader(io.StringIO(text, newline="")))[1].startswith(("=", "+", "-", "@"))
    book = load_workbook(io.BytesIO(xlsx_bytes([["id", tidy(words)]])))
    assert book.active is not None
    assert book.active["B1"].data_type in ("s", "n", "inlineStr")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff", "sep"])
def test_csv_of_other_programs(separator: str, mark: str) -> None:
    begin = f"sep={separator}\r\n" if mark == "sep" else mark
    text = f'{begin}id{separator}text{separator}to\r\na{separator}"two\nlines; and, ""quotes"""{separator}ALD\r\n'
    assert read_csv("f.csv", text.encode()).rows[1] == ("a", 'two\nlines; and, "quotes"', "ALD")


def test_csv_that_cannot_be_read() -> None:
    for data in (b'id,"text\nx', "id,tëxt".encode("latin-1"), b"id\n" * 2_001, b"," * 200):
        with pytest.raises(SheetError):
            read_csv("f.csv", data)


def workbook(fill: Callable[[Workbook], None]) -> bytes:
    book = Workbook()
    fill(book)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_merged_cells_are_one_and_other_sheets_are_told(watch: InjectsFile) -> None:
    def fill(book: Workbook) -> None:
        page = book.active
        assert page is not None
        page.title = "Notes"
        injects = book.create_sheet("Injects")
        injects.append(["id", "title"])
        injects.append(["oxygen", "New"])
        injects.merge_cells("B2:B4")

    intake = take_in(read_xlsx("f.xlsx", workbook(fill)), watch)
    assert intake.changed == ("oxygen",), "rows that are but the rest of a merged cell are none of their own"
    assert any("Notes" in sentence for sentence in told(intake))


@pytest.mark.parametrize("cell", ["XFD1048576", "CW2", "B2001", "A1048576"])
def test_a_cell_beyond_all_that_is_read_is_told(cell: str) -> None:
    def fill(book: Workbook) -> None:
        page = book.active
        assert page is not None
        page.append(["id", "title"])
        page.append(["oxygen", "New"])
        page[cell] = "left out without a word"

    with pytest.raises(SheetError) as refused:
        read_xlsx("f.xlsx", workbook(fill))
    [remark] = refused.value.remarks
    assert Wording().say(remark.message) == "the table is too large: at most 2000 rows and 100 columns are read"


@pytest.mark.parametrize("cell", ["CV2", "B2000", "XFD1048576"])
def test_a_far_cell_that_is_empty_or_just_within_is_none(cell: str) -> None:
    def fill(book: Workbook) -> None:
        page = book.active
        assert page is not None
        page.append(["id", "title"])
        page[cell].font = Font(bold=True)
        if cell != "XFD1048576":
            page[cell] = "within"

    assert read_xlsx("f.xlsx", workbook(fill)).rows[0] == ("id", "title")


def test_a_formula_is_not_worked_out_and_a_date_is_told(watch: InjectsFile) -> None:
    from datetime import datetime

    def fill(book: Workbook) -> None:
        page = book.active
        assert page is not None
        page.append(["id", "asks", "time"])
        page.append(["oxygen", "=1+1", datetime(2026, 3, 1)])

    read = read_xlsx("f.xlsx", workbook(fill))
    assert read.rows[1] == ("oxygen", "", "2026-03-01 00:00:00")
    assert [remark.place.cell for remark in read.remarks] == ["B2"]
    assert not take_in(read, watch).changed
    dated = Sheet(read.file, read.name, read.rows)
    assert any("cell C2: the spreadsheet has made a date" in sentence for sentence in told(take_in(dated, watch)))


def with_part(name: str, data: bytes) -> bytes:
    archive = io.BytesIO(xlsx_bytes([["id"], ["x"]]))
    with ZipFile(archive, "a", ZIP_DEFLATED) as parts:
        parts.writestr(name, data)
    return archive.getvalue()


def test_hostile_workbooks_are_refused() -> None:
    for data in (
        b"",
        b"PK\x03\x04 no archive",
        xlsx_bytes([["id"]])[:-40],
        with_part("xl/bomb.bin", bytes(MOST_UNPACKED)),
        with_part("xl/more.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
        xlsx_bytes([["id"] * 101]),
    ):
        with pytest.raises(SheetError):
            read_xlsx("f.xlsx", data)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=8))
def test_damaged_workbooks_are_read_or_refused(place: int, bytes_: bytes) -> None:
    data = bytearray(WORKBOOK)
    data[place % len(data) : place % len(data) + len(bytes_)] = bytes_
    try:
        sheet_read = read_xlsx("f.xlsx", bytes(data))
    except SheetError:
        return
    assert all(isinstance(cell, str) for row in sheet_read.rows for cell in row)


WORKBOOK = xlsx_bytes([["id", "title"], ["x", "y"]])


def test_a_key_of_an_inject_with_headings_has_its_column() -> None:
    keys = {key.name: key for key in declared(Inject).keys if key.headings}
    columns = {column.keys[0]: column for column in COLUMNS if column.keys and column.heading != "time"}

    assert set(columns) == set(keys)
    assert {name for name, column in columns.items() if column.is_needed} == {"title", "text"}
    assert {name for name, column in columns.items() if column.is_word} == {"channel", "grade"}
    assert {name for name, column in columns.items() if column.is_prose} == {
        "title",
        "sender",
        "text",
        "asks",
        "expected",
    }
