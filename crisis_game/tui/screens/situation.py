"""SITUATION: what is due from the seat, what happened, how the world stands; members, measures and map beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.view import ClaimLine
from crisis_game.pages.map import whereabouts
from crisis_game.pages.parts import Part, sentences
from crisis_game.pages.play.gauges_now import gauges_now, uncovered_lines, world_heading, world_parts
from crisis_game.pages.play.order_rows import Choice
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.pages.play.situation_due import NOBODY_WAITS, due_heading, due_rows
from crisis_game.pages.play.situation_due import DueRow as Due
from crisis_game.pages.play.situation_page import (
    beside_situation,
    earlier,
    happened,
    happened_heading,
    happened_parts,
)
from crisis_game.scenario.ids import PageId
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import content, heading, note, widgets
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.columns import Column, Columns
from crisis_game.tui.widgets.due_row import DueRow
from crisis_game.tui.widgets.gauge_cell import GaugeCell, GaugeCells
from crisis_game.tui.widgets.gauges import Gauges
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.gutter import mark
from crisis_game.tui.widgets.head import Head
from crisis_game.tui.widgets.map import MapView
from crisis_game.tui.widgets.more_below import MoreBelow
from crisis_game.tui.widgets.open_row import OpenRow

ROOMY = (120, 36)
"""Columns and lines from which the map stands beside."""


class SituationRows(Column):
    """The rows of the page: up and down go from row to row, whatever section they stand in."""

    def take_focus(self) -> None:
        """Mark the first thing that is due, else the first row."""
        rows = self.rows()
        due = [row for row in rows if isinstance(row, DueRow) and not row.row.done]
        if row := next(iter((*due, *rows)), None):
            mark(row)
        else:
            super().take_focus()

    def action_step(self, by: int) -> None:
        """To the next row; beyond the last one scroll on."""
        rows = self.rows()
        place = rows.index(self.screen.focused) + by if self.screen.focused in rows else 0
        if 0 <= place < len(rows):
            mark(rows[place])
        else:
            self.scroll_relative(y=2 * by, animate=False)


class DueHead(Head):
    """What stands over what is due; it tells how much of it is done."""


class SituationColumns(Columns):
    """The page, and what stands beside it."""

    def compose(self) -> ComposeResult:
        """The two columns, and the sign that there is more below."""
        yield SituationRows(classes="main")
        yield Column(classes="companion")
        yield MoreBelow()

    @property
    def main(self) -> SituationRows:
        """The rows."""
        return self.query_one(SituationRows)


class SituationScreen(MainPage):
    """What has changed, and what does one believe."""

    CSS_PATH = "situation.tcss"
    AUTO_FOCUS = ""
    PAGE = "situation"
    HEADING = "The situation room"
    ABOUT = (
        "First what is due from you: letters that ask, with how long they wait, and claims. {answer_inject} opens the"
        " first letter that asks. Left and right choose how sure you are of a claim, Enter says it; {grade_claim} "
        "says what you know of it and goes on, + and - go up and down. What all know of a claim stands beside it; "
        "yours may differ. Then what happened in the last round: Enter opens the letter. Then the world: each gauge "
        "with its number, its last change and its last rounds; Enter shows how it came to where it is. {answer} is "
        "the answer of the last round, {cross} leads to members, to what is in force and to the map."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("situation")

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The page with its companion."""
        yield Guide()
        yield SituationColumns()

    def draw(self) -> None:
        """Put the view into the rows: in place where the same ones stand, so that none moves away; else anew."""
        self.query_one(Guide).draw(self.game)
        if self._shown == self._all():
            rows = {row.key: row for row in due_rows(self.sight.view)}
            head = due_heading(tuple(rows.values()))
            self.query_one(DueHead).show(heading(head, self.sight.wording), note(head, self.sight.wording))
            for widget in self.query(DueRow):
                widget.show(rows[widget.row.key], self.sight.wording)
        else:
            self.call_later(self._fill)

    def on_resize(self) -> None:
        """Show or hide the map."""
        self._fit_map()

    def give(self, row: Due, choice: Choice | None) -> None:
        """Say the value and go on to what is due below, or open the letter."""
        if choice is not None and choice.command is not None:
            if self.submit(choice.command) and self.is_current:
                self._go_on(row.key)
        elif choice is not None and choice.leads_to is not None:
            navigation.form(self.stage, choice.leads_to, row.preset)
        elif row.letter:
            self._open(row.letter)

    @on(OpenRow.Opened)
    def read(self, event: OpenRow.Opened) -> None:
        """Open a letter."""
        event.stop()
        self._open(event.letter)

    def on_gauges_opened(self, event: Gauges.Opened) -> None:
        """Show how a gauge came to where it is."""
        navigation.gauges(self.stage, event.gauge)

    def on_descendant_focus(self) -> None:
        """Remember the row on the desk."""
        if isinstance(self.focused, DueRow):
            self.desk.selected[self._place] = self.focused.row.key

    def action_page(self, page: PageId) -> None:
        """Go to another page; before the first ANSWER there is none to read."""
        if page == "answer" and not self._answered:
            self.tell(self.say("No round was answered yet."))
        else:
            super().action_page(page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the first ANSWER no key leads to it."""
        return (action, parameters, self._answered) != ("page", ("answer",), 0) and super().check_action(
            action, parameters
        )

    def action_act(self, kind: str) -> None:
        """Grade here, and answer in the letter; anything else as on every main page."""
        waiting = [row.letter for row in due_rows(self.sight.view) if row.letter and not row.done]
        if kind == GradeClaim.kind:
            self._grade_on()
        elif kind == AnswerInject.kind and waiting:
            navigation.letter(self.stage, waiting[0])
        else:
            super().action_act(kind)

    def action_next_due(self) -> None:
        """To the next row where something is due, round and round."""
        rows = [row for row in self.query(DueRow) if not row.row.done]
        here = rows.index(self.focused) if self.focused in rows else -1
        if rows:
            mark(rows[(here + 1) % len(rows)])

    def action_grade(self, by: int) -> None:
        """One grade up or down."""
        line = self._claim_marked()
        if line is None or self.sight.offer(GradeClaim) is None:
            navigation.form(self.stage, GradeClaim)
            return
        self.desk.selected[self._place] = _key(line)
        if self.submit(GradeClaim(line.id, _next_grade(line, by))):
            self.redraw()

    # ----------------------------------------------------------------------------------------------------------------

    @property
    def _answered(self) -> int:
        """The last round that was answered; 0 before the first."""
        return last_answered(self.game.session, self.game.seat)

    @property
    def _place(self) -> str:
        """Under what the marked row is remembered: another round begins with what is due."""
        return f"{self.PAGE}/{self.sight.seen.round}"

    @property
    def _columns(self) -> SituationColumns:
        return self.query_one(SituationColumns)

    def _open(self, letter: str) -> None:
        """Go to a letter: one that asks has a page of its own, others are read in the inbox."""
        waiting = [row.letter for row in due_rows(self.sight.view) if row.letter and not row.done]
        if letter in waiting:
            navigation.letter(self.stage, letter)
            return
        self.desk.selected["inbox"] = letter
        self.action_page("inbox")

    def _grade_on(self) -> None:
        """Grade the claim that is marked, and go on to the next without a grade; one that has a grade goes round."""
        line = self._claim_marked()
        self.action_grade(1)
        if line is not None and not line.graded and self.is_current:
            self._go_on(_key(line))

    def _go_on(self, key: str) -> None:
        """To the next row below where something is due; else the mark stays with what was said."""
        due = {row.key for row in due_rows(self.sight.view) if not row.done}
        rows = [widget.row.key for widget in self.query(DueRow)]
        below = rows[rows.index(key) + 1 :] if key in rows else []
        self.desk.selected[self._place] = next((row for row in below if row in due), key)
        self.redraw()
        self._mark()

    def _claim_marked(self) -> ClaimLine | None:
        """The claim that is marked; the first ungraded one where no claim is."""
        claims = self.sight.view.claims
        key = self.focused.row.key if isinstance(self.focused, DueRow) else self.desk.selected.get(self._place)
        marked = next((claim for claim in claims if _key(claim) == key), None)
        return marked or next((claim for claim in claims if not claim.graded), None)

    def _all(self) -> tuple[object, ...]:
        """What stands on the page, but for what was said in its rows."""
        sight, wording = self.sight, self.sight.wording
        keys = frozenset(row.key for row in due_rows(sight.view))
        rest = (*happened_parts(self.game.session, self.game.seat), *world_parts(sight.view), *self._beside_parts())
        return (sight.seen.round, sight.seen.beat, keys, tuple(sentences(rest, wording)))

    def _beside_parts(self) -> tuple[Part, ...]:
        return tuple(beside_situation(self.sight.view, self.game.session.scenario(self.game.seat)))

    async def _fill(self) -> None:
        """Put the page up, and go back to the row that was marked."""
        self._shown = self._all()
        columns, marked = self._columns, self.desk.selected.get(self._place)
        place = columns.main.scroll_offset.y if marked is not None else 0
        await columns.show(self._main(), self._beside())
        self.desk.remember(self._place, marked)  # rows that go hand the focus on, each to the next
        columns.main.scroll_to(y=place, animate=False)
        self._fit_map()
        self._mark()

    def _mark(self) -> None:
        """Put the mark on the row that was marked last; else on the first that is due."""
        wanted = self.desk.selected.get(self._place, "")
        row = next((row for row in self.query(DueRow) if row.row.key == wanted), None)
        if row is not None:
            mark(row)
        else:
            self._columns.main.take_focus()

    def _main(self) -> Iterator[Widget]:
        yield from self._due()
        yield from self._happened()
        yield from self._parts(world_heading(self.sight.seen))
        yield GaugeCells(*(GaugeCell(gauge, self.sight.wording) for gauge in gauges_now(self.sight.view)))
        yield from self._parts(*uncovered_lines(self.sight.view))

    def _due(self) -> Iterator[Widget]:
        rows = due_rows(self.sight.view)
        head = due_heading(rows)
        yield DueHead(heading(head, self.sight.wording), note(head, self.sight.wording))
        yield from (DueRow(row, self.sight.wording) for row in rows)
        if not rows:
            yield from self._parts(NOBODY_WAITS)

    def _happened(self) -> Iterator[Widget]:
        game, wording = self.game, self.sight.wording
        yield from self._parts(happened_heading(self.sight.view))
        for entry in happened(game.session, game.seat):
            if entry.letter:
                yield OpenRow(content(entry.line, wording), entry.letter)
            else:
                yield from self._parts(entry.line)
        yield from self._parts(*earlier(self.sight.view))

    def _beside(self) -> Iterator[Widget]:
        """Members, measures, who is ready; and the map, where the scenario has one."""
        sight = self.sight
        yield from self._parts(*self._beside_parts())
        if sight.dossier.map.lands:
            still = MapView(still=True)
            still.id = "situation-map"
            still.show(sight, whereabouts(sight.seen, sight.dossier), None, news=False)
            yield still

    def _fit_map(self) -> None:
        """The map stands there where there is room for it."""
        columns, lines = self.app.size
        for still in self.query(MapView):
            still.display = columns >= ROOMY[0] and lines >= ROOMY[1]

    def _parts(self, *parts: Part) -> Iterable[Widget]:
        return list(widgets(parts, self.sight.wording))


def _key(claim: ClaimLine) -> str:
    return f"claim/{claim.id}"


def _next_grade(claim: ClaimLine, by: int) -> Grade | None:
    """The grade after or before what is believed; no view after the highest and before the lowest."""
    now = grade_rank(claim.believed) if claim.believed else -1
    if not claim.graded:
        now = grade_rank(claim.own) - by
    following = (now + 1 + by) % (len(GRADES) + 1) - 1
    return GRADES[following] if following >= 0 else None
