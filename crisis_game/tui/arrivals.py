"""Pages that somebody who sits down has still to read, before the main screen of the beat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crisis_game.pages.play.round_answer import last_answered
from crisis_game.pages.roll_call import uncalled
from crisis_game.tui import navigation
from crisis_game.tui.navigation import Way

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


def arrivals(game: Game) -> tuple[Way, ...]:
    """The ways to the screens to read, the first to read last: they are laid over each other in this order."""
    return tuple(way for way, waits in PAGES if waits(game))


def _briefing(game: Game) -> bool:
    return not game.desk.briefed


def _answer(game: Game) -> bool:
    return game.desk.answered < last_answered(game.session, game.seat)


def _roll_call(game: Game) -> bool:
    return bool(uncalled(game.sight.seen, game.desk.called))


PAGES: tuple[tuple[Way, Callable[[Game], bool]], ...] = (
    (navigation.briefing, _briefing),
    (navigation.answer, _answer),
    (navigation.roll_call, _roll_call),
)
"""Each page with what it waits for; the page itself notes on the desk that it was read."""
