"""SITUATION and an ally's act: members are asked at its beginning; at its end silence has answered for the rest."""

from __future__ import annotations

from crisis_game.engine import ally_acts
from crisis_game.engine.events.accounts import CreditMoved
from crisis_game.engine.events.ally import AllyActPut, AllyAnswered
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.unit_of_work import Working


def open_round(working: Working) -> None:
    """Enter SITUATION: ask on what members did alone and nobody was asked about yet."""
    for conduct in ally_acts.unasked(working.scenario, working.state):
        measure = working.state.measures.get(conduct.subject)
        deed = measure.measure if measure is not None else conduct.subject
        working.emit(AllyActPut(conduct.id, conduct.subject, conduct.actor, deed, conduct.round))


def before_table(working: Working) -> None:
    """Leave SITUATION: who has said nothing is silent, and an act that most disown costs its author belief."""
    for act in ally_acts.waiting(working.state):
        for seat in ally_acts.others(working.scenario, working.state, act.actor):
            if seat not in act.answers:
                working.emit(AllyAnswered(act.conduct, act.actor, seat, "silence", ""))
        if ally_acts.most(working.scenario, working.state, act, *ally_acts.DISOWNING):
            working.emit(CreditMoved(act.actor, -1, coded(Code.DISOWNED)))
