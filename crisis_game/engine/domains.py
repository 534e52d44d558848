"""Domains: the values that a field of an act can have now, told apart and drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from crisis_game.engine.chance import Stream

V_co = TypeVar("V_co", covariant=True)


class Domain(Protocol[V_co]):
    """The values that a field can have now."""

    def admits(self, value: object) -> bool:
        """Whether a value lies in it."""
        ...

    def draw(self, stream: Stream) -> V_co:
        """One of its values; only asked of a domain that is not empty."""
        ...

    @property
    def empty(self) -> bool:
        """Whether it has no value at all."""
        ...


@dataclass(frozen=True, slots=True)
class OneOf(Generic[V_co]):
    """One of a few values."""

    values: Sequence[V_co]

    def admits(self, value: object) -> bool:
        """Whether the value is one of them, and of the same type (True is not 1)."""
        return any(value == option and type(value) is type(option) for option in self.values)

    def draw(self, stream: Stream) -> V_co:
        """One of them."""
        return stream.pick(self.values)

    @property
    def empty(self) -> bool:
        """Whether there are none."""
        return not self.values


@dataclass(frozen=True, slots=True)
class SomeOf(Generic[V_co]):
    """A tuple of different values, in the order of `values`, at least `least` and at most `most` of them."""

    values: Sequence[V_co]
    least: int = 0
    most: int = 99

    def admits(self, value: object) -> bool:
        """Whether the value is such a tuple."""
        if not isinstance(value, tuple) or not self.least <= len(value) <= self.most:
            return False
        return tuple(option for option in self.values if option in value) == value

    def draw(self, stream: Stream) -> tuple[V_co, ...]:
        """A tuple of one value where that is allowed, else of as few as must be."""
        count = max(self.least, min(1, self.most, len(self.values)))
        start = stream.below(max(1, len(self.values)))
        chosen = {(start + offset) % len(self.values) for offset in range(count)}
        return tuple(option for place, option in enumerate(self.values) if place in chosen)

    @property
    def empty(self) -> bool:
        """Whether there are too few values."""
        return len(self.values) < self.least


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `low` to `high`, both included."""

    low: int
    high: int

    def admits(self, value: object) -> bool:
        """Whether the value is such a number."""
        return type(value) is int and self.low <= value <= self.high

    def draw(self, stream: Stream) -> int:
        """One of them."""
        return self.low + stream.below(self.high - self.low + 1)

    @property
    def empty(self) -> bool:
        """Whether there are none."""
        return self.high < self.low


@dataclass(frozen=True, slots=True)
class Words:
    """Free words: `least` to `most` characters after trimming, no control characters but line ends."""

    most: int
    least: int = 0

    def admits(self, value: object) -> bool:
        """Whether the value is such a text."""
        if (
            not isinstance(value, str)
            or not self.least <= len(value.strip()) <= self.most
            or len(value) > 2 * self.most
        ):
            return False
        return all(character in "\n\t" or character.isprintable() for character in value)

    def draw(self, stream: Stream) -> str:
        """A short one, said again where more is asked for."""
        words = stream.pick(("Noted.", "We hear you.", "Our position stands."))
        return (words * (1 + self.least // len(words)))[: self.most]

    @property
    def empty(self) -> bool:
        """Never: some words are always possible."""
        return False


@dataclass(frozen=True, slots=True)
class WordsBut(Words):
    """Free words, but none of these."""

    but: tuple[str, ...] = ()

    def admits(self, value: object) -> bool:
        """Whether the value is such a text."""
        return Words.admits(self, value) and isinstance(value, str) and value.strip() not in self.but
