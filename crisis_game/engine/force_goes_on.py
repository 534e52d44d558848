"""What the world makes of force that goes on: heat, what it takes of standing and cohesion, and what cools beside it.

GAME2, section 3: uncovered force costs in each round after that in which it began, and beside it nothing cools but the
crisis by itself; covered force heats too, by less.
"""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.engine import force_cover
from crisis_game.engine.gauges import term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working


def cost(working: Working, amount: int) -> Term:
    """What uncovered force that goes on costs a gauge: `amount` once a round, however many measures it is; else 0."""
    round_ = working.state.table.round
    forces = force_cover.uncovered(working.scenario, working.state)
    going_on = tuple(dict.fromkeys(force.measure for force in forces if force.goes_on and force.began < round_))
    return term(amount if going_on else 0, Code.FORCE_STAYS_UNCOVERED, measures=going_on)


def heat(working: Working) -> list[Term]:
    """The heat of force that began in an earlier round: a part of its first, the greater where nothing covers it."""
    numbers, scenario = working.scenario.numbers, working.scenario
    terms = []
    for force in force_cover.force_in_use(scenario, working.state):
        first = max(0, scenario.measures[force.measure].heat)
        share, why = (
            (numbers.heat_covered, Code.FORCE_GOES_ON)
            if force.cover
            else (numbers.heat_uncovered, Code.FORCE_GOES_ON_UNCOVERED)
        )
        if force.goes_on and force.began < working.state.table.round:
            terms.append(term(first // share, why, measure=force.measure))
    return terms


def cooling(working: Working, cools: Sequence[Term]) -> list[Term]:
    """What cools in a round, within its limit; what goes beyond is taken back by a term that says why.

    Beside uncovered force the limit is the lower one, by default what the crisis cools by itself.

    Args:
        working: the desk.
        cools: all terms that cool, that of the crisis itself among them.
    """
    numbers = working.scenario.numbers
    runs_uncovered = bool(force_cover.uncovered(working.scenario, working.state))
    limit = numbers.cooling_uncovered if runs_uncovered else numbers.cooling_most
    beyond = max(0, -sum(part.amount for part in cools) - limit)
    return [*cools, term(beyond, Code.NO_MORE_COOLS if runs_uncovered else Code.COOLING_ENDS)]
