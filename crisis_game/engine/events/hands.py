"""The event of a vote by raising hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import State
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class HandsRecorded:
    """The facilitator recorded the votes of these members, who raised their hands: whose, not how they voted."""

    text: TextId
    seats: tuple[SeatId, ...]
    to: Audience = None
    kind: ClassVar[str] = "hands-recorded"

    def apply(self, _: State) -> None:
        """The votes are noted already."""

    def tell(self) -> Text | None:
        """Whose votes on which text were recorded."""
        return Text(
            "The facilitator records the votes of {seats:state} on {text:text}, by raised hands.",
            {"seats": self.seats, "text": self.text},
        )


EVENTS: tuple[type[Event], ...] = (HandsRecorded,)
