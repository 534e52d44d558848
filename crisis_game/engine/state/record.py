"""What the judge and the debrief will read."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.law.conduct import FactValue
from crisis_game.scenario.ids import Answer, SeatId


@dataclass(slots=True)
class ConductState:
    """A conduct as it grows: shared facts, and those that differ by reading.

    `public`, `known` and `true` lie over `facts`. `subject` is the measure in force, the step or the text it is about.
    """

    id: str
    actor: str
    participants: tuple[str, ...]
    round: int
    subject: str
    rung: int
    facts: dict[str, FactValue]
    public: dict[str, FactValue] = field(default_factory=dict)
    known: dict[str, FactValue] = field(default_factory=dict)
    true: dict[str, FactValue] = field(default_factory=dict)
    ended: int | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """A sealed opinion: on what, which answer, how sure; `before` is the one given before counsel, if another."""

    subject: str
    round: int
    answer: Answer
    sure: int
    before: tuple[Answer, int] | None = None


@dataclass(slots=True)
class Record:
    """What the judge and the debrief will read."""

    conducts: dict[str, ConductState] = field(default_factory=dict)
    opinions: dict[SeatId, list[Opinion]] = field(default_factory=dict)
    counsel: dict[SeatId, int] = field(default_factory=dict)
    overruled: dict[str, tuple[str, str]] = field(default_factory=dict)
    blamed: set[str] = field(default_factory=set)
    defects: int = 0
    unlawful: int = 0
