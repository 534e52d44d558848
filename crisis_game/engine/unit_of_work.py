"""The desk at which one submission is worked through: events are emitted, and applied at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from crisis_game.engine import chance
from crisis_game.engine.event import Event, apply
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Account, State
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.scenario.model import Scenario

Fold: TypeAlias = Callable[[Event], None]
"""What lets an event happen for somebody who keeps more than the state: it applies the event to the desk's state."""


class Working:
    """A scenario, a state that belongs to this desk, and the events so far.

    Everything that happens goes through `emit`, so that the state at the end is the fold of the events.
    """

    __slots__ = ("_fold", "events", "scenario", "state")

    def __init__(self, scenario: Scenario, state: State, fold: Fold | None = None) -> None:
        self._fold = fold
        self.scenario = scenario
        self.state = state
        self.events: list[Event] = []

    def emit(self, event: Event) -> None:
        """Let an event happen."""
        if self._fold is None:
            apply(self.state, event)
        else:
            self._fold(event)
        self.events.append(event)

    def seen(self, seat: SeatId) -> Seen:
        """What a seat may know now."""
        return Seen(self.scenario, self.state, seat)

    def draw(self, stream: str, subject: str, low: int, high: int) -> int:
        """A draw of this round on one subject."""
        table = self.state.table
        return chance.draw(table.seed, stream, subject, table.round, low, high)

    def account(self, state: StateId) -> Account:
        """The account of a member."""
        return self.state.accounts[state]
