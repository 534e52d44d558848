"""A text: what is to be done, by which means, within which limits.

The same form serves packages, drafts and resolutions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crisis_game.scenario.ids import AimId, ClaimId, ClauseId, MeasureId, StateId

Basis = Literal[
    "self-defence",
    "collective-self-defence",
    "council-mandate",
    "invitation",
    "countermeasures",
    "retorsion",
    "charter",
    "none-claimed",
]
"""The legal basis that a text claims."""

BASES: tuple[Basis, ...] = (
    "charter",
    "retorsion",
    "countermeasures",
    "self-defence",
    "collective-self-defence",
    "council-mandate",
    "invitation",
    "none-claimed",
)

MotionKind = Literal[
    "consult",
    "inquiry",
    "mediation",
    "hearing",
    "opinion",
    "arbitration",
    "suspension",
    "reinstatement",
    "referral",
    "amendment",
    "settlement",
    "lift",
]
"""Matters of a text that are not measures; each is decided under its own rule.

`consult` is the chair's text: consult, verify, appeal. `settlement` adopts the terms offered with the victim's consent.
`lift` ends an adopted text and its measures before their time.
"""


@dataclass(frozen=True, slots=True, order=True)
class MeasureLine:
    """One measure against, or in aid of, one target (`None`: nobody, as for relief)."""

    measure: MeasureId
    target: StateId | None = None


@dataclass(frozen=True, slots=True, order=True)
class Switch:
    """One clause that is on. `value` is per cent of the off-ramp (5-25), rounds to the end date (1-5), else 0."""

    clause: ClauseId
    value: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Motion:
    """A matter other than measures.

    `subject` is whom or what it is about: a member, a claim, an article, an ask of the Council, a text.
    """

    kind: MotionKind
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on the table, or to be tabled.

    Attributes:
        lines: at most three measures, none twice on the same target.
        motion: a matter besides or instead of measures.
        aim: from the scenario's list; says what the measures are for and when that is reached.
        own_words: at most 200 characters added to the aim.
        basis: the legal basis claimed.
        claims: one to three claims that the text rests on; its grade is the lowest the council knows. Empty only for
            texts without measures above rung 2.
        clauses: the switches that are on, at most one of each.
    """

    lines: tuple[MeasureLine, ...] = ()
    motion: Motion | None = None
    aim: AimId = ""
    own_words: str = ""
    basis: Basis = "charter"
    claims: tuple[ClaimId, ...] = ()
    clauses: tuple[Switch, ...] = ()

    def switch(self, clause: ClauseId) -> Switch | None:
        """The switch of a clause where it is on."""
        return next((one for one in self.clauses if one.clause == clause), None)

    def has(self, measure: MeasureId) -> bool:
        """Whether a measure is among the lines."""
        return any(line.measure == measure for line in self.lines)
