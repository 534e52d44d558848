"""The first column: the row that has the keys is marked there; hollow while a form about it lies over the screen."""

from __future__ import annotations

from textual.widget import Widget

HERE, HELD = "▌", "▏"
"""Before the row that has the keys, and before the one about which a form asks."""

ASKING = "-asking"
"""The class of a screen over which a form lies."""


def gutter(row: Widget) -> str:
    """What stands in the gutter of a row."""
    if row.screen.has_class(ASKING):
        return HELD if row.screen.focused is row else ""
    return HERE if row.has_focus else ""
