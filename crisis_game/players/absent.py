"""A seat in which nobody sits: to measure what a seat weighs."""

from __future__ import annotations

from crisis_game.engine.acts.turns import SetReady
from crisis_game.players.policy import Choice
from crisis_game.texts import Text


class Absent:
    """Nobody sits there: always ready, so that each beat takes its defaults."""

    name = "absent"

    def choose(self, *_: object) -> Choice:
        """Ready at once, whatever there is to do."""
        return Choice(SetReady(), Text("Nobody is here."))
