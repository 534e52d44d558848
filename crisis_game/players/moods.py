"""The mood in which a seat plays a game: one kind of measure is liked more, another less, and proof counts otherwise.

Drawn from seed and seat, so that the same council does not write the same texts in every game.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from crisis_game.engine.seen import Seen
from crisis_game.players.character import Character

KINDS = ("words", "help", "presence", "economic")
"""Kinds of measures on which moods bear; how one stands to force is a matter of character and brief."""


@dataclass(frozen=True, slots=True)
class Mood:
    """What is liked by 1 more, what by 1 less, and how many grades of proof are wanted more: -1 to 1."""

    up: str
    down: str
    proof: int


def mood_of(seen: Seen) -> Mood:
    """The mood of a seat in this game."""
    up = KINDS[seen.lot("mood up", 0, len(KINDS) - 1)]
    others = [kind for kind in KINDS if kind != up]
    return Mood(up, others[seen.lot("mood down", 0, len(others) - 1)], seen.lot("mood proof", -1, 1))


def in_mood(character: Character, mood: Mood) -> Character:
    """A character as it is in a mood."""
    liking = dict(character.liking)
    liking[mood.up] = liking.get(mood.up, 0) + 1
    liking[mood.down] = liking.get(mood.down, 0) - 1
    return replace(character, liking=liking, proof=character.proof + mood.proof)
