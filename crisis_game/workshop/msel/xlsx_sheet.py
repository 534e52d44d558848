"""A table as an Excel workbook. What comes in is hostile until checked; formulas are never worked out.

Only here is openpyxl imported; it comes with the extra `crisis-game[xlsx]`.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from crisis_game.texts import Text
from crisis_game.workshop.msel.form import MOST_ABOVE, head_in
from crisis_game.workshop.msel.other_kinds import DAMAGED
from crisis_game.workshop.msel.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Place,
    Remark,
    Sheet,
    SheetError,
    check_bytes,
    check_rows,
    restored,
)

SHEET = "Injects"
SHEETS = ("injects", "msel")
"""The sheets that are read, in lower case, before any other."""

MOST_PARTS = 500
MOST_UNPACKED = 60_000_000

_WIDTHS = {
    "text": 70,
    "title": 26,
    "asks": 36,
    "expected action": 36,
    "condition": 36,
    "id": 20,
    "time": 20,
    "from": 24,
}
_USUAL_WIDTH = 12
_FILLED_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'](?:[^>]*[^>/])?>(?!</)")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?)[\"']")
_SHEET_TAG = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"([\w:]+)=(?:\"([^\"]*)\"|'([^']*)')")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}|0")
_APOSTROPHES = re.compile(r"'+[=+\-@\t]")
_MOST_MERGES = 5_000
_MOST_SHEETS = 20
_SECONDS_OF_A_MINUTE = 60
_MINUTES_OF_AN_HOUR = 60


def xlsx_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """A table as a workbook with one sheet; every cell is a text, so that nothing in it can be a formula."""
    book = Workbook()
    page = book.active
    if page is None:
        raise ValueError("a new workbook has no sheet")
    page.title = SHEET
    page.freeze_panes = "C2"
    for row, cells in enumerate(rows, 1):
        for column, words in enumerate(cells, 1):
            cell = page.cell(row, column)
            if not words:
                continue
            if _NUMBER.fullmatch(words):
                cell.value = int(words)
            else:
                cell.value = f"'{words}" if _APOSTROPHES.match(words) else words
                cell.data_type = "s"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=row == 1)
    for column, heading in enumerate(rows[0], 1):
        width = _WIDTHS.get(heading.partition(" (")[0], _USUAL_WIDTH)
        page.column_dimensions[get_column_letter(column)].width = width
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def read_xlsx(file: str, data: bytes) -> Sheet:
    """The table in a workbook: in the sheet `Injects`, else in the first.

    Raises:
        SheetError: if it cannot be read, or is larger than any list of injects.
    """
    _check_parts(file, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _sheet(file, data)
    except SheetError:
        raise
    except Exception as fault:
        # openpyxl raises whatever its parts do where a workbook is damaged.
        raise SheetError(Remark(Place(file), _damaged())) from fault


def _check_parts(file: str, data: bytes) -> None:
    """Refuse bombs before openpyxl unpacks anything: by size, by number of parts, by entities that grow."""
    check_bytes(file, data)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise SheetError(Remark(Place(file), _too_much()))
            left = MOST_UNPACKED
            for part in parts:
                with archive.open(part) as stream:
                    unpacked = stream.read(left + 1)
                left -= len(unpacked)
                if left < 0:
                    raise SheetError(Remark(Place(file), _too_much()))
                plain = unpacked.replace(b"\0", b"")
                if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                    message = Text("the workbook declares XML entities, which no spreadsheet does; it is not opened")
                    raise SheetError(Remark(Place(file), message))
    except DAMAGED as fault:
        if isinstance(fault, SheetError):
            raise
        raise SheetError(Remark(Place(file), _damaged())) from fault


def _too_much() -> Text:
    return Text(
        "unpacked the workbook is larger than {most} bytes or has more than {parts} parts; it is not opened",
        {"most": MOST_UNPACKED, "parts": MOST_PARTS},
    )


def _damaged() -> Text:
    return Text("this is no workbook of Excel (.xlsx), or it is damaged; save it anew, or use CSV")


def _sheet(file: str, data: bytes) -> Sheet:
    book = _opened(data, with_formulas=False)
    pages = {page.title.casefold(): page for page in book.worksheets}
    if not pages:
        raise SheetError(Remark(Place(file), Text("the workbook has no sheet with cells")))
    page = next((pages[name] for name in SHEETS if name in pages), None) or _with_headings(book.worksheets)
    rows: list[tuple[str, ...]] = []
    for cells in page.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1, values_only=True):
        rows.append(_without_empty_end(tuple(_words(cell) for cell in cells)))
    while rows and not rows[-1]:
        rows.pop()
    check_rows(Place(file, page.title), len(rows), max(map(len, rows), default=0))
    _check_far_cells(file, page.title, data)
    remarks = list(_formulas(file, page.title, data, rows))
    merges = _merges(file, page.title, data)
    others = tuple(other.title for other in book.worksheets if other is not page)
    if others:
        message = Text("only this sheet is read; the workbook has others: {sheets}", {"sheets": others})
        remarks.append(Remark(Place(file, page.title), message, "warning"))
    wide = frozenset(row for merge in merges if merge.is_wide for row in merge.rows(len(rows)))
    whole, continued = _with_merges(rows, merges)
    return Sheet(file, page.title, whole, tuple(remarks), wide, continued)


def _with_headings(pages: Sequence[Any]) -> Any:
    """The first sheet that has headings at its top, else the first."""
    for page in pages[:_MOST_SHEETS]:
        top = page.iter_rows(max_row=MOST_ABOVE, max_col=MOST_COLUMNS, values_only=True)
        if head_in([tuple(map(_words, cells)) for cells in top]):
            return page
    return pages[0]


def _opened(data: bytes, *, with_formulas: bool) -> Any:
    """The workbook with its formulas, or with the values last stored for them."""
    return load_workbook(io.BytesIO(data), read_only=True, data_only=not with_formulas, keep_links=False)


def _formulas(file: str, sheet: str, data: bytes, rows: Sequence[tuple[str, ...]]) -> Iterator[Remark]:
    """The formulas for which no value is stored: they would be read as empty."""
    page = _opened(data, with_formulas=True)[sheet]
    for row, cells in enumerate(page.iter_rows(max_row=len(rows) or 1, max_col=MOST_COLUMNS), 1):
        for column, cell in enumerate(cells, 1):
            known = rows[row - 1] if row <= len(rows) else ()
            if cell.data_type == "f" and not (column <= len(known) and known[column - 1]):
                message = Text(
                    "the cell holds a formula without a stored value; write the value itself, or save the list "
                    "anew with a spreadsheet"
                )
                yield Remark(Place(file, sheet, row, column), message)


def _without_empty_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max((place for place, cell in enumerate(cells, 1) if cell), default=0)
    return cells[:last]


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, timedelta):
        hours, minutes = divmod(int(value.total_seconds()) // _SECONDS_OF_A_MINUTE, _MINUTES_OF_AN_HOUR)
        return f"T+{hours}:{minutes:02}" if hours >= 0 else str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return restored(str(value)) if _APOSTROPHES.match(str(value)) else str(value)


@dataclass(frozen=True, slots=True)
class _Merge:
    """Cells that are one, by their one-based places."""

    first_row: int
    last_row: int
    column: int
    last_column: int

    @property
    def is_wide(self) -> bool:
        """Whether it goes over several columns."""
        return self.last_column > self.column

    def rows(self, most: int) -> range:
        """Its rows, among the first of a sheet."""
        return range(self.first_row, min(self.last_row, most) + 1)


def _merges(file: str, sheet: str, data: bytes) -> tuple[_Merge, ...]:
    """The merged cells of a sheet.

    Raises:
        SheetError: if they are more than any list has.
    """
    with ZipFile(io.BytesIO(data)) as archive:
        ranges = _MERGED.findall(archive.read(_part_of(archive, sheet)))
    if len(ranges) > _MOST_MERGES:
        message = Text("the sheet has more than {most} merged cells; split some", {"most": _MOST_MERGES})
        raise SheetError(Remark(Place(file, sheet), message))
    return tuple(_merge(*cells.decode().partition(":")) for cells in ranges)


def _merge(first: str, _colon: str, last: str) -> _Merge:
    letters, number = coordinate_from_string(first)
    last_letters, last_number = coordinate_from_string(last or first)
    return _Merge(number, last_number, column_index_from_string(letters), column_index_from_string(last_letters))


def _with_merges(
    rows: Sequence[tuple[str, ...]], merges: Sequence[_Merge]
) -> tuple[tuple[tuple[str, ...], ...], Mapping[int, frozenset[int]]]:
    """The rows with the words of merged cells in each row that they go over, and where those words were put."""
    filled = [list(row) for row in rows]
    continued: dict[int, set[int]] = {}
    for merge in merges:
        over = merge.rows(len(rows))
        words = rows[over.start - 1][merge.column - 1 : merge.column] if over else ()
        for row in over[1:] if words and words[0] else ():
            cells = filled[row - 1]
            cells += [""] * (merge.column - len(cells))
            if not cells[merge.column - 1]:
                cells[merge.column - 1] = words[0]
                continued.setdefault(row, set()).add(merge.column)
    return tuple(map(tuple, filled)), {row: frozenset(columns) for row, columns in continued.items()}


def _check_far_cells(file: str, sheet: str, data: bytes) -> None:
    """Refuse a sheet with something in a cell that lies beyond all that is read: it would be left out without a word.

    Raises:
        SheetError: at the first such cell.
    """
    with ZipFile(io.BytesIO(data)) as archive:
        part = archive.read(_part_of(archive, sheet))
    for letters, number in _FILLED_CELL.findall(part):
        row, column = int(number), column_index_from_string(letters.decode())
        check_rows(Place(file, sheet, row, column), row, column)


def _part_of(archive: ZipFile, sheet: str) -> str:
    """The part of a workbook in which a sheet stands."""
    tags = [_attributes(tag) for tag in _SHEET_TAG.findall(archive.read("xl/workbook.xml").decode())]
    relation = next(value for tag in tags if tag.get("name") == sheet for key, value in tag.items() if ":id" in key)
    relations = [_attributes(tag) for tag in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode())]
    target = next(tag["Target"] for tag in relations if tag.get("Id") == relation)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _attributes(tag: str) -> dict[str, str]:
    return {key: unescape(double or single) for key, double, single in _ATTRIBUTE.findall(tag)}
