"""The opening of an exercise: what the seed draws, and what each member begins with."""

from __future__ import annotations

from crisis_game.engine import chance, evidence, standing
from crisis_game.engine.actors import drawn_for
from crisis_game.engine.events.script import IncidentHappened
from crisis_game.engine.events.turns import Started
from crisis_game.engine.events.world import AccountOpened, ConsentListed, WorldDrawn
from crisis_game.engine.rounds import pass_on
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ActorId, TemperamentId
from crisis_game.scenario.model import Actor
from crisis_game.scenario.standard_gauges import DETERRENCE


def start(working: Working, seed: int) -> None:
    """Draw the world and enter the first briefing."""
    working.emit(Started(seed))
    _draw_world(working, seed)
    _open_accounts(working)
    for id_, incident in sorted(working.scenario.incidents.items()):
        if incident.round == 0:
            working.emit(IncidentHappened(id_))
    evidence.opening_grades(working)
    standing.put_in_force(working)
    pass_on(working)


def _draw_world(working: Working, seed: int) -> None:
    scenario = working.scenario
    truths = [(id_, truth.weight) for id_, truth in sorted(scenario.truths.items())]
    draws = tuple(
        (id_, chance.weighted(seed, "draw", id_, draw.values)) for id_, draw in sorted(scenario.draws.items())
    )
    gauges = {id_: gauge.start for id_, gauge in scenario.gauges.items()}
    if DETERRENCE in gauges:
        numbers = scenario.numbers
        gauges[DETERRENCE] = chance.draw(seed, "world", DETERRENCE, 0, numbers.deterrence_low, numbers.deterrence_high)
    homes = tuple(
        (id_, chance.draw(seed, "home", id_, 0, inject.round or 1, inject.until_round or inject.round or 1))
        for id_, inject in sorted(scenario.injects.items())
        if inject.home_of
    )
    working.emit(
        WorldDrawn(
            truth=chance.weighted(seed, "world", "truth", truths),
            actors=tuple(_actor(working, seed, actor) for actor in scenario.pressing.values()),
            draws=draws,
            gauges=tuple(sorted(gauges.items())),
            home_rounds=homes,
        )
    )


def _actor(working: Working, seed: int, actor: Actor) -> tuple[ActorId, TemperamentId, int]:
    """One who presses as it begins: how it is minded, and its level on its ladder."""
    return actor.id, _mind(working, seed, actor), actor.start_level


def _mind(working: Working, seed: int, actor: Actor) -> str:
    """How an actor is minded, drawn by the weights of its temperaments; empty where it has none."""
    if not actor.temperaments:
        return ""
    minds = [(id_, mind.weight) for id_, mind in sorted(actor.temperaments.items())]
    return chance.weighted(seed, "world", drawn_for(working, actor.id, "temperament"), minds)


def _open_accounts(working: Working) -> None:
    scenario = working.scenario
    for id_ in scenario.members:
        sheet = scenario.states[id_]
        working.emit(AccountOpened(id_, sheet.treasury, sheet.home, scenario.numbers.credit_start, (id_,)))
    for id_, consent in sorted(scenario.consents.items()):
        working.emit(ConsentListed(id_, consent.start, consent.limits if consent.start == "limited" else ()))
