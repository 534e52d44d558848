"""The table: the texts in a row each, the last wave, one's own next moves; beside them the text that is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from crisis_game.engine.act import Act
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.talk import AskPosition, MakeOffer, TakePosition
from crisis_game.engine.acts.texts import Cosponsor, MergeTexts, Pledge, ReviseText, TableText
from crisis_game.engine.acts.turns import Listen
from crisis_game.engine.drafts import RevisionDomain
from crisis_game.engine.mends import is_own
from crisis_game.engine.text_changes import changes_between
from crisis_game.engine.view import TextLine
from crisis_game.pages.commitments import word_given
from crisis_game.pages.parts import Heading, Line, Part, Run
from crisis_game.pages.play.due import without_stand
from crisis_game.pages.play.table import MOVES, TEXTS, TableNow, companion, first_marked, table_now
from crisis_game.pages.play.table_moves import TAKE_IN, NextMove
from crisis_game.pages.play.table_texts import NAME, OWNER, TextRow, called, head_of_columns, in_columns, legend
from crisis_game.pages.play.table_waves import wave_heading
from crisis_game.pages.play.text_page import NO_TEXT, OPEN, by_weight, compared, rivals, told_briefly
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Text
from crisis_game.tui import navigation
from crisis_game.tui.breakpoints import WIDE
from crisis_game.tui.keys import bindings, spoken_for
from crisis_game.tui.rendering import content, heading, said, widgets
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.column_head import ColumnHead
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.gutter import mark
from crisis_game.tui.widgets.lines import Item, Lines
from crisis_game.tui.widgets.pick_row import PickRow

ABOUT_ONE = {
    act.kind
    for act in (
        ProposeAmendment,
        Cosponsor,
        Pledge,
        MakeOffer,
        AskCounsel,
        GiveOpinion,
        TakePosition,
        MergeTexts,
    )
}
"""The acts whose keys speak of the text that is marked."""
WHO = 9
"""Cells of who moved."""
TEXT, MOVE = "text/", "move/"
"""Before the id of a text and the key of a move, in the key of a row."""


class TableScreen(MainPage):
    """The texts of this round, the waves, one's own moves; then the texts of rounds before."""

    CSS_PATH = "table.tcss"
    AUTO_FOCUS = ""
    PAGE = "table"
    KEYS_FIRST = "table"
    HEADING = "The table"
    ABOUT = (
        "A row for each text: by letter who supports it (✓), could live with it (≈), opposes it (✗) or is silent (·), "
        "what was told so far, what it needs. Below the last wave: who moved, from which stand to which, why, and what "
        "it wants. Then your own next moves, each with what it is told to win and its price: Enter makes the marked "
        "one. On a text Enter lists all that can be done with it. {listen} lets the table move once more, {all_waves} "
        "shows all waves, {ask_position} asks the members about the marked text, {take_position} says where you stand. "
        "{cross} leads to the text as it reads; {compare} compares it with another."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("table")

    def __init__(self) -> None:
        super().__init__()
        self._against = 0
        self._known: set[str] | None = None
        self._now: TableNow | None = None
        self._row = ""

    def compose_body(self) -> ComposeResult:
        """The column of rows with its companion, and what comes next."""
        yield Guide()
        yield Columns()
        yield Static(id="table-foot")

    def draw(self) -> None:
        """Put the view into the rows."""
        self.query_one(Guide).draw(self.game)
        self._mark_new_own([text.id for text in by_weight(self.sight.view)])
        self._now = table_now(self.sight.view, self.desk.selected.get(self.PAGE))
        foot = self.query_one("#table-foot", Static)
        foot.display = self._now.foot is not None and not self.desk.outcome
        foot.update(self.say(self._now.foot) if self._now.foot is not None else "")
        self.call_later(self._fill)

    def on_descendant_focus(self) -> None:
        """Remember the row; where it is another text, moves and companion speak of that one."""
        if not isinstance(self.focused, PickRow):
            return
        self._row = self.focused.key
        text = self._row.removeprefix(TEXT)
        if self._row.startswith(TEXT) and text != self.desk.selected.get(self.PAGE):
            self.desk.selected[self.PAGE] = text
            self._against = 0
            self._now = table_now(self.sight.view, text)
            self.call_later(self._show_marked)

    @on(PickRow.Picked)
    def pick(self, event: PickRow.Picked) -> None:
        """Make the move, or list all that can be done with the text."""
        event.stop()
        if event.key.startswith(MOVE):
            move = next((move for move in self._moves if MOVE + move.key == event.key), None)
            if move is not None:
                self._make(move)
        else:
            navigation.acts(self.stage, event.key.removeprefix(TEXT))

    def action_act(self, kind: str) -> None:
        """A form about the text that is marked; where it is another one that lacks a stand, it asks which.

        Where counsel has answered in this round, its answer is read again.
        """
        seen, line = self.sight.seen, self._marked
        if kind == AskCounsel.kind and seen.counsel_round == seen.round:
            navigation.counsel(self.stage)
            return
        if kind == ReviseText.kind and line is not None and not is_own(seen, line.id):
            kind = ProposeAmendment.kind
        if kind == ReviseText.kind and line is not None and ReviseText.closed(seen) is None:
            self._edit(line)
            return
        due = without_stand(self.game.sight)
        stands = kind != TakePosition.kind or not due or (line is not None and line.id in due)
        if kind == Listen.kind:
            self._do(Listen())
        elif kind in ABOUT_ONE and line is not None and stands:
            navigation.form(self.stage, BY_KIND[kind], {"text": line.id})
        else:
            super().action_act(kind)

    def action_take_in(self) -> None:
        """Make the change of the marked text that stands first among the moves."""
        move = next((move for move in self._moves if move.sign == TAKE_IN), None)
        if move is None:
            self.tell(self.say("Nobody has told a wish that this text could take in."))
        else:
            self._make(move)

    def action_compare(self) -> None:
        """Compare with the next text, beside it."""
        self._against += 1
        self.call_later(self._fill_beside)

    def action_all_waves(self) -> None:
        """All waves of this TABLE."""
        navigation.waves(self.stage)

    def action_ask_all(self) -> None:
        """Ask every member that has not told its position on the text that is marked."""
        line = self._marked
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

    def copied(self) -> str:
        """The marked text as it reads, with all that stands beside it."""
        from crisis_game.tui.clipboard import words_of

        return "\n".join(map(words_of, self.query_one(Columns).companion.children)) or super().copied()

    # ----------------------------------------------------------------------------------------------------------------

    @property
    def _moves(self) -> tuple[NextMove, ...]:
        return self._now.moves if self._now is not None else ()

    @property
    def _marked(self) -> TextLine | None:
        """The text that is marked: one that can be decided, or one of before."""
        row, wanted = self.focused, self.desk.selected.get(self.PAGE)
        if isinstance(row, PickRow) and row.key.startswith(TEXT):  # the keys may be quicker than what is drawn
            wanted = row.key.removeprefix(TEXT)
        lines = by_weight(self.sight.view)
        return next((line for line in lines if line.id == wanted), lines[0] if lines else None)

    def _edit(self, line: TextLine) -> None:
        """One's own text in the editor; what was changed there is tabled change by change."""
        seen = self.sight.seen

        def revise(draft: Draft | None) -> None:
            for change in changes_between(seen, line.draft, draft) if draft is not None else ():
                if not self.submit(ReviseText(line.id, change)):
                    break

        navigation.text_editor(self.stage, RevisionDomain(seen, base=line.id), lambda _: (), revise, line.id)

    def _make(self, move: NextMove) -> None:
        if move.act is AskPosition:
            self.action_ask_all()
        elif move.whole:
            self._do(move.command())
        else:
            navigation.form(self.stage, move.act, move.filled)

    def _do(self, command: Act) -> None:
        if self.submit(command) and self.is_current:
            self.redraw()

    def _mark_new_own(self, ids: list[str]) -> None:
        """A text that this seat has just tabled is marked; on opening, one's own where none was."""
        seen = self.sight.seen
        new = [text for text in ids if self._known is not None and text not in self._known]
        own = [text for text in new if seen.text(text).sponsors[:1] == (self.game.seat,)]
        wanted = self.desk.selected.get(self.PAGE)
        if own:
            self.desk.selected[self.PAGE] = own[-1]
            self._row = TEXT + own[-1]
        elif ids and (wanted not in ids or (self._known is None and seen.text(wanted).status not in OPEN)):
            self.desk.selected[self.PAGE] = first_marked(self.sight.view) or ids[0]
        self._known = set(ids)

    async def _fill(self) -> None:
        """Put all rows up, and go back to the row that was marked."""
        now = self._now
        if now is None:
            return
        await self.query_one(Columns).show(self._rows(now), self._beside())
        wanted = self._row or TEXT + self.desk.selected.get(self.PAGE, "")
        rows = list(self.query(PickRow))
        row = next((row for row in rows if row.key == wanted), None)
        row = row or next((row for row in rows if row.key == TEXT + self.desk.selected.get(self.PAGE, "")), None)
        if self.query_one(Columns).companion.has_focus:
            return
        if (row := row or next(iter(rows), None)) is not None:
            mark(row)
        else:
            mark(self.query_one(Columns).main)

    async def _show_marked(self) -> None:
        """Speak of another text: its contents under its row, wave and moves below, and what stands beside."""
        if self._now is None or not self.query("#table-below"):
            return
        for row in self.query(PickRow):
            row.open(opened=row.key == TEXT + self.desk.selected.get(self.PAGE, ""))
        below = self.query_one("#table-below", Vertical)
        async with self.batch():
            await below.remove_children()
            await below.mount_all(self._below(self._now))
        await self._fill_beside()

    async def _fill_beside(self) -> None:
        await self.query_one(Columns).show_beside(self._beside())

    def _rows(self, now: TableNow) -> Iterator[Widget]:
        wording = self.sight.wording
        yield from widgets((self._headline(now),), wording)
        yield ColumnHead(
            heading(Heading(TEXTS), wording), content(head_of_columns(self.sight.seen), wording), NAME + OWNER
        )
        yield from (self._text(row) for row in now.texts)
        if not now.texts:
            tables = self.say("{key} tables one.", key=spoken_for(TableText))
            yield Static(f"{self.say(NO_TEXT)} {tables}", classes="words")
        yield Lines("legend", [content(legend(), wording)])
        yield Vertical(*self._below(now), id="table-below")
        if now.older:
            yield from widgets((Heading(Text("Decided before")),), wording)
            for text in now.older:
                yield PickRow(TEXT + text.id, ((content(told_briefly(self.sight.seen, text), wording), 0),))

    def _headline(self, now: TableNow) -> Line:
        """The question, with the wave; where the bar has no room for what is due, with that in its place."""
        ready = self.sight.view.table.ready
        due = next((due for due in self.game.due if due.asked or not ready), None)
        if due is None or self.app.size.width >= WIDE:
            return now.headline
        return replace(now.headline, aside=Run(due.words, "asked"))

    def _text(self, row: TextRow) -> PickRow:
        wording, marked = self.sight.wording, self.desk.selected.get(self.PAGE) == row.text.id
        cells = ((content(called(row), wording), NAME + OWNER), (content(in_columns(row), wording), 0))
        below = content(Line(row.contents.whole), wording)
        return PickRow(TEXT + row.text.id, cells, below, opened=marked)

    def _below(self, now: TableNow) -> Iterator[Widget]:
        wording = self.sight.wording
        yield from self._wave(now)
        if now.moves:
            yield from widgets((Heading(MOVES, note=now.left),), wording)
        for move in now.moves:
            cells = tuple((said(run, wording), run.width) for run in move.cells)
            yield PickRow(MOVE + move.key, ((Content.styled(move.sign, "bold $accent"), 2), *cells))

    def _wave(self, now: TableNow) -> Iterator[Widget]:
        """The last wave: who moved stands in a column of its own."""
        wording, seen = self.sight.wording, self.sight.seen
        if not seen.waves:
            return
        yield from widgets((wave_heading(seen.waves[-1]),), wording)
        rows = []
        for line in now.wave:
            who = Text("{seat:short} {seat:state}", {"seat": line.seat}) if line.seat is not None else None
            mark = Content.styled(f"{self.say(who):<{WHO}}", "bold") if who is not None else ""
            rows.append(Item(content(line.did, wording), mark, 0))
        yield Lines("table-wave", rows)

    def _beside(self) -> Iterator[Widget]:
        line, view = self._marked, self.sight.view
        parts: tuple[Part, ...] = tuple(companion(view, line)) if line is not None else ()
        others = rivals(line, by_weight(view)) if line is not None else ()
        if others and line is not None and self._against:
            parts = (*compared(self.sight.seen, line, others[(self._against - 1) % len(others)]), *parts)
        for title, lines in word_given(self.sight.seen, view.commitments):
            parts = (*parts, Heading(title), *lines)
        yield from widgets(parts, self.sight.wording)
