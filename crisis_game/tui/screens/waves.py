"""All waves of this TABLE: who moved, from which stand to which, why, and what it wants."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from crisis_game.pages.play.table import waves_page
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import widgets
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.columns import Columns


class WavesScreen(GamePage[None]):
    """Every move of every wave, the newest first."""

    HEADING = "Waves"
    ABOUT = (
        "In a wave each seat without a person makes one move, and answers what it was asked. Here stands every move "
        "that you may know of, the newest wave first: who moved, from which stand to which, why, and what it wants. "
        "Escape leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("waves")

    def compose_body(self) -> ComposeResult:
        """One column."""
        yield Columns()

    def draw(self) -> None:
        """Put them up."""
        self.call_later(self._fill)

    async def _fill(self) -> None:
        columns = self.query_one(Columns)
        await columns.show(widgets(waves_page(self.sight.seen).parts, self.sight.wording), ())
        columns.main.focus()
