"""The first column: the row that has the keys is marked there; hollow while a form about it lies over the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from crisis_game.tui.widgets.as_written import HERE, LEFT, Static

ASKING = "-asking"
"""The class of a screen over which a form lies."""


class GutterRow(Horizontal, can_focus=True):
    """A row that can have the keys; its first child is its mark."""

    DEFAULT_CSS: ClassVar[str] = """
    GutterRow { height: auto; width: 1fr; }
    GutterRow > .gutter { width: 2; color: $accent; }
    GutterRow:hover { background: $surface; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._mark = Static(classes="gutter")

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show whether it has the keys."""
        super().watch_has_focus(has_focus)
        self.draw_gutter()

    def draw_gutter(self) -> None:
        """Draw its mark anew."""
        self._mark.update(self._sign, layout=False)

    @property
    def _sign(self) -> str:
        if not self.is_attached:
            return ""
        if self.screen.has_class(ASKING):
            return LEFT if self.screen.focused is self else ""
        return HERE if self.has_focus else ""


def mark(row: Widget, *, scroll_visible: bool = True) -> None:
    """Give a row the keys at once: of several typed in one burst the next is for it.

    Textual's own `Widget.focus` waits its turn behind them, and they would act on the row that had the focus before.
    """
    if row.is_attached:
        row.screen.set_focus(row, scroll_visible)


def hold(screen: Screen[object], *, asking: bool) -> None:
    """Note on a screen that a form lies over it, or does so no more."""
    screen.set_class(asking, ASKING)
    if isinstance(screen.focused, GutterRow):
        screen.focused.draw_gutter()
