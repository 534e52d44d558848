"""Acts put on record, for the tests of conducts."""

from __future__ import annotations

from crisis_game.engine import conducts
from crisis_game.engine.state import ActiveMeasure, ConductState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine
from tests.engine.worlds import adopt, at_answer, put_in_force

FORCE = Draft(
    lines=(MeasureLine("limited-force", "XXX"),), aim="passage", basis="self-defence", claims=("state-did-it",)
)
SANCTIONS = Draft(
    lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="retorsion", claims=("state-did-it",)
)


def acting(measure: str = "targeted-sanctions", draft: Draft = SANCTIONS, truth: str = "state") -> Working:
    """A measure of a text that all carry, put on record."""
    working = at_answer()
    working.state.world.truth = truth
    adopt(working, draft)
    put_in_force(working, measure, authority="aaa-1", basis=draft.basis)
    conducts.orders_done(working)
    return working


def record(working: Working) -> dict[str, ConductState]:
    return working.state.record.conducts


def next_round(working: Working) -> None:
    """Another round in which the orders are done, and what that brings to the record."""
    working.state.table.round += 1
    conducts.orders_done(working)


def active(working: Working, id_: str = "aaa-1/targeted-sanctions") -> ActiveMeasure:
    return working.state.measures[id_]
