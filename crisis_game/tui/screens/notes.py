"""Notes of one's own: a page for what a person wants to remember, shown to nobody else."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from crisis_game.exercise.notes import LONGEST_NOTES
from crisis_game.exercise.save import SaveError
from crisis_game.pages.play.notes import WHAT, notes_page, room_left
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import TextArea
from crisis_game.tui.widgets.pane import Pane

KEPT_EVERY = 1.0
"""Seconds after which what was written is in the save."""


class NotesScreen(GamePage[None]):
    """One page of free words; it is kept while one writes."""

    CSS_PATH = "notes.tcss"
    PAGE = "notes"
    HEADING = "Your own notes"
    ABOUT = (
        "Write down what you want to remember: whom to ask, what was promised, what you doubt. It is kept while you "
        "write, and shown again in the debrief. Nobody else at the keyboard is shown it; whoever has the file of the "
        "game can read it. Escape leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("notes")

    def compose_body(self) -> ComposeResult:
        """The page, and how much room is left."""
        page = TextArea(self.game.notes.of(self.game.seat), id="notes", soft_wrap=True, tab_behavior="focus")
        page.placeholder = self.say(WHAT)
        with Pane(self._title, self.say(room_left(page.text)), id="notes-pane"):
            yield page

    def on_mount(self) -> None:
        """Write on at the end."""
        page = self.query_one(TextArea)
        page.move_cursor(page.document.end)
        page.focus()
        self.set_interval(KEPT_EVERY, self._keep)

    def on_unmount(self) -> None:
        """Whatever takes the page away, it is kept."""
        if self.stage.game is not None:
            self._keep()

    @on(TextArea.Changed)
    def note(self) -> None:
        """Take over what was written, as far as there is room."""
        page, notes = self.query_one(TextArea), self.game.notes
        notes.put(self.game.seat, page.text)
        if len(page.text) > LONGEST_NOTES:
            page.load_text(page.text[:LONGEST_NOTES])
            page.move_cursor(page.document.end)
        self.query_one("#notes-pane", Pane).entitle(self._title, self.say(room_left(page.text)))

    @property
    def _title(self) -> str:
        return self.say(notes_page("", self.game.seat).title)

    def _keep(self) -> None:
        try:
            self.game.notes.keep()
        except SaveError as fault:
            self.notify(str(fault), severity="error")
