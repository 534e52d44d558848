"""`assess`: a fold over the log, that can be computed anew at any time."""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.assessment.assessed_acts import assessed_acts, assessed_omissions
from crisis_game.assessment.fairness import burden_sharing, consistency
from crisis_game.assessment.history import History, history
from crisis_game.assessment.model import Assessment, ObjectiveRead
from crisis_game.assessment.process_facts import organisation
from crisis_game.assessment.seat_readings import seat_reading
from crisis_game.engine.event import Event
from crisis_game.scenario.model import Objective, Scenario


def assess(scenario: Scenario, events: Iterable[Event]) -> Assessment:
    """The assessment of a log: all its events, from the first on, in their order.

    A log that has not ended gives the assessment of where it stands.
    """
    return assessed(history(scenario, events))


def assessed(history: History) -> Assessment:
    """The assessment of a log that has been folded."""
    scenario = history.scenario
    acts, omissions = assessed_acts(history), assessed_omissions(history)
    alike, burdens = consistency(scenario, history.state), burden_sharing(scenario, history.state)
    return Assessment(
        acts=acts,
        omissions=omissions,
        seats=tuple(seat_reading(history, acts, omissions, seat) for seat in scenario.members),
        organisation=organisation(history, acts, omissions, (alike, burdens)),
        consistency=alike,
        burdens=burdens,
        objectives=tuple(_objective(history, objective) for objective in scenario.objectives),
    )


def _objective(history: History, sheet: Objective) -> ObjectiveRead:
    occasions, state = history.occasions, history.state
    return ObjectiveRead(
        sheet.id,
        sheet.text,
        occasions.met(sheet, state) if sheet.met is not None else None,
        occasions.contrary(sheet, state),
        occasions.facts(sheet.since, state) is not None,
    )
