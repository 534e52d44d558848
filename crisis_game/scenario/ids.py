"""Kinds of ids, grades and other small words that scenario, engine and screens share."""

from __future__ import annotations

from typing import Literal, TypeAlias

StateId: TypeAlias = str
SeatId: TypeAlias = str
"""A state's id, or `facilitator`, or `observer`."""
ClaimId: TypeAlias = str
SourceId: TypeAlias = str
IncidentId: TypeAlias = str
MeasureId: TypeAlias = str
ClauseId: TypeAlias = str
AimId: TypeAlias = str
PackageId: TypeAlias = str
GaugeId: TypeAlias = str
InjectId: TypeAlias = str
StepId: TypeAlias = str
AssetId: TypeAlias = str
PlaceId: TypeAlias = str
EndingId: TypeAlias = str

FACILITATOR: SeatId = "facilitator"

Grade = Literal["rumoured", "suspected", "probable", "established"]
GRADES: tuple[Grade, ...] = ("rumoured", "suspected", "probable", "established")
"""How sure one is, weakest first."""

Vote = Literal["yes", "no", "abstain", "absent", "opt-out"]
Stance = Literal["support", "could-live-with", "oppose", "silent"]
Delivery = Literal["full", "half", "none"]
Answer = Literal["lawful", "contested", "unlawful"]

Phase = Literal[
    "lobby",
    "briefing",
    "consultation",
    "drafting",
    "voting",
    "response",
    "consequences",
    "review",
    "hot-wash",
    "debrief",
    "closed",
]
Beat = Literal["situation", "table", "orders", "answer", "none"]

BEAT_OF: dict[Phase, Beat] = {
    "lobby": "none",
    "review": "situation",
    "briefing": "situation",
    "consultation": "table",
    "drafting": "table",
    "voting": "orders",
    "response": "orders",
    "consequences": "answer",
    "hot-wash": "none",
    "debrief": "none",
    "closed": "none",
}
"""The beat that each phase belongs to."""


def grade_rank(grade: str) -> int:
    """The place of a grade, 0 for rumoured to 3 for established; -1 for a claim nobody has heard of."""
    return GRADES.index(grade) if grade in GRADES else -1
