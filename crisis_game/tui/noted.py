"""What a seat has noted for itself, read again after the game; another's is behind the curtain."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Wording, visible
from crisis_game.tui.game import Game
from crisis_game.tui.widgets.as_written import Option, OptionList
from crisis_game.tui.widgets.lines import Lines
from crisis_game.tui.wording import say

HAND_OVER = "noted-by"
"""Id of the list of others who have notes; an option's id is their seat."""


def noted(game: Game) -> tuple[SeatId, ...]:
    """Seats of people that have notes."""
    return tuple(one for one in game.session.persons if game.notes.of(one))


def noted_page(game: Game, wording: Wording) -> Iterator[Widget]:
    """One's own notes, and a way to their own for others at the keyboard."""
    head = say(wording, "{seat:state}: for your eyes only", seat=game.seat)
    yield Lines(None, [Content.styled(head, "bold $primary")])
    words = visible(game.notes.of(game.seat)) or say(wording, "You have noted nothing.")
    yield Lines(None, ["", *(Content(line) for line in words.splitlines()), ""])
    others = [one for one in noted(game) if one != game.seat]
    if others:
        yield Lines(None, [Content.styled(say(wording, "Others wrote notes too."), "$foreground-muted")])
        rows = [Option(say(wording, "Let the curtain fall for {seat:state}", seat=one), id=one) for one in others]
        yield OptionList(*rows, id=HAND_OVER)
