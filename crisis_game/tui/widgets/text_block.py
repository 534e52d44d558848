"""A text put to the vote in a few lines: what is needed, what differs from the others, who stands where, its result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from crisis_game.engine.view import TextLine
from crisis_game.pages.record import result_run
from crisis_game.texts import Value
from crisis_game.tui.rendering import said
from crisis_game.tui.text_lines import draft_lines
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.wording import capital, say

if TYPE_CHECKING:
    from crisis_game.tui.game import Game

DIFFERS, SAME = "◆", "·"
"""Marks of a line that not all the other texts have, and of one that all have."""

STANCES = ("support", "could-live-with", "oppose", "silent")


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
        """Show a text as it stands."""
        line, wording = game.sight.view.text(text), game.sight.wording
        name = wording.name("text", text)
        head = Content.assemble((f"▌{capital(name)}", "bold $primary"), "  ", (_needed(game, line), "bold"))
        told = (_basis(game, line), _positions(game, line))
        rows = [_lines(game, line), *(Content.styled(one, "$foreground-muted") for one in told if one)]
        rows += [said(one, wording) for one in result_run(line)]
        self._head.update(head)
        self._body.update(Content("\n").join(rows))


def _needed(game: Game, line: TextLine) -> str:
    wording = game.sight.wording
    needed = say(wording, "needed: {needed}", needed=line.needed)
    if line.votes and line.result is None and game.sight.seen.charter.organ(game.sight.seen.organ).ballot == "open":
        needed += " · " + say(wording, "so far {n}", n=line.in_favour)
    return needed


def _lines(game: Game, line: TextLine) -> Content:
    """The lines of a text, one after the other; those that differ stand out."""
    sight = game.sight
    others = [
        sight.seen.text(one).draft for one in sight.seen.sheet if one != line.id and sight.seen.text(one).sponsors
    ]
    if line.chair:
        others = []
    pieces: list[Content] = []
    for one in draft_lines(sight.seen, line.draft, others):
        mark, style = (DIFFERS, "bold") if one.differs else (SAME, "")
        pieces.append(Content.styled(f"{mark}{say(sight.wording, one.words)}  ", style))
    return Content("").join(pieces)


def _basis(game: Game, line: TextLine) -> str:
    wording = game.sight.wording
    values: dict[str, Value] = {"basis": line.draft.basis, "grade": line.grade, "seats": line.sponsors}
    told = say(wording, "basis: {basis:basis}", **values)
    if line.draft.claims:
        told += " · " + say(wording, "evidence: {grade:grade}", **values)
    if line.sponsors:
        told += " · " + say(wording, "by {seats:state}", **values)
    return told


def _positions(game: Game, line: TextLine) -> str:
    """Where members stand, by stance."""
    wording = game.sight.wording
    parts = []
    for stance in STANCES:
        seats = tuple(one.seat for one in line.positions if one.stance == stance)
        if seats:
            parts.append(say(wording, "{stance:stance}: {seats:state}", stance=stance, seats=seats))
    return " · ".join(parts)
