"""By what a gauge moves in ANSWER: rules about a standard one, what measures and steps move, what its author says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from crisis_game.engine import deterrence, escalation, harm
from crisis_game.engine.effects import Effect, in_use
from crisis_game.engine.gauge_rows import authored_terms
from crisis_game.engine.gauges import term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.standard_rows import row_terms
from crisis_game.engine.state import Term
from crisis_game.engine.steps_on import steps_on
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.standard_gauges import DETERRENCE, ESCALATION, HARM

WHOLE: Mapping[GaugeId, Callable[[Working], list[Term]]] = {ESCALATION: escalation.terms, HARM: harm.terms}
"""The gauges whose rules also say what measures move."""


def terms(working: Working, gauge: GaugeId, measure_effects: Sequence[Effect]) -> list[Term]:
    """All terms of a gauge's move in this ANSWER; some are 0.

    Args:
        working: the desk.
        gauge: one that the scenario has.
        measure_effects: what the measures in force come to; none while that is not reckoned yet.
    """
    return [*_ruled(working, gauge, measure_effects), *authored_terms(working, gauge)]


def _ruled(working: Working, gauge: GaugeId, measure_effects: Sequence[Effect]) -> list[Term]:
    if gauge in WHOLE:
        return WHOLE[gauge](working)
    own = deterrence.terms(working, measure_effects) if gauge == DETERRENCE else []
    return [*own, *row_terms(working, gauge), *_moved(working, gauge, measure_effects)]


def _moved(working: Working, gauge: GaugeId, measure_effects: Sequence[Effect]) -> Iterator[Term]:
    """What measures and, where it runs on, steps move."""
    taken = working.scenario.gauges[gauge].taken
    if taken == "delivered":
        for effect in measure_effects:
            yield term(effect.of(effect.moves.get(gauge, 0)), Code.MEASURE, measure=effect.active.measure)
        return
    if taken == "running":
        for step in steps_on(working):
            yield term(step.moves.get(gauge, 0), Code.STEP, step=step.id)
    for active in in_use(working):
        if taken == "running" or active.began == working.state.table.round:
            by = working.scenario.measures[active.measure].moves.get(gauge, 0)
            yield term(by, Code.MEASURE, measure=active.measure)
