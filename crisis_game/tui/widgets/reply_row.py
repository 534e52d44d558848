"""An answer to a letter: what it is called, and below it what is known to follow."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from crisis_game.engine.seeing.questions import QuestionSeen, ReplySeen
from crisis_game.engine.seen import Seen
from crisis_game.pages.play.questions import follows_lines, price_lines, reply_line
from crisis_game.texts import Wording
from crisis_game.tui.keys import bindings
from crisis_game.tui.rendering import content
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.gutter import GutterRow
from crisis_game.tui.widgets.order_row import DEFAULT, FREE


@runtime_checkable
class TakesReply(Protocol):
    """A screen with such rows."""

    def give(self, reply: ReplySeen) -> None:
        """An answer is given."""


class ReplyRow(GutterRow):
    """Enter or a click gives the answer."""

    DEFAULT_CSS = """
    ReplyRow > .reply-sign { width: 2; }
    ReplyRow > .reply-words { width: 1fr; height: auto; }
    ReplyRow .reply-below { padding-left: 3; }
    ReplyRow:focus { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings("reply-row")

    def __init__(self, seen: Seen, question: QuestionSeen, reply: ReplySeen, wording: Wording) -> None:
        super().__init__()
        self.reply = reply
        lines = (*follows_lines(reply), *price_lines(seen, question, reply))
        self._chosen = DEFAULT if reply.id == question.default else FREE
        self._words = content(reply_line(reply), wording)
        self._below = Content("\n").join(content(told, wording) for told in lines)

    def compose(self) -> ComposeResult:
        """The gutter, its sign, the words, and below them what follows; words that go on stay in their column."""
        yield self._mark
        yield Static(self._chosen, classes="reply-sign")
        yield Vertical(Static(self._words), Static(self._below, classes="reply-below"), classes="reply-words")

    def action_give(self) -> None:
        """Give it, before the next key is read."""
        if isinstance(self.screen, TakesReply):
            self.screen.give(self.reply)

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.action_give()
