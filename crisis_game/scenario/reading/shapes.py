"""The shape of a scenario file: which keys there are, of which kind, in which bounds. Also its JSON Schema."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from crisis_game.scenario.reading.kinds import (
    GaugeName,
    Id,
    Language,
    OneOrMore,
    Shape,
    Short,
    StateCode,
    Weights,
    WrittenCharter,
    WrittenProse,
)
from crisis_game.scenario.reading.shapes_map import MapShape
from crisis_game.scenario.reading.shapes_script import (
    AdversaryShape,
    CouncilShape,
    EndingShape,
    GuidanceShape,
    InjectShape,
    NeighbourShape,
    ObjectiveShape,
    ReactionShape,
)
from crisis_game.scenario.reading.shapes_texts import (
    AimShape,
    ClauseShape,
    DraftShape,
    MeasureChange,
    PackageShape,
    TargetShape,
)
from crisis_game.scenario.reading.shapes_trials import TrialShape
from crisis_game.scenario.reading.shapes_world import (
    AssetShape,
    ClaimShape,
    GaugeShape,
    IncidentShape,
    PlaceShape,
    SourceShape,
    StateShape,
    TruthShape,
)


class LessonShape(Shape):
    """How it is played; the profile gives what is left out."""

    profile: Literal["tutorial", "quick", "full", "class"] = "full"
    rounds: int | None = Field(None, ge=1, le=9)
    round_days: int = Field(3, ge=1, le=90, description="Days of the world in a round.")
    minutes: Annotated[list[Annotated[int, Field(ge=1, le=600)]], OneOrMore()] | None = None
    beat_seconds: dict[Literal["situation", "table", "orders", "answer"], Annotated[int, Field(ge=5, le=3600)]] = Field(
        default_factory=dict, description="The length of each beat with a clock, in seconds."
    )
    orders: Literal["split", "one-sheet"] | None = None
    verdicts: Literal["each-round", "end"] | None = None
    guided: bool | None = Field(None, description="Whether the guide speaks.")
    clauses: Annotated[list[str], OneOrMore()] = Field(
        default_factory=list, description="The clauses that texts can have; default: all."
    )


class ScenarioShape(Shape):
    """A scenario of crisis-game. See docs/scenario-format.md."""

    format: Literal[1]
    id: Id
    title: WrittenProse
    summary: WrittenProse
    opening: WrittenProse | None = Field(
        None, description="What all read before the first round; default: the summary."
    )
    languages: list[Language] = Field(default_factory=lambda: ["en"], min_length=1)
    level: Literal["first", "standard", "advanced"] = "standard"
    group: list[Annotated[int, Field(ge=1, le=200)]] = Field(
        default_factory=lambda: [1, 30],
        min_length=2,
        max_length=2,
        description="Smallest and largest number of people.",
    )
    resembles: str | None = Field(None, description="The real case it resembles.")
    lesson: LessonShape = Field(default_factory=lambda: LessonShape.model_validate({}))
    numbers: dict[str, int] = Field(default_factory=dict, description="Numbers of the rules that are changed.")
    charter: WrittenCharter
    organ: str | None = Field(None, description="The organ in which the members decide; default: the charter's first.")
    states: dict[StateCode, StateShape] = Field(min_length=1)
    assets: dict[Id, AssetShape] = Field(default_factory=dict)
    truths: dict[Id, TruthShape] = Field(default_factory=dict)
    draws: dict[Id, Weights] = Field(default_factory=dict)
    claims: dict[Id, ClaimShape] = Field(default_factory=dict)
    sources: dict[Id, SourceShape] = Field(default_factory=dict)
    incidents: dict[Id, IncidentShape] = Field(default_factory=dict)
    gauges: dict[GaugeName, GaugeShape] = Field(default_factory=dict)
    measures: list[Annotated[MeasureChange, Short("id")]] = Field(min_length=1)
    clauses: dict[Id, ClauseShape] = Field(default_factory=dict)
    aims: dict[Id, AimShape] = Field(default_factory=dict)
    targets: dict[Id, TargetShape] = Field(default_factory=dict)
    packages: dict[Id, PackageShape] = Field(default_factory=dict)
    chair: Annotated[list[DraftShape], OneOrMore()] = Field(
        default_factory=lambda: [DraftShape.model_validate({"motion": "consult"})], min_length=1, max_length=9
    )
    injects: dict[Id, InjectShape] = Field(default_factory=dict)
    reactions: dict[Id, ReactionShape] = Field(default_factory=dict)
    adversary: AdversaryShape
    neighbours: dict[StateCode, NeighbourShape] = Field(default_factory=dict)
    council: Annotated[CouncilShape, Short("stock")] = Field(
        default_factory=lambda: CouncilShape.model_validate({"stock": "divided"})
    )
    endings: dict[Id, EndingShape] = Field(min_length=1)
    objectives: dict[Id, ObjectiveShape] = Field(default_factory=dict)
    debrief: list[WrittenProse] = Field(default_factory=list)
    teaching: WrittenProse | None = None
    places: dict[Id, PlaceShape] = Field(default_factory=dict)
    map: MapShape = Field(default_factory=lambda: MapShape.model_validate({}))
    guidance: list[GuidanceShape] = Field(default_factory=list)
    tests: dict[Id, TrialShape] = Field(
        default_factory=dict, description="Tests of this scenario, run by `check --tests`."
    )
    include: Annotated[list[str], OneOrMore()] = Field(
        default_factory=list, max_length=20, description="Files beside this one that hold some of these keys."
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema that editors complete and check scenarios with."""
    schema = ScenarioShape.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
