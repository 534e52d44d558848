"""Remedies of the charter against a member: what gives ground for one, and who must be heard first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crisis_game.engine.force_cover import ACTED
from crisis_game.engine.state import State
from crisis_game.scenario.ids import StateId
from crisis_game.scenario.model import Scenario


def has_ground(scenario: Scenario, state: State, member: StateId) -> bool:
    """Whether a clause on suspension has a ground against a member; where no clause names grounds any cause will do."""
    clauses = [remedy for remedy in scenario.charter.remedies_of("suspension") if remedy.grounds]
    if not clauses:
        return _is_at_fault(scenario, state, member)
    return any(_lies(scenario, state, ground, member) for remedy in clauses for ground in remedy.grounds)


def may_be_moved(scenario: Scenario, state: State, member: StateId) -> bool:
    """Whether a member's suspension can be moved: on a ground, where the charter names grounds."""
    named = any(remedy.grounds for remedy in scenario.charter.remedies_of("suspension"))
    return not named or has_ground(scenario, state, member)


def asks_hearing(scenario: Scenario) -> bool | None:
    """Whether the charter asks that a member be heard before it is suspended; None where it has no clause on that."""
    clauses = scenario.charter.remedies_of("suspension")
    return any(remedy.hearing for remedy in clauses) if clauses else None


def awaits_hearing(scenario: Scenario, state: State, member: StateId) -> bool:
    """Whether the charter would have a member heard that could be suspended, and it has not been."""
    due = asks_hearing(scenario) is True and member not in state.commitments.heard_members
    return due and member not in state.council.suspended and may_be_moved(scenario, state, member)


def heard_in_time(state: State, member: StateId) -> bool:
    """Whether a member was heard in a round before this one."""
    heard = state.commitments.heard_members.get(member)
    return heard is not None and heard < state.table.round


def _lies(scenario: Scenario, state: State, ground: str, member: StateId) -> bool:
    """Whether a ground lies with a member or on it: an incident of that kind, its conduct, or a milestone reached."""
    if ground in state.script.milestones or _OF_CONDUCT.get(ground, _never)(scenario, state, member):
        return True
    if ground == "arrears" and state.accounts[member].arrears:
        return True
    happened = (scenario.incidents[incident] for incident in state.world.incidents)
    return any(ground in incident.kind and member in (incident.author, incident.victim) for incident in happened)


def _is_at_fault(scenario: Scenario, state: State, member: StateId) -> bool:
    """Whether a member did something on record that all know of, or left what it had voted for."""
    return _gravely(scenario, state, member) or _persistently(scenario, state, member)


def _gravely(scenario: Scenario, state: State, member: StateId) -> bool:
    authored = any(scenario.incidents[incident].author == member for incident in state.world.incidents)
    return authored or any(active.authority is None and active.author == member for active in state.begun)


def _persistently(_: Scenario, state: State, member: StateId) -> bool:
    return bool(state.accounts[member].departed)


def _enforced_upon(scenario: Scenario, state: State, member: StateId) -> bool:
    """Whether measures run against a member beside those of the Security Council."""
    acted = ACTED.intersection(state.commitments.council_measures)
    running = (active for active in state.measures.values() if active.status == "active")
    return bool(acted) and any(
        active.target == member and scenario.measures[active.measure].kind != "words" for active in running
    )


def _never(_: Scenario, __: State, ___: StateId) -> bool:
    return False


_OF_CONDUCT: Mapping[str, Callable[[Scenario, State, StateId], bool]] = {
    "grave-breach": _gravely,
    "persistent-breach": _persistently,
    "enforcement-action": _enforced_upon,
}
"""Grounds that the record gives and no incident."""
