"""A time as a clock shows it."""

from __future__ import annotations


def clock_words(seconds: float) -> str:
    """Minutes and seconds, such as `3:05`; what has begun of a second counts whole."""
    minutes, rest = divmod(int(seconds + 0.999), 60)
    return f"{minutes}:{rest:02}"
