"""Voting power: the published figures, the definition, and the laws of the indices."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from math import factorial

import pytest
from hypothesis import given, settings

from crisis_game.charter.circumstances import resolve
from crisis_game.charter.coalition_counts import PowerTooComplexError
from crisis_game.charter.power import Power, power
from crisis_game.charter.rules import Combined, DecisionRule, Leaf, Share, Whole
from crisis_game.charter.tally import tally
from tests.charter.counting import read_rule, shipped
from tests.charter.random_rules import STATES, rules

PERMANENT = ["CHN", "FRA", "GBR", "RUS", "USA"]
ELECTED = [f"E{number}" for number in range(10)]
EEC = {"DEU": 4, "FRA": 4, "ITA": 4, "BEL": 2, "NLD": 2, "LUX": 1}


def by_definition(rule: DecisionRule, members: tuple[str, ...]) -> dict[str, Power]:
    """The indices by listing every coalition."""

    def carries(coalition: frozenset[str]) -> bool:
        return tally(rule, {one: "yes" if one in coalition else "no" for one in members}).adopted

    sizes = range(len(members) + 1)
    carrying = {frozenset(some) for size in sizes for some in combinations(members, size) if carries(frozenset(some))}
    swings = {one: [some for some in carrying if one in some and some - {one} not in carrying] for one in members}
    critical = sum(map(len, swings.values()))
    orders = factorial(len(members))
    return {
        one: Power(
            Fraction(len(swings[one]), critical or 1),
            Fraction(
                sum(factorial(len(some) - 1) * factorial(len(members) - len(some)) for some in swings[one]), orders
            ),
        )
        for one in members
    }


def test_security_council() -> None:
    rule = read_rule({"kind": "count", "needed": 9, "veto": PERMANENT})
    found = power(rule, PERMANENT + ELECTED)
    assert found["USA"].shapley_shubik == Fraction(421, 2145)
    assert found["E0"].shapley_shubik == Fraction(4, 2145)
    assert float(found["USA"].banzhaf) == pytest.approx(0.16693, abs=5e-6)
    assert float(found["E0"].banzhaf) == pytest.approx(0.01654, abs=5e-6)


def test_council_of_the_six() -> None:
    found = power(read_rule({"kind": "count", "needed": 12, "weights": EEC}), EEC)
    assert found["DEU"] == found["ITA"] == Power(Fraction(5, 21), Fraction(7, 30))
    assert found["NLD"] == Power(Fraction(3, 21), Fraction(3, 20))
    assert found["LUX"] == Power(Fraction(0), Fraction(0))


@settings(max_examples=40, deadline=None)
@given(rules)
def test_indices_follow_their_definition(rule: DecisionRule) -> None:
    assert power(rule, STATES) == by_definition(rule, STATES)


@settings(max_examples=40, deadline=None)
@given(rules)
def test_indices_sum_to_one_unless_no_vote_ever_matters(rule: DecisionRule) -> None:
    found = power(rule, STATES).values()
    assert sum(one.banzhaf for one in found) == sum(one.shapley_shubik for one in found)
    assert sum(one.banzhaf for one in found) in (0, 1)


def test_the_excluded_have_no_power_and_make_the_others_stronger() -> None:
    found = power(read_rule({"kind": "share", "needed": "1/2", "excluded": ["F"]}), STATES)
    assert found["F"] == Power(Fraction(0), Fraction(0))
    assert found["A"] == Power(Fraction(1, 5), Fraction(1, 5))


def test_union_of_twenty_seven_by_states_and_people() -> None:
    eu = shipped("eu")
    rule = eu.organ("eu-council").rule_for("sanctions-regulation")
    assert rule is not None
    found = power(resolve(rule, tables=eu.tables), eu.members)
    population = dict(eu.tables["population"])
    ranked = sorted(eu.members, key=lambda state: -population[state])
    values = [found[state].banzhaf for state in ranked]
    assert values == sorted(values, reverse=True)
    assert sum(values) == 1
    assert sum(one.shapley_shubik for one in found.values()) == 1
    assert found["DEU"].banzhaf > found["FRA"].banzhaf > found["POL"].banzhaf > found["MLT"].banzhaf > 0


def test_diagram_agrees_with_listing_when_all_weights_differ() -> None:
    members = tuple(f"M{number:02d}" for number in range(9))
    one = tuple((member, 3 + 7 * place % 31) for place, member in enumerate(members))
    other = tuple((member, 5 + 11 * place % 29) for place, member in enumerate(members))
    leaves = tuple(Leaf("share", Share(Fraction(3, 5)), "eligible", weights=table) for table in (one, other))
    for how in ("all_of", "any_of"):
        rule = Combined(how, (*leaves, Leaf("count", Whole(7))))
        assert power(rule, members) == by_definition(rule, members)


def test_a_hundred_and_ninety_three_equals() -> None:
    members = [f"M{number:03d}" for number in range(193)]
    found = power(read_rule({"kind": "share", "needed": "2/3"}), members)
    assert set(found.values()) == {Power(Fraction(1, 193), Fraction(1, 193))}


def test_a_rule_too_intricate_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crisis_game.charter.coalition_counts.MOST_STATES", 20)
    weights = tuple((state, 3 + 7 * place % 31) for place, state in enumerate("ABCDEFGHIJKL"))
    with pytest.raises(PowerTooComplexError):
        power(Leaf("share", Share(Fraction(1, 2)), "eligible", weights=weights), "ABCDEFGHIJKL")


def test_a_table_must_be_resolved_first() -> None:
    with pytest.raises(ValueError, match="population"):
        power(Leaf("unanimity", weights="population"), "AB")
