"""Orders: one sheet with every vote, its opinion and reason, deliveries, force, acting alone and report."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion
from crisis_game.engine.acts.responses import ActAlone, Deliver, FillForceSheet
from crisis_game.engine.acts.turns import SetReady
from crisis_game.pages.play.text_page import whole
from crisis_game.tui import navigation
from crisis_game.tui.clipboard import words_of
from crisis_game.tui.keys import bindings
from crisis_game.tui.order_giving import most_given
from crisis_game.tui.order_rows import Choice, Heading, OrderSheet, Part, Row
from crisis_game.tui.order_sheet import order_sheet
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.undo import History
from crisis_game.tui.widgets.as_written import Static, as_written
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.order_row import OrderRow
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.text_block import TextBlock
from crisis_game.tui.widgets.words import Words

ROW_OF_ACT = {
    CastVote.kind: "vote",
    Explain.kind: "reason",
    Deliver.kind: "deliver",
    FillForceSheet.kind: "force",
    ActAlone.kind: "alone",
    GiveOpinion.kind: "opinion",
    ReportToCouncil.kind: "report",
}
"""The kind of row on which each act stands; its key leads there."""


class OrderRows(VerticalScroll, inherit_bindings=False):
    """The rows of the sheet; up and down are the screen's own, from row to row."""

    def on_resize(self) -> None:
        """Keep the marked row in view."""
        self.call_after_refresh(self.show_mark)

    def show_mark(self) -> None:
        """Scroll to the row that has the focus, and to what stands over it: the text that a vote is on."""
        row, parts = self.screen.focused, list(self.children)
        if row not in parts:
            return
        above = [part for part in parts[: parts.index(row)] if not isinstance(part, OrderRow)]
        for widget in (*above[-1:], row):
            self.scroll_to_widget(widget, animate=False)


class OrdersScreen(MainPage):
    """Vote, give, and say why."""

    CSS_PATH = "orders.tcss"
    AUTO_FOCUS = ""
    PAGE = "orders"
    HEADING = "Orders"
    ABOUT = (
        "One sheet for all that you order this round. Up and down go from row to row, left and right among the values, "
        "Enter gives the one under the cursor: ● stands, ◎ is what counts if you say nothing. You can change it all, "
        "or take it back with {undo}, until the beat closes; then everything is opened together. Lines marked ◆ are "
        "not in all the texts."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("orders")

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[str] = []

    def compose_body(self) -> ComposeResult:
        """The sheet; beside it, where there is room, the whole text; below what it all costs."""
        yield Guide()
        with Horizontal(id="orders-columns"):
            sheet = order_sheet(self.game)
            self._shown = [part.key for part in sheet.parts]
            yield OrderRows(*self._widgets(sheet), id="orders-sheet", classes="panel", can_focus=False)
            with VerticalScroll(id="orders-text", classes="panel", can_focus=False):
                yield Words(id="orders-text-words")
        yield Static(id="orders-cost")

    def on_mount(self) -> None:
        """Title the panels, and mark a row."""
        self.query_one("#orders-sheet").border_title = as_written(self.say("The sheet"))
        self.query_one("#orders-text").border_title = as_written(self.say("The text"))
        self._mark_wanted()

    def draw(self) -> None:
        """Put the sheet into its rows: in place where the same rows stand, else anew."""
        self.query_one(Guide).draw(self.game)
        sheet = order_sheet(self.game)
        self._cost(sheet)
        keys = [part.key for part in sheet.parts]
        if keys and keys == self._shown:
            for widget, part in zip(self._holder.children, sheet.parts, strict=True):
                self._show(widget, part)
        else:
            self.call_later(self._fill, sheet)

    @on(OrderRow.Given)
    def give(self, event: OrderRow.Given) -> None:
        """Submit the value, or open what the row opens; then on to the next row."""
        event.stop()
        if event.choice is not None:
            self._order(event.row, event.choice)
        elif event.row.opens is Explain:
            navigation.explain(self.stage, str(event.row.preset["text"]))
        elif event.row.opens is SetReady:
            navigation.ready(self.stage)
        elif event.row.opens is not None:
            navigation.form(self.stage, event.row.opens, event.row.preset)

    def action_undo(self) -> None:
        """Put back what stood before the last order."""
        step = self._steps.undo()
        if step is not None and step.before is None:
            self._steps.redo()
            self.notify(self.say("Nothing stood there before; choose another value instead."))
        else:
            self._again(step.before if step else None)

    def action_redo(self) -> None:
        """Order again what was taken back."""
        step = self._steps.redo()
        self._again(step.after if step else None)

    def copied(self) -> str:
        """The whole text that the row is about, else the row."""
        return words_of(self.query_one("#orders-text-words")) or super().copied()

    def on_descendant_focus(self) -> None:
        """Remember the row on the desk, and show the text it belongs to."""
        if isinstance(self.focused, OrderRow):
            self.desk.selected[self.PAGE] = self.focused.row.key
            self._whole(self.focused.row)

    def action_step(self, by: int) -> None:
        """Go some rows up or down."""
        rows = list(self.query(OrderRow))
        if not rows:
            return
        now = next((place for place, row in enumerate(rows) if row is self.focused), -1)
        self._mark(rows[max(0, min(len(rows) - 1, now + by))])

    def action_act(self, kind: str) -> None:
        """Go to the first row of that kind where nothing was chosen yet; anything else opens its form.

        The key that delivers stands on what gives something: Enter after it never gives nothing.
        """
        wanted = ROW_OF_ACT.get(kind)
        rows = [row for row in self.query(OrderRow) if row.row.kind == wanted]
        if not rows:
            super().action_act(kind)
            return
        open_ = [row for row in rows if row.row.choices and row.row.chosen is None]
        row = (open_ or rows)[0]
        self._mark(row)
        if kind == "deliver" and row.row.chosen is None:
            row.point_at(most_given(self.game, row.row))

    # ----------------------------------------------------------------------------------------------------------------

    @property
    def _holder(self) -> OrderRows:
        return self.query_one("#orders-sheet", OrderRows)

    @property
    def _steps(self) -> History[Act | None]:
        """The orders of this round's sheet; those of another are forgotten."""
        steps, seen = self.desk.order_steps, self.sight.seen
        steps.about(f"{seen.round}/{seen.beat}")
        return steps

    def _order(self, row: Row, choice: Choice) -> None:
        """Order it, note what stood before, and go on to the next row."""
        stands = row.chosen if row.chosen is not None else row.default
        steps = self._steps
        if self.submit(choice.command) and self.is_current:
            steps.note(row.choices[stands].command if stands is not None else None, choice.command)
            self.redraw()
            self.action_step(1)

    def _again(self, command: Act | None) -> None:
        """Order what stood there, and mark its row."""
        if command is None:
            self.notify(self.say("No order was given or taken back yet."))
        elif self.submit(command) and self.is_current:
            rows = self.query(OrderRow)
            self.redraw()
            wanted = (row for row in rows if any(choice.command == command for choice in row.row.choices))
            if (row := next(wanted, None)) is not None:
                self._mark(row)

    async def _fill(self, sheet: OrderSheet) -> None:
        """Put new rows up, and go back to the row that was marked."""
        async with self.batch():
            await self._holder.remove_children()
            await self._holder.mount_all(self._widgets(sheet))
        self._shown = [part.key for part in sheet.parts]
        self._mark_wanted()

    def _mark_wanted(self) -> None:
        """Mark the row that was marked last, else the first."""
        wanted = self.desk.selected.get(self.PAGE)
        rows = list(self.query(OrderRow))
        marked = next((row for row in rows if row.row.key == wanted), rows[0] if rows else None)
        if marked is not None:
            self._mark(marked)

    def _mark(self, row: OrderRow) -> None:
        """Put the focus on a row, and scroll to it."""
        self.set_focus(row, scroll_visible=False)
        self.call_after_refresh(self._holder.show_mark)

    def _widgets(self, sheet: OrderSheet) -> list[Widget]:
        widgets = [self._widget(part) for part in sheet.parts]
        return widgets or [Static(self._nothing(), classes="words")]

    def _widget(self, part: Part) -> Widget:
        if isinstance(part, Row):
            return OrderRow(part, self.sight.wording)
        if part.text:
            return TextBlock(self.game, part.text)
        return Static(Content.styled(f"— {self.say(part.words)} —", "bold $primary"), classes="orders-heading")

    def _show(self, widget: Widget, part: Part) -> None:
        if isinstance(widget, OrderRow) and isinstance(part, Row):
            widget.show(part, self.sight.wording)
        elif isinstance(widget, TextBlock) and isinstance(part, Heading):
            widget.show(self.game, part.text)

    def _nothing(self) -> str:
        return self.say("Nothing can be ordered in this beat. Votes and deliveries open in ORDERS.")

    def _whole(self, row: Row) -> None:
        """The whole text that a row is about, in the panel beside the sheet."""
        text = row.key.split("/")[1] if row.kind in ("vote", "also", "opinion", "reason", "deliver") else ""
        if text in self.sight.seen.texts:
            words = flowing(whole(self.sight.seen, self.sight.view.text(text)), self.sight.wording)
            self.query_one("#orders-text-words", Static).update(words)

    def _cost(self, sheet: OrderSheet) -> None:
        bar = self.query_one("#orders-cost", Static)
        bar.display = sheet.treasury is not None and sheet.cost > 0
        if sheet.treasury is None:
            return
        over = sheet.cost > sheet.treasury
        words = self.say("As it stands this costs {cost} of your {treasury}.", cost=sheet.cost, treasury=sheet.treasury)
        if over:
            words += " " + self.say("What you cannot pay is given by half, or not at all.")
        bar.set_class(over, "over")
        bar.update(words)
