"""The codebook of the export for research is the one that the code writes. `UPDATE_PAGES=1` writes it anew."""

from __future__ import annotations

import os

from crisis_game.paper.codebook import codebook
from tests.docs.pages import DOCS

PAGE = DOCS / "codebook.md"


def test_the_page_is_the_one_that_the_code_writes() -> None:
    if os.environ.get("UPDATE_PAGES"):
        PAGE.write_text(codebook(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == codebook(), "UPDATE_PAGES=1 writes it anew"
