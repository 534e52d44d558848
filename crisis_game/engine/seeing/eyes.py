"""Whose eyes these are, and what is for them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Self, TypeVar

from crisis_game.engine.memo import Memo
from crisis_game.engine.state import State
from crisis_game.scenario.ids import FACILITATOR, SeatId, StateId
from crisis_game.scenario.model import Scenario

_Found = TypeVar("_Found")


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

    def remembers(self, memo: Memo, key: Hashable, find: Callable[[Self], _Found]) -> _Found:
        """What is found by looking, or was found before with everything that was looked at as it is now.

        Args:
            memo: of one scenario.
            key: what it hangs on beside seat and exercise.
            find: looks, with eyes like these and through no others.
        """
        kind, scenario, seat = type(self), self._scenario, self.seat
        return memo.ask(self._state, (seat, key), lambda state: find(kind(scenario, state, seat)))

    @property
    def _all(self) -> bool:
        return self.seat == FACILITATOR
