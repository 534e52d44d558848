"""Numbers on the command line: what several verbs take, with their bounds. Each raises argparse's own complaint."""

from __future__ import annotations

from argparse import ArgumentTypeError

MOST = 1_000_000


def count(word: str) -> int:
    """A number of things, from 1 to 1,000,000."""
    return _within(word, 1, MOST, f"1 to {MOST:,}")


def count_or_none(word: str) -> int:
    """A number of things, from 0 to 1,000,000."""
    return _within(word, 0, MOST, f"0 to {MOST:,}")


def seed(word: str) -> int:
    """The seed of all chance, from 0 to 2^63 - 1."""
    from crisis_game.engine.chance import GREATEST_SEED

    return _within(word, 0, GREATEST_SEED, "0 to 2^63 - 1")


def _within(word: str, low: int, high: int, bounds: str) -> int:
    # longer words are none of these numbers, and Python refuses to read those of thousands of digits
    if not (word.isdecimal() and len(word) <= len(str(high)) and low <= int(word) <= high):
        raise ArgumentTypeError(f"{word} is not a whole number from {bounds}")
    return int(word)
