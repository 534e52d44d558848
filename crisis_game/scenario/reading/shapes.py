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

    profile: Literal["tutorial", "quick", "full", "class"] = Field(
        "full", description="A kind of lesson, which gives what is left out."
    )
    rounds: int | None = Field(None, ge=1, le=9, description="How many rounds; default by profile.")
    round_days: int = Field(3, ge=1, le=90, description="Days of the world in a round.")
    minutes: Annotated[list[Annotated[int, Field(ge=1, le=600)]], OneOrMore()] | None = Field(
        None, description="Lessons that it fits; default by profile."
    )
    beat_seconds: dict[Literal["situation", "table", "orders", "answer"], Annotated[int, Field(ge=5, le=3600)]] = Field(
        default_factory=dict, description="The length of each beat with a clock, in seconds."
    )
    orders: Literal["split", "one-sheet"] | None = Field(
        None, description="Vote, see the result, then give; or all on one sheet. Default by profile."
    )
    verdicts: Literal["each-round", "end"] | None = Field(
        None, description="When findings are shown; default by profile."
    )
    guided: bool | None = Field(None, description="Whether the guide speaks.")
    clauses: Annotated[list[str], OneOrMore()] = Field(
        default_factory=list, description="The clauses that texts can have; default: all."
    )


class ScenarioShape(Shape):
    """A scenario of crisis-game. See docs/scenario-format.md."""

    format: Literal[1] = Field(description="The version of the format: 1.")
    id: Id = Field(description="The scenario's id; saves rely on it.")
    title: WrittenProse = Field(description="What the list of scenarios shows.")
    summary: WrittenProse = Field(description="One or two sentences for the list of scenarios.")
    opening: WrittenProse | None = Field(
        None, description="What all read before the first round; default: the summary."
    )
    languages: list[Language] = Field(
        default_factory=lambda: ["en"], min_length=1, description="Codes of languages; the first is the scenario's own."
    )
    level: Literal["first", "standard", "advanced"] = Field(
        "standard", description="How much a player must know beforehand."
    )
    group: list[Annotated[int, Field(ge=1, le=200)]] = Field(
        default_factory=lambda: [1, 30],
        min_length=2,
        max_length=2,
        description="Smallest and largest number of people.",
    )
    resembles: str | None = Field(None, description="The real case it resembles.")
    lesson: LessonShape = Field(default_factory=lambda: LessonShape.model_validate({}), description="How it is played.")
    numbers: dict[str, int] = Field(default_factory=dict, description="Numbers of the rules that are changed.")
    charter: WrittenCharter = Field(description="The id of a charter, or the charter itself.")
    organ: str | None = Field(None, description="The organ in which the members decide; default: the charter's first.")
    states: dict[StateCode, StateShape] = Field(min_length=1, description="The states by their codes.")
    assets: dict[Id, AssetShape] = Field(default_factory=dict, description="What nobody else can supply.")
    truths: dict[Id, TruthShape] = Field(
        default_factory=dict, description="What truly happened; the seed draws one. Default: one, `plain`."
    )
    draws: dict[Id, Weights] = Field(
        default_factory=dict, description="What else the seed draws: values with their weights."
    )
    claims: dict[Id, ClaimShape] = Field(default_factory=dict, description="What is said to be so.")
    sources: dict[Id, SourceShape] = Field(default_factory=dict, description="Who knows what about a claim.")
    incidents: dict[Id, IncidentShape] = Field(
        default_factory=dict, description="What happens in the world and law attaches to."
    )
    gauges: dict[GaugeName, GaugeShape] = Field(
        default_factory=dict, description="Changes of the standard gauges, and gauges of your own."
    )
    measures: list[Annotated[MeasureChange, Short("id")]] = Field(
        min_length=1, description="What is played with: ids of the catalogue, changed measures, or your own."
    )
    clauses: dict[Id, ClauseShape] = Field(
        default_factory=dict, description="Changes of the standard clauses, and clauses of your own."
    )
    aims: dict[Id, AimShape] = Field(default_factory=dict, description="What a text can be for.")
    targets: dict[Id, TargetShape] = Field(default_factory=dict, description="Targets of force, for the force sheet.")
    packages: dict[Id, PackageShape] = Field(default_factory=dict, description="Texts to start from.")
    chair: Annotated[list[DraftShape], OneOrMore()] = Field(
        default_factory=lambda: [DraftShape.model_validate({"motion": "consult"})],
        min_length=1,
        max_length=9,
        description="The chair's text: one for all rounds, or one for each; the last serves the rest.",
    )
    injects: dict[Id, InjectShape] = Field(default_factory=dict, description="Prepared messages and happenings.")
    reactions: dict[Id, ReactionShape] = Field(
        default_factory=dict, description="What the world does when a condition holds."
    )
    adversary: AdversaryShape = Field(description="The other side, and how it behaves.")
    neighbours: dict[StateCode, NeighbourShape] = Field(
        default_factory=dict, description="What states with role neighbour say and ask."
    )
    council: Annotated[CouncilShape, Short("stock")] = Field(
        default_factory=lambda: CouncilShape.model_validate({"stock": "divided"}),
        description="The Security Council as it will behave.",
    )
    endings: dict[Id, EndingShape] = Field(
        min_length=1, description="How it can end; the last by rank must always hold."
    )
    objectives: dict[Id, ObjectiveShape] = Field(
        default_factory=dict, description="What people should learn, and by what one sees it."
    )
    debrief: list[WrittenProse] = Field(default_factory=list, description="Questions for the talk afterwards.")
    teaching: WrittenProse | None = Field(None, description="Notes for the instructor.")
    places: dict[Id, PlaceShape] = Field(default_factory=dict, description="Places on the map.")
    map: MapShape = Field(
        default_factory=lambda: MapShape.model_validate({}), description="The map beneath the places."
    )
    guidance: list[GuidanceShape] = Field(default_factory=list, description="Hints of a tutorial.")
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
