"""The games of a rehearsal one by one: `--each FILE` writes a line of JSON for each, `-` to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from crisis_game.texts import json_of

if TYPE_CHECKING:
    from crisis_game.workshop.game_records import TellRecord
    from crisis_game.workshop.rehearsal_counts import Record

STANDARD_OUTPUT = "-"


@contextmanager
def each_game(where: str | None) -> Iterator[TellRecord | None]:
    """What writes the record of a game as one line; None where nobody wants them.

    The file is opened at once, so that one that cannot be written is told before any game is played.

    Raises:
        OSError: if it cannot be written.
    """
    if where is None:
        yield None
    elif where == STANDARD_OUTPUT:
        yield _Lines(sys.stdout)
    else:
        with Path(where).open("w", encoding="utf-8", newline="\n") as out:
            yield _Lines(out)


class _Lines:
    """Writes records, a line each."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def __call__(self, record: Record) -> None:
        self._out.write(json_of(record) + "\n")
