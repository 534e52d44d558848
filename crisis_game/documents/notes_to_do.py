"""Notes that authors leave themselves in comments: `# TODO name the harbour`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.documents.document import Document

_NOTE = re.compile(r"(?:^|[ \t])#[ \t#]*TODO\b[:.]?[ \t]*(.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteToDo:
    """One note.

    Attributes:
        file: the path as the author gave it.
        line: one-based.
        words: what is to be done; empty where nothing stands behind the word.
    """

    file: str
    line: int
    words: str


def notes_to_do(document: Document) -> Iterator[NoteToDo]:
    """The notes in the comments of a file, in its order; the same words in a text are none."""
    for match in _NOTE.finditer(document.lines.text):
        sign = document.lines.text.index("#", match.start())
        if not document.is_text(sign):
            yield NoteToDo(document.name, document.lines.span(sign, sign + 1).line, match[1].rstrip())
