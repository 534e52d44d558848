from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.assessment.fairness import burden_sharing, consistency, gini
from crisis_game.engine.state import ActiveMeasure, IncidentState
from crisis_game.scenario.model import Scenario
from tests.assessment.games import game, scenario
from tests.engine import builders


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=8))
def test_gini_lies_between_nothing_and_all_and_does_not_change_with_the_unit(values: list[int]) -> None:
    coefficient = gini(values)
    assert (coefficient is None) == (sum(values) == 0)
    if coefficient is not None:
        assert 0 <= coefficient < 100
        assert coefficient == gini([3 * value for value in values])


def test_gini_of_equal_shares_is_nothing_and_of_one_who_pays_all_is_the_most() -> None:
    assert gini([4, 4, 4, 4]) == 0
    assert gini([0, 0, 0, 8]) == 75
    assert gini([0, 0]) is None


def test_burdens_are_set_beside_means() -> None:
    sheet, state = scenario("tiny"), game("tiny").state.fork()
    means = {member: sum(sheet.states[member].means.values()) for member in sheet.members}
    for seat in sheet.members:
        state.accounts[seat].given, state.accounts[seat].redress = means[seat], 0
    fair = burden_sharing(sheet, state)
    assert (fair.gap, fair.gini) == (0, 0)
    spared, *others = sheet.members
    for seat in others:
        state.accounts[seat].given = 0
    unfair = burden_sharing(sheet, state)
    assert unfair.gap == 100 * sum(means[seat] for seat in others) // sum(means.values())
    assert [row.cost_share for row in unfair.members] == [100 if row.seat == spared else 0 for row in unfair.members]
    state.accounts[spared].given = 0
    assert burden_sharing(sheet, state).gap is None


@pytest.fixture
def twins() -> Scenario:
    """Two incidents as grave as each other: one by the adversary, the other by a member."""
    sheet = builders.tiny()
    first = next(iter(sheet.incidents.values()))
    claim = next(
        candidate for candidate in sheet.claims.values() if candidate.accuses and candidate.incident == first.id
    )
    twin = replace(first, id="twin", author="AAA")
    accused = replace(claim, id="twin-claim", accuses="AAA", incident="twin")
    return builders.tiny(incidents={**sheet.incidents, "twin": twin}, claims={**sheet.claims, "twin-claim": accused})


def test_like_cases_answered_alike_are_consistent_and_a_spared_ally_is_not(twins: Scenario) -> None:
    state = builders.opened(twins)
    state.world.incidents["twin"] = IncidentState(1)
    claims = [claim for claim in twins.claims.values() if claim.accuses]
    state.knowledge.public.update({claim.id: "probable" for claim in claims})
    assert consistency(twins, state).unlike == 0
    state.measures["AAA-r1/escort"] = ActiveMeasure(
        "AAA-r1/escort", "escort", "XXX", None, "AAA", "retorsion", "passage", 1
    )
    uneven = consistency(twins, state)
    rung = twins.measures["escort"].rung
    assert uneven.unlike == 10 * rung
    assert "twin" in (uneven.pair or ())
    assert {case.incident: case.member for case in uneven.cases}["twin"]
    state.knowledge.public["twin-claim"] = "rumoured"
    assert consistency(twins, state).unlike == max(0, 10 * (rung - 2 * 2))


def test_one_case_alone_cannot_be_compared() -> None:
    sheet = builders.tiny()
    assert consistency(sheet, builders.opened(sheet)).unlike is None
