"""Files that hold lists and are not read: what each is, and what to do with it."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from crisis_game.texts import Msgid, Text
from crisis_game.workshop.msel.sheet import Place, Remark, SheetError

DAMAGED = (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What `zipfile` raises for an archive that it cannot read.

Among them NotImplementedError for a compression that it does not know, and RuntimeError for one that asks a password.
"""

_SAVE_AS: Msgid = "{what} is not read: open it with a spreadsheet, save it as `.xlsx` or as `CSV UTF-8`, and take that"
_COPY_OUT: Msgid = "{what} is not read: copy its table into a spreadsheet, save that as `.xlsx`, and take that"

_OLD_WORKBOOK = Text(_SAVE_AS, {"what": Text("a workbook in the old form of Excel (.xls), or one with a password,")})
_OPEN_DOCUMENT = Text(_SAVE_AS, {"what": Text("a sheet of OpenDocument (.ods)")})
_WORD = Text(_COPY_OUT, {"what": Text("a document of Word")})
_PDF = Text(_COPY_OUT, {"what": Text("a PDF")})
_BY_ENDING: Mapping[str, Text] = {
    ".xls": _OLD_WORKBOOK,
    ".xlt": _OLD_WORKBOOK,
    ".xlsb": Text(_SAVE_AS, {"what": Text("a binary workbook of Excel (.xlsb)")}),
    ".ods": _OPEN_DOCUMENT,
    ".fods": _OPEN_DOCUMENT,
    ".numbers": Text(_SAVE_AS, {"what": Text("a sheet of Numbers")}),
    ".docx": _WORD,
    ".doc": _WORD,
    ".odt": Text(_COPY_OUT, {"what": Text("a text of OpenDocument (.odt)")}),
    ".rtf": Text(_COPY_OUT, {"what": Text("a text in RTF")}),
    ".pdf": _PDF,
}
OTHER_ENDINGS = tuple(_BY_ENDING)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_NAMED = 200
"""Letters of the part of an OpenDocument file that says what it is."""


def check_kind(file: str, data: bytes) -> None:
    """Refuse a file that is of another kind by its ending or, whatever its ending, by its first bytes.

    Raises:
        SheetError: that says what it is and what to do.
    """
    message = _BY_ENDING.get(PurePath(file).suffix.casefold()) or _by_content(data)
    if message is not None:
        raise SheetError(Remark(Place(file), message))


def _by_content(data: bytes) -> Text | None:
    if data.startswith(_OLE):
        return _OLD_WORKBOOK
    if data.startswith(b"%PDF-"):
        return _PDF
    if not data.startswith(b"PK"):
        return None
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "word/document.xml" in names:
                return _WORD
            if "xl/workbook.bin" in names:
                return _BY_ENDING[".xlsb"]
            if "mimetype" in names:
                with archive.open("mimetype") as kind:
                    is_sheet = kind.read(_MOST_NAMED).startswith(b"application/vnd.oasis.opendocument")
                return _OPEN_DOCUMENT if is_sheet else None
    except DAMAGED:
        return None  # a damaged workbook is told of where workbooks are read
    return None
