"""Whom the crisis hurts: by the adversary's step as far as nothing shields from it, and by the members' measures."""

from __future__ import annotations

from crisis_game.engine.adversary_steps import step_apart, step_held
from crisis_game.engine.effects import harm_of, in_use, is_given
from crisis_game.engine.gauges import term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.standard_gauges import HARM


def terms(working: Working) -> list[Term]:
    """What moves harm in this round."""
    standing, apart = step_held(working), step_apart(working)
    base = standing.moves.get(HARM, 0) if standing else working.scenario.numbers.harm_idle
    first = term(base, Code.STEP, step=standing.id) if standing else term(base, Code.CRISIS_GOES_ON)
    spared = max(0, min(base, _shield(working)))
    return [
        first,
        term(-spared, Code.SHIELDED),
        *([term(apart.moves.get(HARM, 0), Code.STEP, step=apart.id)] if apart else ()),
        *(term(harm_of(working, active), Code.MEASURE, measure=active.measure) for active in in_use(working)),
    ]


def _shield(working: Working) -> int:
    """By how much the strongest measure that shields does so; one of which nothing is given does not."""
    measures = working.scenario.measures
    given = (measures[active.measure] for active in in_use(working) if is_given(active))
    return max((-measure.moves.get(HARM, 0) for measure in given), default=0)
