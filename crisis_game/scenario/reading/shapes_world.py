"""What the file says of the world: states, assets, what is true, what is claimed, who knows what, gauges, places."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from crisis_game.scenario.ids import Grade
from crisis_game.scenario.reading.kinds import (
    GaugeWords,
    Id,
    OneOrMore,
    Shape,
    WrittenCondition,
    WrittenFacts,
    WrittenProse,
)

Ids = Annotated[list[str], OneOrMore()]


class VariantShape(Shape):
    """Another wording, taken when its condition holds; the first that holds wins."""

    when: WrittenCondition = Field(description="When this wording is taken.")
    text: WrittenProse = Field(description="The wording.")
    grade: Grade | None = Field(None, description="The grade that goes with this wording; default: the entry's own.")


class RedLineShape(Shape):
    """What a member will not have."""

    text: WrittenProse = Field(description="The line in words.")
    crossed: WrittenCondition = Field(description="A condition about a text that crosses the line.")


class MandateShape(Shape):
    """One of the four lines of a mandate."""

    kind: Literal["fits", "does-not-fit", "red-line", "dilemma"] = Field(description="Which of the four lines it is.")
    text: WrittenProse = Field(description="The line: 30 words or fewer.")
    performed: WrittenCondition = Field(description="When it counts as performed.")
    some: WrittenCondition = Field("false", description="When it counts as performed with some challenges.")
    major: WrittenCondition = Field("false", description="When it counts as performed with major challenges.")


class StateShape(Shape):
    """A state: what everybody may know of it, and what only its seat knows."""

    role: Literal["member", "adversary", "neighbour"] = Field(description="What it is in this crisis.")
    name: WrittenProse = Field(description="What it is called.")
    adjective: WrittenProse | None = Field(None, description="Default: the name.")
    colour: Literal["red", "green", "yellow", "blue", "magenta", "cyan", "white", "orange"] | None = Field(
        None, description="Its colour; default by order."
    )
    sign: str | None = Field(None, min_length=1, max_length=1, description="One character on maps and lists.")
    profile: WrittenProse = Field(description="What everybody may know.")
    brief: WrittenProse | None = Field(None, description="What only this seat knows: 180 words or fewer.")
    new_brief: WrittenProse | None = Field(None, description="Read when the minister falls; default: the brief.")
    mandate: list[MandateShape] = Field(default_factory=list, description="Exactly four lines, one of each kind.")
    red_line: RedLineShape | None = Field(None, description="What it will not have; default: none.")
    asset: str | None = Field(None, description="Default: the first asset that it owns.")
    means: dict[Id, Annotated[int, Field(ge=0, le=9)]] = Field(
        default_factory=dict, description="What it can contribute of each kind, such as `words` or `trade`: 0-9."
    )
    readiness: int = Field(3, ge=0, le=5, description="How ready its forces are.")
    treasury: int = Field(8, ge=0, le=40, description="What it can spend.")
    home: int = Field(60, ge=0, le=100, description="Support at home.")
    stances: dict[str, Annotated[int, Field(ge=-3, le=3)]] = Field(
        default_factory=dict, description="Liking for each measure, -3 to 3; not named: 0."
    )
    wishes: Ids = Field(default_factory=list, description="Clauses that it wants.")
    dislikes: Ids = Field(default_factory=list, description="Clauses that it does not want.")
    law_weight: int = Field(1, ge=0, le=2, description="How much its own reading of the law weighs in its vote.")
    price: int = Field(0, ge=0, le=40, description="Treasury another must pay before it joins an economic measure.")
    policy: Id = Field("statesman", description="The policy that plays it unless a person does.")
    places: Ids = Field(default_factory=list, description="Its places on the map.")


class AssetShape(Shape):
    """What nobody else can supply."""

    kind: Literal[
        "base", "force", "data", "money", "registry", "declaration", "pilots", "contract", "veto", "expertise"
    ] = Field(description="What kind of thing it is.")
    name: WrittenProse = Field(description="What it is called.")
    owner: str = Field(description="The state whose it is.")
    text: WrittenProse | None = Field(None, description="Default: the name.")
    needed_by: Ids = Field(default_factory=list, description="Measures that rest on it.")
    open_at_start: bool = Field(False, description="Whether its owner has consented already.")


class TruthShape(Shape):
    """What truly happened."""

    name: WrittenProse = Field(description="What it is called.")
    weight: int = Field(1, ge=1, le=100, description="How often the seed draws it.")
    reveal: WrittenProse | None = Field(None, description="Told in the debrief; default: the name.")


class ClaimShape(Shape):
    """Something that is said to be so."""

    text: WrittenProse = Field(description="The claim, as a sentence.")
    holds: WrittenCondition = Field(description="When it is true: asks only truth(), drawn(), temperament().")
    start: Grade | None = Field(None, description="What everybody knows at the start; default: nobody has heard of it.")
    accuses: str | None = Field(None, description="The state that it names as author of a wrong.")
    incident: str | None = Field(None, description="The incident that it is about.")
    confirmed: WrittenProse | None = Field(None, description="What a verification says; default: the text.")
    refuted: WrittenProse | None = Field(None, description="What a verification says; default: the text.")


class SourceShape(Shape):
    """One source about a claim, in one hand."""

    claim: str = Field(description="The claim that it bears on.")
    holder: str = Field(description="The seat that has it from the start.")
    name: WrittenProse = Field(description="What it is called.")
    text: WrittenProse = Field(description="What it says.")
    variants: list[VariantShape] = Field(default_factory=list, description="Other wordings, by truth.")
    caveat: WrittenProse | None = Field(None, description="What its owner asks of those who use it.")
    moves: dict[str, Annotated[int, Field(ge=-3, le=3)]] = Field(
        default_factory=dict, description="Grades it moves the claim by, by truth."
    )
    default_move: int = Field(1, ge=-3, le=3, description="Grades for truths that `moves` does not name.")
    cost: int = Field(0, ge=0, le=20, description="Home support that its owner risks by sharing it.")


class FactVariantShape(Shape):
    """Facts that add to, or replace, those of an incident when a condition holds."""

    when: WrittenCondition = Field(description="When these facts hold.")
    facts: WrittenFacts = Field(description="Facts of the judge's vocabulary.")


class IncidentShape(Shape):
    """Something that happens in the world and that law attaches to."""

    name: WrittenProse = Field(description="What it is called.")
    text: WrittenProse = Field(description="What happened.")
    place: str | None = Field(None, description="Where, on the map.")
    round: int | None = Field(None, ge=0, le=9, description="0: before the start; default: only an effect brings it.")
    victim: str | None = Field(None, description="The state that it struck.")
    author: str | None = Field(None, description="As claimed; who it truly was is in the facts.")
    facts: WrittenFacts = Field(default_factory=dict, description="Facts of the judge's vocabulary.")
    fact_variants: list[FactVariantShape] = Field(
        default_factory=list, description="The first that holds adds to, or replaces, these facts."
    )
    harm: int = Field(0, ge=0, le=40, description="Added to the gauge harm.")
    dead: int = Field(0, ge=0, le=100_000, description="The victim's dead.")


class GaugeShape(Shape):
    """A number of the world with a lowest and a highest value; what is left out of a standard gauge stays."""

    name: WrittenProse | None = Field(None, description="What it is called; required for your own.")
    meaning: WrittenProse | None = Field(None, description="What it measures.")
    start: int | None = Field(None, ge=-1000, le=1000, description="Its value at the start; required for your own.")
    words: GaugeWords | None = Field(None, description="The word from a value on.")
    seen: Literal["all", "estimate", "facilitator"] | None = Field(
        None, description="Who sees it: all, all as an estimate, or the facilitator."
    )
    rising_is: Literal["good", "bad", "neutral"] | None = Field(None, description="Whether it is good that it rises.")
    low: int | None = Field(None, ge=-1000, le=1000, description="Lowest value; default 0.")
    high: int | None = Field(None, ge=-1000, le=1000, description="Highest value; default 100.")


class PlaceShape(Shape):
    """A place on the map, in a grid of 0-100 across and 0-100 down."""

    name: WrittenProse = Field(description="What it is called.")
    x: int = Field(ge=0, le=100, description="Across, from the left.")
    y: int = Field(ge=0, le=100, description="Down, from the top.")
    owner: str | None = Field(None, description="The state whose it is.")
    kind: Literal["capital", "town", "port", "base", "point"] = Field("point", description="Gives its sign on the map.")
    about: WrittenProse | None = Field(None, description="What is read by who picks it; default: nothing.")
    asset: str | None = Field(None, description="The asset that lies there, such as a base.")
