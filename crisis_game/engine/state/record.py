"""What the judge and the debrief will read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from crisis_game.engine.shared_values import TextId
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.finding import Legality, LegalQuestion
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Answer, MeasureId, SeatId


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


OpinionSubject: TypeAlias = tuple[int, TextId, MeasureId, LegalQuestion]
"""What an opinion is on: a question about an act of a round, of which a seat has one at a time."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A sealed opinion on one act.

    Attributes:
        text: the text that would bring the act; empty for a measure that the seat orders alone.
        measure: the act.
        question: what was asked of it.
        sure: in per cent.
        before: the answer given before counsel, and how sure, where there was one.
        void: whether the text has been changed since, so that it is asked again.
    """

    round: int
    text: TextId
    measure: MeasureId
    question: LegalQuestion
    answer: Answer
    sure: int
    before: tuple[Answer, int] | None = None
    void: bool = False

    @property
    def subject(self) -> OpinionSubject:
        """What it is on."""
        return self.round, self.text, self.measure, self.question


@dataclass(frozen=True, slots=True)
class Counsel:
    """Counsel's answer to a seat.

    Attributes:
        text: on which text; draft: as it was worded then.
        opinions: what the seat itself had said of it first.
        conduct: the act of it that counsel speaks of, with the facts as the seat knew them.
    """

    seat: SeatId
    text: TextId
    draft: Draft
    opinions: tuple[Opinion, ...]
    conduct: Conduct

    @property
    def measure(self) -> str:
        """The measure of the text that counsel speaks of."""
        return self.conduct.id.partition("/")[2]


@dataclass(slots=True)
class Record:
    """What the judge and the debrief will read.

    `counsel` is the round in which a seat asked last, `advised` each answer by the id of its letter.
    """

    conducts: dict[str, ConductState] = field(default_factory=dict)
    opinions: dict[SeatId, list[Opinion]] = field(default_factory=dict)
    counsel: dict[SeatId, int] = field(default_factory=dict)
    advised: dict[str, Counsel] = field(default_factory=dict)
    overruled: dict[str, tuple[Legality, str]] = field(default_factory=dict)
    blamed: set[str] = field(default_factory=set)
    defects: int = 0
    unlawful: int = 0
