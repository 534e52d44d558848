"""What a report of a rehearsal is made of, all in words and numbers, before it is lines of a terminal or a page."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.texts.paper import Heading, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Bar:
    """A share with its interval, all 0 to 1, and what stands beside it."""

    label: str
    share: float
    low: float
    high: float
    note: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares one under the other."""

    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A gauge at the end of a round: the values that 10, 50 and 90 % of the games do not exceed."""

    round: int
    p10: int
    median: int
    p90: int
    games: int


@dataclass(frozen=True, slots=True)
class Course:
    """A gauge over the rounds, between its bounds."""

    name: str
    start: int
    low: int
    high: int
    points: tuple[Point, ...]


Block = Heading | Paragraph | Table | Bars | Course


def cut(words: str, width: int) -> str:
    """The words, or their beginning where they are too long."""
    return words if len(words) <= width else words[: width - 1].rstrip() + "…"
