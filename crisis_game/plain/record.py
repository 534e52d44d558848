"""The record in lines while play goes on: the same pages that the screen turns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import View
from crisis_game.pages.record import record_pages
from crisis_game.plain import library
from crisis_game.plain.console import BACK, Console
from crisis_game.plain.page_lines import read_page
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Text


def read_record(console: Console, view: View, sheet: Dossier, acts: Sequence[PublicAct]) -> None:
    """All that is on record, as far as this seat knows it, page by page."""
    pages = record_pages(view, acts)
    titles = [page.title for page in pages]
    while (place := console.choose(Text("Read which page of the record?"), titles, BACK)) is not None:
        read_page(console, pages[place], partial(library.look_up, console, sheet.charter))
