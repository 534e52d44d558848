"""What a seat has noted for itself, read again after the game; another's is behind the curtain."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.pages.parts import Heading, Space
from crisis_game.pages.play.notes import notes_page
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Wording
from crisis_game.tui.game import Game
from crisis_game.tui.rendering import widgets
from crisis_game.tui.widgets.as_written import Option, OptionList
from crisis_game.tui.widgets.lines import Lines
from crisis_game.tui.wording import say

HAND_OVER = "noted-by"
"""Id of the list of others who have notes; an option's id is their seat."""


def noted(game: Game) -> tuple[SeatId, ...]:
    """Seats of people that have notes."""
    return tuple(seat for seat in game.session.persons if game.notes.of(seat))


def noted_page(game: Game, wording: Wording) -> Iterator[Widget]:
    """One's own notes, and a way to their own for others at the keyboard."""
    page = notes_page(game.notes.of(game.seat), game.seat)
    yield from widgets((Heading(page.title), Space(), *page.parts, Space()), wording)
    others = [seat for seat in noted(game) if seat != game.seat]
    if others:
        yield Lines(None, [Content.styled(say(wording, "Others wrote notes too."), "$foreground-muted")])
        rows = [Option(say(wording, "Let the curtain fall for {seat:state}", seat=seat), id=seat) for seat in others]
        yield OptionList(*rows, id=HAND_OVER)
