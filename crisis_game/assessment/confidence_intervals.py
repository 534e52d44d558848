"""Intervals in which a share, or the difference of two shares, lies with 95 per cent certainty.

For where only some of all cases were looked at. A share after Wilson, "Probable Inference, the Law of Succession, and
Statistical Inference", Journal of the American Statistical Association 22 (1927); a difference after Newcombe,
"Interval Estimation for the Difference Between Independent Proportions: Comparison of Eleven Methods", Statistics in
Medicine 17 (1998), method 10; of pairs after the same, "Improved Confidence Intervals for the Difference between
Binomial Proportions Based on Paired Data", in the same volume, method 10. A mean by the normal distribution.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, stdev

BOTH_SIDES = 1.959964
"""Standard deviations on both sides that hold 95 per cent of a normal distribution."""

ONE_SIDE = 1.644854
"""Standard deviations on one side, with all that lies on the other, that do."""


def interval(part: float, whole: int, certainty: float = BOTH_SIDES) -> tuple[float, float]:
    """The lowest and the highest share, 0 to 1, that `part` of `whole` cases speak for; all of it for a whole of 0.

    Args:
        part: how many cases; a fraction where each case is the mean of several that hang together.
        whole: how many cases in all.
        certainty: in standard deviations, `BOTH_SIDES` or `ONE_SIDE`.
    """
    if not whole:
        return 0.0, 1.0
    share, spread = part / whole, certainty**2 / whole
    middle = (share + spread / 2) / (1 + spread)
    half = certainty * sqrt(share * (1 - share) / whole + spread / (4 * whole)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def difference(here: int, there: int, whole: int) -> tuple[float, float]:
    """The least and the greatest difference of two shares, -1 to 1, each of `whole` cases: `here` less `there`.

    The cases are taken to be independent; where those of both sides share their luck, the interval is too wide rather
    than too narrow.
    """
    if not whole:
        return -1.0, 1.0
    (here_low, here_high), (there_low, there_high) = interval(here, whole), interval(there, whole)
    mine, theirs = here / whole, there / whole
    down = sqrt((mine - here_low) ** 2 + (there_high - theirs) ** 2)
    up = sqrt((here_high - mine) ** 2 + (theirs - there_low) ** 2)
    return mine - theirs - down, mine - theirs + up


def paired_difference(
    both: float, here: float, there: float, neither: float, certainty: float = BOTH_SIDES
) -> tuple[float, float]:
    """The least and the greatest difference of two shares of the same cases, -1 to 1: here less there.

    Args:
        both: how many cases count on both sides; a fraction where each case is the mean of several.
        here: how many count here alone.
        there: how many count there alone.
        neither: how many count on no side.
        certainty: in standard deviations; with `ONE_SIDE` one of the two ends holds alone.
    """
    whole = round(both + here + there + neither)
    if not whole:
        return -1.0, 1.0
    mine, theirs = (both + here) / whole, (both + there) / whole
    (low, high), (low_there, high_there) = (interval(part, whole, certainty) for part in (both + here, both + there))
    alike = _correlation(both, here, there, neither)
    down = _joined(mine - low, high_there - theirs, alike)
    up = _joined(high - mine, theirs - low_there, alike)
    return mine - theirs - down, mine - theirs + up


def mean_interval(values: Sequence[float]) -> tuple[float, float]:
    """The lowest and the highest mean that values speak for: of some thirty or more; of fewer than two nothing."""
    if len(values) < 2:
        return float("-inf"), float("inf")
    middle, half = fmean(values), BOTH_SIDES * stdev(values) / sqrt(len(values))
    return middle - half, middle + half


def _correlation(both: float, here: float, there: float, neither: float) -> float:
    """How far the two sides go together, -1 to 1, with Newcombe's correction towards 0."""
    together = both * neither - here * there
    if together > 0:
        together = max(together - (both + here + there + neither) / 2, 0)
    scale = (both + here) * (there + neither) * (both + there) * (here + neither)
    return together / sqrt(scale) if scale else 0.0


def _joined(mine: float, theirs: float, correlation: float) -> float:
    """The distance that two distances come to, of sides that go together so far."""
    return sqrt(max(mine**2 - 2 * correlation * mine * theirs + theirs**2, 0))
