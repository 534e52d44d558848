"""A text: what is to be done, by which means, within which limits.

The same form serves packages, drafts and resolutions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from crisis_game.scenario.ids import AimId, ClaimId, ClauseId, MeasureId, TargetId
from crisis_game.scenario.records import LATER, By, Mark, Some, Written, key, record

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


@record(name="Line", short="measure", order=True)
class MeasureLine:
    """One measure, and whom it is aimed at.

    No `target` is nobody, as for relief; as it is written `none` is nobody, and no target the one that is usual.
    """

    measure: MeasureId = key("The measure's id.")
    target: TargetId | None = key("A state, or `none`; default: the adversary's state where it is aimed.", default=None)


@dataclass(frozen=True, slots=True, order=True)
class Switch:
    """One clause that is on. `value` is per cent of the off-ramp (5-25), rounds to the end date (1-5), else 0."""

    clause: ClauseId
    value: int = 0


def switches(written: Mapping[ClauseId, int | str]) -> tuple[Switch, ...]:
    """Clauses as they are switched on; the value True is the clause's first, which `reading.linking` puts there."""
    return tuple(Switch(clause, value if isinstance(value, int) else True) for clause, value in written.items())


@record(short="kind", order=True)
class Motion:
    """A matter other than measures."""

    kind: MotionKind = key("What is moved.")
    subject: str | None = key(
        "What it is about: a claim, a neighbour, a member, or what the Security Council is asked for.", default=None
    )


@record()
class Draft:
    """A text, or what a text starts from.

    No measure stands twice against the same target; a clause is switched on once. Its grade is the lowest that the
    council knows of its claims, which only texts without measures above rung 2 can do without.
    """

    lines: tuple[MeasureLine, ...] = key("What is to be done.", most=5, default=(), name="measures")
    motion: Motion | None = key("A matter other than measures.", default=None)
    aim: AimId = key("What it is for; default: the first aim, where there are measures.", default="", left_out=LATER)
    own_words: str = key("Words added to the aim.", most=200, default="")
    basis: Basis = key(
        "The legal basis that is claimed; default: the first of the gravest measure, else `charter`.",
        default="charter",
        left_out=By(lambda _: "charter"),
    )
    claims: Some[ClaimId] = key("What it rests on.", most=3, default=())
    clauses: Annotated[
        tuple[Switch, ...], Written(Annotated[Mapping[ClauseId, int | str], Mark("switches")], switches)
    ] = key("Clauses that are switched on: `true`, or the number.", default=())

    def switch(self, clause: ClauseId) -> Switch | None:
        """The switch of a clause where it is on."""
        return next((switch for switch in self.clauses if switch.clause == clause), None)

    def has(self, measure: MeasureId) -> bool:
        """Whether a measure is among the lines."""
        return any(line.measure == measure for line in self.lines)
