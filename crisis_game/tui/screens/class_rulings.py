"""The rulings in the save of a council of a class, on which the facilitator may still find otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from crisis_game.assessment.judged_acts import judged_acts
from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.pages.overruling import OverrulingDesk, overruling_desk
from crisis_game.pages.sight import Sight
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.council_save import CouncilSavePage
from crisis_game.tui.screens.rulings_page import RulingsPage

if TYPE_CHECKING:
    from crisis_game.debrief.class_played import CouncilPlayed
    from crisis_game.exercise.sitting import Sitting


class ClassRulingsScreen(RulingsPage, CouncilSavePage):
    """What can be found otherwise in a save."""

    HEADING = "Rulings"
    ABOUT = (
        "Each act that was judged has its words, and under them a row for each finding on what its actor knew: first "
        "what decides. Enter on a finding asks what you find instead, and why. It is written into the save of this "
        "council, and both are told in its debrief and in the reports. Escape leads to the class."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("overruling")

    def __init__(self, council: CouncilPlayed, session: Sitting, language: str) -> None:
        super().__init__(council, session, language)
        self._course = LiveCourse(session)

    @property
    def rulings(self) -> OverrulingDesk:
        """As they stand."""
        self._course.read()
        return overruling_desk(judged_acts(self._course.state))

    def find_otherwise(self, command: OverruleFinding) -> None:
        """Ask beside the rulings, and write it into the save."""
        navigation.facilitator_form(self.stage, self._sight, OverruleFinding, self.write, {"finding": command.finding})

    def _sight(self) -> Sight:
        known = dossier(self._council.scenario, FACILITATOR)
        return Sight.of(self._session, FACILITATOR, known, self.wording.language)
