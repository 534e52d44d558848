"""The ratings in the save of a council of a class: the running sheet as it stood, of which everything can be rated."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from crisis_game.debrief.live_course import LiveCourse
from crisis_game.pages.running_sheet import RunningSheet, SheetMaker
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.council_save import CouncilSavePage
from crisis_game.tui.screens.sheet_page import SheetPage

if TYPE_CHECKING:
    from crisis_game.debrief.class_played import CouncilPlayed
    from crisis_game.engine.act import Act
    from crisis_game.exercise.sitting import Sitting


class ClassRatingsScreen(SheetPage, CouncilSavePage):
    """What can be rated in a save."""

    HEADING = "Ratings"
    ABOUT = (
        "Each inject that came has a row, and each objective, with what was expected, what was seen, and which rating "
        "follows from that. Enter rates it, of all together or of a seat, with words if you like: P performed, S with "
        "some challenges, M with major ones, U not. It is written into the save of this council. Tab leads to what is "
        "read, to scroll it, and back; Escape to the class."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("class-ratings")

    def __init__(self, council: CouncilPlayed, session: Sitting, language: str) -> None:
        super().__init__(council, session, language)
        named = {attendee.key: attendee.name for attendee in council.people if attendee.name}
        self._maker = SheetMaker(LiveCourse(session, lambda key: named.get(key, key)))

    @property
    def sheet(self) -> RunningSheet:
        """As it stands."""
        return self._maker.sheet().to_rate

    def carry_out(self, command: Act) -> None:
        """Write it into the save."""
        self.write(command)
