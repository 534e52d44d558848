"""States of the small scenario for tests of ANSWER: texts adopted, measures in force, what a gauge moved by."""

from __future__ import annotations

from typing import Any

from crisis_game.engine.state import ActiveMeasure, Consent, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Delivery, Phase, SeatId
from tests.engine import builders

FULL: dict[SeatId, Delivery] = {"AAA": "full", "BBB": "full", "CCC": "full"}


def at_answer(scenario: model.Scenario | None = None, round_: int = 1, phase: Phase = "consequences") -> Working:
    """A desk at ANSWER; the harbour is open, the luck of those who press is nothing."""
    scenario = scenario or builders.tiny()
    working = Working(scenario, builders.opened(scenario, phase, round_))
    working.state.commitments.consents["harbour"] = Consent("given")
    for id_, own in working.state.world.actors.items():
        own.luck = dict.fromkeys(("hold", "back", *(step.id for step in scenario.actors[id_].steps)), 0)
    return working


def adopt(working: Working, draft: Draft, id_: str = "aaa-1", round_: int | None = None) -> TextState:
    """A text that all members adopted, in this round or another."""
    text = builders.put_on_table(working.state, id_, draft, "AAA")
    text.status, text.adopted_round = "adopted", working.state.table.round if round_ is None else round_
    text.round = text.adopted_round
    text.votes.update(dict.fromkeys(builders.MEMBERS, "yes"))
    return text


def put_in_force(
    working: Working,
    measure: str,
    deliveries: dict[SeatId, Delivery] | None = None,
    authority: str | None = None,
    **changes: Any,
) -> ActiveMeasure:
    """A measure against XXX in force since this round; all give their full part unless it is said otherwise."""
    author = changes.pop("author", "AAA")
    round_ = working.state.table.round
    id_ = f"{authority}/{measure}" if authority else f"{author}-r{round_}/{measure}"
    plain: dict[str, Any] = {"basis": "retorsion", "aim": "passage", "began": round_, "target": "XXX", **changes}
    active = ActiveMeasure(id=id_, measure=measure, authority=authority, author=author, **plain)
    active.deliveries.update(deliveries or FULL)
    working.state.measures[id_] = active
    return active


def terms(working: Working, gauge: str) -> list[int]:
    """What a gauge moved by in this round, term by term."""
    round_ = working.state.table.round
    moves = (move for move in working.state.world.moves if (move.gauge, move.round) == (gauge, round_))
    return [term.amount for move in moves for term in move.terms]


def why(working: Working, gauge: str) -> list[str]:
    """The reasons of those terms."""
    return [term.why.text.msgid for move in working.state.world.moves if move.gauge == gauge for term in move.terms]
