"""Whether the conditions are kept that members set to an ally's act, and so whether these cover it.

A condition is a clause. It is kept while a text in force has the clause; or where the author does by itself what the
clause asks, as far as one can alone:

    end-date    the act has gone on for fewer rounds, since the others were asked, than the clause begins with
    limits      the author has filled a force sheet with every precaution
    exemptions  the measure presses by no trade
    reasons     the author has reported to the Security Council since it began
    hearing     a neighbour was heard; inquiry: one into the harm of members' own measures was asked for
    review      the author has asked for consultation since it began
    off-ramp    never: nobody opens the way back alone
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crisis_game.engine import ally_acts
from crisis_game.engine.state import ActiveMeasure, AllyAct, State
from crisis_game.scenario.ids import ClauseId
from crisis_game.scenario.model import Scenario


def covers(scenario: Scenario, state: State, active: ActiveMeasure) -> bool:
    """Whether more than half of the others set conditions to a measure of one member, and those are kept."""
    act = ally_acts.act_of(state, active.id)
    if act is None:
        return False
    asked = ally_acts.others(scenario, state, act.actor)
    content = [seat for seat in asked if _is_content(scenario, state, act, seat)]
    return 2 * len(content) > len(asked)


def is_kept(scenario: Scenario, state: State, act: AllyAct, clause: ClauseId) -> bool:
    """Whether a condition is kept: by a text in force, or by what the author does of itself."""
    texts = state.council.texts.values()
    if any(text.status == "adopted" and text.draft.switch(clause) is not None for text in texts):
        return True
    active, kept = state.measures.get(act.subject), _KEPT_ALONE.get(clause)
    return active is not None and kept is not None and kept(scenario, state, act, active)


def _is_content(scenario: Scenario, state: State, act: AllyAct, seat: str) -> bool:
    said = act.answers.get(seat)
    return said is not None and said.answer == "condition" and is_kept(scenario, state, act, said.clause)


def _ends(scenario: Scenario, state: State, act: AllyAct, _: ActiveMeasure) -> bool:
    return state.table.round - act.asked < scenario.clauses["end-date"].start


def _limits(_: Scenario, _state: State, _act: AllyAct, active: ActiveMeasure) -> bool:
    sheet = active.sheet
    return sheet is not None and sheet.verify and sheet.warn and sheet.abort


def _exempts(scenario: Scenario, _: State, _act: AllyAct, active: ActiveMeasure) -> bool:
    return scenario.measures[active.measure].kind != "economic"


def _reasons(_: Scenario, state: State, act: AllyAct, active: ActiveMeasure) -> bool:
    return any(seat == act.actor and round_ >= active.began for round_, seat, *_ in state.commitments.reports)


def _heard(_: Scenario, state: State, _act: AllyAct, _active: ActiveMeasure) -> bool:
    return bool(state.commitments.hearings)


def _inquires(_: Scenario, state: State, _act: AllyAct, _active: ActiveMeasure) -> bool:
    return "own-harm" in state.commitments.inquiries


def _reviews(_: Scenario, state: State, act: AllyAct, active: ActiveMeasure) -> bool:
    return any(seat == act.actor and round_ >= active.began for round_, seat in state.commitments.consultation)


_KEPT_ALONE: Mapping[ClauseId, Callable[[Scenario, State, AllyAct, ActiveMeasure], bool]] = {
    "end-date": _ends,
    "limits": _limits,
    "exemptions": _exempts,
    "reasons": _reasons,
    "hearing": _heard,
    "inquiry": _inquires,
    "review": _reviews,
}
