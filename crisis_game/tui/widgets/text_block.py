"""A text put to the vote: a head with what it needs and what was told, what it says in a line, its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from crisis_game.pages.parts import Line
from crisis_game.pages.play.orders import provisions, text_heading
from crisis_game.pages.votes import result_run
from crisis_game.tui.rendering import content, heading, note
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.head import NO_NOTE, Head

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


class TextBlock(Vertical):
    """A text in a few lines, over the rows that are about it."""

    DEFAULT_CSS = """
    TextBlock { height: auto; width: 1fr; }
    TextBlock Static { height: auto; width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._head = Head(NO_NOTE)
        self._body = Static()

    def compose(self) -> ComposeResult:
        """The two parts."""
        yield self._head
        yield self._body

    def show(self, game: Game, text: str) -> None:
        """Show a text as it stands."""
        seen, wording, shown = game.sight.seen, game.sight.wording, game.sight.view.text(text)
        title = text_heading(seen, shown)
        self._head.show(heading(title, wording), note(title, wording))
        rows = (provisions(seen, shown), *(Line((result,)) for result in result_run(shown)))
        self._body.update(Content("\n").join(content(Line(row.whole), wording) for row in rows))
