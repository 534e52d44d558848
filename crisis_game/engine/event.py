"""What happened: the form that all events share.

An event is frozen and plain; it says who sees it, changes the state in `apply`, and may tell itself in `tell`. The
kinds stand in `engine.events`, one module for each family.
"""

from __future__ import annotations

from typing import ClassVar, Protocol, TypeAlias

from crisis_game.engine.state import Hand, State
from crisis_game.scenario.deeds import DEEDS
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

Audience: TypeAlias = tuple[SeatId, ...] | None
"""Who sees an event: these seats and the facilitator; `None` is everybody, an empty tuple the facilitator alone."""


class Event(Protocol):
    """One thing that happened."""

    kind: ClassVar[str]

    @property
    def to(self) -> Audience:
        """Who sees it."""
        ...

    def apply(self, state: State) -> None:
        """Change the state; total, and the only thing that does. Asked by `apply` below, with the state in a `Hand`."""
        ...

    def tell(self) -> Text | None:
        """One sentence for the log; None where the log needs none."""
        ...


def apply(state: State, event: Event) -> None:
    """Let an event change the state: the sections that it took in hand have new versions.

    Whose deed it was is counted here, so that no event forgets it.
    """
    hand = Hand(state)
    event.apply(hand)
    deed = DEEDS.get(event.kind)
    if deed is not None:
        act, doer = deed
        done = act, getattr(event, doer)
        hand.deeds[done] = state.deeds.get(done, 0) + 1
