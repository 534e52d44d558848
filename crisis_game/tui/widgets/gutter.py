"""The first column: the row that has the keys is marked there; hollow while a form about it lies over the screen."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.screen import Screen
from textual.widget import Widget

HERE, HELD = "▌", "▏"
"""Before the row that has the keys, and before the one about which a form asks."""

ASKING = "-asking"
"""The class of a screen over which a form lies."""


@runtime_checkable
class InGutter(Protocol):
    """A row that is marked in the gutter."""

    def draw_gutter(self) -> None:
        """Draw its mark anew."""


def gutter(row: Widget) -> str:
    """What stands in the gutter of a row."""
    if not row.is_attached:
        return ""
    if row.screen.has_class(ASKING):
        return HELD if row.screen.focused is row else ""
    return HERE if row.has_focus else ""


def mark(row: Widget, *, scroll_visible: bool = True) -> None:
    """Give a row the keys at once: of several typed in one burst the next is for it.

    Textual's own `Widget.focus` waits its turn behind them, and they would act on the row that had the focus before.
    """
    if row.is_attached:
        row.screen.set_focus(row, scroll_visible)


def hold(screen: Screen[object], *, asking: bool) -> None:
    """Note on a screen that a form lies over it, or does so no more."""
    screen.set_class(asking, ASKING)
    if isinstance(screen.focused, InGutter):
        screen.focused.draw_gutter()
