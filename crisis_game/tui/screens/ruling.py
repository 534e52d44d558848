"""The ruling on one act: the two words and what decides first, the path of the court beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from crisis_game.pages.parts import Page
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import widgets
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.columns import Columns


class RulingScreen(GamePage[None]):
    """Rulings, one act at a time.

    Args:
        pages: the rulings; place: the one that is open.
        wording: their words, where all names are open; else those of who sits before the screen.
    """

    HEADING = "Ruling"
    ABOUT = (
        "What was done and the words on it; then the question on which the act turns with both answers, what was wrong "
        "whatever the answer, what would have made it safe, and what follows now. Beside it, or by {cross}, stands the "
        "path of the court. ■ is broken, ◧ open in law or in fact, □ kept. Left and right go to the other acts, Escape "
        "leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("ruling")

    def __init__(self, pages: Sequence[Page], place: int, wording: Wording | None = None) -> None:
        super().__init__()
        self._pages, self._place, self._wording = tuple(pages), place, wording

    def compose_body(self) -> ComposeResult:
        """The two columns."""
        yield Columns()

    def where(self) -> str:
        """Which of how many acts it is."""
        return self.say("act {n} of {all}", n=self._place + 1, all=len(self._pages))

    def draw(self) -> None:
        """Put the ruling up."""
        self.call_later(self._fill)

    def action_turn(self, by: int) -> None:
        """To another act."""
        self._place = (self._place + by) % len(self._pages)
        self.redraw()

    async def _fill(self) -> None:
        page, wording = self._pages[self._place], self._wording or self.sight.wording
        columns = self.query_one(Columns)
        await columns.show_anew(widgets(page.parts, wording), widgets(page.companion, wording))
