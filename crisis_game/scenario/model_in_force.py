"""What runs already when an exercise opens: measures that members decided on before, alone or in a text."""

from __future__ import annotations

from typing import Literal

from crisis_game.scenario.draft import Basis
from crisis_game.scenario.ids import ClaimId, MeasureId, MemberId, TargetId
from crisis_game.scenario.records import LATER, NO_WORDS, Some, key, record
from crisis_game.texts import Prose

EARLIEST = -9
"""The first round before the exercise in which a measure may have begun; 0 is the one just before it."""


@record(name="Measure in force")
class MeasureInForce:
    """A measure that runs when the exercise opens: shown to all, and judged as an act that began before.

    It goes on like any other: who gives to it pays each round, may give less or stop, and a later text may take it
    over. What the world made of it stands in the gauges as they start.
    """

    measure: MeasureId = key("The measure's id; not one of kind `words`, which act in their round alone.")
    target: TargetId | None = key("A state, or `none`; default: the adversary's state where it is aimed.", default=None)
    by: Some[MemberId] = key("The members that give their full part; without `authority` a single one.", 1, default=())
    authority: Prose = key(
        "What decided it, such as `The Text of the spring`; default: who gives it acts alone.", default=NO_WORDS
    )
    basis: Basis | Literal[""] = key(
        "The legal basis that is claimed; default: the measure's first.", default="", left_out=LATER
    )
    claims: Some[ClaimId] = key("What it rests on; all know these at the start.", most=3, default=())
    since: int = key(
        "The round in which it began: 0 just before the first, -2 three before it.", EARLIEST, 0, default=0
    )
    ends: int | None = key("The last round of its text; default: it has no end date.", 1, 9, default=None)
