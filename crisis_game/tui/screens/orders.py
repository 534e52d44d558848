"""Orders: one sheet with every vote, its opinion and reason, deliveries, force, acting alone and report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion
from crisis_game.engine.acts.responses import ActAlone, Deliver, FillForceSheet
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.shared_values import TextId
from crisis_game.pages.play.order_giving import most_given
from crisis_game.pages.play.order_rows import Choice, Heading, OrderSheet, Part, Remarks, Row
from crisis_game.pages.play.order_sheet import order_sheet
from crisis_game.pages.play.orders import as_it_reads, in_mind
from crisis_game.tui import navigation
from crisis_game.tui.clipboard import words_of
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import heading, note, widgets
from crisis_game.tui.rendering import row as list_row
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.undo import History
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.columns import Column, Columns
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.head import NO_NOTE, Head
from crisis_game.tui.widgets.lines import Line as ListLine
from crisis_game.tui.widgets.lines import Lines
from crisis_game.tui.widgets.more_below import MoreBelow
from crisis_game.tui.widgets.order_row import OrderRow
from crisis_game.tui.widgets.text_block import TextBlock

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
ROWS_A_PAGE = 5
"""Rows that a key for a page goes up or down."""


class OrderRows(Column):
    """The rows of the sheet: up and down go from row to row, and what a row is about stays in sight.

    Attributes:
        last_marked: the key of the row that was marked last.
    """

    last_marked = ""

    def on_resize(self) -> None:
        """Keep the marked row in view."""
        self.call_after_refresh(self.show_mark)

    def mark(self, row: Widget) -> None:
        """Put the focus on a row, and scroll to it."""
        self.screen.set_focus(row, scroll_visible=False)
        self.call_after_refresh(self.show_mark)

    def show_mark(self) -> None:
        """Scroll to the row that has the focus, with all that stands under the same head as far as there is room."""
        if not self.is_attached:
            return
        marked, parts = self.screen.focused, list(self.children)
        if marked not in parts:
            return
        place = parts.index(marked)
        heads = [number for number, part in enumerate(parts) if not isinstance(part, OrderRow)]
        first = max((number for number in heads if number <= place), default=0)
        last = min((number for number in heads if number > place), default=len(parts)) - 1
        for number in (last, first, place):
            self.scroll_to_widget(parts[number], animate=False)

    def take_focus(self) -> None:
        """Mark the row that was marked last; else the first where something is to be said, else the first."""
        rows = list(self.query(OrderRow))
        last = [row for row in rows if row.row.key == self.last_marked]
        undone = [row for row in rows if row.row.undone]
        if row := next(iter((*last, *undone, *rows)), None):
            self.mark(row)

    def action_step(self, by: int) -> None:
        """Go some rows up or down."""
        rows = self.rows()
        if rows:
            start = rows.index(self.screen.focused) if self.screen.focused in rows else -1
            self.mark(rows[max(0, min(len(rows) - 1, start + by))])

    def action_end(self, place: int) -> None:
        """Go to the first row or the last."""
        if rows := self.rows():
            self.mark(rows[place])

    def action_scroll_page(self, by: int) -> None:
        """Go five rows up or down."""
        self.action_step(ROWS_A_PAGE * by)


class OrderColumns(Columns):
    """The sheet, and beside it the text that the marked row is about and what to have in mind."""

    def compose(self) -> ComposeResult:
        """The two columns, and the sign that there is more below."""
        yield OrderRows(classes="main")
        yield Column(classes="companion")
        yield MoreBelow()


class OrdersScreen(MainPage):
    """Vote, give, and say why."""

    CSS_PATH = "orders.tcss"
    AUTO_FOCUS = ""
    PAGE = "orders"
    HEADING = "Orders"
    ABOUT = (
        "One sheet for all that you order this round. Up and down go from row to row, left and right among the values, "
        "Enter gives the one under the cursor: ● stands, ◎ is what counts if you say nothing. An answer on the law "
        "counts as 70 per cent sure; the cursor goes on to how sure you are, where Enter gives another degree. You can "
        "change it all, or take it back with {undo}, until the beat closes; then everything is opened together. ◆ "
        "stands before what was changed. {cross} leads to the text that the row is about, with who decides it, what "
        "you promised, your brief and counsel. At the foot stands what is still to be said: Enter leads there."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("orders")

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[str] = []
        self._text: TextId = ""

    def compose_body(self) -> ComposeResult:
        """The sheet with its companion; below what it all costs."""
        yield Guide()
        yield OrderColumns()
        yield Static(id="orders-cost")

    def draw(self) -> None:
        """Put the sheet into its rows: in place where the same rows stand, else anew."""
        self.query_one(Guide).draw(self.game)
        sheet = order_sheet(self.game.sight)
        self._cost(sheet)
        keys = [part.key for part in sheet.parts]
        if keys and keys == self._shown:
            for widget, part in zip(self._rows.children, sheet.parts, strict=True):
                self._show(widget, part)
            self.call_later(self._fill_beside)
        else:
            self.call_later(self._fill, sheet)

    @on(OrderRow.Given)
    def give(self, event: OrderRow.Given) -> None:
        """Submit the value, or open what the row opens, or go to the row that it leads to."""
        event.stop()
        row, choice = event.row, event.choice
        if choice is not None and choice.command is not None:
            self._order(row, choice, choice.command)
        elif row.opens is Explain:
            navigation.explain(self.stage, str(row.preset["text"]))
        elif row.opens is SetReady:
            navigation.ready(self.stage)
        elif row.opens is not None:
            navigation.form(self.stage, row.opens, row.preset)
        elif choice is not None and choice.leads_to is not None:
            self.action_act(choice.leads_to.kind)

    def action_undo(self) -> None:
        """Put back what stood before the last order."""
        step = self._steps.undo()
        if step is not None and step.before is None:
            self._steps.redo()
            self.tell(self.say("Nothing stood there before; choose another value instead."))
        else:
            self._again(step.before if step else None)

    def action_redo(self) -> None:
        """Order again what was taken back."""
        step = self._steps.redo()
        self._again(step.after if step else None)

    def copied(self) -> str:
        """The whole text that the row is about, else the row."""
        beside = map(words_of, self._columns.companion.children) if self._text else ()
        return "\n".join(beside) or super().copied()

    def on_descendant_focus(self) -> None:
        """Remember the row on the desk, and show the text it belongs to."""
        if isinstance(self.focused, OrderRow):
            self.desk.selected[self._place] = self._rows.last_marked = self.focused.row.key
            if self._text != (text := self._text_of(self.focused.row)):
                self._text = text
                self.call_later(self._fill_beside)

    def action_act(self, kind: str) -> None:
        """Go to the first row of that kind where nothing was chosen yet; anything else opens its form.

        The key that delivers stands on what gives something: Enter after it never gives nothing.
        """
        wanted = ROW_OF_ACT.get(kind)
        rows = [row for row in self.query(OrderRow) if row.row.kind == wanted]
        if not rows:
            super().action_act(kind)
            return
        row = next((row for row in rows if row.row.undone), rows[0])
        self._rows.mark(row)
        if kind == "deliver" and row.row.chosen is None:
            row.point_at(most_given(self.game.sight, row.row))

    # ----------------------------------------------------------------------------------------------------------------

    @property
    def _place(self) -> str:
        """Under what the marked row is remembered: another round begins with what is due."""
        return f"{self.PAGE}/{self.sight.seen.round}"

    @property
    def _columns(self) -> OrderColumns:
        return self.query_one(OrderColumns)

    @property
    def _rows(self) -> OrderRows:
        return self.query_one(OrderRows)

    @property
    def _steps(self) -> History[Act | None]:
        """The orders of this round's sheet; those of another are forgotten."""
        steps, seen = self.desk.order_steps, self.sight.seen
        steps.about(f"{seen.round}/{seen.beat}")
        return steps

    def _order(self, row: Row, choice: Choice, command: Act) -> None:
        """Order it, note what stood before, and go on: to what is beside it in the row, else to the next row."""
        number = row.group_of(choice)
        before = row.groups[number].standing
        steps = self._steps
        if self.submit(command) and self.is_current:
            steps.note(before.command if before is not None else None, command)
            self.redraw()
            if not (isinstance(self.focused, OrderRow) and self.focused.enter_group(number + 1)):
                self._rows.action_step(1)

    def _again(self, command: Act | None) -> None:
        """Order what stood there, and mark its row."""
        if command is None:
            self.tell(self.say("No order was given or taken back yet."))
        elif self.submit(command) and self.is_current:
            rows = self.query(OrderRow)
            self.redraw()
            wanted = (row for row in rows if command in row.row.commands)
            if (row := next(wanted, None)) is not None:
                self._rows.mark(row)

    async def _fill(self, sheet: OrderSheet) -> None:
        """Put new rows up, and go back to the row that was marked."""
        self._shown = [part.key for part in sheet.parts]
        marked = self.desk.selected.get(self._place)
        await self._columns.show(self._widgets(sheet), self._beside())
        self.desk.remember(self._place, marked)  # rows that go hand the focus on, each to the next
        self._rows.last_marked = marked or ""
        self._rows.take_focus()

    async def _fill_beside(self) -> None:
        await self._columns.show_beside(self._beside())

    def _beside(self) -> Iterator[Widget]:
        """The text that the marked row is about, and what to have in mind."""
        sight = self.sight
        text = as_it_reads(sight.seen, sight.view.text(self._text)) if self._text else ()
        yield from widgets((*text, *in_mind(sight.seen, sight.dossier.own, self._text or None)), sight.wording)

    def _widgets(self, sheet: OrderSheet) -> list[Widget]:
        rows = [self._widget(part) for part in sheet.parts]
        return rows or [Static(self._nothing(), classes="words")]

    def _widget(self, part: Part) -> Widget:
        if isinstance(part, Row):
            return OrderRow(part, self.sight.wording)
        if isinstance(part, Remarks):
            return Lines(None, self._remarks(part))
        widget = TextBlock() if part.text else Head(NO_NOTE)
        self._show(widget, part)
        return widget

    def _show(self, widget: Widget, part: Part) -> None:
        match widget, part:
            case OrderRow(), Row():
                widget.show(part, self.sight.wording)
            case TextBlock(), Heading():
                widget.show(self.game, part.text)
            case Lines(), Remarks():
                widget.show(self._remarks(part))
            case Head(), Heading():
                widget.show(heading(part.title, self.sight.wording), note(part.title, self.sight.wording))

    def _remarks(self, part: Remarks) -> list[ListLine]:
        return [list_row(line, self.sight.wording) for line in part.lines]

    def _nothing(self) -> str:
        return self.say("Nothing can be ordered in this beat. Votes and deliveries open in ORDERS.")

    def _text_of(self, row: Row) -> TextId:
        """The text that a row is about; empty where it is about none."""
        text = row.key.split("/")[1] if row.kind in ("vote", "also", "opinion", "reason", "deliver", "force") else ""
        return text if text in self.sight.seen.texts else ""

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
