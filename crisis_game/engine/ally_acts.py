"""An ally's act: what one member does alone asks every other for its word, and that has effect (GAME2, section 2).

Asked is what a member began alone from rung 5 on, and each step of a member that has steps. The others answer in the
next SITUATION; who says nothing is silent. Measured is by more than half of the others: those who have not left.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.round_counts import GRAVE_RUNG
from crisis_game.engine.shared_values import ActiveId
from crisis_game.engine.state import AllyAct, ConductState, State
from crisis_game.scenario.ids import AllyWord, SeatId, StateId
from crisis_game.scenario.model import Scenario

DISOWNING: tuple[AllyWord, ...] = ("disown", "report")
"""Answers by which a member will not have an act for its own: to report it as its author's is one."""


def waiting(state: State) -> list[AllyAct]:
    """The acts on which members are asked now, in SITUATION alone, oldest first."""
    if state.table.phase != "briefing":
        return []
    return [act for act in state.commitments.ally_acts.values() if act.asked == state.table.round]


def others(scenario: Scenario, state: State, actor: StateId) -> tuple[SeatId, ...]:
    """Who is asked about an act: every member but its author that has not left."""
    return tuple(member for member in scenario.members if member != actor and member not in state.council.left)


def most(scenario: Scenario, state: State, act: AllyAct, *words: AllyWord) -> bool:
    """Whether more than half of the others gave one of these answers."""
    asked = others(scenario, state, act.actor)
    return 2 * sum(seat in act.answers and act.answers[seat].answer in words for seat in asked) > len(asked)


def act_of(state: State, subject: ActiveId) -> AllyAct | None:
    """The act that members were asked about as this measure in force; None where they were not."""
    return next((act for act in state.commitments.ally_acts.values() if act.subject == subject), None)


def is_disowned(scenario: Scenario, state: State, subject: ActiveId) -> bool:
    """Whether more than half of the others disown a measure of one member."""
    act = act_of(state, subject)
    return act is not None and most(scenario, state, act, *DISOWNING)


def met_with_silence(scenario: Scenario, state: State) -> list[AllyAct]:
    """Acts of members that go on and of which more than half of the others said nothing."""
    acts = state.commitments.ally_acts.values()
    return [act for act in acts if _goes_on(state, act) and most(scenario, state, act, "silence")]


def _goes_on(state: State, act: AllyAct) -> bool:
    return act.conduct in state.record.conducts and state.record.conducts[act.conduct].ended is None


def awaits_answers(scenario: Scenario, state: State) -> bool:
    """Whether members have not yet answered what one of them did alone."""
    return next(unasked(scenario, state), None) is not None


def unasked(scenario: Scenario, state: State) -> Iterator[ConductState]:
    """Acts of weight by one member alone about which nobody was asked yet, in the order of the record."""
    asked = {act.subject for act in state.commitments.ally_acts.values() if not act.is_step}
    for id_, conduct in sorted(state.record.conducts.items()):
        known = id_ in state.commitments.ally_acts or conduct.subject in asked
        if not known and conduct.round > 0 and _is_alone(scenario, state, conduct):
            asked.add(conduct.subject)
            yield conduct


def _is_alone(scenario: Scenario, state: State, conduct: ConductState) -> bool:
    if conduct.omission or conduct.actor not in scenario.members or conduct.rung < GRAVE_RUNG:
        return False
    active = state.measures.get(conduct.subject)
    if active is not None:
        return active.authority is None or active.endorsed
    pressing = scenario.pressing.get(conduct.actor)
    return pressing is not None and pressing.step(conduct.subject) is not None
