"""The table: the chair's text and others, what each needs, how they differ, where members stand."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.talk import AskPosition, MakeOffer, TakePosition
from crisis_game.engine.acts.texts import Cosponsor, Pledge, TableText
from crisis_game.engine.view import TextLine
from crisis_game.pages.play.due import without_stand
from crisis_game.pages.play.text_page import NO_TEXT, OPEN, by_weight, compared, in_two_lines, rivals, whole
from crisis_game.texts import Text
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings, spoken_for
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.commitments import declared
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.marking_list import MarkingList
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.words import Words

ABOUT_ONE = {act.kind for act in (ProposeAmendment, Cosponsor, Pledge, MakeOffer, AskCounsel, TakePosition)}
"""The acts whose keys speak of the text that is marked."""


class TableScreen(MainPage):
    """The texts of this round, then those of rounds before."""

    CSS_PATH = "table.tcss"
    PAGE = "table"
    HEADING = "The table"
    ABOUT = (
        "Above the texts, below the one that is marked: what it needs, what it says, how it differs from another "
        "({compare} changes which), where members stand and what would bring them to yes. {ask_position} asks all "
        "members about it; Enter lists everything that can be done with it; {table_text} tables a text of your own, "
        "{revise_text} changes it."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("table")

    def __init__(self) -> None:
        super().__init__()
        self._against = 0
        self._known: set[str] | None = None

    def compose_body(self) -> ComposeResult:
        """The texts, and the sheet of the one that is marked."""
        yield Guide()
        with Horizontal(id="table-columns"):
            with Vertical(id="table-left"):
                with Pane(id="texts-pane"):
                    yield MarkingList(id="texts")
                with Pane(self.say("Declared, asked, promised"), id="side"):
                    yield Words(id="bargains")
            with Pane(self.say("The text"), id="sheet", can_focus=True):
                yield Words(id="text")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#texts").focus()

    def draw(self) -> None:
        """Put the view into the widgets."""
        self.query_one(Guide).draw(self.game)
        texts = self.query_one("#texts", OptionList)
        lines = by_weight(self.sight.view)
        open_ = [line for line in lines if line.status in OPEN]
        self.query_one("#texts-pane", Pane).entitle(self.say("Texts"), self.say("{n} on the table", n=len(open_)))
        texts.clear_options()
        texts.add_options(
            [Option(flowing(in_two_lines(self.sight.seen, line), self.sight.wording), id=line.id) for line in lines]
        )
        ids = [line.id for line in lines]
        self._mark_new_own(ids)
        wanted = self.desk.selected.get(self.PAGE)
        if lines:
            texts.highlighted = ids.index(wanted) if wanted in ids else 0
        self.query_one("#bargains", Static).update(declared(self.sight))
        self._show()

    @on(OptionList.OptionHighlighted, "#texts")
    def mark(self, event: OptionList.OptionHighlighted) -> None:
        """Show the text that is marked."""
        self.desk.selected[self.PAGE] = event.option_id or ""
        self._against = 0
        self._show()

    @on(OptionList.OptionSelected, "#texts")
    def open_acts(self, event: OptionList.OptionSelected) -> None:
        """All that can be done with it."""
        navigation.acts(self.stage, event.option_id)

    def action_act(self, kind: str) -> None:
        """A form about the text that is marked; where it is another one that lacks a stand, it asks which.

        Where counsel has answered in this round, its answer is read again.
        """
        seen = self.sight.seen
        if kind == AskCounsel.kind and seen.counsel_round == seen.round:
            navigation.counsel(self.stage)
            return
        line, due = self._marked(), without_stand(self.game.sight)
        stands = kind != TakePosition.kind or not due or (line is not None and line.id in due)
        if kind in ABOUT_ONE and line is not None and stands:
            navigation.form(self.stage, BY_KIND[kind], {"text": line.id})
        else:
            super().action_act(kind)

    def action_compare(self) -> None:
        """Compare with the next text."""
        self._against += 1
        self._show()

    def action_ask_all(self) -> None:
        """Ask every member that has not told its position on the text that is marked."""
        line = self._marked()
        if line is None or line.status != "table":
            navigation.form(self.stage, AskPosition)
            return
        others = [seat for seat in self.sight.seen.members if seat != self.game.seat]
        known = {position.seat for position in line.positions}
        for seat in others:
            if seat not in known and not self.submit(AskPosition(seat, line.id)):
                break
        known = {position.seat for position in self.sight.view.text(line.id).positions}
        count = {"n": len(known.intersection(others)), "all": len(others)}
        self.desk.outcome = (self.say(Text("{n} of {all} members have told where they stand.", count)),)
        self.redraw()

    def _mark_new_own(self, ids: list[str]) -> None:
        """A text that this seat has just tabled is marked; on opening, the first one where the marked one is closed."""
        seen = self.sight.seen
        new = [text for text in ids if self._known is not None and text not in self._known]
        own = [text for text in new if seen.text(text).sponsors[:1] == (self.game.seat,)]
        wanted = self.desk.selected.get(self.PAGE)
        if own:
            self.desk.selected[self.PAGE] = own[-1]
        elif self._known is None and wanted in ids and seen.text(wanted).status not in OPEN:
            self.desk.selected[self.PAGE] = ids[0]
        self._known = set(ids)

    def _marked(self) -> TextLine | None:
        wanted = self.desk.selected.get(self.PAGE)
        lines = by_weight(self.sight.view)
        return next((line for line in lines if line.id == wanted), lines[0] if lines else None)

    def _show(self) -> None:
        line = self._marked()
        words = self.query_one("#text", Static)
        if line is None:
            words.update(Content(f"{self.say(NO_TEXT)} {self.say('{key} tables one.', key=spoken_for(TableText))}"))
            return
        seen, others = self.sight.seen, rivals(line, by_weight(self.sight.view))
        against = compared(seen, line, others[self._against % len(others)]) if others else ()
        name = self.say(Text("{text:text}", {"text": line.id}))
        self.query_one("#sheet", Pane).entitle(name, self.say(line.needed))
        words.update(flowing((*whole(seen, line), *against), self.sight.wording))
