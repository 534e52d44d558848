"""The gauges: name, bar, value, word, and the terms of each last move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from crisis_game.engine.view import GaugeLine
from crisis_game.pages.play.situation import gauge_notes
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import content
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.signs import gauge_bar, last_change
from crisis_game.tui.widgets.words import Words
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.pages.sight import Sight


class Gauges(Words):
    """All gauges that the seat sees, one block each; their bars take the room that names and words leave."""

    class Opened(Message):
        """The history of a gauge is wanted; of the one looked at last where none is named."""

        def __init__(self, gauge: str = "") -> None:
            super().__init__()
            self.gauge = gauge

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[GaugeLine, ...] = ()
        self._wording = Wording()
        self._blur = 0

    def draw(self, sight: Sight) -> None:
        """Show the gauges."""
        self._lines, self._wording = sight.view.gauges, sight.wording
        self._blur = sight.seen.numbers.deterrence_blur
        self._lay()

    def on_resize(self) -> None:
        """Lay the bars anew."""
        self._lay()

    def _lay(self) -> None:
        wording = self._wording
        widest = max((len(say(wording, line.name)) for line in self._lines), default=0)
        cells = max(6, min(16, self.size.width - widest - ROOM))
        blocks = [Content("\n").join(list(self._rows(line, widest, cells))) for line in self._lines]
        marked = [
            block.stylize(Style.from_meta({"gauge": line.id})) for block, line in zip(blocks, self._lines, strict=True)
        ]
        self.update(Content("\n").join(marked))

    def on_click(self, event: Click) -> None:
        """A click asks for the history of the gauge under it."""
        self.post_message(self.Opened(str(event.style.meta.get("gauge", ""))))

    def _rows(self, line: GaugeLine, widest: int, cells: int) -> Iterator[Content]:
        wording, change = self._wording, last_change(line)
        moved = f"{'▲' if change > 0 else '▼'}{abs(change)} " if change else ""
        value = f"{'~' if line.estimate else ''}{line.value}"
        yield Content.assemble(
            (f"{say(wording, line.name):<{widest}} ", "bold"),
            gauge_bar(line, cells),
            (f" {value:>3} ", "bold"),
            (moved, "$accent"),
            say(wording, line.word) if line.word else "",
        )
        yield from (Content("  ") + content(note, wording) for note in gauge_notes(line, self._blur))


class GaugesPane(Pane):
    """What holds the gauges: up and down scroll it, Enter asks for the history of one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("gauge-list")

    def action_open(self) -> None:
        """Ask for the history."""
        self.post_message(Gauges.Opened())


ROOM = 26
"""Cells kept beside a bar for the value, the change and the word."""
