"""Neighbours outside the organisation: heard by a clause of a text, answered or left without an answer."""

from __future__ import annotations

from crisis_game.engine import motions
from crisis_game.engine.gauges import once
from crisis_game.engine.injects import take_effect
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.round_counts import adopted_now, is_answered
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import MeasureId, StateId
from crisis_game.scenario.model import Scenario

PRESSING = ("economic", "presence", "force")
"""Kinds of measures that every neighbour has to live with."""


def hear_by_clause(working: Working) -> None:
    """Let neighbours be heard, once, because of a text of this round whose clause says so."""
    for text in adopted_now(working.state):
        if text.draft.switch("hearing") is not None:
            for neighbour in working.scenario.petitioners:
                if neighbour not in working.state.commitments.hearings:
                    motions.hear(working, neighbour, (*text.sponsors, *working.scenario.members)[0])


def reply(working: Working) -> None:
    """Let neighbours give what they promised to those who answer them, or take it ill that nobody did; each once."""
    for id_, neighbour in working.scenario.petitioners.items():
        if is_answered(working.scenario, working.state, id_):
            if once(working, f"answered:{id_}"):
                take_effect(working, neighbour.gives, coded(Code.NEIGHBOUR_HELPS, state=id_))
        elif _is_passed_over(working, id_) and once(working, f"passed-over:{id_}"):
            take_effect(working, neighbour.refused, coded(Code.HEARD_NOT_ANSWERED, state=id_))


def _is_passed_over(working: Working, neighbour: StateId) -> bool:
    """Whether a text with measures it has to live with was adopted now, though the neighbour had been heard before."""
    heard = working.state.commitments.hearings.get(neighbour)
    lines = [line for text in adopted_now(working.state) for line in text.draft.lines]
    return heard is not None and any(_bears_on(working.scenario, line.measure, neighbour) for line in lines)


def _bears_on(scenario: Scenario, measure: MeasureId, neighbour: StateId) -> bool:
    """Whether a neighbour has to live with a measure: with one that presses, or that needs its own leave."""
    sheet = scenario.measures[measure]
    return sheet.kind in PRESSING or (sheet.needs is not None and scenario.consents[sheet.needs].giver == neighbour)
