"""How the crisis heats and cools: measures when they begin, force that goes on, what cools and how far.

A measure that raises escalation does so once, when it begins, and more where no way back is open to the other side; one
that lowers it does so in each round in which it runs. GAME2, section 3: force heats in each further round too, less
where it is covered, and beside uncovered force nothing cools but the crisis by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.engine import force_cover
from crisis_game.engine.effects import in_use
from crisis_game.engine.gauges import term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import ActiveMeasure, Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer
from crisis_game.scenario.model import Measure
from crisis_game.scenario.standard_gauges import ESCALATION


def terms(working: Working) -> list[Term]:
    """What moves escalation in this round."""
    round_ = working.state.table.round
    begun = [_begun(working, active) for active in in_use(working) if active.began == round_]
    return [*begun, *_of_force(working), *_within_limit(working, _cooling(working))]


def heat(measure: Measure) -> int:
    """How hot a measure is when it begins, in full."""
    return max(0, measure.moves.get(ESCALATION, 0))


def _begun(working: Working, active: ActiveMeasure) -> Term:
    numbers, measure = working.scenario.numbers, working.scenario.measures[active.measure]
    hot = heat(measure)
    if measure.rung >= 3 and working.scenario.opponents and not open_offer(working.scenario, working.state):
        hot = hot * numbers.heat_no_way_back // 100
    text = working.state.council.texts.get(active.authority or "")
    if measure.rung >= 5 and text is not None and text.draft.switch("limits"):
        hot = hot * numbers.heat_limits // 100
    return term(hot, Code.MEASURE, measure=active.measure)


def _of_force(working: Working) -> list[Term]:
    """The heat of force that began in an earlier round: a part of its first, the greater where nothing covers it."""
    numbers, scenario = working.scenario.numbers, working.scenario
    going_on = []
    for force in force_cover.force_in_use(scenario, working.state):
        share, why = (
            (numbers.heat_covered, Code.FORCE_GOES_ON)
            if force.cover
            else (numbers.heat_uncovered, Code.FORCE_GOES_ON_UNCOVERED)
        )
        if force.goes_on and force.began < working.state.table.round:
            going_on.append(term(heat(scenario.measures[force.measure]) // share, why, measure=force.measure))
    return going_on


def _cooling(working: Working) -> list[Term]:
    """All that cools: mediation that was asked for, measures that cool, the crisis by itself."""
    numbers, state, measures = working.scenario.numbers, working.state, working.scenario.measures
    asked = state.table.round in state.commitments.mediation
    cool = ((active, min(0, measures[active.measure].moves.get(ESCALATION, 0))) for active in in_use(working))
    return [
        term(-numbers.cooling_mediation if asked else 0, Code.MEDIATION_ASKED),
        *(term(by, Code.MEASURE, measure=active.measure) for active, by in cool),
        term(-numbers.cooling, Code.COOLING),
    ]


def _within_limit(working: Working, cools: Sequence[Term]) -> list[Term]:
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
