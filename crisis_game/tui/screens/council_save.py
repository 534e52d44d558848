"""What the screens on the save of a council of a class share: it is opened to be written, and closed as they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crisis_game.engine.act import Refusal
from crisis_game.exercise.save_file import SaveError
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.tui import dialogues
from crisis_game.tui.screens.rows_page import RowsPage
from crisis_game.tui.widgets.as_written import OptionList

if TYPE_CHECKING:
    from crisis_game.debrief.class_played import CouncilPlayed
    from crisis_game.engine.act import Act
    from crisis_game.exercise.sitting import Sitting
    from crisis_game.texts import Wording


class CouncilSavePage(RowsPage):
    """A page of a council that has played.

    Args:
        council: as it was read.
        session: its save, opened to be written.
        language: of the words; empty for the scenario's first.
    """

    def __init__(self, council: CouncilPlayed, session: Sitting, language: str) -> None:
        super().__init__()
        self._council, self._session = council, session
        self._words = council_wording(council, language)

    @property
    def wording(self) -> Wording:
        """Words with all names."""
        return self._words

    @property
    def whose(self) -> str:
        """The name of the council."""
        return self._council.name

    def on_mount(self) -> None:
        """Show what stands in the save."""
        self.query_one(OptionList).focus()
        self.draw_rows()

    def on_unmount(self) -> None:
        """Let others have the save."""
        self._session.close()

    def write(self, command: Act) -> bool:
        """Write it into the save, and show what came of it; whether it was taken."""
        try:
            answer = self._session.submit(FACILITATOR, command)
        except SaveError as fault:
            dialogues.notice(self.stage, str(fault))
            return False
        if isinstance(answer, Refusal):
            self.notify(self.say(answer.because), severity="warning")
        self.draw_rows()
        return not isinstance(answer, Refusal)
