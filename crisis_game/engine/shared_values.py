"""Ids and small parts that several kinds of command share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

TextId: TypeAlias = str
"""Id of a text: its first sponsor and a number, such as `del-2`, or `chair-3` for the chair's text of round 3."""

ALONE: TextId = ""
"""In the place of a text: none, a measure that a seat has ordered alone."""

ActiveId: TypeAlias = str
"""Id of a measure in force: `TEXT/MEASURE` under a text, `SEAT-rROUND/MEASURE` for a seat's own."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a text: a clause switched, a measure or a claim put in or taken out, another aim or basis.

    A motion is only taken out; of one, `id` is its kind.
    """

    part: Literal["clause", "measure", "claim", "aim", "basis", "motion"]
    id: str
    on: bool
    value: int = 0


@dataclass(frozen=True, slots=True)
class Gift:
    """What one seat gives another: money, a delivery of a measure, a vote, a base opened, a clause accepted."""

    kind: Literal["pay", "deliver", "vote", "base", "clause"]
    subject: str = ""
    amount: int = 0


@dataclass(frozen=True, slots=True)
class ForceSheet:
    """Target, precautions and end of a measure of force; the three rules of the law of armed conflict read it."""

    target: str
    verify: bool = False
    warn: bool = False
    abort: bool = False
    ends_when_attack_ends: bool = False


Fulfilment = Literal["P", "S", "M", "U"]
"""How far something was met: performed without challenges, with some, with major challenges, unable to be performed.

HSEEP (2020) rates core capabilities so.
"""

Channel = Literal["improvised", "cable", "intelligence", "statement", "letter"]
"""How what the facilitator improvises comes; `improvised` is news."""

MoveEffectKind = Literal["gauge", "home", "treasury", "credit"]
"""What a free move can act on."""


@dataclass(frozen=True, slots=True)
class MoveEffect:
    """What a free move does: a gauge, or a member's support at home, treasury or credit, moves by an amount."""

    kind: MoveEffectKind
    subject: str
    amount: int


Hidden = Literal["truth", "temperament", "scores"]
"""What can be revealed before the debrief."""
