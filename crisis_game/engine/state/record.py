"""What the judge and the debrief will read."""

from __future__ import annotations

from dataclasses import dataclass, field

from crisis_game.law.conduct import FactValue
from crisis_game.scenario.ids import Answer, SeatId


@dataclass(slots=True)
class ConductState:
    """A conduct as it grows: shared facts, and those that differ by reading.

    `public`, `known` and `true` lie over `facts`. `subject` is the measure in force, the step or the text it is about;
    of an omission who had asked, the pledge, the source, or the act on record that was not made good.
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

    @property
    def omission(self) -> str:
        """What was left undone, in the judge's word; empty for an act."""
        return str(self.true.get("omission") or self.facts.get("omission") or "")

    @property
    def hidden(self) -> bool:
        """Whether not all members can know of it: an omission that the public reading does not have."""
        return self.omission != "" and "omission" not in self.public and "omission" not in self.facts


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
