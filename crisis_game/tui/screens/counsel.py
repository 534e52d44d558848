"""Counsel's answer: the weak points of a text, what mends each, and what was mended since."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.widget import Widget

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.texts import ReviseText
from crisis_game.engine.mends import is_own
from crisis_game.engine.state import Counsel
from crisis_game.pages.play.counsel import CounselNow, PointNow, counsel_now, unasked_page
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import widgets
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.fold import FoldTitle


class CounselScreen(GamePage[None]):
    """One answer of counsel; it stays among the letters as it was given.

    Args:
        letter: its letter; empty for the last one.
    """

    CSS_PATH = "counsel.tcss"
    HEADING = "Counsel"
    ABOUT = (
        "The weak points of a text, that on which it turns first; no verdict: ■ is broken, ◧ open in law or in fact, "
        "□ mended. {take_step} takes a step on the marked point: into your own text at once, to another's as a "
        "proposal, else as a form; {take_step_out} puts your own text back as counsel read it. The text is then judged "
        "again: the squares below tell then and now. Enter looks up the rule, {revise_text} changes the text by a "
        "form, {cross} leads to the text, to what counsel knew and to its earlier letters. Escape leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("counsel")

    def __init__(self, letter: str = "") -> None:
        super().__init__()
        self._letter = letter
        self._counsel: CounselNow | None = None
        self._place = 0

    def compose_body(self) -> ComposeResult:
        """The points, and what stands beside them."""
        yield Columns()

    def where(self) -> str:
        """Whose text it is about."""
        counsel = self._given()
        if counsel is None:
            return ""
        return self.say("on your text") if is_own(self.sight.seen, counsel.text) else self.say("on another's text")

    def draw(self) -> None:
        """Judge again, and put it up."""
        self.call_later(self._fill)

    def action_take_step(self) -> None:
        """Take the first step that mends the marked point."""
        point = self._marked()
        if point is None or not point.steps:
            self.notify(self.say("There is no step for that now; the words say what would mend it."))
            return
        step = point.steps[0]
        if not step.whole:
            navigation.form(self.stage, step.act, step.filled)
        elif self.submit(step.command()):
            self.redraw()

    def action_take_step_out(self) -> None:
        """Put the text back, where a step on the marked point was taken in, as counsel read it."""
        point = self._marked()
        if point is None:
            return
        if not point.out:
            self.notify(self.say(point.stays))
        elif self.submit(point.out[0].command()):
            self.redraw()

    def action_act(self, kind: str) -> None:
        """Change the text by a form; of another's, propose a change."""
        counsel = self._given()
        if counsel is None:
            navigation.form(self.stage, BY_KIND[kind])
            return
        act = ReviseText if is_own(self.sight.seen, counsel.text) else ProposeAmendment
        navigation.form(self.stage, act, {"text": counsel.text})

    def action_turn(self) -> None:
        """Close or open the marked point."""
        if isinstance(self.focused, FoldTitle):
            self.focused.action_turn()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Note which point is marked, also for while the keys are beside them."""
        titles = self._titles()
        if event.widget in titles:
            self._place = titles.index(event.widget)

    async def _fill(self) -> None:
        wording, columns, letter = self.sight.wording, self.query_one(Columns), self._read()
        self._counsel = counsel_now(self.sight.seen, letter) if letter else None
        page = self._counsel.page if self._counsel is not None else unasked_page(self.sight.seen)
        place = self._place
        await columns.show(widgets(page.parts, wording), widgets(page.companion, wording))
        if not columns.companion.has_focus:
            (self._titles() or [columns.main])[place].focus()

    def _titles(self) -> list[Widget]:
        """The points, from above to below."""
        return list(self.query_one(Columns).main.query(FoldTitle))

    def _read(self) -> str:
        """The letter that is read: the one asked for, else the last; empty where there is none."""
        advised = self.sight.seen.advised
        return self._letter if self._letter in advised else next(reversed(advised), "")

    def _given(self) -> Counsel | None:
        """Counsel's answer as it was given."""
        return self.sight.seen.advised.get(self._read())

    def _marked(self) -> PointNow | None:
        return self._counsel.points[self._place] if self._counsel is not None and self._counsel.points else None
