"""How membership goes on from round to round: who leaves, whose suspension is over, what is due."""

from __future__ import annotations

from crisis_game.engine.charter_in_force import charter_of
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.membership import DuesAssessed, MemberLeft, SuspensionLapsed
from crisis_game.engine.unit_of_work import Working


def open_round(working: Working) -> None:
    """Enter a round: let go who leaves now, assess the dues, give back seats whose benchmark is reached.

    Arrears are those of the last round only once it is over, so that benchmarks read them after the dues.
    """
    _leave(working)
    _assess(working)
    _lift_suspensions(working)


def _leave(working: Working) -> None:
    council = working.state.council
    for seat, round_ in sorted(council.leaving.items()):
        if round_ <= working.state.table.round:
            working.emit(MemberLeft(seat))


def _lift_suspensions(working: Working) -> None:
    facts, benchmarks = Facts(working.scenario, working.state), working.scenario.benchmarks
    for remedy in working.scenario.charter.remedies_of("suspension"):
        if remedy.id in benchmarks and benchmarks[remedy.id].holds(facts):
            for member in sorted(working.state.council.suspended):
                working.emit(SuspensionLapsed(member, remedy.id))


def _assess(working: Working) -> None:
    dues, left = charter_of(working.scenario, working.state).dues, working.state.council.left
    if dues is not None:
        amounts = dict(dues.each_round)
        members = [member for member in working.scenario.members if member not in left]
        working.emit(DuesAssessed(tuple((member, amounts.get(member, 0)) for member in members)))
