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

    gauge: str | None = Field(None, description="A gauge; with `add`.")
    home: str | None = Field(None, description="The state whose support at home moves; with `add`.")
    treasury: str | None = Field(None, description="The state whose treasury moves; with `add`.")
    credit: str | None = Field(None, description="The state whose credit moves; with `add`.")
    attention: str | None = Field(None, description="The state whose attention moves; with `add`.")
    claim: str | None = Field(None, description="A claim; with `grade` or `raise`.")
    incident: str | None = Field(None, description="An incident that happens.")
    add: Change | None = Field(None, description="By how much the gauge, home support, treasury ... moves.")
    raise_: int | None = Field(None, alias="raise", ge=-3, le=3, description="By how many grades the claim moves.")
    grade: Grade | None = Field(None, description="The grade that the claim gets.")
    to: Ids = Field(default_factory=list, description="The seats whose knowledge changes; default: the council's.")

    @property
    def subjects(self) -> list[tuple[EffectKind, str]]:
        """What it is about: the kinds and ids that are given."""
        given = self.model_fields_set
        return [(kind, id_) for kind in SUBJECTS if kind in given and (id_ := getattr(self, kind)) is not None]

    @model_validator(mode="after")
    def _one_change(self) -> Self:
        kinds = [kind for kind, _ in self.subjects]
        if len(kinds) != 1:
            raise PydanticCustomError("effect_subjects", "not one subject", {"given": ", ".join(kinds)})
        wanted = _CHANGES.get(kinds[0], ("add",))
        changes = (("add", self.add), ("raise", self.raise_), ("grade", self.grade))
        given = [key for key, change in changes if change is not None]
        if len(given) != (1 if wanted else 0) or not set(given).issubset(wanted):
            raise PydanticCustomError(
                "effect_change", "wrong change", {"subject": kinds[0], "wanted": " or ".join(wanted), "given": given}
            )
        if self.to and kinds[0] != "claim":
            raise PydanticCustomError("effect_to", "to without claim", {"subject": kinds[0]})
        return self


class InjectShape(Shape):
    """A prepared message or happening."""

    title: WrittenProse = Field(description="Its heading.")
    round: int | None = Field(
        None, ge=1, le=9, description="The round in which it arrives; default: any in which `when` holds."
    )
    until_round: int | None = Field(
        None, ge=1, le=9, description="With `home_of`: the seed draws a round from `round` to this one."
    )
    at: Moment = Field("situation", description="The beat in which it arrives.")
    when: WrittenCondition | None = Field(None, description="Its condition; default: always.")
    to: Ids = Field(default_factory=list, description="Seats that get it; default: all.")
    channel: Literal["news", "cable", "intelligence", "statement", "letter", "hint"] | None = Field(
        None, description="How it comes; default: news to all, else a cable."
    )
    sender: WrittenProse | None = Field(None, description="Who sent it.")
    grade: Grade | None = Field(None, description="Of intelligence.")
    text: WrittenProse = Field(description="What it says: 60 words or fewer.")
    variants: list[VariantShape] = Field(default_factory=list, description="Other wordings; the first that holds.")
    effects: list[EffectShape] = Field(default_factory=list, description="What it does to the world.")
    asks: WrittenProse | None = Field(
        None, description="What it asks to decide, and until when; without it nothing has to be decided."
    )
    home_of: str | None = Field(None, description="The seat whose home affair it is.")
    expected: WrittenProse | None = Field(None, description="What players are expected to do; for the facilitator.")
    reads: str | None = Field(None, description="The claim whose grade it states.")


class ReactionShape(Shape):
    """What the world does when a condition holds."""

    at: Moment = Field("answer", description="The beat at whose opening it is read.")
    when: WrittenCondition = Field(description="Its condition.")
    effects: list[EffectShape] = Field(default_factory=list, description="What it does to the world.")
    text: WrittenProse = Field(description="What is told.")
    repeat: bool = Field(False, description="Whether it can come again.")


class StepShape(Shape):
    """One step on the adversary's ladder."""

    name: WrittenProse = Field(description="What it is called.")
    level: int = Field(ge=0, le=9, description="1 upward on the ladder; 0: a step apart, such as a strike.")
    gain: int = Field(ge=0, le=40, description="Grip gained.")
    heat: int = Field(ge=0, le=60, description="Added to escalation.")
    risk: int = Field(ge=0, le=100, description="What it fears that the step will cost; set against deterrence.")
    harm: int = Field(0, ge=0, le=40, description="Each round the level holds; level 0: once.")
    text: WrittenProse = Field(description="What is told when it is taken.")
    variants: list[VariantShape] = Field(default_factory=list, description="Other wordings.")
    hint: WrittenProse = Field(description="How it shows beforehand.")
    facts: WrittenFacts = Field(default_factory=dict, description="Facts of the act for the judge.")


class ParticularShape(Shape):
    """What a temperament adds to a score when its condition holds."""

    when: WrittenCondition = Field(description="When it counts.")
    to: Literal["advance", "hold", "back", "strike"] = Field(description="The score that it adds to.")
    add: WrittenFormula = Field(description="How much: a number or a formula.")
    why: WrittenProse | None = Field(None, description="The reason as the debrief tells it.")


class TemperamentShape(Shape):
    """How the adversary is minded."""

    name: WrittenProse = Field(description="What it is called.")
    weight: int = Field(1, ge=1, le=100, description="How often the seed draws it.")
    appetite: int = Field(ge=0, le=30, description="How much it wants to go on.")
    resolve: int = Field(ge=0, le=100, description="How much pressure it bears.")
    face: int = Field(1, ge=0, le=3, description="How much an open way back counts.")
    pockets: bool = Field(True, description="Whether it pockets an offer without answering.")
    particulars: list[ParticularShape] = Field(default_factory=list, description="What else moves it.")
    reveal: WrittenProse | None = Field(None, description="Default: the name.")


class AdversaryShape(Shape):
    """Who, or what, presses."""

    state: str | None = Field(None, description="Default: the state with role adversary; `none`: nobody.")
    victim: str | None = Field(None, description="Whose consent a settlement takes.")
    aims: WrittenProse = Field(description="What it wants.")
    case: WrittenProse = Field(description="Its legal case, in its own words.")
    terms: WrittenProse = Field(description="What a settlement would say.")
    start_level: int = Field(0, ge=0, le=9, description="Its level on the ladder at the start.")
    steps: dict[Id, StepShape] = Field(min_length=1, description="Its ladder: levels 1, 2, 3 without a gap.")
    hold_text: WrittenProse = Field(description="What is told when it holds.")
    hold_variants: list[VariantShape] = Field(default_factory=list, description="Other wordings of that.")
    back_text: WrittenProse = Field(description="What is told when it steps back.")
    back_variants: list[VariantShape] = Field(default_factory=list, description="Other wordings of that.")
    temperaments: dict[Id, TemperamentShape] = Field(
        min_length=1, description="How it may be minded; the seed draws one."
    )


class NeighbourShape(Shape):
    """A state outside the organisation."""

    hearing: WrittenProse = Field(description="What it says when it is heard.")
    variants: list[VariantShape] = Field(default_factory=list, description="Other wordings of that.")
    asks_clause: str | None = Field(None, description="The clause that it asks for.")
    gives: list[EffectShape] = Field(
        default_factory=list, description="Effects when it is heard and its clause is in the text."
    )
    refused: list[EffectShape] = Field(default_factory=list, description="Effects when it is heard and it is not.")
    stance: Literal["for", "wary", "against"] = Field("wary", description="How it is minded.")


class CouncilMemberShape(Shape):
    """A member of the Security Council as it will behave."""

    name: WrittenProse = Field(description="What it is called.")
    permanent: bool = Field(False, description="Whether it has a veto.")
    stance: int = Field(ge=-3, le=3, description="How it is minded towards the members.")
    tied: bool = Field(False, description="Tied to the adversary.")
    veto_rung: int = Field(0, ge=0, le=10, description="The rung from which it always vetoes; 0 never.")


class AskShape(Shape):
    """The words with which the Council answers."""

    adopted: WrittenProse | None = Field(None, description="Told when the Council adopts it.")
    failed: WrittenProse | None = Field(None, description="Told when it does not.")


class CouncilShape(Shape):
    """The Security Council: members that the game brings along, or fifteen of your own."""

    stock: Literal["open", "divided", "blocked", "none"] | None = Field(
        None, description="Members that the game brings along: how they are minded; `none`: no Council."
    )
    names: list[WrittenProse] | None = Field(
        None, min_length=15, max_length=15, description="Fifteen names for the stock, the five permanent first."
    )
    members: dict[Id, CouncilMemberShape] | None = Field(None, description="Fifteen members of your own.")
    asks: dict[Literal["statement", "demand", "sanctions", "mandate"], AskShape] = Field(
        default_factory=dict, description="Words for its answers."
    )


class EndingShape(Shape):
    """How it ends, for all."""

    rank: int = Field(ge=0, le=999, description="The lowest rank that holds is taken.")
    when: WrittenCondition = Field(description="When it holds; read at the end of ANSWER.")
    title: WrittenProse = Field(description="Its heading.")
    text: WrittenProse = Field(description="What is told.")
    variants: list[VariantShape] = Field(default_factory=list, description="Other wordings.")
    final: bool = Field(False, description="Whether it ends the exercise at once.")


class ObjectiveShape(Shape):
    """A learning objective."""

    text: WrittenProse = Field(description="What people can do afterwards.")
    evidence: WrittenCondition | None = Field(None, description="The condition that counts as its evidence.")


class GuidanceShape(Shape):
    """A hint of a tutorial."""

    round: int = Field(ge=1, le=9, description="The round.")
    beat: Moment = Field(description="The beat.")
    text: WrittenProse = Field(description="The hint.")
    key: str = Field("", max_length=20, description="The key that it is about.")
    lines: WrittenProse | None = Field(None, description="The same hint for --plain, where there are no keys.")
