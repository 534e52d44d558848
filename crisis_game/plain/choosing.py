"""One of many options, a few in view at a time."""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.plain.console import Console
from crisis_game.texts import Prose, Text

MOST_IN_VIEW = 7
"""Options that are read out at once."""


def choose_of_many(
    console: Console, question: Text, options: Sequence[Text | Prose | str], leave: Text | None = None
) -> int | None:
    """The place of the option chosen, from 0; None for the way out. After some options a choice leads on to more."""
    start = 0
    while len(options) - start > MOST_IN_VIEW:
        some = options[start : start + MOST_IN_VIEW - 1]
        more = Text("More: {n}", {"n": len(options) - start - len(some)})
        place = console.choose(question, [*some, more], leave)
        if place is None or place < len(some):
            return None if place is None else start + place
        start += len(some)
    place = console.choose(question, options[start:], leave)
    return None if place is None else start + place
