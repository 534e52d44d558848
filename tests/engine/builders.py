"""A small scenario in code, and states of it, for the tests of the engine.

Three members, AAA (who holds a base), BBB (the victim) and CCC (who tracks ships); XXX presses; NNN is the neighbour.
Its parts stand in `parts`. Tests import it as `from tests.engine import builders`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from crisis_game.conditions.condition import condition
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import Account, ActorState, Consent, IncidentState, Scores, State, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Phase, SeatId
from crisis_game.scenario.numbers import Numbers
from crisis_game.texts import prose
from tests.engine import parts
from tests.engine.parts import CHAIR_TEXT, ESCORT_TEXT, MEMBERS, PROTEST_TEXT, SEATS, charter

GAUGES = ("escalation", "harm", "deterrence", "cohesion", "grip", "standing")

__all__ = ["CHAIR_TEXT", "ESCORT_TEXT", "MEMBERS", "PROTEST_TEXT", "SEATS", "charter", "desk", "lesson", "opened",
           "put_on_table", "tiny"]  # fmt: skip


def tiny(**changes: Any) -> model.Scenario:
    """The scenario; `changes` replace its top fields."""
    return replace(_TINY, **changes)


def lesson(**changes: Any) -> model.Lesson:
    """Three rounds, one sheet."""
    seconds = {"situation": 30, "table": 120, "orders": 30, "answer": 18}
    return replace(model.Lesson("quick", 3, 3, (15,), seconds, "one-sheet", "each-round"), **changes)


def opened(scenario: model.Scenario, phase: Phase = "consultation", round_: int = 1) -> State:
    """A state as after the opening, without the opening's work: truth `state`, an opportunist, seed 7."""
    state = State()
    table, world = state.table, state.world
    table.phase, table.round, table.seed = phase, round_, 7
    table.holders.update(dict.fromkeys(SEATS, "person"))
    world.truth = "state"
    world.actors = {id_: ActorState("opportunist") for id_ in scenario.pressing}
    world.draws.update({draw.id: draw.values[0][0] for draw in scenario.draws.values()})
    world.gauges.update({gauge.id: gauge.start for gauge in scenario.gauges.values()})
    world.estimates.update(world.gauges)
    world.incidents.update(
        {incident.id: IncidentState(0) for incident in scenario.incidents.values() if incident.round == 0}
    )
    for own in world.actors.values():
        own.ordered = Scores(
            "harass", (("harass", 5), ("hold", 3), ("back", -4)), (("harass", 6), ("hold", 4), ("back", 0))
        )
    state.knowledge.public.update({claim.id: claim.start for claim in scenario.claims.values() if claim.start})
    for seat in scenario.members:
        sheet, numbers = scenario.states[seat], scenario.numbers
        state.accounts[seat] = Account(numbers.attention, 0, sheet.treasury, sheet.home, numbers.credit_start)
    for consent in scenario.consents.values():
        state.commitments.consents[consent.id] = Consent(consent.start)
    return state


def pressing(state: State) -> ActorState:
    """The first of those who press."""
    return next(iter(state.world.actors.values()))


def first_actor(working: Working) -> model.Actor:
    """The same as its author wrote it."""
    return next(iter(working.scenario.pressing.values()))


def put_on_table(
    state: State, id_: TextId, draft: Draft = ESCORT_TEXT, sponsor: SeatId | None = "AAA", matter: str = "presence"
) -> TextState:
    """Put a text on the table of a state; the chair's has no sponsor."""
    text = TextState(id_, draft, [sponsor] if sponsor else [], state.table.round, matter)
    state.council.texts[id_] = text
    return text


def desk(scenario: model.Scenario | None = None, phase: Phase = "consultation", round_: int = 1) -> Working:
    """A desk with an opened state on it, and two texts on the table: `aaa-1` and the chair's."""
    scenario = scenario or tiny()
    state = opened(scenario, phase, round_)
    put_on_table(state, "aaa-1")
    put_on_table(state, f"chair-{round_}", CHAIR_TEXT, None, "procedure")
    return Working(scenario, state)


def by_id(things: Iterable[Any]) -> MappingProxyType[str, Any]:
    """A table of things by their ids."""
    return MappingProxyType({record.id: record for record in things})


_TINY = model.Scenario(
    id="tiny",
    content_hash="0" * 64,
    title=prose("The strait"),
    summary=prose("Three members ask who sank a cutter."),
    opening=prose("A cutter of BBB sank in the strait."),
    languages=("en",),
    level="first",
    group=(1, 6),
    resembles=None,
    lesson=lesson(),
    numbers=Numbers(),
    charter=charter(),
    organ="council",
    states=by_id(parts.states()),
    assets=by_id(parts.assets()),
    consents=by_id(parts.consents()),
    truths=by_id(model.Truth(id_, prose(id_), 1, prose(f"It was {id_}.")) for id_ in ("state", "old-mine")),
    draws=by_id((model.Draw("dead", (("4", 1), ("9", 1))),)),
    claims=by_id(parts.claims()),
    sources=by_id(parts.sources()),
    incidents=by_id(parts.incidents()),
    gauges=by_id(parts.gauge(gauge) for gauge in GAUGES),
    measures=by_id(parts.measures()),
    played=tuple(measure.id for measure in parts.measures()),
    clauses=by_id(parts.clauses()),
    aims=by_id((model.Aim("passage", prose("Free passage"), "restore-status-quo", condition("grip < 25")),)),
    targets=by_id(
        (
            model.Target("battery", prose("A battery"), prose("It fires."), "military", "limited", 2, "probable"),
            model.Target("port", prose("A port"), prose("Ships load."), "dual", "excessive", 8, "suspected"),
        )
    ),
    packages=by_id((model.Package("escort-plan", prose("Escort"), prose("Ships under guard."), ESCORT_TEXT),)),
    chair=(CHAIR_TEXT,),
    injects=by_id(parts.injects()),
    reactions=MappingProxyType({}),
    actors=parts.actors(),
    council=parts.security_council(),
    endings=parts.endings(),
    objectives=(model.Objective("share", prose("Share what you know."), met=condition("shared('tracks-at-night')")),),
    debrief=(prose("What did you know?"),),
    teaching=prose(""),
    places=by_id((model.Place("narrows", prose("The narrows"), 50, 50),)),
    guidance=(),
)
