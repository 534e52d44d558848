"""Raised hands of a council at the host's: all members of each text on one sheet, a key for each vote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from crisis_game.engine.shared_values import TextId
from crisis_game.exercise.lesson_actions import Steer
from crisis_game.pages.hands import HANDS, NO_HANDS, HandRow, HandSheet
from crisis_game.pages.host import host_wording
from crisis_game.pages.votes import VOTES
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import begun
from crisis_game.tui.screens.desk_page import DeskPage, Do
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.words import put

if TYPE_CHECKING:
    from crisis_game.pages.council_desk import CouncilDesk


class HandsScreen(DeskPage):
    """A row for each member of each text; what is raised counts once the sheet is recorded."""

    CSS_PATH = "council_pages.tcss"
    HEADING = "Raised hands"
    ABOUT = (
        "Each text that is put to the vote has a row for each member whose seat people hold. {vote_yes}, {vote_no} and "
        "{vote_abstain} note the hand of the marked member and go to the next; {forget} takes it back. Nothing counts "
        "before Enter records the sheet of the marked text, as if each of them had voted. Escape leads to the host's "
        "screen; what was not recorded is forgotten."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("hands")

    def __init__(self, desk: CouncilDesk, do: Do) -> None:
        super().__init__(desk, do)
        self._raised: dict[tuple[TextId, SeatId], Vote] = {}

    def compose_body(self) -> ComposeResult:
        """The rows, or that there are none."""
        with Pane(self.say(HANDS), self._desk.council.name, id="council-page"):
            yield Static(id="council-none")
            yield OptionList(id="council-rows")

    def draw_rows(self) -> None:
        """Sheet by sheet, with the same row marked."""
        rows, wording, sheets = self.query_one(OptionList), host_wording(self._desk.council), self._desk.hands.sheets
        put(self.query_one("#council-none", Static), begun(NO_HANDS, wording))
        self.query_one("#council-none").display = not sheets
        marked = rows.highlighted
        rows.clear_options()
        for sheet in sheets:
            rows.add_options([HeadRow(begun(line, wording).plain) for line in sheet.head])
            rows.add_options([Option(self._row(sheet, row), id=f"{sheet.text}/{row.seat}") for row in sheet.rows])
        if sheets:
            rows.highlighted = min(marked, rows.option_count - 1) if marked is not None else len(sheets[0].head)

    def _row(self, sheet: HandSheet, row: HandRow) -> Content:
        """A member with its hand; one that is not recorded yet says so."""
        hand = self._raised.get((sheet.text, row.seat))
        vote = hand or row.vote
        sign, tone = VOTES[vote] if vote is not None else ("·", "quiet")
        words = self.say("{vote:vote}", vote=vote) if vote is not None else self.say("no hand yet")
        open_ = f"  {self.say('not recorded')}" if hand is not None and hand != row.vote else ""
        who = self.say("{seat:state}", seat=row.seat)
        return Content.assemble((f"{sign} {words:<12}", f"bold {STYLES[tone]}"), who, (open_, "$foreground-muted"))

    # Keys -------------------------------------------------------------------------------------------------------------

    def action_vote(self, vote: Vote) -> None:
        """The hand of the marked member; then on to the next of its text."""
        for sheet, row in self._marked():
            self._raised[sheet.text, row.seat] = vote
            self._show(sheet, row, 1)

    def action_rest(self, vote: Vote) -> None:
        """The same hand for all members of the marked text that have none."""
        for sheet, marked in self._marked():
            for row in sheet.rows:
                if row.vote is None:
                    self._raised.setdefault((sheet.text, row.seat), vote)
            self._show(sheet, marked, 0)

    def action_forget(self) -> None:
        """What was noted of the marked member."""
        for sheet, row in self._marked():
            self._raised.pop((sheet.text, row.seat), None)
            self._show(sheet, row, 0)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Record the sheet of the marked text."""
        event.stop()
        for sheet, _ in self._marked():
            votes = {seat: vote for (text, seat), vote in self._raised.items() if text == sheet.text}
            if self.do(Steer(sheet.recorded(votes), self._desk.council.name)):
                for seat in votes:
                    self._raised.pop((sheet.text, seat))
            self.draw()

    def _show(self, sheet: HandSheet, row: HandRow, on: int) -> None:
        """Draw anew, and mark the member so many rows on."""
        self.draw()
        seats = [each.seat for each in sheet.rows]
        place = min(seats.index(row.seat) + on, len(seats) - 1)
        rows = self.query_one(OptionList)
        rows.highlighted = rows.get_option_index(f"{sheet.text}/{seats[place]}")

    def _marked(self) -> Iterator[tuple[HandSheet, HandRow]]:
        """The marked member, if there is one, with its sheet."""
        rows = self.query_one(OptionList)
        option = rows.get_option_at_index(rows.highlighted) if rows.highlighted is not None else None
        for sheet in self._desk.hands.sheets:
            for row in sheet.rows:
                if option is not None and option.id == f"{sheet.text}/{row.seat}":
                    yield sheet, row
