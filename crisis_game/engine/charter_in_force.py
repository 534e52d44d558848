"""The charter as it stands in a round, with the amendments that hold by then, and what follows from it for members."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.charter.amending import amended
from crisis_game.charter.circumstances import rule_at
from crisis_game.charter.model import Charter
from crisis_game.charter.rules import Combined, DecisionRule
from crisis_game.charter.tally import tally
from crisis_game.engine.state import State
from crisis_game.scenario.ids import StateId
from crisis_game.scenario.model import Scenario


def charter_of(scenario: Scenario, state: State) -> Charter:
    """The charter with what has been adopted of its amendments and holds now."""
    adopted = state.council.amended
    if not adopted:
        return scenario.charter
    return amended(scenario.charter, (id_ for id_, from_ in adopted.items() if from_ <= state.table.round))


def without_vote(scenario: Scenario, state: State) -> frozenset[StateId]:
    """Members whose votes are not counted: suspended, gone, or so long in arrears that their vote is lost."""
    dues, unseated = charter_of(scenario, state).dues, frozenset(state.council.without_seat)
    return unseated | in_arrears(scenario, state) if dues is not None and dues.then == "vote-lost" else unseated


def in_arrears(scenario: Scenario, state: State) -> frozenset[StateId]:
    """Members that have owed dues for as long as the charter bears."""
    dues = charter_of(scenario, state).dues
    if dues is None:
        return frozenset()
    return frozenset(id_ for id_, account in state.accounts.items() if account.late >= dues.arrears_after)


def votes_needed(scenario: Scenario, state: State, matter: str) -> int:
    """The votes in favour that a text on a matter takes now, if all can vote and nobody is a party; 0 for no power."""
    charter, organ = charter_of(scenario, state), state.council.organ or scenario.organ
    rule = rule_at(charter, organ, matter)
    if rule is None:
        return 0
    voting = {*scenario.states, *scenario.others}
    members = [member for member in charter.organ(organ).members if member in voting]
    excluded = without_vote(scenario, state)
    return tally(excluding(rule, excluded), dict.fromkeys(members, "yes")).needed


def excluding(rule: DecisionRule, seats: frozenset[StateId]) -> DecisionRule:
    """The rule with some more members excluded."""
    if isinstance(rule, Combined):
        return Combined(rule.how, tuple(excluding(part, seats) for part in rule.parts))
    return replace(rule, excluded=rule.excluded | seats)
