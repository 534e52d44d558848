"""Passing the keyboard: to whom, whether ready or not; then the curtain falls for them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from crisis_game.scenario.ids import SeatId
from crisis_game.tui.dialogue import Dialogue
from crisis_game.tui.game import Game
from crisis_game.tui.keys import bindings
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.wording import say


class PassOnScreen(Dialogue[None]):
    """Who sits down next: any other person at this keyboard, those who are ready among them.

    Args:
        game: the game that is shared.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("pass-on")

    def __init__(self, game: Game) -> None:
        super().__init__()
        self._game = game

    def compose(self) -> ComposeResult:
        """The others, in the order in which they sit down."""
        game = self._game
        with Vertical(classes="dialogue"):
            yield Static(say(game.sight.wording, "Pass the keyboard to whom?"), classes="question")
            yield OptionList(*(Option(self._row(seat), id=seat) for seat in others(game)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Let the curtain fall for them."""
        if event.option_id is not None:
            self.stage.hand_over(event.option_id)

    def _row(self, seat: SeatId) -> str:
        game = self._game
        ready = game.sight.seen.is_ready(seat) and not game.session.finished
        words = named(game, seat)
        return say(game.sight.wording, "{person} (ready)", person=words) if ready else words


def others(game: Game) -> tuple[SeatId, ...]:
    """The other persons at this keyboard, in the order in which they sit down."""
    rest = [seat for seat in game.session.persons if seat != game.seat]
    return tuple(sorted(rest, key=lambda seat: (*game.people.order, seat).index(seat)))


def named(game: Game, seat: SeatId) -> str:
    """A person by name, where there is one, and seat."""
    name = game.people.of(seat).name
    return say(game.sight.wording, "{name}, for {seat:state}" if name else "{seat:state}", name=name, seat=seat)
