"""One row of the sheet: its name, its values in groups, those that stand marked, and a cursor among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from crisis_game.pages.play.order_rows import Choice, Group, Row
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import CURSOR, Static
from crisis_game.tui.widgets.flow import Flow
from crisis_game.tui.widgets.gutter import GutterRow
from crisis_game.tui.wording import say

CHOSEN, DEFAULT, FREE = "●", "◎", "○"
"""Before the value that stands, the one that counts if nothing is said, and the others."""
BETWEEN_GROUPS = "   "


class OrderRow(GutterRow):
    """Left and right move among the values, Enter gives the one under the cursor, or opens the form."""

    DEFAULT_CSS = """
    OrderRow .row-name { width: 9; }
    OrderRow .row-body { width: 1fr; height: auto; }
    OrderRow .row-body Static { width: 1fr; height: auto; }
    OrderRow .row-note, OrderRow.-opens .row-values { padding-left: 1; }
    OrderRow .row-note { color: $foreground-muted; }
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
        self._values = Flow(classes="row-values")
        self._note = Static(classes="row-note")
        self._wording = wording
        self._cursor = 0
        self.row = row
        self.show(row, wording)

    def compose(self) -> ComposeResult:
        """The gutter, the name and what stands beside it."""
        yield self._mark
        yield self._title
        yield Vertical(self._values, self._note, classes="row-body")

    def show(self, row: Row, wording: Wording) -> None:
        """Show the row as it stands now; the cursor goes to the value that stands or would count."""
        self.row, self._wording = row, wording
        self._cursor = 0
        self.enter_group(0)
        self._draw(layout=True)

    def enter_group(self, number: int) -> bool:
        """Put the cursor on what stands in a group; False where it cannot go there."""
        if number >= len(self.row.groups):
            return False
        group, stops = self.row.groups[number], self.row.stops
        choices = [choice for choice in (group.standing, *group.choices) if choice in stops]
        if choices:
            self.point_at(stops.index(choices[0]))
        return bool(choices)

    def point_at(self, place: int) -> None:
        """Put the cursor on a value."""
        self._cursor = place
        self._draw(layout=False)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        if self.row.stops:
            self.point_at((self._cursor + by) % len(self.row.stops))

    def action_give(self) -> None:
        """Give the value under the cursor, or open the form."""
        self.post_message(self.Given(self.row, self._pointed))

    def on_click(self, event: Click) -> None:
        """A value that is clicked is given at once; a row that opens a form opens it."""
        place = event.style.meta.get("choice")
        if isinstance(place, int) and place < len(self.row.stops):
            self._cursor = place
            self.action_give()
        elif self.row.opens is not None:
            self.action_give()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show or hide the cursor."""
        super().watch_has_focus(_has_focus)
        self._draw(layout=False)

    @property
    def _pointed(self) -> Choice | None:
        """The value under the cursor."""
        return self.row.stops[self._cursor] if self.row.stops else None

    def _draw(self, *, layout: bool) -> None:
        """Put the words up; the cursor, unlike another row, needs no other room."""
        row, note = self.row, say(self._wording, self.row.note)
        self.set_class(not row.groups, "-opens")
        self.draw_gutter()
        self._title.update(say(self._wording, row.name), layout=layout)
        self._values.show(self._pieces(), layout=layout)
        self._note.update(note, layout=layout)
        self._note.display = bool(note)

    def _pieces(self) -> Iterator[Content]:
        """The values of all groups, each group behind its name; where there are none, what stands."""
        if not self.row.groups:
            yield Content.styled(say(self._wording, self.row.says), "$accent" if self.row.missing else "bold")
        for place, group in enumerate(self.row.groups):
            name = say(self._wording, group.name)
            before = f"{BETWEEN_GROUPS if place else ''} {name}" if name else ""
            for number, value in enumerate(self._choices(group)):
                yield value if number else Content.assemble(before, value)

    def _choices(self, group: Group) -> Iterator[Content]:
        for place, choice in enumerate(group.choices):
            mark = CHOSEN if place == group.chosen else DEFAULT if place == group.default else FREE
            style = "bold $success" if place == group.chosen else "$foreground"
            yield self._value(choice, choice.sign or mark, style)

    def _value(self, choice: Choice, mark: str, style: str) -> Content:
        """A value behind its mark, between blanks or the signs of the cursor; one that cannot be given stands back."""
        words = f"{mark} {say(self._wording, choice.words)}"
        if choice not in self.row.stops:
            return Content.styled(f" {words} ", "$foreground-muted")
        if self.has_focus and choice is self._pointed:
            words, style = f"{CURSOR[0]}{words}{CURSOR[1]}", "bold $background on $primary"
        else:
            words = f" {words} "
        return Content.styled(words, style).stylize(Style.from_meta({"choice": self.row.stops.index(choice)}))
