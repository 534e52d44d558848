"""How membership goes on from round to round: suspensions come to their end."""

from __future__ import annotations

from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.membership import SuspensionLapsed
from crisis_game.engine.unit_of_work import Working


def open_round(working: Working) -> None:
    """Enter a round: members whose suspension has reached its benchmark take their seats again."""
    facts, benchmarks = Facts(working.scenario, working.state), working.scenario.benchmarks
    for remedy in working.scenario.charter.remedies_of("suspension"):
        if remedy.id in benchmarks and benchmarks[remedy.id].holds(facts):
            for member in sorted(working.state.council.suspended):
                working.emit(SuspensionLapsed(member, remedy.id))
