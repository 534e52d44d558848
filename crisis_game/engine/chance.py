"""Chance as a function of seed, stream, subject and round.

There are no counters: a changed vote in a branch does not shift an unrelated draw. Draws that repeat on one subject in
one round say so in the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from hashlib import blake2b
from typing import TypeVar

GREATEST_SEED = (1 << 63) - 1
"""Seeds are whole numbers from 0 to this."""

T = TypeVar("T")
_SPAN = 1 << 64


def draw(seed: int, stream: str, subject: str, round_: int, low: int, high: int) -> int:
    """A whole number from `low` to `high`, both included, each as likely as the others."""
    if high < low:
        raise ValueError(f"no whole number lies between {low} and {high}")
    digest = blake2b(f"{seed}|{stream}|{subject}|{round_}".encode(), digest_size=8).digest()
    return low + int.from_bytes(digest, "big") * (high - low + 1) // _SPAN


def weighted(seed: int, stream: str, subject: str, options: Sequence[tuple[T, int]]) -> T:
    """One of the options, each as likely as its weight; weights are 0 or more, one of them above 0."""
    point = draw(seed, stream, subject, 0, 1, sum(weight for _, weight in options))
    for option, weight in options:
        point -= weight
        if point <= 0:
            return option
    raise ValueError("all weights are 0")


class Stream:
    """Draws one after another, for those who choose often: policies, and tests that draw from offers.

    A fast generator of 64 bits (SplitMix64, Steele, Lea and Flood 2014): the same seed gives the same draws everywhere.
    """

    __slots__ = ("_state",)

    def __init__(self, seed: int, name: str) -> None:
        self._state = int.from_bytes(blake2b(f"{seed}|{name}".encode(), digest_size=8).digest(), "big")

    def fork(self) -> Stream:
        """A stream that gives the same draws from here on."""
        return copy(self)

    def below(self, count: int) -> int:
        """A whole number from 0 to `count` - 1; `count` is at least 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return ((mixed ^ (mixed >> 31)) * count) >> 64

    def pick(self, options: Sequence[T]) -> T:
        """One of the options, each as likely."""
        return options[self.below(len(options))]

    def chance(self, per_cent: int) -> bool:
        """True in `per_cent` of a hundred cases."""
        return self.below(100) < per_cent
