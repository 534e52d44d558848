"""Words in pieces that stay whole: a piece that does not fit in a line begins the next."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.geometry import Size

from crisis_game.tui.widgets.as_written import Static


class Flow(Static):
    """Pieces one after the other, in as many lines as the width asks for."""

    def __init__(self, **options: str) -> None:
        super().__init__(**options)
        self._pieces: tuple[Content, ...] = ()

    def show(self, pieces: Iterable[Content], *, layout: bool = True) -> None:
        """Show these; without `layout` they must need as much room as those before."""
        self._pieces = tuple(pieces)
        self.update(flowing(self._pieces, self.size.width), layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that the pieces need in a width; asked before they are put up."""
        del container, viewport
        return flowing(self._pieces, width).get_height({}, width)

    def on_resize(self) -> None:
        """Break the lines anew."""
        self.show(self._pieces, layout=False)


def flowing(pieces: Iterable[Content], width: int) -> Content:
    """Pieces in lines of so many cells; a piece that alone is too long is broken between its words."""
    lines = [Content("")]
    for piece in pieces:
        if lines[-1].plain and lines[-1].cell_length + piece.rstrip().cell_length > width:
            lines.append(Content(""))
        lines[-1] += piece
    return Content("\n").join(lines)
