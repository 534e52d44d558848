"""What the facilitator has at hand, and what of it a seat may know."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.seeing.eyes import Eyes
from crisis_game.engine.state import Rateable, Rating
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
    def ratings(self) -> Mapping[tuple[Rateable, SeatId], Rating]:
        """The facilitator's ratings; for nobody else."""
        return self._state.desk.ratings if self._all else {}
