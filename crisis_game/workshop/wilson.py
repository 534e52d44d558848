"""The interval in which a share lies with 95 per cent certainty, where only some of all cases were looked at.

After Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
Statistical Association 22 (1927).
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
