"""The debrief: a first page with the story, and doors to rulings, rounds, legitimacy, the report and a game anew."""

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

from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.exit_sentences import ASKED, own_line, own_sentence
from crisis_game.pages.debrief.ruling_pages import ruling_pages
from crisis_game.pages.names import lettered, wording_for
from crisis_game.pages.parts import Heading
from crisis_game.paper.report_file import FORMS, report_path, write_report
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text, Wording
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.again import Again
from crisis_game.tui.hints import answer_hint, use
from crisis_game.tui.key import Key
from crisis_game.tui.key_table import KEYS
from crisis_game.tui.keys import bindings
from crisis_game.tui.own_notes import HAND_OVER, noted, noted_page
from crisis_game.tui.rendering import widgets
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from crisis_game.debrief.model import Review
    from crisis_game.pages.parts import Page

FIRST = "front"
"""The page on which the debrief opens."""

REPORT = "report"
"""The door behind which the report is written."""


class Doors(Static):
    """The pages behind the first one, with their keys; a click on one opens it."""

    def __init__(self, **options: str) -> None:
        super().__init__(**options)
        self.auto_links = False


class DebriefScreen(GamePage[None]):
    """Everything is open now: the truth, the sealed orders, the verdicts."""

    CSS_PATH = "debrief.tcss"
    PAGE = "debrief"
    HEADING = "Debrief"
    ABOUT = (
        "The first page tells how it ended, what was true, the rulings a line each, where it turned, and what speaks "
        "for you and against. Beside it, or by {cross}, stands how it went and what was to be learnt. The numbers "
        "above are doors: {door_acts} all rulings, {door_rounds} round by round, {door_legitimacy} legitimacy, "
        "{door_report} the report and your notes, {play_again} the same luck in another seat, {exit_sentence} asks "
        "for the one sentence that you take with you. Enter on an act opens its ruling: on what its actor knew, which "
        "is its conduct, and as it was, which is the world. ■ is broken, "
        "◧ open in law or in fact, □ kept. {library} on a finding opens its rule in the law library. Escape leads back."
    )

    BINDINGS: ClassVar[list[BindingType]] = bindings("debrief")

    def __init__(self) -> None:
        super().__init__()
        self._review: Review | None = None
        self._pages: dict[str, Page] = {}
        self._rulings: dict[str, Page] = {}
        self._door = FIRST

    def compose_body(self) -> ComposeResult:
        """The doors; the page comes when the judge is done."""
        yield Doors(id="doors")
        yield Guide()
        yield LoadingIndicator(id="debrief-waits")

    def on_mount(self) -> None:
        """Let the judge read the record, beside the screen."""
        self.query_one(Guide).tell(answer_hint(self.game, self.sight.seen.round, 1), self.game)
        self.run_worker(self._judge, thread=True, name="review", exclusive=True)

    def where(self) -> str:
        """Of what it is the debrief."""
        title, round_ = self.say(self.sight.dossier.title), self.sight.seen.round
        return self.say("{title} · after round {n}", title=title, n=round_)

    def draw(self) -> None:
        """Show the doors, the open one marked."""
        doors = (entry for entry in KEYS["debrief"] if entry.first.isdigit())
        self.query_one("#doors", Static).update(Content(" ").join(self._shown(door) for door in doors))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The judge is done: put up the first page."""
        if event.worker.name == "review" and event.state == WorkerState.SUCCESS and self.stage.game is not None:
            self._review = event.worker.result
            self.call_later(self._begin)

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
            dialogues.notice(self.stage, words)
            return
        self.notify(self.say("Written: {path}", path=str(path)), timeout=8)

    @on(OptionList.OptionSelected, f"#{HAND_OVER}")
    def hand_over(self, event: OptionList.OptionSelected) -> None:
        """Let the curtain fall for another who wants to read their own notes."""
        if event.option_id is not None:
            self.stage.hand_over(event.option_id)

    def open_ruling(self, act: str) -> None:
        """Open the page of the ruling on an act, in the words of one who sees all."""
        place = list(self._rulings).index(act)
        navigation.ruling(self.stage, tuple(self._rulings.values()), place, self._wording())

    def action_door(self, door: str) -> None:
        """Open a page behind the first; the guide has spoken once one was opened."""
        hint = answer_hint(self.game, self.sight.seen.round, 1)
        if hint is not None:
            use(self.game, hint)
        self.query_one(Guide).display = False
        self.call_later(self._open, door)

    def action_back(self) -> None:
        """Back to the first page, and from there out of the debrief."""
        if self._door == FIRST:
            self.dismiss(None)
        else:
            self.call_later(self._open, FIRST)

    def action_play_again(self) -> None:
        """The same scenario with the same luck, in another seat."""
        opened = self.game.session.opened(self.game.seat)
        if opened.files is None or self._review is None:
            self.notify(self.say("Nothing of this game was kept, so that it cannot be opened anew from here."))
            return
        again = Again(self._review.revealed.seed, self.game.seat)
        navigation.seats(self.stage, opened.scenario, opened.files, again)

    def action_exit_sentence(self) -> None:
        """The one sentence that one takes with one."""
        navigation.form(self.stage, WriteExitSentence)

    # ----------------------------------------------------------------------------------------------------------------

    def _judge(self) -> Review:
        from crisis_game.debrief.review import review

        return review(self.game.session, self.game.seat)

    async def _begin(self) -> None:
        if self._review is None:
            return
        self._pages = {page.id: page for page in debrief_pages(self._review, self.game.seat)}
        self._rulings = ruling_pages(self._review)
        await self.query_one("#debrief-waits").remove()
        await self.mount(Columns(), after=self.query_one(Guide))
        await self._open(FIRST)

    async def _open(self, door: str) -> None:
        """Put up the first page or one behind it, once the judge is done."""
        if self._review is None:
            return
        self._door = door
        self.draw()
        columns, wording = self.query_one(Columns), lettered(self._wording(), self.sight.dossier)
        if door == REPORT:
            await columns.show_anew(self._report(), ())
        else:
            page = self._pages[door]
            await columns.show_anew(widgets(page.parts, wording), widgets(page.companion, wording))

    def _shown(self, door: Key) -> Content:
        here = door.action == f"door('{self._door}')"
        words = Content.styled(self.say(door.words), "bold underline $accent" if here else "$foreground-muted")
        return pressing(Content.assemble(" ", (door.first, "bold $accent"), " ", words, " "), door.first)

    def _wording(self) -> Wording:
        """Words with all names: nothing is hidden any more."""
        session = self.game.session
        sheet = dossier(session.scenario(FACILITATOR), FACILITATOR)
        return wording_for(session.seen(FACILITATOR), sheet, self.game.language)

    def _report(self) -> Iterator[Widget]:
        """The receipt, the forms in which the report can be written, and what one has noted."""
        receipt = self.game.session.receipt
        if receipt is not None:
            code = Content.assemble((self.say("Receipt of this game: "), "bold"), (receipt, "bold $accent"))
            about = self.say("With it an instructor can verify the game that you hand in.")
            yield Lines(None, [code, Content.styled(about, "$foreground-muted"), ""])
        yield from widgets((Heading(Text("Write to a file")),), self._wording())
        options = (Option(f"{self.say(words)}  (.{form})", id=form) for form, words in FORMS.items())
        yield OptionList(*options, id="report-forms")
        folder = str(report_path(self.game.session, "md").parent)
        yield Lines(None, ["", Content.styled(self.say("Into {folder}", folder=folder), "$foreground-muted")])
        if words := own_sentence(self.game.session, self.game.seat):
            yield from widgets((Heading(ASKED), own_line(words)), self._wording())
        if noted(self.game):
            yield from noted_page(self.game, self._wording())
