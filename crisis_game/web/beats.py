"""Where an exercise stands, in the words of the bar: the beat, and what the clock has left."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.texts import Msgid

BEATS: Mapping[str, Msgid] = {
    "situation": "Situation",
    "table": "Table",
    "orders": "Orders",
    "answer": "Answer",
    "none": "The end",
}


def clock_words(left: float | None, *, paused: bool) -> str:
    """What a clock has left, such as `3:05`; empty where nothing has a deadline."""
    if left is None:
        return ""
    minutes, seconds = divmod(int(left + 0.999), 60)
    return f"{'‖ ' if paused else ''}{minutes}:{seconds:02}"
