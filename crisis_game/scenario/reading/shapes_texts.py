"""What the file says of texts: measures, clauses, aims, targets, drafts and packages."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from crisis_game.scenario.draft import Basis, MotionKind
from crisis_game.scenario.ids import Grade
from crisis_game.scenario.model import MeasureKind
from crisis_game.scenario.reading.kinds import (
    Id,
    OneOrMore,
    Shape,
    Short,
    Switches,
    WrittenCondition,
    WrittenFacts,
    WrittenProse,
)

Force = Literal["none", "threat", "minor", "armed"]


class MeasureChange(Shape):
    """A measure of the catalogue, with what is changed for this scenario; or an own one in full."""

    id: Id = Field(description="Its id in the catalogue, or a new one.")
    name: WrittenProse | None = Field(None, description="What it is called.")
    rung: int | None = Field(None, ge=1, le=10, description="From 1, a note, to 10, war.")
    domain: Id | None = Field(None, description="The domain of the states' means that it draws on.")
    kind: MeasureKind | None = Field(None, description="How participation counts.")
    base: int | None = Field(None, ge=0, le=100, description="Effect on grip in full.")
    ramp: int | None = Field(None, ge=1, le=5, description="Rounds until it works in full.")
    heat: int | None = Field(None, ge=-20, le=60, description="Added to escalation when new.")
    cost: int | None = Field(None, ge=0, le=20, description="Treasury for full delivery, each round.")
    matter: str | None = Field(None, description="The charter's matter that decides it.")
    response_kind: str | None = Field(None, description="The word of the judge's vocabulary for the act.")
    use_of_force: Force | None = Field(None, description="The force in it, as law sees it.")
    nature: WrittenProse | None = Field(None, description="Its legal nature.")
    explains: WrittenProse | None = Field(None, description="What it does.")
    basis: Annotated[list[Basis], OneOrMore()] | None = Field(
        None, description="Bases it can rest on, likeliest first."
    )
    reversible: bool | None = Field(None, description="Whether it can be undone.")
    undo: WrittenProse | None = Field(None, description="What ending it takes.")
    needs_consent: str | None = Field(None, description="The asset whose owner must consent.")
    needs_grade: Grade | Literal["none"] | None = Field(None, description="The grade below which it is doubted.")
    force_sheet: bool | None = Field(None, description="Whether delivery asks for target, precautions and end.")
    harm: int | None = Field(None, ge=0, le=40, description="Added to harm each round in force.")
    exempts: bool | None = Field(None, description="Whether the clause `exemptions` bears on it.")
    cooling: int | None = Field(None, ge=0, le=20, description="Escalation taken off each round.")
    protects: bool | None = Field(None, description="Whether it shields from the adversary's steps.")
    duty_owed: bool | None = Field(None, description="Whether it leaves a duty to the target unperformed.")
    facts: WrittenFacts | None = Field(None, description="Further facts of the act for the judge.")


class MeasureShape(MeasureChange):
    """A measure in full."""

    name: WrittenProse = Field(description="What it is called.")
    rung: int = Field(ge=1, le=10, description="From 1, a note, to 10, war.")
    domain: Id = Field(description="The domain of the states' means that it draws on.")
    kind: MeasureKind = Field(description="How participation counts.")
    matter: str = Field(description="The charter's matter that decides it.")
    response_kind: str = Field(description="The word of the judge's vocabulary for the act.")
    nature: WrittenProse = Field(description="Its legal nature.")
    explains: WrittenProse = Field(description="What it does.")


class CatalogueShape(Shape):
    """The file of the catalogue."""

    format: Literal[1]
    measures: dict[Id, Any]


class ClauseShape(Shape):
    """A switch of a text: what it gives and what it costs."""

    name: WrittenProse | None = Field(None, description="What it is called.")
    gives: WrittenProse | None = Field(None, description="What it gives.")
    costs: WrittenProse | None = Field(None, description="What it costs.")
    low: int | None = Field(None, ge=0, le=100, description="Lowest value, where it has a number.")
    high: int | None = Field(None, ge=0, le=100, description="Highest value; 0: a plain switch.")
    start: int | None = Field(None, ge=0, le=100, description="The value it has when it is switched on.")


class AimShape(Shape):
    """What measures are for."""

    text: WrittenProse = Field(description="The aim in words.")
    purpose: str = Field(description="The purpose that law sees in it.")
    reached: WrittenCondition = Field("false", description="The condition that says when it is reached.")


class TargetShape(Shape):
    """A target of force."""

    name: WrittenProse = Field(description="What it is called.")
    use: WrittenProse = Field(description="What it is used for.")
    target_use: Literal["military", "dual", "civil"] = Field(description="What it is in law.")
    expected_harm: Literal["none", "limited", "excessive"] = Field(
        description="Harm to civilians that is to be expected."
    )
    harm: int = Field(0, ge=0, le=60, description="Points of harm if it is struck.")
    grade: Grade = Field("probable", description="How sure that use is.")


class LineShape(Shape):
    """One measure, and whom it is aimed at."""

    measure: str = Field(description="The measure's id.")
    target: str | None = Field(
        None, description="A state, or `none`; default: the adversary's state where it is aimed."
    )


class MotionShape(Shape):
    """A matter other than measures."""

    kind: MotionKind = Field(description="What is moved.")
    subject: str | None = Field(
        None, description="What it is about: a claim, a neighbour, a member, or what the Security Council is asked for."
    )


class DraftShape(Shape):
    """A text, or what a text starts from."""

    measures: list[Annotated[LineShape, Short("measure")]] = Field(
        default_factory=list, max_length=5, description="What is to be done."
    )
    motion: Annotated[MotionShape, Short("kind")] | None = Field(None, description="A matter other than measures.")
    aim: str | None = Field(None, description="What it is for; default: the first aim, where there are measures.")
    own_words: str = Field("", max_length=200, description="Words added to the aim.")
    basis: Basis | None = Field(
        None, description="The legal basis that is claimed; default: the first of the gravest measure, else `charter`."
    )
    claims: Annotated[list[str], OneOrMore()] = Field(
        default_factory=list, max_length=3, description="What it rests on."
    )
    clauses: Switches = Field(default_factory=dict, description="Clauses that are switched on: `true`, or the number.")


class PackageShape(Shape):
    """A text that members may start from."""

    name: WrittenProse = Field(description="What it is called.")
    pitch: WrittenProse | None = Field(None, description="One line that speaks for it.")
    draft: DraftShape = Field(description="The text itself.")
