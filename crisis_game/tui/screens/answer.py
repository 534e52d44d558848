"""The answer of a round: what happened, what moved, what the law says of it; the arithmetic beside it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from crisis_game.pages.play.answer import answer_page
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.tui.hints import answer_hint, note_followed, use
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import widgets
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.guide import Guide


class AnswerScreen(GamePage[None]):
    """The page after ANSWER, kept until its reader goes on."""

    PAGE = "answer"
    HEADING = "Answer"
    ABOUT = (
        "What was ordered under seal at the start of the round is opened here beside what was done, after all "
        "that you did. Then every gauge that moved, and each new act with what the law says of it: Enter on a marked "
        "act opens its ruling, ■ is broken, ◧ open in law or in fact, □ kept. {cross} leads to all terms: nothing "
        "moves without one. {go_on} goes on; in the situation room you find the gauges again, in the record the acts."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("answer")

    def compose_body(self) -> ComposeResult:
        """The three blocks, and the sums beside them."""
        yield Guide()
        yield Columns()

    def where(self) -> str:
        """Of which round it is."""
        return self.say("of round {n}", n=last_answered(self.game.session, self.game.seat))

    def draw(self) -> None:
        """Put the answer on the page, once: it does not change while it is read."""
        game, columns = self.game, self.query_one(Columns)
        round_ = last_answered(game.session, game.seat)
        self.desk.answered = round_
        note_followed(game)
        self.query_one(Guide).tell(answer_hint(game, round_, 0), game)
        if not columns.main.children:
            self.call_later(self._fill, round_)

    async def _fill(self, round_: int) -> None:
        page, wording = answer_page(self.game.session, self.game.seat, round_), self.sight.wording
        columns = self.query_one(Columns)
        await columns.show(widgets(page.parts, wording), widgets(page.companion, wording))
        columns.main.focus(scroll_visible=False)

    def action_go_on(self) -> None:
        """It was read."""
        hint = answer_hint(self.game, self.desk.answered, 0)
        if hint is not None:
            use(self.game, hint)
        self.dismiss(None)
