"""Intervals in which a share, or the difference of two shares, lies with 95 per cent certainty.

For where only some of all cases were looked at. A share after Wilson, "Probable Inference, the Law of Succession, and
Statistical Inference", Journal of the American Statistical Association 22 (1927); a difference after Newcombe,
"Interval Estimation for the Difference Between Independent Proportions: Comparison of Eleven Methods", Statistics in
Medicine 17 (1998), method 10.
"""

from __future__ import annotations

from math import sqrt

_CERTAINTY = 1.959964
"""Standard deviations on both sides that hold 95 per cent of a normal distribution."""


def interval(part: int, whole: int) -> tuple[float, float]:
    """The lowest and the highest share, 0 to 1, that `part` of `whole` cases speak for; all of it for a whole of 0."""
    if not whole:
        return 0.0, 1.0
    share, spread = part / whole, _CERTAINTY**2 / whole
    middle = (share + spread / 2) / (1 + spread)
    half = _CERTAINTY * sqrt(share * (1 - share) / whole + spread / (4 * whole)) / (1 + spread)
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
