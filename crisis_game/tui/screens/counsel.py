"""Counsel's answer: the weak points of a text, what mends each, and what was mended since."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from crisis_game.pages.parts import Kind
from crisis_game.pages.play.counsel import CounselTold, PointTold, counsel_told
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static, as_written
from crisis_game.tui.widgets.marking_list import MarkingList
from crisis_game.tui.widgets.paper import flowing
from crisis_game.tui.widgets.words import Words
from crisis_game.tui.wording import capital


class CounselScreen(GamePage[None]):
    """One answer of counsel; it stays among the letters as it was given.

    Args:
        letter: its letter; empty for the last one.
    """

    CSS_PATH = "counsel.tcss"
    HEADING = "Counsel"
    ABOUT = (
        "The weak points of a text, that on which it turns first; no verdict. {take_in}, or Enter, takes the step that "
        "mends the marked point: into your own text at once, to another's as a proposal, else as a form. Then the "
        "text is judged again, and the last line counts the points. {library} looks the rule up; Escape leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("counsel")

    def __init__(self, letter: str = "") -> None:
        super().__init__()
        self._letter = letter
        self._counsel: CounselTold | None = None

    def compose_body(self) -> ComposeResult:
        """The points, and what is to be said beside them."""
        with VerticalScroll(id="counsel-page", classes="panel", can_focus=False):
            yield MarkingList(id="counsel-points")
            yield Words(id="counsel-below")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one("#counsel-points").focus()

    def draw(self) -> None:
        """Judge again, and put it up."""
        advised = self.sight.seen.advised
        advice = advised.get(self._letter) or next(reversed(advised.values()), None)
        if advice is None:
            self.query_one("#counsel-below", Static).update(self.say("Counsel has not been asked yet."))
            return
        self._counsel = counsel = counsel_told(self.sight.seen, advice)
        self.query_one("#counsel-page").border_title = as_written(capital(self.say(counsel.title)))
        points, wording = self.query_one("#counsel-points", OptionList), self.sight.wording
        marked = points.highlighted or 0
        points.clear_options()
        points.add_options([Option(flowing(point.lines, wording)) for point in counsel.points])
        points.display = bool(counsel.points)
        points.highlighted = min(marked, len(counsel.points) - 1) if counsel.points else None
        self.query_one("#counsel-below", Static).update(flowing(counsel.below, wording))

    @on(OptionList.OptionSelected, "#counsel-points")
    def take(self) -> None:
        """Enter does what plus does."""
        self.action_take_in()

    def action_take_in(self) -> None:
        """Take the step that mends the marked point."""
        point = self._marked()
        mend = next(iter(point.mends), None) if point is not None else None
        if mend is None:
            self.notify(self.say("There is no step for that now; the words say what would mend it."))
        elif mend.whole:
            if self.submit(mend.command()):
                self.draw()
        else:
            navigation.form(self.stage, mend.act, mend.filled)

    def law_marked(self) -> tuple[Kind, str] | None:
        """The rule of the marked point."""
        point = self._marked()
        return ("rule", point.rule) if point is not None else None

    def _marked(self) -> PointTold | None:
        place = self.query_one("#counsel-points", OptionList).highlighted
        return self._counsel.points[place] if self._counsel is not None and place is not None else None
