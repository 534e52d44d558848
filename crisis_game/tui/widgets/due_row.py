"""Rows of SITUATION: what is due, with its values; what happened, with the letter that tells it; the gauges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style

from crisis_game.pages.parts import Line
from crisis_game.pages.play.gauges_now import NAME, GaugeNow
from crisis_game.pages.play.order_rows import Choice
from crisis_game.pages.play.situation_due import DueRow as Row
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import content, said
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.flow import Flow
from crisis_game.tui.widgets.gauges import Gauges
from crisis_game.tui.widgets.gutter import gutter
from crisis_game.tui.widgets.order_row import CURSOR, DEFAULT
from crisis_game.tui.wording import say


@runtime_checkable
class TakesValues(Protocol):
    """A screen with such rows."""

    def give(self, row: Row, choice: Choice | None) -> None:
        """A value was chosen in a row, or what the row opens is wanted (`choice` None)."""


class DueRow(Horizontal, can_focus=True):
    """One thing that is due: left and right choose a value, Enter gives it, or opens the letter."""

    DEFAULT_CSS = """
    DueRow { height: auto; width: 1fr; }
    DueRow .due-mark { width: 2; color: $accent; }
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
    DueRow:hover { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("due-row")

    def __init__(self, row: Row, wording: Wording) -> None:
        super().__init__()
        self._mark, self._words = Static(classes="due-mark"), Static(classes="due-words")
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

    def draw_gutter(self) -> None:
        """Draw its mark anew."""
        self._mark.update(gutter(self), layout=False)

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


class OpenRow(Horizontal, can_focus=True):
    """Something that happened, from which its letter opens."""

    DEFAULT_CSS = """
    OpenRow { height: auto; width: 1fr; }
    OpenRow > .open-mark { width: 2; color: $accent; }
    OpenRow > .open-words { width: 1fr; height: auto; }
    OpenRow:hover { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("open-row")

    class Opened(Message):
        """Its letter is wanted."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    def __init__(self, words: Content, letter: str) -> None:
        super().__init__()
        self._mark, self._words, self.letter = Static(classes="open-mark"), words, letter

    def compose(self) -> ComposeResult:
        """The gutter, the words."""
        yield self._mark
        yield Static(self._words, classes="open-words")

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark of the row that has the keys."""
        super().watch_has_focus(has_focus)
        self.draw_gutter()

    def draw_gutter(self) -> None:
        """Draw its mark anew."""
        self._mark.update(gutter(self), layout=False)

    def action_open(self) -> None:
        """Open the letter."""
        self.post_message(self.Opened(self.letter))

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.action_open()


class GaugeCell(Horizontal, can_focus=True):
    """A gauge in a line; Enter or a click opens its history. What moved it stands beside it where there is room."""

    DEFAULT_CSS = """
    GaugeCell { height: auto; width: 1fr; }
    GaugeCell > .gauge-mark { width: 2; color: $accent; }
    GaugeCell > .gauge-now { width: 1fr; height: auto; padding-right: 1; }
    GaugeCell > .gauge-why { display: none; height: auto; }
    GaugeCell:hover { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("gauge-list")

    def __init__(self, gauge: GaugeNow, wording: Wording) -> None:
        super().__init__()
        self._mark, self.gauge = Static(classes="gauge-mark"), gauge
        self._now = Content("").join(_gauge(gauge, wording))
        self._why = say(wording, gauge.why) if gauge.why is not None else ""

    def compose(self) -> ComposeResult:
        """The gutter, how it stands, what moved it."""
        yield self._mark
        yield Static(self._now, classes="gauge-now")
        yield Static(self._why, classes="gauge-why")

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark of the row that has the keys."""
        super().watch_has_focus(has_focus)
        self.draw_gutter()

    def draw_gutter(self) -> None:
        """Draw its mark anew."""
        self._mark.update(gutter(self), layout=False)

    def action_open(self) -> None:
        """Ask for the history."""
        self.post_message(Gauges.Opened(self.gauge.gauge.id))

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.action_open()


class GaugeCells(Container):
    """All gauges: two beside each other where there is little room."""

    DEFAULT_CSS = """
    GaugeCells { layout: grid; grid-size: 2; grid-rows: auto; height: auto; width: 1fr; }
    """


def _clicked(by: int) -> Style:
    return Style.from_meta({"by": by})


def _gauge(gauge: GaugeNow, wording: Wording) -> Iterator[Content]:
    """Its name, value, change, last rounds and word; the triangle stands for the sign of the change."""
    line = gauge.gauge
    value = f"{'±' if line.estimate else ''}{line.value}"
    change = f"{'▲' if gauge.change > 0 else '▼'}{abs(gauge.change)}" if gauge.change else ""
    yield Content.styled(f"{say(wording, line.name):<{NAME}}", "bold")
    yield Content.styled(f"{value:>4} ", "bold")
    if gauge.values:
        yield Content.styled(f"{change:<4}", STYLES[gauge.tone])
        yield Content.styled(f"{gauge.drawn} ", STYLES["quiet"])
    yield Content(say(wording, line.word) if line.word else "")
