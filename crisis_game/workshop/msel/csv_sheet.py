"""A table as CSV: written with commas; read with semicolons and tabs too, as spreadsheets of other countries write."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from itertools import islice

from crisis_game.texts import Text
from crisis_game.workshop.msel.columns import heading_of
from crisis_game.workshop.msel.form import MOST_ABOVE
from crisis_game.workshop.msel.sheet import (
    Place,
    Remark,
    Sheet,
    SheetError,
    check_bytes,
    check_rows,
    defused,
    restored,
)

_SEPARATORS = ",;\t"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    """A table as UTF-8 with a byte order mark, without which Excel misreads letters beyond ASCII."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([defused(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def read_csv(file: str, data: bytes) -> Sheet:
    """The table in a CSV file.

    Raises:
        SheetError: if it cannot be read.
    """
    text = _decoded(file, data)
    separator = None
    if text[:4].casefold() == "sep=":
        separator, text = text[4:5], text.partition("\n")[2]
    rows: list[tuple[str, ...]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator or _separator(text), strict=True)
    try:
        for cells in reader:
            check_rows(Place(file), len(rows) + 1, len(cells))
            rows.append(tuple(restored(cell) for cell in cells))
    except csv.Error as fault:
        message = Text(
            "this line is not CSV ({why}); a text with quotes or line breaks stands in quotes, with each quote in it "
            "doubled",
            {"why": str(fault)},
        )
        raise SheetError(Remark(Place(file, row=len(rows) + 1), message)) from fault
    return Sheet(file, None, tuple(rows))


def _decoded(file: str, data: bytes) -> str:
    check_bytes(file, data)
    try:
        return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = Text("the file is not UTF-8 (line {line}); save it as `CSV UTF-8`", {"line": line})
        raise SheetError(Remark(Place(file), message)) from fault


def _separator(text: str) -> str:
    """The separator by which most headings of a row at the top are ours."""

    def known(separator: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            return max(
                (
                    (sum(heading_of(cell) is not None for cell in cells), len(cells))
                    for cells in islice(rows, MOST_ABOVE)
                ),
                default=(0, 0),
            )
        except csv.Error:
            return 0, 0

    return max(_SEPARATORS, key=known)
