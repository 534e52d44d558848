"""The event after play: somebody wrote what they take with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from crisis_game.engine.event import Audience, Event
from crisis_game.engine.state import State
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class ExitSentenceWritten:
    """Somebody in a seat wrote one sentence that they take with them; who it was stands with the entry."""

    seat: SeatId
    words: str
    to: Audience
    kind: ClassVar[str] = "exit-sentence-written"

    def apply(self, _: State) -> None:
        """Nothing of play changes: the log has it."""

    def tell(self) -> Text | None:
        """The sentence."""
        return Text("What you take with you: “{words}”", {"words": self.words})


EVENTS: tuple[type[Event], ...] = (ExitSentenceWritten,)
