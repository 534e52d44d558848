"""The rulings of a council at the host's: each finding on each act, and a form beside them to find otherwise."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.pages.overruling import OverrulingDesk
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.desk_page import DeskPage
from crisis_game.tui.screens.rulings_page import RulingsPage


class OverrulingScreen(RulingsPage, DeskPage):
    """The rulings of a council that is led from here."""

    HEADING = "Rulings"
    ABOUT = (
        "Each act that was judged has its words, and under them a row for each finding on what its actor knew: first "
        "what decides. Enter on a finding asks what you find instead, and why. Both are told wherever the ruling is: "
        "in the debrief, and in play where rulings are told each round. Escape leads to the host's screen."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("overruling")

    @property
    def rulings(self) -> OverrulingDesk:
        """As they stand."""
        return self._desk.overruling

    def find_otherwise(self, command: OverruleFinding) -> None:
        """Ask beside the rulings, and do it in the council."""
        self.ask(OverruleFinding, {"finding": command.finding})
