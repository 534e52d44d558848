"""What texts are made of: measures, clauses, aims, targets, and packages to start from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crisis_game.scenario.conditions import Condition
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import (
    AimId,
    AssetId,
    ClauseId,
    Grade,
    MeasureId,
    PackageId,
)
from crisis_game.scenario.model_world import Fact
from crisis_game.texts import Prose

MeasureKind = Literal["words", "help", "economic", "presence", "force"]
"""How a measure's participation counts.

`words` and `help` not at all, `economic` squared (a gap leaks), the others straight.
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of response from the catalogue.

    Attributes:
        rung: 1 (a note) to 10 (war) on the ladder.
        domain: the domain of capability it draws on; kind: how participation counts.
        base, ramp, heat, cost: effect on grip in full, rounds until full, heat on escalation, full cost in treasury.
        matter: the charter's matter that decides it.
        response_kind, use_of_force: words of the judge's vocabulary for the act.
        nature: its legal nature in one sentence; explains: what it does in one sentence.
        basis: bases on which it can rest, the likeliest first.
        reversible: whether it can be undone; undo: what that takes.
        needs_consent: asset whose owner must consent; needs_grade: grade below which policies and the Council doubt it.
        force_sheet: whether its delivery opens a force sheet.
        harm: added to harm each round in force; own harm when members do it.
        exempts: whether the clause exemptions has a bearing on it.
        cooling: escalation it takes off each round (mediation).
        protects: steps that it shields from (escort: lowers their harm).
        facts: further raw facts of the act.
    """

    id: MeasureId
    name: Prose
    rung: int
    domain: str
    kind: MeasureKind
    base: int
    ramp: int
    heat: int
    cost: int
    matter: str
    response_kind: str
    use_of_force: Literal["none", "threat", "minor", "armed"]
    nature: Prose
    explains: Prose
    basis: tuple[str, ...]
    reversible: bool
    undo: Prose
    needs_consent: AssetId | None = None
    needs_grade: Grade | None = None
    force_sheet: bool = False
    harm: int = 0
    exempts: bool = False
    cooling: int = 0
    protects: bool = False
    duty_owed: bool = False
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clause:
    """A switch of a text: what it gives, what it costs.

    Code gives the standard eight their effect; others only count in what states wish and dislike.
    """

    id: ClauseId
    name: Prose
    gives: Prose
    costs: Prose
    low: int = 0
    high: int = 0
    start: int = 0


STANDARD_CLAUSES: tuple[ClauseId, ...] = (
    "end-date",
    "limits",
    "exemptions",
    "off-ramp",
    "reasons",
    "hearing",
    "inquiry",
    "review",
)


@dataclass(frozen=True, slots=True)
class Aim:
    """What measures are for, what purpose law sees in it, and the condition that says when it is reached."""

    id: AimId
    text: Prose
    purpose: str
    reached: Condition


@dataclass(frozen=True, slots=True)
class Target:
    """A target of force from the author's list.

    Attributes:
        use: what it is used for; target_use: as law sees it, `military`, `dual` or `civil`.
        expected_harm: civilian harm to expect, `none`, `limited` or `excessive`; harm: points of harm if struck.
        grade: how sure that use is.
    """

    id: str
    name: Prose
    use: Prose
    target_use: Literal["military", "dual", "civil"]
    expected_harm: Literal["none", "limited", "excessive"]
    harm: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Package:
    """A text of the author's that members may start from."""

    id: PackageId
    name: Prose
    pitch: Prose
    draft: Draft
