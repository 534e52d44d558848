"""What texts are made of: measures, clauses, aims, targets, and packages to start from."""

from __future__ import annotations

from typing import Annotated, Literal

from crisis_game.conditions.condition import Condition, never
from crisis_game.conditions.grades import Grade
from crisis_game.scenario.draft import Basis, Draft
from crisis_game.scenario.ids import AimId, ClauseId, ConsentId, MemberId, PackageId, PurposeId, ResponseId, StateId
from crisis_game.scenario.model_gauges import Moves
from crisis_game.scenario.model_world import FactTable
from crisis_game.scenario.records import EMPTY, NO_WORDS, By, Name, Some, Values, Written, key, record
from crisis_game.texts import Prose

MeasureKind = Literal["words", "help", "economic", "presence", "force"]
"""How a measure's participation counts.

`words` not at all, `economic` squared (a gap leaks), the others straight.
"""
Force = Literal["none", "threat", "minor", "armed"]
ASKED_GRADES: tuple[tuple[int, Grade], ...] = ((8, "established"), (6, "probable"), (3, "suspected"))
"""The grade that a measure asks for from a rung on, where its author does not say another."""


def _asked_grade(values: Values) -> Grade | None:
    return next((grade for rung, grade in ASKED_GRADES if values["rung"] >= rung), None)


def _unless_none(grade: Grade | Literal["none"]) -> Grade | None:
    return None if grade == "none" else grade


def _or_charter(bases: tuple[Basis, ...]) -> tuple[Basis, ...]:
    return bases or ("charter",)


@record(short="id")
class Measure:
    """A measure of the catalogue, with what is changed for this scenario; or an own one in full."""

    id: Name = key("Its id in the catalogue, or a new one.")
    name: Prose = key("What it is called.")
    rung: int = key("From 1, a note, to 10, war.", 1, 10)
    domain: Name = key("The domain of the states' means that it draws on.")
    kind: MeasureKind = key("How participation counts.")
    pressure: int = key("How hard it presses the other side in full, felt as pain.", 0, 100, left_out=0)
    ramp: int = key("Rounds until it works in full.", 1, 5, left_out=1)
    moves: Moves = key(
        "By how much it moves gauges; a negative move of `harm` shields from the steps of the other side.",
        left_out=EMPTY,
    )
    cost: int = key("Treasury for full delivery, each round.", 0, 20, left_out=0)
    matter: str = key("The charter's matter that decides it.")
    response_kind: ResponseId = key("The word of the judge's vocabulary for the act.")
    use_of_force: Force = key("The force in it, as law sees it.", left_out="none")
    nature: Prose = key("Its legal nature.")
    explains: Prose = key("What it does.")
    basis: Annotated[tuple[Basis, ...], Written(Some[Basis], _or_charter)] = key(
        "Bases it can rest on, likeliest first.", left_out=("charter",)
    )
    reversible: bool = key("Whether it can be undone.", left_out=True)
    undo: Prose = key("What ending it takes.", left_out=NO_WORDS)
    only: Some[MemberId] = key("The members that alone can give it or take it; default: all.", default=())
    needs: ConsentId | None = key("The consent that it needs.", default=None)
    needs_grade: Annotated[Grade | None, Written(Grade | Literal["none"], _unless_none)] = key(
        "The grade below which it is doubted.", default=None, left_out=By(_asked_grade)
    )
    force_sheet: bool = key(
        "Whether delivery asks for target, precautions and end.",
        default=False,
        left_out=By(lambda values: values["rung"] >= 7 and values["kind"] == "force"),
    )
    exempts: bool = key(
        "Whether the clause `exemptions` bears on it.",
        default=False,
        left_out=By(lambda values: values["kind"] == "economic"),
    )
    duty_owed: bool = key("Whether it leaves a duty to the target unperformed.", default=False)
    facts: FactTable = key("Further facts of the act for the judge, or rows of them.", default_factory=dict)
    done: Prose = key(
        "What those who carry it did, as a ruling says it after their name: `stopped and searched ships`.",
        default=NO_WORDS,
    )

    def is_for(self, state: StateId) -> bool:
        """Whether a member is one of those that can give it or take it."""
        return not self.only or state in self.only

    @property
    def uses_force(self) -> bool:
        """Whether force is used, and not threatened alone."""
        return self.use_of_force in ("minor", "armed")


@record()
class Clause:
    """A switch of a text: what it gives and what it costs.

    Code gives the standard eight their effect; others only count in what states like.
    """

    id: ClauseId
    name: Prose = key("What it is called.", left_out=NO_WORDS)
    gives: Prose = key("What it gives.", left_out=NO_WORDS)
    costs: Prose = key("What it costs.", left_out=NO_WORDS)
    low: int = key("Lowest value, where it has a number.", 0, 100, default=0)
    high: int = key("Highest value; 0: a plain switch.", 0, 100, default=0)
    start: int = key("The value it has when it is switched on.", 0, 100, default=0)


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


@record()
class Aim:
    """What measures are for."""

    id: AimId
    text: Prose = key("The aim in words.")
    purpose: PurposeId = key("The purpose that law sees in it.")
    reached: Condition = key("The condition that says when it is reached.", left_out=never())


@record()
class Target:
    """A target of force."""

    id: Name
    name: Prose = key("What it is called.")
    use: Prose = key("What it is used for.")
    target_use: Literal["military", "dual", "civil"] = key("What it is in law.")
    expected_harm: Literal["none", "limited", "excessive"] = key("Harm to civilians that is to be expected.")
    harm: int = key("Points of harm if it is struck.", 0, 60, left_out=0)
    grade: Grade = key("How sure that use is.", left_out="probable")


@record()
class PackageWords:
    """What a text to start from is called."""

    id: PackageId
    name: Prose = key("What it is called.")
    pitch: Prose = key("One line that speaks for it.", left_out=NO_WORDS)


@record()
class Package(PackageWords):
    """A text of the author's that members may start from."""

    draft: Draft
