"""A scenario, loaded: plain frozen data, immutable, identified by its id and the hash of its files.

Nothing here reads a file (see `scenario.reading`), and nothing here moves (see `engine`). All tables are by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crisis_game.charter.model import Charter
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import (
    AimId,
    AssetId,
    ClaimId,
    ClauseId,
    GaugeId,
    IncidentId,
    InjectId,
    MeasureId,
    PackageId,
    PlaceId,
    SourceId,
    StateId,
)
from crisis_game.scenario.model_map import WorldMap
from crisis_game.scenario.model_script import (
    Adversary,
    CouncilAsk,
    CouncilMember,
    Effect,
    EffectKind,
    Ending,
    Guidance,
    Inject,
    Lesson,
    Moment,
    Neighbour,
    Objective,
    Particular,
    Reaction,
    SecurityCouncil,
    Step,
    Temperament,
)
from crisis_game.scenario.model_texts import STANDARD_CLAUSES, Aim, Clause, Measure, MeasureKind, Package, Target
from crisis_game.scenario.model_trials import Trial
from crisis_game.scenario.model_world import (
    Asset,
    Claim,
    Draw,
    EvidenceSource,
    Fact,
    Gauge,
    GaugeWord,
    Incident,
    MandateLine,
    Place,
    RedLine,
    Role,
    State,
    Truth,
    Variant,
)
from crisis_game.scenario.numbers import Numbers
from crisis_game.texts import Prose

__all__ = [
    "STANDARD_CLAUSES",
    "Adversary",
    "Aim",
    "Asset",
    "Claim",
    "Clause",
    "CouncilAsk",
    "CouncilMember",
    "Draw",
    "Effect",
    "EffectKind",
    "Ending",
    "EvidenceSource",
    "Fact",
    "Gauge",
    "GaugeWord",
    "Guidance",
    "Incident",
    "Inject",
    "Lesson",
    "MandateLine",
    "Measure",
    "MeasureKind",
    "Moment",
    "Neighbour",
    "Objective",
    "Package",
    "Particular",
    "Place",
    "Reaction",
    "RedLine",
    "Role",
    "Scenario",
    "SecurityCouncil",
    "State",
    "Step",
    "Target",
    "Temperament",
    "Trial",
    "Truth",
    "Variant",
    "WorldMap",
]


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything an author wrote, checked and linked."""

    id: str
    content_hash: str
    title: Prose
    summary: Prose
    opening: Prose
    languages: tuple[str, ...]
    level: Literal["first", "standard", "advanced"]
    group: tuple[int, int]
    resembles: str | None
    lesson: Lesson
    numbers: Numbers
    charter: Charter
    organ: str
    states: Mapping[StateId, State]
    assets: Mapping[AssetId, Asset]
    truths: Mapping[str, Truth]
    draws: Mapping[str, Draw]
    claims: Mapping[ClaimId, Claim]
    sources: Mapping[SourceId, EvidenceSource]
    incidents: Mapping[IncidentId, Incident]
    gauges: Mapping[GaugeId, Gauge]
    measures: Mapping[MeasureId, Measure]
    played: tuple[MeasureId, ...]
    clauses: Mapping[ClauseId, Clause]
    aims: Mapping[AimId, Aim]
    targets: Mapping[str, Target]
    packages: Mapping[PackageId, Package]
    chair: tuple[Draft, ...]
    injects: Mapping[InjectId, Inject]
    reactions: Mapping[str, Reaction]
    adversary: Adversary
    neighbours: Mapping[StateId, Neighbour]
    council: SecurityCouncil | None
    endings: tuple[Ending, ...]
    objectives: tuple[Objective, ...]
    debrief: tuple[Prose, ...]
    teaching: Prose
    places: Mapping[PlaceId, Place]
    guidance: tuple[Guidance, ...]
    map: WorldMap = field(default_factory=WorldMap)
    trials: tuple[Trial, ...] = ()

    members: tuple[StateId, ...] = field(init=False, compare=False)
    """The members' ids, in order; the order in which simultaneous choices are resolved."""

    def __post_init__(self) -> None:
        """Work out what is asked for in every moment of a game."""
        members = sorted(id_ for id_, state in self.states.items() if state.role == "member")
        object.__setattr__(self, "members", tuple(members))
