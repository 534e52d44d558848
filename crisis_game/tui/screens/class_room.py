"""A class on leaves: at a glance, side by side, rulings, what was learnt and hidden, and everybody's page."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.worker import Worker, WorkerState

from crisis_game.debrief.class_played import ClassPlayed, read_class_played
from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.session_opening import go_on
from crisis_game.pages.debrief.class_overview import class_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.desk_tabs import SavePage
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import page_leaf
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.leaves import Leaf, Leaves


class ClassRoomScreen(Page[None]):
    """The councils of a folder, as far as they have played."""

    CSS_PATH = "record.tcss"
    HEADING = "A class"
    ABOUT = (
        "Left and right turn the leaves. The first has the councils with their people and points; then what each did, "
        "round by round, with ◆ where one first goes another way than the first; rulings, each act once; what was "
        "learnt and what was hidden, of councils that have played to the end; and a page for each student, which Enter "
        "opens. {write_ratings} rates what was done, {write_rulings} finds otherwise than the judge, in the save of a "
        "council. `report FOLDER` writes all of it."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("class-room")

    def __init__(self, played: ClassPlayed) -> None:
        super().__init__()
        self._played = played

    def compose_body(self) -> ComposeResult:
        """The leaves."""
        yield Leaves(self._leaves())

    def _leaves(self) -> list[Leaf]:
        wording = council_wording(self._played.councils[0], self.stage.language)
        return [page_leaf(page, wording) for page in class_pages(self._played, wording.language)]

    def action_write(self, page: SavePage) -> None:
        """Rate or find otherwise in the save of a council: of the one there is, or of the one that is chosen."""
        councils = self._played.councils
        if len(councils) == 1:
            self._write(page, "0")
            return
        names = [(str(place), council.name) for place, council in enumerate(councils)]
        dialogues.choose(self.stage, self.say("Which council?"), {"": names}, "", partial(self._write, page))

    def _write(self, page: SavePage, place: str | None) -> None:
        if place is None:
            return
        council = self._played.councils[int(place)]
        try:
            session = go_on(council.played.path)
        except SaveError as fault:
            dialogues.notice(self.stage, str(fault))
            return
        navigation.council_save(self.stage, page, council, session, self.stage.language, self._read_anew)

    def _read_anew(self, _: None) -> None:
        """Show what stands in the saves now."""
        self.run_worker(partial(read_class_played, self._played.folder), name="class", thread=True, exclusive=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The class is read: put its leaves up anew."""
        result = event.worker.result
        if event.state == WorkerState.SUCCESS and isinstance(result, ClassPlayed):
            self._played = result
            self.query_one(Leaves).show(self._leaves())
