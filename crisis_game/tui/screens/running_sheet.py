"""The running sheet of a council at the host's: what became of each inject, what was seen, and how it is rated."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from crisis_game.exercise.lesson_actions import Steer
from crisis_game.pages.running_sheet import RunningSheet
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.desk_page import DeskPage
from crisis_game.tui.screens.sheet_page import SheetPage

if TYPE_CHECKING:
    from crisis_game.engine.act import Act


class RunningSheetScreen(SheetPage, DeskPage):
    """The sheet of a council that is led from here."""

    HEADING = "The running sheet"
    ABOUT = (
        "Each inject has a row: those of this round, those still to come, those that came before; last what was to be "
        "learnt. Beside it stands what the marked one asks, what its author expects, what was seen since with the "
        "entry of the log, and which rating follows from that. Enter shows all that can be done: send it, hold it, "
        "reword it, skip it, or rate what was done, with words if you like. Tab leads to what is read, to scroll it, "
        "and back; Escape to the host's screen."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("running-sheet")

    @property
    def sheet(self) -> RunningSheet:
        """As it stands."""
        return self._desk.sheet or RunningSheet((), (), ())

    def carry_out(self, command: Act) -> None:
        """Do it in the council."""
        self.do(Steer(command, self.whose))
