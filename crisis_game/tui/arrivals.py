"""Pages that somebody who sits down has still to read, before the main screen of the beat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from crisis_game.pages.roll_call import uncalled
from crisis_game.tui.answering import last_answered

if TYPE_CHECKING:
    from crisis_game.tui.game import Game


def arrivals(game: Game) -> tuple[str, ...]:
    """The names of the screens to read, the first to read last: they are laid over each other in this order."""
    return tuple(name for name, waits in PAGES if waits(game))


def _briefing(game: Game) -> bool:
    return not game.desk.briefed


def _answer(game: Game) -> bool:
    return game.desk.answered < last_answered(game)


def _roll_call(game: Game) -> bool:
    return bool(uncalled(game.sight.seen, game.desk.called))


PAGES: tuple[tuple[str, Callable[[Game], bool]], ...] = (
    ("briefing", _briefing),
    ("answer", _answer),
    ("roll-call", _roll_call),
)
"""Each page with what it waits for; the page itself notes on the desk that it was read."""
