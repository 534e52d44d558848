"""Texts that end at a `#` which an author meant to stand in them: a comment has a blank after its `#`."""

from __future__ import annotations

import re

from crisis_game.documents import Document
from crisis_game.texts import Msgid, Span

CUT_TEXT: Msgid = "The text ends here: what follows the blank and the `#` is a comment, and nobody reads it."
CUT_TEXT_FIX: Msgid = "Put the whole text in quotes; if a comment is meant, write a blank after the `#`."

_CUT = re.compile(r"[ \t]+#(?=[^\s#])")


def may_cut(document: Document) -> bool:
    """Whether anything in a file looks like such a `#`."""
    return _CUT.search(document.lines.text) is not None


def cut_at(document: Document, end: int) -> Span | None:
    """The place of such a `#` behind a text that ends at an index; None where the text is whole."""
    cut = _CUT.match(document.lines.text, end)
    return document.lines.span(cut.end() - 1, cut.end()) if cut else None
