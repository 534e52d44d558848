"""The answer: what was ordered, what was done, what changed it, and how every gauge came to move."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll

from crisis_game.pages.parts import Heading
from crisis_game.pages.play.answer import answer_pages
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.tui.hints import answer_hint, note_followed, use
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import spaced
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.lines import Lines


class AnswerScreen(GamePage[None]):
    """The page after ANSWER, kept until its reader goes on."""

    CSS_PATH = "answer.tcss"
    PAGE = "answer"
    HEADING = "The answer"
    ABOUT = (
        "At the start of the round the other side sealed an order. Here it is opened beside what was done, after all "
        "that you did. Every number is printed with its terms: nothing moves without one. Enter goes on; in the "
        "situation room you find the gauges again, in the record the acts."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("answer")

    def compose_body(self) -> ComposeResult:
        """The story, and the sums; side by side where there is room, else one under the other."""
        yield Guide()
        with VerticalScroll(id="answer-page"), Horizontal(id="answer-columns"):
            yield Lines("answer-story")
            yield Lines("answer-sums")

    def on_mount(self) -> None:
        """It counts as read; the keys scroll."""
        self.query_one("#answer-page").focus()

    def draw(self) -> None:
        """Put the answer on the page."""
        game = self.game
        round_ = last_answered(game.session, game.seat)
        self.desk.answered = round_
        note_followed(self.game)
        self.query_one(Guide).tell(answer_hint(self.game, round_, 0), self.game)
        pages = answer_pages(game.session, game.seat, round_)
        for id_, page in zip(("#answer-story", "#answer-sums"), pages, strict=True):
            parts = (Heading(page.title), *page.parts)
            self.query_one(id_, Lines).show(spaced(parts, self.sight.wording))

    def action_go_on(self) -> None:
        """It was read."""
        hint = answer_hint(self.game, self.desk.answered, 0)
        if hint is not None:
            use(self.game, hint)
        self.dismiss(None)
