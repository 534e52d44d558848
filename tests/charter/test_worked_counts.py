"""How many in favour carry a text, and how many against stop it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from crisis_game.charter.circumstances import Circumstances, rule_at
from crisis_game.charter.minimal_coalitions import minimal_blocking, minimal_winning
from crisis_game.charter.rules import DecisionRule, Leaf
from crisis_game.charter.worked_counts import counts_heads, least_against, least_in_favour
from tests.charter.counting import shipped
from tests.charter.random_rules import STATES, leaves

STRUCK = Circumstances.of({"victim": ("BEL",)})


def hesk(matter: str) -> tuple[DecisionRule, tuple[str, ...]]:
    charter = shipped("hesk-compact")
    rule = rule_at(charter, "council", matter, STRUCK)
    assert rule is not None
    return rule, charter.organ("council").members


@pytest.mark.parametrize(
    ("matter", "all_vote", "one_abstains", "one_is_away", "against"),
    [
        ("statement", 4, 3, 3, 3),
        ("sanctions", 4, 4, 4, 3),
        ("suspension", 5, 5, 5, 2),
        ("armed-force", 5, 5, 5, 2),
        ("amendment", 6, None, None, 1),
    ],
)
def test_the_council_of_six(
    matter: str, all_vote: int, one_abstains: int | None, one_is_away: int | None, against: int
) -> None:
    rule, members = hesk(matter)

    assert least_in_favour(rule, members) == all_vote
    assert least_in_favour(rule, members, abstaining=1) == one_abstains
    assert least_in_favour(rule, members, absent=1) == one_is_away
    assert least_against(rule, members) == against


def test_who_has_a_veto_is_not_among_those_who_stop_it_by_number() -> None:
    charter = shipped("un")
    organ = charter.organ("security-council")
    rule = rule_at(charter, organ.id, "sanctions")
    assert rule is not None

    assert least_in_favour(rule, organ.members) == 9
    assert least_against(rule, organ.members) == 7


@settings(max_examples=60, deadline=None)
@given(leaves())
def test_they_are_the_smallest_coalitions_where_every_member_counts_the_same(leaf: Leaf) -> None:
    bare = replace(leaf, weights=None, veto=frozenset(), excluded=frozenset(), only=None, opt_out_block=())
    plain = replace(bare, casting=None)
    assert counts_heads(plain)
    winning, blocking = minimal_winning(plain, STATES).smallest, minimal_blocking(plain, STATES).smallest

    assert least_in_favour(plain, STATES) == winning
    if winning is not None:
        assert least_against(plain, STATES) == blocking
