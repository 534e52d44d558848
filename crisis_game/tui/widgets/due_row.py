"""A row of what is due in SITUATION, with the values that can be given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.style import Style

from crisis_game.pages.parts import Line
from crisis_game.pages.play.order_rows import Choice
from crisis_game.pages.play.situation_due import DueRow as Row
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import content, said
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import CURSOR, Static
from crisis_game.tui.widgets.flow import Flow
from crisis_game.tui.widgets.gutter import GutterRow
from crisis_game.tui.widgets.order_row import DEFAULT
from crisis_game.tui.wording import say


@runtime_checkable
class TakesValues(Protocol):
    """A screen with such rows."""

    def give(self, row: Row, choice: Choice | None) -> None:
        """A value was chosen in a row, or what the row opens is wanted (`choice` None)."""


class DueRow(GutterRow):
    """One thing that is due: left and right choose a value, Enter gives it, or opens the letter."""

    DEFAULT_CSS = """
    DueRow .due-words { width: 1fr; height: auto; }
    DueRow .due-known { width: 27; height: auto; padding-left: 1; }
    DueRow .due-aside { width: 19; height: auto; padding-left: 1; text-align: right; }
    DueRow.-one-line .due-known { display: none; }
    DueRow.-one-line .due-aside { width: auto; max-width: 50%; }
    DueRow .due-body { width: 1fr; height: auto; }
    DueRow .due-values { padding-left: 2; height: auto; width: 1fr; display: none; }
    DueRow.-below .due-values { display: block; }
    DueRow .due-said { padding-left: 3; color: $foreground-muted; display: none; }
    DueRow.-below .due-said { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("due-row")

    def __init__(self, row: Row, wording: Wording) -> None:
        super().__init__()
        self._words = Static(classes="due-words")
        self._known, self._aside = Static(classes="due-known"), Static(classes="due-aside")
        self._values, self._said = Flow(classes="due-values"), Static(classes="due-said")
        self._wording, self._cursor, self._below = wording, 0, False
        self.row = row
        self.show(row, wording)

    def compose(self) -> ComposeResult:
        """The gutter, what it is, what is known of it, until when or what was said."""
        yield self._mark
        yield Vertical(self._words, self._values, self._said, classes="due-body")
        yield from (self._known, self._aside)

    def show(self, row: Row, wording: Wording) -> None:
        """Show it as it stands now; of a claim the cursor goes to what one said of it, or knows."""
        self.row, self._wording = row, wording
        group = row.group
        self._cursor = 0
        if row.kind == "claim" and group is not None and (standing := group.standing) is not None:
            self._cursor = group.choices.index(standing)
        self._below = row.kind == "ally" and group is not None
        self.set_class(row.kind != "claim", "-one-line")
        self.set_class(self._below, "-below")
        self._words.update(content(Line(row.words), wording))
        known = [content(Line(piece), wording) for piece in row.known]
        self._known.update(Content("\n").join(known))
        self._said.update(Content(" · ").join(known))
        self._said.display = self._below and bool(known)
        self._draw()

    @property
    def pointed(self) -> Choice | None:
        """The value under the cursor."""
        return self.row.group.choices[self._cursor] if self.row.group is not None else None

    def action_move(self, by: int) -> None:
        """Move the cursor among the values; it stays at the first and the last."""
        if self.row.group is not None:
            self._cursor = max(0, min(len(self.row.group.choices) - 1, self._cursor + by))
            self._draw()

    def action_give(self) -> None:
        """Give the value under the cursor, or open what the row opens; before the next key is read."""
        if isinstance(self.screen, TakesValues):
            self.screen.give(self.row, self.pointed)

    def on_click(self, event: Click) -> None:
        """A click marks the row, or opens it; on the signs of the cursor it moves, on the value between them gives."""
        place = event.style.meta.get("choice")
        if isinstance(place, int):
            self._cursor = place
            self.action_give()
            return
        by = event.style.meta.get("by")
        if by is None and self.row.group is not None:
            return
        if by:
            self.action_move(by)
        else:
            self.action_give()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show or hide the cursor."""
        super().watch_has_focus(has_focus)
        self._draw()

    def _draw(self) -> None:
        self.draw_gutter()
        if self._below:
            self._values.show(self._choices())
        self._aside.update(self._value() if self.has_focus and self.pointed and not self._below else self._told())

    def _choices(self) -> Iterator[Content]:
        """All values on a line of their own, the one that counts if nothing is said behind its sign."""
        group = self.row.group
        for place, choice in enumerate(group.choices if group is not None else ()):
            mark = f"{DEFAULT} " if group is not None and place == group.default else ""
            words, style = f"{mark}{say(self._wording, choice.words)}", "$foreground"
            if self.has_focus and place == self._cursor:
                words, style = f"{CURSOR[0]}{words}{CURSOR[1]}", "bold $background on $primary"
            else:
                words = f" {words} "
            yield Content.styled(words, style).stylize(Style.from_meta({"choice": place})) + Content(" ")

    def _told(self) -> Content:
        """Until when it waits, or what was said: of a claim its sign alone, which stands in the column of its word."""
        standing = self.row.group.standing if self.row.done and self.row.group is not None else None
        if standing is not None:
            return Content.styled(f"● {standing.sign} {say(self._wording, 'you')}", STYLES["good"])
        return said(self.row.aside, self._wording) if self.row.aside is not None else Content("")

    def _value(self) -> Content:
        """The value under the cursor between its signs, each of which can be clicked."""
        choice = self.pointed
        words = f"{choice.sign} {say(self._wording, choice.words)}" if choice is not None else ""
        pieces = ((CURSOR[0], -1), (words, 0), (CURSOR[1], 1))
        style = "bold $background on $primary"
        return Content("").join(Content.styled(piece, style).stylize(_clicked(by)) for piece, by in pieces)


def _clicked(by: int) -> Style:
    return Style.from_meta({"by": by})
