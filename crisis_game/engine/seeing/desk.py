"""What the facilitator has at hand, and what of it a seat may know."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.seeing.eyes import Eyes
from crisis_game.engine.state import FreeMove, Rateable, Rating
from crisis_game.scenario.ids import SeatId


class DeskSeen(Eyes):
    """The facilitator's desk."""

    __slots__ = ()

    @property
    def rateable(self) -> tuple[Rateable, ...]:
        """What can be rated, for the facilitator alone: injects that have come, in that order, and all objectives."""
        if not self._all:
            return ()
        injects = (f"inject:{id_}" for id_ in self._state.script.arrived)
        return (*injects, *(f"objective:{objective.id}" for objective in self._scenario.objectives))

    @property
    def moves_open(self) -> bool:
        """Whether the facilitator hears moves of the seats' own."""
        return self._state.desk.open_to_moves

    @property
    def own_moves(self) -> tuple[FreeMove, ...]:
        """The moves that one has proposed, oldest first."""
        return tuple(move for move in self._state.desk.moves.values() if move.seat == self.seat)

    @property
    def moves_waiting(self) -> tuple[FreeMove, ...]:
        """Those that wait for a ruling: for the facilitator alone."""
        return tuple(move for move in self._state.desk.moves.values() if self._all and move.ruling is None)

    @property
    def ratings(self) -> Mapping[tuple[Rateable, SeatId], Rating]:
        """The facilitator's ratings; for nobody else."""
        return self._state.desk.ratings if self._all else {}
