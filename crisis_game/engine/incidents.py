"""Incidents: they happen once, move gauges, and their dead are felt at home."""

from __future__ import annotations

from crisis_game.engine import gauges, legal_situation
from crisis_game.engine.events.accounts import HomeMoved
from crisis_game.engine.events.script import IncidentHappened
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.unit_of_work import Working


def happen(working: Working, incident: str) -> None:
    """Let an incident happen: what it moves, and its dead felt at home."""
    sheet = working.scenario.incidents[incident]
    if incident in working.state.world.incidents:
        return
    working.emit(IncidentHappened(incident))
    for gauge, by in sheet.moves.items():
        gauges.move(working, gauge, [gauges.term(by, Code.INCIDENT, incident=incident)])
    if sheet.victim in working.state.accounts and (sheet.dead or _has_dead(working, incident)):
        why = coded(Code.DEAD_OF_OWN, incident=incident)
        working.emit(HomeMoved(str(sheet.victim), working.scenario.numbers.home_dead, why, to=(str(sheet.victim),)))


def _has_dead(working: Working, incident: str) -> bool:
    """Whether people died in an incident, as it was drawn."""
    deaths = legal_situation.true_facts(working.scenario, working.state, incident).get("deaths", 0)
    return isinstance(deaths, int) and deaths > 0
