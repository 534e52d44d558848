"""The debrief: how it ended, the hinges, the verdict act by act, seats, legitimacy, what was learnt, the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import LoadingIndicator
from textual.worker import Worker, WorkerState

from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.names import wording_for
from crisis_game.paper.report_file import FORMS, report_path, write_report
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from crisis_game.tui import navigation
from crisis_game.tui.hints import answer_hint, use
from crisis_game.tui.keys import bindings
from crisis_game.tui.own_notes import HAND_OVER, noted, noted_page
from crisis_game.tui.rendering import page_leaf
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.leaves import Leaf, Leaves
from crisis_game.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from crisis_game.debrief.model import Review


FIRST = "front"
"""The leaf on which the debrief opens."""


class DebriefScreen(GamePage[None]):
    """Everything is open now: the truth, the sealed orders, the verdicts."""

    CSS_PATH = "debrief.tcss"
    PAGE = "debrief"
    HEADING = "The debrief"
    ABOUT = (
        "Left and right turn the leaves, up and down go through the lines that open, Enter opens and closes them. Each "
        "act has two verdicts: on what its actor knew, which is its conduct, and as it was, which is the world. ○ is "
        "lawful, ◐ contested, ● unlawful, ? not proven either way. {library} on a finding opens its rule in the law "
        "library. Escape leads back."
    )

    BINDINGS: ClassVar[list[BindingType]] = bindings("debrief")

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None

    def compose_body(self) -> ComposeResult:
        """A head; the leaves come when the judge is done."""
        yield Static(id="debrief-head")
        yield Guide()
        yield LoadingIndicator(id="debrief-waits")

    def on_mount(self) -> None:
        """Let the judge read the record, beside the screen."""
        head = Content.assemble(
            (self.say("Debrief"), "bold $primary"), "  ", (self.say(self.sight.dossier.title), "$foreground-muted")
        )
        self.query_one("#debrief-head", Static).update(head)
        self.query_one(Guide).tell(answer_hint(self.game, self.sight.seen.round, 1), self.game)
        self.run_worker(self._judge, thread=True, name="review", exclusive=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The judge is done: put up the leaves."""
        if event.worker.name == "review" and event.state == WorkerState.SUCCESS and self.stage.game is not None:
            self._review = event.worker.result
            self.call_later(self._open)

    @on(Leaves.Turned)
    def leave_the_guide(self, event: Leaves.Turned) -> None:
        """The guide has spoken once a leaf was turned."""
        if event.leaf != FIRST:
            self.query_one(Guide).display = False
            hint = answer_hint(self.game, self.sight.seen.round, 1)
            if hint is not None:
                use(self.game, hint)

    @on(OptionList.OptionSelected, "#report-forms")
    def write(self, event: OptionList.OptionSelected) -> None:
        """Write the report to a file, and say where."""
        form = event.option_id or "md"
        path = report_path(self.game.session, form)
        if self._review is None:
            return
        try:
            write_report(self._review, self._wording(), form, path)
        except OSError as fault:
            words = self.say("It could not be written to {path}: {why}.", path=str(path), why=str(fault.strerror))
            navigation.notice(self.stage, words)
            return
        self.notify(self.say("Written: {path}", path=str(path)), timeout=8)

    @on(OptionList.OptionSelected, f"#{HAND_OVER}")
    def hand_over(self, event: OptionList.OptionSelected) -> None:
        """Let the curtain fall for another who wants to read their own notes."""
        if event.option_id is not None:
            self.stage.hand_over(event.option_id)

    # ----------------------------------------------------------------------------------------------------------------

    def _judge(self) -> Review:
        from crisis_game.debrief.review import review

        return review(self.game.session, self.game.seat)

    async def _open(self) -> None:
        if self._review is None:
            return
        wording = self._wording()
        leaves = [page_leaf(page, wording) for page in debrief_pages(self._review, self.game.seat)]
        leaves.append(Leaf("report", self.say("Report"), self._report))
        if noted(self.game):
            leaves.append(Leaf("noted", self.say("Notes"), lambda: noted_page(self.game, wording)))
        await self.query_one("#debrief-waits").remove()
        await self.mount(Leaves(leaves), after=self.query_one(Guide))

    def _wording(self) -> Wording:
        """Words with all names: nothing is hidden any more."""
        session = self.game.session
        sheet = dossier(session.scenario(FACILITATOR), FACILITATOR)
        return wording_for(session.seen(FACILITATOR), sheet, self.game.language)

    def _report(self) -> Iterator[Widget]:
        """The receipt, and the forms in which the report can be written."""
        receipt = self.game.session.receipt
        if receipt is not None:
            code = Content.assemble((self.say("Receipt of this game: "), "bold"), (receipt, "bold $accent"))
            about = self.say("With it an instructor can verify the game that you hand in.")
            yield Lines(None, [code, Content.styled(about, "$foreground-muted"), ""])
        yield Lines(None, [Content.styled(self.say("Write to a file"), "bold $primary")])
        options = (Option(f"{self.say(words)}  (.{form})", id=form) for form, words in FORMS.items())
        yield OptionList(*options, id="report-forms")
        folder = str(report_path(self.game.session, "md").parent)
        yield Lines(None, ["", Content.styled(self.say("Into {folder}", folder=folder), "$foreground-muted")])
