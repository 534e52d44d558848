"""What the adversary believes would meet its next step."""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.engine.conditions import Facts
from crisis_game.engine.effects import Effect, is_present
from crisis_game.engine.gauges import once, term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.standard_gauges import COHESION, DETERRENCE

MIDDLING = 50
"""Cohesion as the adversary takes it where that is no gauge of the scenario."""


def terms(working: Working, measure_effects: Sequence[Effect]) -> list[Term]:
    """Half-way to what the adversary sees before it: pledges delivered, cohesion, forces present; then signs."""
    numbers, state = working.scenario.numbers, working.state
    before = state.world.gauges[DETERRENCE]
    target = (
        numbers.deterrence_delivered * state.world.delivered
        + numbers.deterrence_cohesion * state.world.gauges.get(COHESION, MIDDLING)
        + numbers.deterrence_theatre * _theatre(working, measure_effects)
    ) // 100
    dated = [
        term(numbers.deterrence_end_date, Code.END_DATE_IN, text=text.id)
        for text in state.council.texts.values()
        if text.adopted_round == state.table.round and text.draft.switch("end-date")
    ]
    return [term((before + target) // 2 - before, Code.HALF_WAY, target=target), *dated, *_bluffs(working)]


def _theatre(working: Working, measure_effects: Sequence[Effect]) -> int:
    """How much force is to be seen: the higher its rung and the more take part, the more; at most 100."""
    step, measures = working.scenario.numbers.theatre_step, working.scenario.measures
    present = (effect for effect in measure_effects if is_present(working, effect))
    return min(
        100, sum(measures[effect.active.measure].rung * effect.participation * step // 100 for effect in present)
    )


def _bluffs(working: Working) -> list[Term]:
    """Demands whose date has come and that are not met; each counts once."""
    facts, round_ = Facts(working.scenario, working.state), working.state.table.round
    return [
        term(working.scenario.numbers.deterrence_bluff, Code.DEMAND_UNMET, seat=demand.by)
        for demand in working.state.commitments.demands
        if demand.by_round == round_
        and not working.scenario.aims[demand.aim].reached.holds(facts)
        and once(working, f"bluff:{demand.by}:{demand.aim}:{demand.by_round}")
    ]
