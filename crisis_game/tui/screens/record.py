"""The record: acts with what the law says of them, measures in force, votes, word given, the Security Council."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import DescendantFocus

from crisis_game.pages.record import beside_acts, record_pages
from crisis_game.tui.rendering import page_leaf, widgets
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.fold import FoldTitle
from crisis_game.tui.widgets.leaves import Leaf, Leaves


class RecordScreen(MainPage):
    """What all members can look up, on five leaves."""

    CSS_PATH = "record.tcss"
    PAGE = "record"
    HEADING = "The record"
    ABOUT = (
        "Left and right turn the leaves. On the first stands every act on record in one row, as all members know it: "
        "who did it, the word of the law on the resort to it and on the conduct of force, and how legitimate it is; "
        "then what was left undone, and what the world says of it. Enter opens the ruling on an act, {turn} opens it "
        "in place. ■ is broken, ◧ open in law or in fact, □ kept. Where rulings wait for the end, open questions are "
        "counted. Beside it stands the ruling on the marked act; Tab leads there and back."
    )

    def __init__(self) -> None:
        super().__init__()
        self._drawn = 0

    def compose_body(self) -> ComposeResult:
        """The leaves."""
        yield Leaves(self._leaves(), self.desk.selected.get(self._leaf, ""))

    @property
    def _leaf(self) -> str:
        """Where the desk keeps the leaf of this round; a new round begins with the acts."""
        return f"{self.PAGE}/{self.sight.seen.round}"

    @property
    def _entries(self) -> int:
        return len(self.game.session.own_log(self.game.seat))

    def on_mount(self) -> None:
        """What stands now was just put up."""
        self._drawn = self._entries

    def draw(self) -> None:
        """Put the open leaf up anew where something has happened since."""
        if self._drawn != self._entries:
            self._drawn = self._entries
            self.query_one(Leaves).show(self._leaves())

    def _leaves(self) -> list[Leaf]:
        sight = self.sight
        pages = record_pages(sight.view, self.game.session.record())
        return [page_leaf(page, sight.wording) for page in pages]

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Another act is marked: its ruling stands beside the list."""
        if isinstance(event.widget, FoldTitle) and event.widget.ruling:
            self.run_worker(self._show_beside(event.widget.ruling), exclusive=True, group="beside")

    async def _show_beside(self, id_: str) -> None:
        acts = self.game.session.record()
        marked = next((act for act in acts if act.id == id_), None)
        await self.query_one(Columns).show_beside(widgets(beside_acts(marked, acts), self.sight.wording))

    def on_leaves_turned(self, event: Leaves.Turned) -> None:
        """Remember the leaf on the desk."""
        self.desk.selected[self._leaf] = event.leaf
