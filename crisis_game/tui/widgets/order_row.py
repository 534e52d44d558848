"""One row of the sheet: its name, its values with the one that stands marked, and a cursor among them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.order_rows import Choice, Row
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.wording import say

HERE, ELSEWHERE = "▶ ", "  "
"""Before the row that has the focus, and before the others."""


class OrderRow(Horizontal, can_focus=True):
    """Left and right move among the values, Enter gives the one under the cursor, or opens the form."""

    DEFAULT_CSS = """
    OrderRow { height: auto; width: 1fr; }
    OrderRow .row-name { width: auto; min-width: 14; max-width: 30; padding-right: 1; text-style: bold; }
    OrderRow .row-body { width: 1fr; height: auto; }
    OrderRow:hover { background: $surface; }
    OrderRow:focus { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("order-row")

    class Given(Message):
        """A value was chosen, or the form of the row is wanted (`choice` None)."""

        def __init__(self, row: Row, choice: Choice | None) -> None:
            super().__init__()
            self.row = row
            self.choice = choice

    def __init__(self, row: Row, wording: Wording) -> None:
        super().__init__()
        self._title = Static(classes="row-name")
        self._body = Static(classes="row-body")
        self._wording = wording
        self._cursor = 0
        self.row = row
        self.show(row, wording)

    def compose(self) -> ComposeResult:
        """The name and what stands beside it."""
        yield self._title
        yield self._body

    def show(self, row: Row, wording: Wording) -> None:
        """Show the row as it stands now; the cursor goes to the value that stands or would count."""
        self.row, self._wording = row, wording
        stands = row.chosen if row.chosen is not None else row.default
        self._cursor = stands or 0
        self._draw(layout=True)

    def point_at(self, place: int) -> None:
        """Put the cursor on a value."""
        self._cursor = place
        self._draw(layout=False)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        if self.row.choices:
            self._cursor = (self._cursor + by) % len(self.row.choices)
            self._draw(layout=False)

    def action_give(self) -> None:
        """Give the value under the cursor, or open the form."""
        choice = self.row.choices[self._cursor] if self.row.choices else None
        self.post_message(self.Given(self.row, choice))

    def on_click(self, event: Click) -> None:
        """A value that is clicked is given at once; a row that opens a form opens it."""
        place = event.style.meta.get("choice")
        if isinstance(place, int) and place < len(self.row.choices):
            self._cursor = place
            self.action_give()
        elif not self.row.choices:
            self.action_give()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show or hide the cursor."""
        super().watch_has_focus(_has_focus)
        self._draw(layout=False)

    def _draw(self, *, layout: bool) -> None:
        """Put the words up; the cursor, unlike another row, needs no other room."""
        row = self.row
        self._title.update((HERE if self.has_focus else ELSEWHERE) + say(self._wording, row.name), layout=layout)
        body = self._values() if row.choices else Content(say(self._wording, row.says))
        note = say(self._wording, row.note)
        if note:
            body = Content.assemble(body, "\n", (note, "$foreground-muted"))
        self._body.update(body, layout=layout)

    def _values(self) -> Content:
        """All values on one line, each with its mark; each group on a line of its own, that begins with its name."""
        pieces: list[Content] = []
        group = ""
        names = {
            choice.group: self._wording.name("answer", choice.group) for choice in self.row.choices if choice.group
        }
        widest = max(map(len, names.values()), default=0)
        for place, choice in enumerate(self.row.choices):
            if choice.group != group:
                group = choice.group
                pieces.append(Content(("\n" if pieces else "") + f"{names[group]:<{widest}}  "))
            elif pieces:
                pieces.append(Content("  " if group else "   "))
            pieces.append(self._value(place, choice))
        return Content("").join(pieces)

    def _value(self, place: int, choice: Choice) -> Content:
        stands, counts = place == self.row.chosen, place == self.row.default
        mark = "●" if stands else "◎" if counts else "○"
        style = "bold $success" if stands else "$foreground"
        if self.has_focus and place == self._cursor:
            style = "bold $background on $primary"
        gap = "" if choice.group else " "
        words = Content.styled(f"{mark}{gap}{say(self._wording, choice.words)}", style)
        return words.stylize(Style.from_meta({"choice": place}))
