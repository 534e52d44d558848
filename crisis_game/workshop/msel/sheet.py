"""A table of words with the place of each cell, whatever file it came from; and what is said of a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from crisis_game.texts import Severity, Text

MOST_BYTES = 16_000_000
MOST_ROWS = 2_000
MOST_COLUMNS = 100

_FORMULA = re.compile(r"'*[=+\-@\t]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Place:
    """A cell, or a whole sheet where `row` is 0; rows and columns count from one."""

    file: str
    sheet: str | None = None
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it, such as `D7`; the row alone where no column is meant."""
        return f"{_column_name(self.column)}{self.row}"

    def said(self) -> Text:
        """The place in words."""
        where = Text("{file}, sheet {sheet}", {"file": self.file, "sheet": self.sheet}) if self.sheet else self.file
        if not self.row:
            return where if isinstance(where, Text) else Text("{file}", {"file": where})
        if not self.column:
            return Text("{where}, row {row}", {"where": where, "row": self.row})
        return Text("{where}, cell {cell}", {"where": where, "cell": self.cell})


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a cell, a row or a file: an error keeps everything from being written, a warning nothing."""

    place: Place
    message: Text
    severity: Severity = "error"

    def said(self) -> Text:
        """Place and message in one sentence."""
        if self.severity == "warning":
            return Text("{place}: note: {message}", {"place": self.place.said(), "message": self.message})
        return Text("{place}: {message}", {"place": self.place.said(), "message": self.message})


class SheetError(ValueError):
    """A file that cannot be read as a table at all; `remarks` say why."""

    def __init__(self, *remarks: Remark) -> None:
        super().__init__(remarks[0].message.msgid)
        self.remarks = remarks


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a table as plain words, by rows.

    Attributes:
        name: of the sheet in a workbook; None in a file that has but one.
        remarks: what was noticed while reading.
        wide: the rows with a cell that is merged across columns.
        continued: by row, the columns whose words are those of a cell merged with it from above.
    """

    file: str
    name: str | None
    rows: tuple[tuple[str, ...], ...]
    remarks: tuple[Remark, ...] = ()
    wide: frozenset[int] = frozenset()
    continued: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def place(self, row: int = 0, column: int = 0) -> Place:
        """The place of a cell."""
        return Place(self.file, self.name, row, column)


def check_bytes(file: str, data: bytes) -> None:
    """Refuse a file that is larger than any list of injects.

    Raises:
        SheetError: for more than `MOST_BYTES`.
    """
    if len(data) > MOST_BYTES:
        message = Text("the file is larger than {most} bytes, the most that is read", {"most": MOST_BYTES})
        raise SheetError(Remark(Place(file), message))


def check_rows(place: Place, rows: int, columns: int) -> None:
    """Refuse a table that is larger than any list of injects.

    Raises:
        SheetError: for more than `MOST_ROWS` rows or `MOST_COLUMNS` columns.
    """
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        message = Text(
            "the table is too large: at most {rows} rows and {columns} columns are read",
            {"rows": MOST_ROWS, "columns": MOST_COLUMNS},
        )
        raise SheetError(Remark(place, message))


def tidy(words: str) -> str:
    """Words as a cell can hold them: line breaks of one kind, no control characters, no blanks around."""
    return _CONTROL.sub("", words.replace("\r\n", "\n").replace("\r", "\n")).strip()


def defused(words: str) -> str:
    """Words that no spreadsheet takes for a formula: an apostrophe before `=`, `+`, `-`, `@`."""
    return f"'{words}" if _FORMULA.match(words) else words


def restored(words: str) -> str:
    """The words before they were defused."""
    return words[1:] if words.startswith("'") and _FORMULA.match(words) else words


def _column_name(column: int) -> str:
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters
