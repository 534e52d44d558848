"""A form beside what it asks about: a sheet at the foot of the screen, or in the companion's place."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.gutter import hold

Result = TypeVar("Result")

SCROLLED = 4
"""Lines by which the screen above is scrolled."""


class BesideScreen(GamePage[Result], Generic[Result]):
    """A form over a screen that goes on being drawn, makes room, and can be scrolled.

    Its box has the class `sheet`; `beside.tcss` places it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("form")
    _above: Screen[Any] | None = None

    def redraw(self) -> None:
        """Show what stands so far; where one is, the screen above says."""
        self.draw()

    def on_resize(self) -> None:
        """Below, or beside."""
        self.know_width()

    def on_mount(self) -> None:
        """The screen above gives it room."""
        self._above = self.app.screen_stack[-2]
        hold(self._above, asking=True)

    def on_unmount(self) -> None:
        """The screen above has its room again."""
        if self._above is not None and self._above.is_attached:
            hold(self._above, asking=False)

    def action_scroll_above(self, by: int) -> None:
        """Scroll what it asks about."""
        above = self._above.query(VerticalScroll) if self._above is not None else ()
        for column in above:
            if column.display and column.max_scroll_y:
                column.scroll_relative(y=SCROLLED * by, animate=False)
                return
