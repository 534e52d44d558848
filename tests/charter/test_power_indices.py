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
from crisis_game.charter.power_estimates import estimated, only_sum
from crisis_game.charter.rules import Combined, DecisionRule, Leaf, Share, Whole
from crisis_game.charter.tally import tally
from crisis_game.charter.weighted_sums import condition_of
from tests.charter.counting import read_rule, shipped
from tests.charter.random_rules import STATES, rules

PERMANENT = ["CHN", "FRA", "GBR", "RUS", "USA"]
ELECTED = [f"E{number}" for number in range(10)]
EEC = {"DEU": 4, "FRA": 4, "ITA": 4, "BEL": 2, "NLD": 2, "LUX": 1}


def by_definition(rule: DecisionRule, members: tuple[str, ...]) -> dict[str, Power]:
    """The indices by listing every coalition."""

    def carries(coalition: frozenset[str]) -> bool:
        return tally(rule, {member: "yes" if member in coalition else "no" for member in members}).adopted

    sizes = range(len(members) + 1)
    carrying = {frozenset(some) for size in sizes for some in combinations(members, size) if carries(frozenset(some))}
    swings = {
        member: [some for some in carrying if member in some and some - {member} not in carrying] for member in members
    }
    critical = sum(map(len, swings.values()))
    orders = factorial(len(members))
    return {
        member: Power(
            Fraction(len(swings[member]), critical or 1),
            Fraction(
                sum(factorial(len(some) - 1) * factorial(len(members) - len(some)) for some in swings[member]), orders
            ),
        )
        for member in members
    }


def test_security_council() -> None:
    rule = read_rule({"kind": "count", "needed": 9, "veto": PERMANENT})
    indices = power(rule, PERMANENT + ELECTED)
    assert indices["USA"].shapley_shubik == Fraction(421, 2145)
    assert indices["E0"].shapley_shubik == Fraction(4, 2145)
    assert float(indices["USA"].banzhaf) == pytest.approx(0.16693, abs=5e-6)
    assert float(indices["E0"].banzhaf) == pytest.approx(0.01654, abs=5e-6)


def test_council_of_the_six() -> None:
    indices = power(read_rule({"kind": "count", "needed": 12, "weights": EEC}), EEC)
    assert indices["DEU"] == indices["ITA"] == Power(Fraction(5, 21), Fraction(7, 30))
    assert indices["NLD"] == Power(Fraction(3, 21), Fraction(3, 20))
    assert indices["LUX"] == Power(Fraction(0), Fraction(0))


@settings(max_examples=40, deadline=None)
@given(rules)
def test_indices_follow_their_definition(rule: DecisionRule) -> None:
    assert power(rule, STATES) == by_definition(rule, STATES)


@settings(max_examples=40, deadline=None)
@given(rules)
def test_indices_sum_to_one_unless_no_vote_ever_matters(rule: DecisionRule) -> None:
    indices = power(rule, STATES).values()
    assert sum(power_index.banzhaf for power_index in indices) == sum(
        power_index.shapley_shubik for power_index in indices
    )
    assert sum(power_index.banzhaf for power_index in indices) in (0, 1)


def test_the_excluded_have_no_power_and_make_the_others_stronger() -> None:
    indices = power(read_rule({"kind": "share", "needed": "1/2", "excluded": ["F"]}), STATES)
    assert indices["F"] == Power(Fraction(0), Fraction(0))
    assert indices["A"] == Power(Fraction(1, 5), Fraction(1, 5))


def test_union_of_twenty_seven_by_states_and_people() -> None:
    eu = shipped("eu")
    rule = eu.organ("eu-council").rule_for("sanctions-regulation")
    assert rule is not None
    indices = power(resolve(rule, tables=eu.tables), eu.members)
    population = dict(eu.tables["population"])
    ranked = sorted(eu.members, key=lambda state: -population[state])
    values = [indices[state].banzhaf for state in ranked]
    assert values == sorted(values, reverse=True)
    assert sum(values) == 1
    assert sum(power_index.shapley_shubik for power_index in indices.values()) == 1
    assert indices["DEU"].banzhaf > indices["FRA"].banzhaf > indices["POL"].banzhaf > indices["MLT"].banzhaf > 0


def test_diagram_agrees_with_listing_when_all_weights_differ() -> None:
    members = tuple(f"M{number:02d}" for number in range(9))
    first = tuple((member, 3 + 7 * place % 31) for place, member in enumerate(members))
    other = tuple((member, 5 + 11 * place % 29) for place, member in enumerate(members))
    leaves = tuple(Leaf("share", Share(Fraction(3, 5)), "eligible", weights=table) for table in (first, other))
    for how in ("all_of", "any_of"):
        rule = Combined(how, (*leaves, Leaf("count", Whole(7))))
        assert power(rule, members) == by_definition(rule, members)


def test_a_hundred_and_ninety_three_equals() -> None:
    members = [f"M{number:03d}" for number in range(193)]
    indices = power(read_rule({"kind": "share", "needed": "2/3"}), members)
    assert set(indices.values()) == {Power(Fraction(1, 193), Fraction(1, 193))}


def test_a_rule_too_intricate_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crisis_game.charter.coalition_counts.MOST_STATES", 20)
    weights = tuple((state, 3 + 7 * place % 31) for place, state in enumerate("ABCDEFGHIJKL"))
    with pytest.raises(PowerTooComplexError):
        power(Leaf("share", Share(Fraction(1, 2)), "eligible", weights=weights), "ABCDEFGHIJKL")


@pytest.mark.parametrize("share", [Fraction(1, 2), Fraction(17, 20)])
def test_an_estimate_is_as_near_to_the_exact_answer_as_it_says(share: Fraction) -> None:
    weights = {f"M{place:02d}": 40_000 // (place + 2) + 17 * place for place in range(22)}
    rule = Leaf("share", Share(share), "eligible", weights=tuple(sorted(weights.items())))
    sum_ = only_sum(condition_of(rule, frozenset(weights)))
    assert sum_ is not None
    estimate, error = estimated(sum_)
    exact = power(rule, weights)
    for member, (banzhaf, shapley_shubik) in estimate.items():
        assert abs(banzhaf - float(exact[member].banzhaf)) < 2 * error + 1e-9
        assert abs(shapley_shubik - float(exact[member].shapley_shubik)) < 2 * error + 1e-9
    assert error < 0.001


def test_a_table_must_be_resolved_first() -> None:
    with pytest.raises(ValueError, match="population"):
        power(Leaf("unanimity", weights="population"), "AB")
