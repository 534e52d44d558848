"""The ratings in the save of a council of a class: the running sheet as it stood, of which everything can be rated."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.act import Refusal
from crisis_game.exercise.save_file import SaveError
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.running_sheet import RunningSheet, SheetMaker
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.tui import dialogues
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.sheet_page import SheetPage
from crisis_game.tui.widgets.as_written import OptionList

if TYPE_CHECKING:
    from crisis_game.debrief.class_played import CouncilPlayed
    from crisis_game.engine.act import Act
    from crisis_game.exercise.sitting import Sitting
    from crisis_game.texts import Wording


class ClassRatingsScreen(SheetPage):
    """What can be rated in a save.

    Args:
        council: as it was read.
        session: its save, opened to be written; it is closed when the screen goes.
        language: of the words; empty for the scenario's first.
    """

    HEADING = "Ratings"
    ABOUT = (
        "Each inject that came has a row, and each objective, with what was expected, what was seen, and which rating "
        "follows from that. Enter rates it, of all together or of a seat, with words if you like: P performed, S with "
        "some challenges, M with major ones, U not. It is written into the save of this council. Tab leads to what is "
        "read, to scroll it, and back; Escape to the class."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("class-ratings")

    def __init__(self, council: CouncilPlayed, session: Sitting, language: str) -> None:
        super().__init__()
        self._council, self._session = council, session
        self._words = council_wording(council, language)
        named = {attendee.key: attendee.name for attendee in council.people if attendee.name}
        self._maker = SheetMaker(LiveCourse(session, lambda key: named.get(key, key)))

    @property
    def sheet(self) -> RunningSheet:
        """As it stands."""
        return self._maker.sheet().to_rate

    @property
    def wording(self) -> Wording:
        """Words with all names."""
        return self._words

    @property
    def whose(self) -> str:
        """The name of the council."""
        return self._council.name

    def on_mount(self) -> None:
        """Show what can be rated."""
        self.query_one(OptionList).focus()
        self.draw_rows()

    def on_unmount(self) -> None:
        """Let others have the save."""
        self._session.close()

    def carry_out(self, command: Act) -> None:
        """Write it into the save."""
        try:
            answer = self._session.submit(FACILITATOR, command)
        except SaveError as fault:
            dialogues.notice(self.stage, str(fault))
            return
        if isinstance(answer, Refusal):
            self.notify(self.say(answer.because), severity="warning")
        self.draw_rows()
