"""The opening of an exercise: what the seed draws, and what each member begins with."""

from __future__ import annotations

from crisis_game.engine import chance, evidence, standing
from crisis_game.engine.events.script import IncidentHappened
from crisis_game.engine.events.turns import Started
from crisis_game.engine.events.world import AccountOpened, AssetListed, WorldDrawn
from crisis_game.engine.rounds import pass_on
from crisis_game.engine.unit_of_work import Working
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
    temperaments = [(id_, temperament.weight) for id_, temperament in sorted(scenario.adversary.temperaments.items())]
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
            temperament=chance.weighted(seed, "world", "temperament", temperaments),
            draws=draws,
            gauges=tuple(sorted(gauges.items())),
            level=scenario.adversary.start_level,
            home_rounds=homes,
        )
    )


def _open_accounts(working: Working) -> None:
    scenario = working.scenario
    for id_ in scenario.members:
        sheet = scenario.states[id_]
        working.emit(AccountOpened(id_, sheet.treasury, sheet.home, scenario.numbers.credit_start, (id_,)))
    for id_, asset in sorted(scenario.assets.items()):
        working.emit(AssetListed(id_, asset.open_at_start))
