"""What the rulings of a live council and those in a save share: acts with their findings, and a form beside them."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from crisis_game.pages.overruling import ABOUT, NOTHING_JUDGED, RULINGS, OverrulingDesk
from crisis_game.tui.rendering import begun
from crisis_game.tui.screens.rows_page import RowsPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.words import put

if TYPE_CHECKING:
    from crisis_game.engine.acts.facilitator import OverruleFinding


class RulingsPage(RowsPage):
    """A row for each finding, under the act that it is on."""

    CSS_PATH = "council_pages.tcss"

    @property
    @abstractmethod
    def rulings(self) -> OverrulingDesk:
        """As they stand."""

    @abstractmethod
    def find_otherwise(self, command: OverruleFinding) -> None:
        """Ask which verdict, and why; then do it, and draw what came of it."""

    def compose_body(self) -> ComposeResult:
        """What is told to whom, and the rows."""
        with Pane(self.say(RULINGS), self.whose, id="council-page"):
            yield Static(id="council-none")
            yield OptionList(id="council-rows")

    def draw_rows(self) -> None:
        """The findings under their acts, with the same one marked."""
        rulings, rows, wording = self.rulings, self.query_one(OptionList), self.wording
        put(self.query_one("#council-none", Static), begun(ABOUT if rulings.acts else NOTHING_JUDGED, wording))
        marked = rows.get_option_at_index(rows.highlighted).id if rows.highlighted is not None else None
        rows.clear_options()
        for act in rulings.acts:
            rows.add_options([HeadRow(begun(act.title, wording).plain), HeadRow(begun(act.words, wording).plain)])
            rows.add_options([Option(begun(row.line, wording), id=row.key) for row in act.rows])
        keys = [row.key for row in rulings.rows]
        if keys:
            rows.highlighted = rows.get_option_index(marked if marked in keys else keys[0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Find otherwise on the marked finding."""
        event.stop()
        self.find_otherwise(next(row.command for row in self.rulings.rows if row.key == event.option.id))
