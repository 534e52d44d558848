"""The interval of a difference of two shares, against the figures that its author printed."""

from __future__ import annotations

import pytest

from crisis_game.assessment.confidence_intervals import (
    ONE_SIDE,
    difference,
    interval,
    mean_interval,
    paired_difference,
)


@pytest.mark.parametrize(
    ("here", "there", "whole", "low", "high"),
    [(9, 3, 10, 0.1705, 0.8090), (6, 2, 7, 0.0582, 0.8062), (0, 0, 10, -0.2775, 0.2775), (10, 0, 10, 0.6075, 1.0)],
)
def test_the_interval_of_a_difference_is_newcombes(here: int, there: int, whole: int, low: float, high: float) -> None:
    """Newcombe (1998), table II, method 10: the contrasts with as many cases on both sides."""
    assert difference(here, there, whole) == pytest.approx((low, high), abs=0.00005)
    assert difference(there, here, whole) == pytest.approx((-high, -low), abs=0.00005)


def test_of_no_cases_no_difference_is_known() -> None:
    assert difference(0, 0, 0) == (-1.0, 1.0)
    assert interval(0, 0) == (0.0, 1.0)


def test_the_interval_of_paired_cases_is_newcombes() -> None:
    """The data of Cavo and others (2012), as the R package `contingencytables` 3.1.0 gives their interval."""
    assert paired_difference(59, 6, 16, 80) == pytest.approx((-0.1186, -0.0046), abs=0.00005)
    assert paired_difference(59, 16, 6, 80) == pytest.approx((0.0046, 0.1186), abs=0.00005)


def test_pairs_that_go_together_tell_more_than_two_sides_apart() -> None:
    low, high = paired_difference(10, 2, 2, 10)
    wide_low, wide_high = difference(12, 12, 24)
    assert wide_low < low < high < wide_high


def test_a_bound_on_one_side_is_nearer_than_an_interval() -> None:
    assert 0 < paired_difference(10, 2, 2, 10, ONE_SIDE)[1] < paired_difference(10, 2, 2, 10)[1]


def test_where_all_pairs_agree_the_difference_is_small_and_not_known_to_be_none() -> None:
    low, high = paired_difference(24, 0, 0, 0)
    assert -0.2 < low < 0 < high < 0.2
    assert paired_difference(0, 0, 0, 0) == (-1.0, 1.0)


def test_a_mean_of_equal_values_is_that_value() -> None:
    assert mean_interval([3.0] * 5) == (3.0, 3.0)
    assert mean_interval([2.0, 4.0] * 50) == pytest.approx((2.803, 3.197), abs=0.001)
    assert mean_interval([7.0]) == (float("-inf"), float("inf"))
