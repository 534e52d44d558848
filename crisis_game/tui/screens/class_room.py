"""A class on leaves: at a glance, side by side, rulings, what was learnt and hidden, and everybody's page."""

from __future__ import annotations

from textual.app import ComposeResult

from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.pages.debrief.class_overview import class_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.tui.rendering import page_leaf
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.leaves import Leaves


class ClassRoomScreen(Page[None]):
    """The councils of a folder, as far as they have played."""

    CSS_PATH = "record.tcss"
    HEADING = "A class"
    ABOUT = (
        "Left and right turn the leaves. The first has the councils with their people and points; then what each did, "
        "round by round, with ◆ where one first goes another way than the first; rulings, each act once; what was "
        "learnt and what was hidden, of councils that have played to the end; and a page for each student, which Enter "
        "opens. `report FOLDER` writes all of it, `class FOLDER --plain` also rates what was done."
    )

    def __init__(self, played: ClassPlayed) -> None:
        super().__init__()
        self._played = played

    def compose_body(self) -> ComposeResult:
        """The leaves."""
        wording = council_wording(self._played.councils[0], self.stage.language)
        pages = class_pages(self._played, wording.language)
        yield Leaves([page_leaf(page, wording) for page in pages])
