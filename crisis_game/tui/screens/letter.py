"""A letter that asks: its words, its fuse, each answer with what is known to follow, and what silence does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.seeing.questions import ReplySeen
from crisis_game.engine.view import LetterLine
from crisis_game.pages.parts import NOTHING
from crisis_game.pages.play.letter_page import asking_heading, beside_letter, told
from crisis_game.pages.play.letters import letter_title
from crisis_game.pages.play.questions import silence_line
from crisis_game.pages.play.situation_due import fuse
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import begun, heading, said, widgets
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.gutter import mark
from crisis_game.tui.widgets.head import Head
from crisis_game.tui.widgets.reply_row import ReplyRow


class LetterScreen(GamePage[None]):
    """One letter that waits for an answer.

    Args:
        letter: its id.
    """

    CSS_PATH = "letter.tcss"
    AUTO_FOCUS = ""
    HEADING = "A letter"
    ABOUT = (
        "Somebody waits for an answer of yours. Each answer stands with what you know of its consequences, and last "
        "what your silence means; the mark begins on that one. Up and down go among the answers, Enter gives the "
        "marked one, and it stands. Left and right go to other letters that wait. {say} writes to others first; Escape "
        "leaves it for later."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("letter")

    def __init__(self, letter: str) -> None:
        super().__init__()
        self._letter, self._filled = letter, ""

    def compose_body(self) -> ComposeResult:
        """The letter, and what stands beside it."""
        yield Columns()

    def where(self) -> str:
        """Which of those that wait."""
        waiting = [letter.id for letter in self._waiting()]
        if self._letter not in waiting:
            return ""
        return self.say("{n} of {all} that ask you", n=waiting.index(self._letter) + 1, all=len(waiting))

    def draw(self) -> None:
        """Put it up."""
        self.call_later(self._fill)

    def action_turn(self, by: int) -> None:
        """To another letter that waits."""
        waiting = [letter.id for letter in self._waiting()]
        if waiting:
            here = waiting.index(self._letter) if self._letter in waiting else 0
            self._letter = waiting[(here + by) % len(waiting)]
            self.redraw()

    def action_act(self, kind: str) -> None:
        """Write to others first."""
        del kind
        navigation.form(self.stage, Say)

    def give(self, reply: ReplySeen) -> None:
        """Give the answer, once, and go back."""
        letter = self._read()
        if letter is None or letter.question is None or not letter.question.open:
            return
        if self.submit(AnswerInject(letter.question.inject, reply.id)) and self.is_current:
            self.dismiss(None)

    def copied(self) -> str:
        """The whole letter."""
        from crisis_game.tui.clipboard import words_of

        return words_of(self.query_one(Columns).main)

    async def _fill(self) -> None:
        letter = self._read()
        if letter is None:
            self.dismiss(None)
            return
        self.desk.read.add(letter.id)
        sight = self.sight
        beside = widgets(tuple(beside_letter(sight.view, letter, sight.dossier.own)), sight.wording)
        columns, focused = self.query_one(Columns), self.focused
        marked = focused.reply.id if isinstance(focused, ReplyRow) and self._filled == letter.id else None
        if marked is None and letter.question is not None:
            marked = letter.question.default
        await columns.show(self._main(letter), beside)
        self._filled = letter.id
        rows = list(self.query(ReplyRow))
        mark(next(iter((*(row for row in rows if row.reply.id == marked), *rows)), columns.main))

    def _main(self, letter: LetterLine) -> Iterator[Widget]:
        wording, question = self.sight.wording, letter.question
        yield Static(begun(letter_title(letter), wording).stylize_before(STYLES["headline"]), id="letter-title")
        yield from widgets(told(letter), wording)
        if question is None:
            return
        until = fuse(question.fuse, self.sight.seen.beat) if question.open else NOTHING
        asks = asking_heading(self.sight.view, letter)
        yield Head(heading(asks, wording), Content("") if until is NOTHING else said(until, wording))
        if question.open:
            yield from (ReplyRow(self.sight.seen, question, reply, wording) for reply in question.choices)
        yield from widgets((silence_line(question),), wording)

    def _read(self) -> LetterLine | None:
        return next((letter for letter in self.sight.view.mail if letter.id == self._letter), None)

    def _waiting(self) -> list[LetterLine]:
        mail = self.sight.view.mail
        return [letter for letter in mail if letter.question is not None and letter.question.open]
