"""Minimal coalitions: published numbers, and the definition by listing."""

from __future__ import annotations

from itertools import combinations
from math import comb

import pytest
from hypothesis import given, settings

from crisis_game.charter.circumstances import resolve
from crisis_game.charter.minimal_coalitions import Coalitions, minimal_blocking, minimal_winning
from crisis_game.charter.rules import DecisionRule
from crisis_game.charter.tally import tally
from tests.charter.counting import read_rule, shipped
from tests.charter.random_rules import STATES, rules

PERMANENT = ["CHN", "FRA", "GBR", "RUS", "USA"]
ELECTED = [f"E{number}" for number in range(10)]
EVERY = [frozenset(some) for size in range(len(STATES) + 1) for some in combinations(STATES, size)]


def carries(rule: DecisionRule, coalition: frozenset[str]) -> bool:
    return tally(rule, {state: "yes" if state in coalition else "no" for state in STATES}).adopted


def minimal(working: list[frozenset[str]]) -> set[frozenset[str]]:
    return {coalition for coalition in working if not any(coalition - {member} in working for member in coalition)}


@settings(max_examples=40, deadline=None)
@given(rules)
def test_coalitions_follow_their_definition(rule: DecisionRule) -> None:
    winning = minimal([coalition for coalition in EVERY if carries(rule, coalition)])
    blocking = minimal([coalition for coalition in EVERY if not carries(rule, frozenset(STATES) - coalition)])
    for coalitions, listed in ((minimal_winning(rule, STATES), winning), (minimal_blocking(rule, STATES), blocking)):
        assert coalitions.number == len(listed)
        assert coalitions.smallest == min(map(len, listed), default=None)
        assert {frozenset(coalition) for coalition in coalitions.examples} <= listed


@settings(max_examples=40, deadline=None)
@given(rules)
def test_examples_of_what_is_too_many_to_count_are_minimal(rule: DecisionRule) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crisis_game.charter.minimal_coalitions.MOST_MIXES", 0)
        coalitions = minimal_winning(rule, STATES)
    winning = minimal([coalition for coalition in EVERY if carries(rule, coalition)])
    assert {frozenset(coalition) for coalition in coalitions.examples} <= winning
    assert coalitions.number == (None if winning else 0)


def test_security_council() -> None:
    """Five permanent and four of ten elected members carry; one permanent or seven elected members stop."""
    rule = read_rule({"kind": "count", "needed": 9, "veto": PERMANENT})
    winning, blocking = (find(rule, PERMANENT + ELECTED) for find in (minimal_winning, minimal_blocking))
    assert (winning.number, winning.smallest) == (comb(10, 4), 9)
    assert all(set(PERMANENT) < set(coalition) for coalition in winning.examples)
    assert (blocking.number, blocking.smallest) == (5 + comb(10, 7), 1)


def test_a_hundred_and_ninety_three_equals_are_counted() -> None:
    members = [f"M{number:03d}" for number in range(193)]
    coalitions = minimal_winning(read_rule({"kind": "share", "needed": "2/3", "of": "eligible"}), members)
    assert (coalitions.number, coalitions.smallest) == (comb(193, 129), 129)


def test_union_by_states_and_people_gives_examples() -> None:
    eu = shipped("eu")
    decided = eu.organ("eu-council").rule_for("sanctions-regulation")
    assert decided is not None
    rule = resolve(decided, tables=eu.tables)
    coalitions = minimal_winning(rule, eu.members)
    assert coalitions.number is None
    assert coalitions.smallest == 15
    assert minimal_blocking(rule, eu.members).smallest == 4


def test_where_nobody_can_carry() -> None:
    rule = read_rule({"kind": "count", "needed": 9})
    assert minimal_winning(rule, STATES) == Coalitions(0, None, ())
    assert minimal_blocking(rule, STATES) == Coalitions(1, 0, ((),))
