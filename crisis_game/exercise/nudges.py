"""What the facilitator writes to one person alone, until their page has it: in memory, and no part of the exercise."""

from __future__ import annotations

from crisis_game.texts import visible

LONGEST = 160
"""Characters of a nudge."""

MOST_WAITING = 5
"""Nudges that wait for one person; the oldest goes when another comes."""


class Nudges:
    """Sentences by the key of the person they are for."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[str, ...]] = {}

    def put(self, key: str, words: str) -> bool:
        """Keep a sentence for somebody, cut to what is shown; False where nothing is left of it."""
        tidy = " ".join(visible(words).split())[:LONGEST].strip()
        if tidy:
            self._waiting[key] = (*self._waiting.get(key, ()), tidy)[-MOST_WAITING:]
        return bool(tidy)

    def take(self, key: str) -> tuple[str, ...]:
        """What waits for somebody, oldest first; it waits no longer."""
        return self._waiting.pop(key, ())
