"""The log as one seat may read it, told on as the exercise goes on."""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.engine.event import Event
from crisis_game.engine.seeing.projection import Wording, heard_words
from crisis_game.engine.seen import Seen
from crisis_game.exercise.replay import Step
from crisis_game.exercise.sitting import Heard


class OwnLog:
    """What one seat has heard so far. The log behind it only grows, and who may read an event never changes.

    Attributes:
        heard: its entries, oldest first.
        words: the author's wordings that came with them.
    """

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self.words: frozenset[Wording] = frozenset()
        self._done = 0

    def hear(self, log: Sequence[Step], seen: Seen) -> None:
        """Hear what has happened since.

        Args:
            log: all of it.
            seen: the eyes of the seat.
        """
        new: list[Event] = []
        for step in log[self._done :]:
            events = tuple(event for event in step.events if seen.reads(event.to))
            own = step.submission if step.submission.seat == seen.seat else None
            if events or own is not None:
                self.heard.append(Heard(len(self.heard) + 1, own, events))
                new += events
        self._done = len(log)
        if more := frozenset(heard_words(new)) - self.words:
            self.words |= more
