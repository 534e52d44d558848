"""The interval of a difference of two shares, against the figures that its author printed."""

from __future__ import annotations

import pytest

from crisis_game.assessment.confidence_intervals import difference, interval


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
