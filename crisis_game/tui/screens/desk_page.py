"""What the pages of a council at the host's share: they are drawn anew when something happens, and do what is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crisis_game.exercise.lesson_actions import Steer
from crisis_game.pages.host import host_wording
from crisis_game.texts import Msgid, Wording
from crisis_game.tui import navigation
from crisis_game.tui.screens.rows_page import RowsPage
from crisis_game.tui.widgets.as_written import OptionList

if TYPE_CHECKING:
    from crisis_game.engine.act import Act, Chosen
    from crisis_game.pages.council_desk import CouncilDesk

Do = Callable[[Steer], bool]
"""Does something as the facilitator, and says why not where it is refused; whether it was done."""


class DeskPage(RowsPage):
    """A page of one council.

    Args:
        desk: of the council.
        do: does what is chosen.
    """

    def __init__(self, desk: CouncilDesk, do: Do) -> None:
        super().__init__()
        self._desk, self._do_it = desk, do
        self._unlisten: Callable[[], None] | None = None

    @property
    def wording(self) -> Wording:
        """Words with the names that the facilitator knows."""
        return host_wording(self._desk.council)

    @property
    def whose(self) -> str:
        """The name of the council."""
        return self._desk.council.name

    def on_mount(self) -> None:
        """Show how it stands, whenever something happens."""
        self.query_one(OptionList).focus()
        self._unlisten = self._desk.council.listen(self._moved)
        self.draw()

    def _moved(self) -> None:
        self.call_later(self.draw)

    def on_unmount(self) -> None:
        """Nobody listens any more."""
        if self._unlisten is not None:
            self._unlisten()

    def on_screen_resume(self) -> None:
        """What lay over it is gone."""
        self.draw()

    def draw(self) -> None:
        """Put how it stands on the screen, where that is seen; a form beside it leaves it as it is."""
        if self.is_current:
            self.draw_rows()

    def ask(self, act: type[Act], preset: Chosen | None = None, surely: Msgid = "") -> None:
        """An act of the facilitator's as a form beside this page, then do it."""
        desk = self._desk
        navigation.facilitator_form(
            self.stage, desk.sight, act, lambda command: self.do(desk.steer(command)), preset, surely
        )

    def do(self, steer: Steer) -> bool:
        """Do it, and show what came of it."""
        done = self._do_it(steer)
        self.draw()
        return done
