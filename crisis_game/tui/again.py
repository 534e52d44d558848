"""A game that is played once more: with the same luck, in another seat than the one held before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crisis_game.scenario.ids import SeatId


@dataclass(frozen=True, slots=True)
class Again:
    """The luck of the game before, and the seat that was held in it."""

    seed: int
    seat: SeatId

    def next_seat(self, members: Sequence[SeatId]) -> SeatId:
        """The seat after the one that was held; the first where none was."""
        return members[(members.index(self.seat) + 1) % len(members)] if self.seat in members else members[0]
