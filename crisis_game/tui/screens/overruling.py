"""The rulings of a council at the host's: each finding on each act, and a form beside them to find otherwise."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.pages.host import host_wording
from crisis_game.pages.overruling import ABOUT, NOTHING_JUDGED, RULINGS
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import begun
from crisis_game.tui.screens.desk_page import DeskPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.words import put


class OverrulingScreen(DeskPage):
    """A row for each finding, under the act that it is on."""

    CSS_PATH = "council_pages.tcss"
    HEADING = "Rulings"
    ABOUT = (
        "Each act that was judged has its words, and under them a row for each finding on what its actor knew: first "
        "what decides. Enter on a finding asks what you find instead, and why. Both are told wherever the ruling is: "
        "in the debrief, and in play where rulings are told each round. Escape leads to the host's screen."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("overruling")

    def compose_body(self) -> ComposeResult:
        """What is told to whom, and the rows."""
        with Pane(self.say(RULINGS), self._desk.council.name, id="council-page"):
            yield Static(id="council-none")
            yield OptionList(id="council-rows")

    def draw_rows(self) -> None:
        """The findings under their acts, with the same one marked."""
        desk, rows, wording = self._desk.overruling, self.query_one(OptionList), host_wording(self._desk.council)
        put(self.query_one("#council-none", Static), begun(ABOUT if desk.acts else NOTHING_JUDGED, wording))
        marked = rows.get_option_at_index(rows.highlighted).id if rows.highlighted is not None else None
        rows.clear_options()
        for act in desk.acts:
            rows.add_options([HeadRow(begun(act.title, wording).plain), HeadRow(begun(act.words, wording).plain)])
            rows.add_options([Option(begun(row.line, wording), id=row.key) for row in act.rows])
        keys = [row.key for row in desk.rows]
        if keys:
            rows.highlighted = rows.get_option_index(marked if marked in keys else keys[0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Find otherwise: which verdict, and why."""
        event.stop()
        command = next(row.command for row in self._desk.overruling.rows if row.key == event.option.id)
        navigation.desk_form(self.stage, self._desk, OverruleFinding, self.do, {"finding": command.finding})
