"""A text put to the vote in a few lines: what is needed, what differs from the others, who stands where, its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from crisis_game.engine.view import TextLine
from crisis_game.pages.play.text_page import basis, marked, needed, stances
from crisis_game.pages.votes import result_run
from crisis_game.tui.rendering import content, said
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.wording import capital, say

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


class TextBlock(Vertical):
    """A text in a few lines: name and what is needed; below, indented, its lines, its basis, where members stand."""

    DEFAULT_CSS = """
    TextBlock { height: auto; width: 1fr; }
    TextBlock Static { height: auto; width: 1fr; }
    TextBlock .block-body { padding-left: 2; }
    """

    def __init__(self, game: Game, text: str) -> None:
        super().__init__()
        self._head = Static()
        self._body = Static(classes="block-body")
        self.show(game, text)

    def compose(self) -> ComposeResult:
        """The two parts."""
        yield self._head
        yield self._body

    def show(self, game: Game, text: str) -> None:
        """Show a text as it stands; the lines of it run on, those that differ stand out."""
        seen, wording = game.sight.seen, game.sight.wording
        line = game.sight.view.text(text)
        name = capital(wording.name("text", text))
        self._head.update(Content.assemble((f"▌{name}", "bold $primary"), "  ", (_needed(game, line), "bold")))
        says = (Content(clause.mark) + content(clause, wording) + "  " for clause in marked(seen, line))
        positions = " · ".join(say(wording, stance) for stance in stances(line))
        rows = [Content("").join(says), content(basis(line), wording), Content.styled(positions, "$foreground-muted")]
        rows += [said(run, wording) for run in result_run(line)]
        self._body.update(Content("\n").join(row for row in rows if row))


def _needed(game: Game, line: TextLine) -> str:
    """What it takes to adopt it; where votes are cast in the open, how many are in favour so far."""
    needed_ = say(game.sight.wording, needed(line))
    if line.votes and line.result is None and game.sight.seen.charter.organ(game.sight.seen.organ).ballot == "open":
        needed_ += " · " + say(game.sight.wording, "so far {n}", n=line.in_favour)
    return needed_
