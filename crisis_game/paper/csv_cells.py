"""A table in CSV as it lies in a file: its cells with their places, so that some can be changed and all else stays.

What a spreadsheet or a course platform wrote comes back to the byte where nothing was changed: quotes, line ends, a
byte order mark, blanks and the divider, whichever it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.texts import Text

DIVIDERS = ",;\t"
LARGEST = 16 << 20
"""Bytes of a file."""

BOM = b"\xef\xbb\xbf"


class CsvError(Exception):
    """A file cannot be read as a table; `fault` says why, in one sentence."""

    def __init__(self, fault: Text) -> None:
        super().__init__(fault.msgid)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: from where to where it stands in the text, and its words without their quotes."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line of the file in which it begins, from 1, and its cells."""

    line: int
    cells: tuple[Cell, ...]

    def at(self, column: int) -> str:
        """The words in a column, without blanks around; empty where the row is shorter."""
        return self.cells[column].words.strip() if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table with the text in which it lies; `mark` are the bytes of a byte order mark, if any."""

    mark: bytes
    text: str
    divider: str
    rows: tuple[Row, ...]

    def changed(self, changes: Mapping[tuple[int, int], str]) -> bytes:
        """The bytes of the file with other words in some cells, each given by the numbers of its row and column."""
        by_row: dict[int, dict[int, str]] = {}
        for (number, column), words in changes.items():
            by_row.setdefault(number, {})[column] = words
        pieces: list[str] = []
        done = 0
        for number, own in sorted(by_row.items()):
            row = self.rows[number]
            for column, cell in enumerate(row.cells):
                if column in own:
                    quoted = self.text[cell.start : cell.start + 1] == '"'
                    pieces += self.text[done : cell.start], self._written(own[column], quoted=quoted)
                    done = cell.end
            end = row.cells[-1].end
            beyond = max(own) + 1
            if beyond > len(row.cells):
                pieces.append(self.text[done:end])
                done = end
                missing = range(len(row.cells), beyond)
                pieces += (f"{self.divider}{self._written(own.get(column, ''))}" for column in missing)
        return self.mark + "".join([*pieces, self.text[done:]]).encode()

    def _written(self, words: str, *, quoted: bool = False) -> str:
        """Words as a cell; in quotes where they were so, or need to be."""
        if quoted or words != words.strip() or any(sign in words for sign in (self.divider, '"', "\n", "\r")):
            return '"{}"'.format(words.replace('"', '""'))
        return words


def read_cells(data: bytes) -> CsvTable:
    """The table in a file.

    Raises:
        CsvError: if it is too large, not UTF-8, or has a quote that never ends.
    """
    if len(data) > LARGEST:
        raise CsvError(Text("it is too large for a table."))
    mark = BOM if data.startswith(BOM) else b""
    try:
        text = data[len(mark) :].decode()
    except UnicodeDecodeError as fault:
        line = data[: len(mark) + fault.start].count(b"\n") + 1
        raise CsvError(Text("line {line} is not UTF-8; save the file as CSV UTF-8.", {"line": line})) from fault
    start, divider = _divider(text)
    return CsvTable(mark, text, divider, tuple(_rows(text, start, divider)))


def _divider(text: str) -> tuple[int, str]:
    """Where the table begins, and what divides its cells: as a line `sep=` says, else what its head has most of."""
    if text[:4].casefold() == "sep=" and text[4:5] in DIVIDERS:
        return len(text.partition("\n")[0]) + 1, text[4]
    outside = "".join(text.partition("\n")[0].split('"')[::2])
    return 0, max(DIVIDERS, key=outside.count)


def _rows(text: str, start: int, divider: str) -> Iterator[Row]:
    place, line = start, 1 + text[:start].count("\n")
    while place < len(text):
        begun, cells = place, [_cell(text, place, divider)]
        while text[cells[-1].end : cells[-1].end + 1] == divider:
            cells.append(_cell(text, cells[-1].end + 1, divider))
        yield Row(line, tuple(cells))
        end = cells[-1].end
        place = end + (2 if text[end : end + 2] == "\r\n" else 1)
        line += text[begun:place].count("\n")


def _cell(text: str, start: int, divider: str) -> Cell:
    """The cell that begins at a place; quotes count where they come first, as spreadsheets have it."""
    words: list[str] = []
    place = start
    if text[place : place + 1] == '"':
        place += 1
        while True:
            end = text.find('"', place)
            if end < 0:
                line = text[:start].count("\n") + 1
                raise CsvError(Text("line {line}: a quote is opened there and never closed.", {"line": line}))
            words.append(text[place:end])
            place = end + 1
            if text[place : place + 1] != '"':
                break
            words.append('"')
            place += 1
    end = place
    while end < len(text) and text[end] not in (divider, "\r", "\n"):
        end += 1
    return Cell(start, end, "".join([*words, text[place:end]]))
