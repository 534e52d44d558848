"""What the file says of the course of things: injects, reactions, the adversary, outside bodies, endings, teaching."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from crisis_game.scenario.ids import Grade
from crisis_game.scenario.model import EffectKind, Moment
from crisis_game.scenario.reading.kinds import (
    Id,
    Shape,
    WrittenCondition,
    WrittenFacts,
    WrittenFormula,
    WrittenProse,
)
from crisis_game.scenario.reading.shapes_world import Ids, VariantShape

Change = Annotated[int, Field(ge=-100, le=100)]


SUBJECTS: tuple[EffectKind, ...] = get_args(EffectKind)
_CHANGES: dict[str, tuple[str, ...]] = {"claim": ("grade", "raise"), "incident": ()}


class EffectShape(Shape):
    """What happens to the world: exactly one of gauge, home, treasury, credit, attention, claim, incident."""

    gauge: str | None = None
    home: str | None = None
    treasury: str | None = None
    credit: str | None = None
    attention: str | None = None
    claim: str | None = None
    incident: str | None = None
    add: Change | None = Field(None, description="By how much the gauge, home support, treasury ... moves.")
    raise_: int | None = Field(None, alias="raise", ge=-3, le=3, description="By how many grades the claim moves.")
    grade: Grade | None = Field(None, description="The grade that the claim gets.")
    to: Ids = Field(default_factory=list, description="The seats whose knowledge changes; default: the council's.")

    @property
    def subjects(self) -> tuple[tuple[EffectKind, str], ...]:
        """What it is about: the kinds and ids that are given."""
        given = self.model_fields_set
        return tuple((kind, id_) for kind in SUBJECTS if kind in given and (id_ := getattr(self, kind)) is not None)

    @model_validator(mode="after")
    def _one_change(self) -> Self:
        kinds = [kind for kind, _ in self.subjects]
        if len(kinds) != 1:
            raise PydanticCustomError("effect_subjects", "not one subject", {"given": ", ".join(kinds)})
        wanted = _CHANGES.get(kinds[0], ("add",))
        given = [key for key in ("add", "raise", "grade") if getattr(self, key.replace("raise", "raise_")) is not None]
        if len(given) != (1 if wanted else 0) or not set(given) <= set(wanted):
            raise PydanticCustomError(
                "effect_change", "wrong change", {"subject": kinds[0], "wanted": " or ".join(wanted), "given": given}
            )
        if self.to and kinds[0] != "claim":
            raise PydanticCustomError("effect_to", "to without claim", {"subject": kinds[0]})
        return self


class InjectShape(Shape):
    """A prepared message or happening."""

    title: WrittenProse
    round: int | None = Field(None, ge=1, le=9)
    until_round: int | None = Field(None, ge=1, le=9)
    at: Moment = "situation"
    when: WrittenCondition | None = None
    to: Ids = Field(default_factory=list, description="Seats that get it; default: all.")
    channel: Literal["news", "cable", "intelligence", "statement", "letter", "hint"] | None = None
    sender: WrittenProse | None = None
    grade: Grade | None = Field(None, description="Of intelligence.")
    text: WrittenProse
    variants: list[VariantShape] = Field(default_factory=list)
    effects: list[EffectShape] = Field(default_factory=list)
    asks: WrittenProse | None = Field(None, description="What it asks to decide, and until when; default: colour.")
    home_of: str | None = Field(None, description="The seat whose home affair it is.")
    expected: WrittenProse | None = Field(None, description="What players are expected to do; for the facilitator.")
    reads: str | None = Field(None, description="The claim whose grade it states.")


class ReactionShape(Shape):
    """What the world does when a condition holds."""

    at: Moment = "answer"
    when: WrittenCondition
    effects: list[EffectShape] = Field(default_factory=list)
    text: WrittenProse
    repeat: bool = False


class StepShape(Shape):
    """One step on the adversary's ladder."""

    name: WrittenProse
    level: int = Field(ge=0, le=9, description="1 upward on the ladder; 0: a step apart, such as a strike.")
    gain: int = Field(ge=0, le=40, description="Grip gained.")
    heat: int = Field(ge=0, le=60)
    risk: int = Field(ge=0, le=100)
    harm: int = Field(0, ge=0, le=40, description="Each round the level holds; level 0: once.")
    text: WrittenProse
    variants: list[VariantShape] = Field(default_factory=list)
    hint: WrittenProse = Field(description="How it shows beforehand.")
    facts: WrittenFacts = Field(default_factory=dict)


class ParticularShape(Shape):
    """What a temperament adds to a score when its condition holds."""

    when: WrittenCondition
    to: Literal["advance", "hold", "back", "strike"]
    add: WrittenFormula
    why: WrittenProse | None = None


class TemperamentShape(Shape):
    """How the adversary is minded."""

    name: WrittenProse
    weight: int = Field(1, ge=1, le=100)
    appetite: int = Field(ge=0, le=30)
    resolve: int = Field(ge=0, le=100)
    face: int = Field(1, ge=0, le=3)
    pockets: bool = Field(True, description="Whether it pockets an offer without answering.")
    particulars: list[ParticularShape] = Field(default_factory=list)
    reveal: WrittenProse | None = Field(None, description="Default: the name.")


class AdversaryShape(Shape):
    """Who, or what, presses."""

    state: str | None = Field(None, description="Default: the state with role adversary; `none`: nobody.")
    victim: str | None = Field(None, description="Whose consent a settlement takes.")
    aims: WrittenProse
    case: WrittenProse = Field(description="Its legal case, in its own words.")
    terms: WrittenProse = Field(description="What a settlement would say.")
    start_level: int = Field(0, ge=0, le=9)
    steps: dict[Id, StepShape] = Field(min_length=1)
    hold_text: WrittenProse
    hold_variants: list[VariantShape] = Field(default_factory=list)
    back_text: WrittenProse
    back_variants: list[VariantShape] = Field(default_factory=list)
    temperaments: dict[Id, TemperamentShape] = Field(min_length=1)


class NeighbourShape(Shape):
    """A state outside the organisation."""

    hearing: WrittenProse
    variants: list[VariantShape] = Field(default_factory=list)
    asks_clause: str | None = None
    gives: list[EffectShape] = Field(default_factory=list)
    refused: list[EffectShape] = Field(default_factory=list)
    stance: Literal["for", "wary", "against"] = "wary"


class CouncilMemberShape(Shape):
    """A member of the Security Council as it will behave."""

    name: WrittenProse
    permanent: bool = False
    stance: int = Field(ge=-3, le=3)
    tied: bool = Field(False, description="Tied to the adversary.")
    veto_rung: int = Field(0, ge=0, le=10, description="The rung from which it always vetoes; 0 never.")


class AskShape(Shape):
    """The words with which the Council answers."""

    adopted: WrittenProse | None = None
    failed: WrittenProse | None = None


class CouncilShape(Shape):
    """The Security Council: a stock, or a list of members."""

    stock: Literal["open", "divided", "blocked", "none"] | None = None
    names: list[WrittenProse] | None = Field(None, min_length=15, max_length=15)
    members: dict[Id, CouncilMemberShape] | None = None
    asks: dict[Literal["statement", "demand", "sanctions", "mandate"], AskShape] = Field(default_factory=dict)


class EndingShape(Shape):
    """How it ends, for all."""

    rank: int = Field(ge=0, le=999, description="The lowest rank that holds is taken.")
    when: WrittenCondition
    title: WrittenProse
    text: WrittenProse
    variants: list[VariantShape] = Field(default_factory=list)
    final: bool = Field(False, description="Whether it ends the exercise at once.")


class ObjectiveShape(Shape):
    """A learning objective."""

    text: WrittenProse
    evidence: WrittenCondition | None = Field(None, description="The condition that counts as its evidence.")


class GuidanceShape(Shape):
    """A hint of a tutorial."""

    round: int = Field(ge=1, le=9)
    beat: Moment
    text: WrittenProse
    key: str = Field("", max_length=20)
