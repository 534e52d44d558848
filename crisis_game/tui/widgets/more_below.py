"""The sign that a column goes on below: how many lines of it, at its right end, in a row of its own."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size

from crisis_game.texts import Text
from crisis_game.tui.widgets.as_written import Static

SIGN = "▾"


class MoreBelow(Static):
    """Below some columns, as long as one of them has more than fits: for each column its sign, at its right end."""

    DEFAULT_CSS = """
    MoreBelow { dock: bottom; height: 1; width: 1fr; color: $foreground-muted; display: none; }
    """

    def tell(self, columns: Iterable[tuple[int, str]]) -> None:
        """Say what stands below: the width of each column, and the words for it, empty for none."""
        self.update(Content("").join(Content(words.rjust(width)) for width, words in columns), layout=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, however it is filled."""
        del container, viewport, width
        return 1


def more(n: int) -> Text:
    """The words for so many lines."""
    return Text("{sign} {n} more", {"sign": SIGN, "n": n})
