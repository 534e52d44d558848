"""How often something may happen, counted by who does it: submissions of a token, wrong codes of an address."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from math import ceil

MOST_COUNTED = 10_000
"""Senders that are counted at a time; those longest silent are forgotten first."""


class Window:
    """At most so many times within so many seconds.

    Args:
        most: times.
        seconds: within which they are counted.
        now: seconds of a clock that only goes forward.
    """

    def __init__(self, most: int, seconds: float, now: Callable[[], float]) -> None:
        self._most, self._seconds, self._now = most, seconds, now
        self._times: dict[str, deque[float]] = {}

    def wait(self, sender: str) -> int:
        """Whole seconds that a sender must wait before the next; 0 where it may come now. It does not count it."""
        times = self._recent(sender)
        if len(times) < self._most:
            return 0
        return max(1, ceil(times[0] + self._seconds - self._now()))

    def count(self, sender: str) -> None:
        """Count one time more."""
        times = self._recent(sender)
        times.append(self._now())
        self._times.pop(sender, None)
        self._times[sender] = times
        while len(self._times) > MOST_COUNTED:
            del self._times[next(iter(self._times))]

    def _recent(self, sender: str) -> deque[float]:
        times = self._times.get(sender, deque())
        while times and times[0] <= self._now() - self._seconds:
            times.popleft()
        return times
