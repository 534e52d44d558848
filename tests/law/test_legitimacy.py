"""The profile of legitimacy."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.law.casebook import case, compare, ids
from crisis_game.law.indicators import INDICATORS
from crisis_game.law.legitimacy import AUDIENCES, DIMENSIONS, WARNING, legitimacy
from crisis_game.law.legitimacy_facts import ProcessFacts

GOOD = ProcessFacts(
    legality="lawful",
    consulted=True,
    heard_share=100,
    neighbours_heard=True,
    neighbour_support=100,
    member_support=100,
    world_support=100,
    reasons_given=True,
    verification=100,
    procedure_defects=0,
    unlike_treatment=0,
    end_set=True,
    review_set=True,
    way_back=True,
    inquiry=True,
    redress=True,
    cause=100,
    means_tried=4,
    proportion="lawful",
    aim_reached=True,
    civilian_harm=0,
    exemptions=True,
    aim_worth=100,
    drifted=False,
    burden_gap=0,
)


def test_there_are_sixteen_indicators_in_four_dimensions_with_published_weights() -> None:
    assert len(INDICATORS) == 16
    assert sum(DIMENSIONS.values()) == 100
    for dimension in DIMENSIONS:
        assert sum(indicator.weight for indicator in INDICATORS if indicator.dimension == dimension) == 100


def test_all_good_is_full_marks_for_every_audience() -> None:
    profile = legitimacy(GOOD)
    assert profile.index == pytest.approx(100)
    assert set(profile.audiences) == set(AUDIENCES)
    assert all(value == pytest.approx(100) for value in profile.audiences.values())


def test_legality_weighs_less_than_a_fifth() -> None:
    fidelity = next(indicator for indicator in INDICATORS if indicator.id == "fidelity")
    assert fidelity.weight * DIMENSIONS["throughput"] / 100 < 20


def test_a_good_outcome_does_not_make_up_for_nobody_having_been_asked() -> None:
    unasked = replace(GOOD, consulted=False, heard_share=0, neighbours_heard=False, neighbour_support=0,
                      member_support=0, world_support=0)  # fmt: skip
    assert legitimacy(unasked).dimensions["output"] == pytest.approx(4)
    assert legitimacy(unasked).band != "high"


def test_the_warning_stands_beside_an_unlawful_act_that_is_well_liked() -> None:
    assert legitimacy(replace(GOOD, legality="unlawful")).warning == WARNING
    assert legitimacy(GOOD).warning is None


def test_the_quadrant_names_both_axes_and_averages_neither() -> None:
    values = legitimacy(replace(GOOD, legality="unlawful")).quadrant.values
    assert {name: text.msgid for name, text in values.items()} == {"legality": "unlawful", "band": "high"}


def test_what_is_not_known_widens_the_band_and_scores_nothing() -> None:
    known = legitimacy(GOOD)
    unknown = legitimacy(replace(GOOD, verification=None, burden_gap=None, world_support=None))
    assert unknown.highest - unknown.lowest > known.highest - known.lowest
    assert next(score for score in unknown.scores if score.indicator == "verification").value is None


def test_nothing_known_is_low_confidence_and_a_wide_band() -> None:
    profile = legitimacy(ProcessFacts("insufficient-facts"))
    assert {score.confidence for score in profile.scores if score.value is None} == {"low"}
    assert profile.lowest < profile.highest


@pytest.mark.parametrize("id_", ids())
def test_index_lies_within_its_own_band_of_sensitivity(id_: str) -> None:
    profile = compare(case(id_)).profile
    assert 0 <= profile.lowest <= profile.index <= profile.highest <= 100
    assert all(score.value is None or 0 <= score.value <= 4 for score in profile.scores)


_SHARES = [
    field.name for field in fields(ProcessFacts) if field.name in ("cause", "verification", "aim_worth", "heard_share")
]


@settings(max_examples=60)
@given(st.sampled_from(_SHARES), st.integers(0, 100), st.integers(0, 100))
def test_more_of_a_good_thing_never_lowers_the_index(name: str, share: int, other: int) -> None:
    low, high = sorted((share, other))
    assert legitimacy(replace(GOOD, **{name: low})).index <= legitimacy(replace(GOOD, **{name: high})).index + 1e-9
