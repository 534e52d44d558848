"""Whom the crisis hurts: by steps of who presses as far as nothing shields from it, and by the members' measures."""

from __future__ import annotations

from crisis_game.engine import steps_on
from crisis_game.engine.effects import harm_of, in_use, is_given
from crisis_game.engine.gauges import term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.standard_gauges import HARM


def terms(working: Working) -> list[Term]:
    """What moves harm in this round."""
    by_steps = _by_steps(working)
    spared = max(0, min(sum(part.amount for part in by_steps), _shield(working)))
    return [
        *by_steps,
        term(-spared, Code.SHIELDED),
        *(term(step.moves.get(HARM, 0), Code.STEP, step=step.id) for step in steps_on.apart(working)),
        *(term(harm_of(working, active), Code.MEASURE, measure=active.measure) for active in in_use(working)),
    ]


def _by_steps(working: Working) -> list[Term]:
    """What steps do whose level holds; where those who press are on none, what the crisis does by itself."""
    held = [term(step.moves.get(HARM, 0), Code.STEP, step=step.id) for step in steps_on.held(working)]
    idle = working.scenario.numbers.harm_idle if working.scenario.pressing else 0
    return held or [term(idle, Code.CRISIS_GOES_ON)]


def _shield(working: Working) -> int:
    """By how much the strongest measure that shields does so; one of which nothing is given does not."""
    measures = working.scenario.measures
    given = (measures[active.measure] for active in in_use(working) if is_given(active))
    return max((-measure.moves.get(HARM, 0) for measure in given), default=0)
