"""Whose eyes these are, and what is for them."""

from __future__ import annotations

from crisis_game.engine.state import State
from crisis_game.scenario.ids import FACILITATOR, SeatId, StateId
from crisis_game.scenario.model import Scenario


class Eyes:
    """A seat, and the exercise behind it: whoever derives from this answers for what it lets through."""

    __slots__ = ("_scenario", "_state", "seat")

    def __init__(self, scenario: Scenario, state: State, seat: SeatId) -> None:
        self._scenario = scenario
        self._state = state
        self.seat = seat

    @property
    def role(self) -> str:
        """`member`, `adversary`, `neighbour`, `facilitator` or `observer`."""
        if self.seat == FACILITATOR:
            return "facilitator"
        sheet = self._scenario.states.get(self.seat)
        return sheet.role if sheet else "observer"

    @property
    def members(self) -> tuple[StateId, ...]:
        """All members, in the order of their ids."""
        return self._scenario.members

    def reads(self, to: tuple[SeatId, ...] | None) -> bool:
        """Whether something for this audience is for this seat."""
        return to is None or self.seat in to or self._all

    @property
    def _all(self) -> bool:
        return self.seat == FACILITATOR
