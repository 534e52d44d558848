"""Who of a lesson's people is here now, by the pages that they have open and by what was heard of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

HERE_FOR = 60.0
"""Seconds after which somebody of whom nothing was heard counts as away, where no page of theirs is open."""


class Presence:
    """People by their keys.

    Args:
        now: seconds of a clock that only goes forward.
        tell: called when a page was opened or closed.
    """

    def __init__(self, now: Callable[[], float], tell: Callable[[], None]) -> None:
        self._now, self._tell = now, tell
        self._pages: Counter[str] = Counter()
        self._heard: dict[str, float] = {}

    def is_here(self, key: str) -> bool:
        """Whether a page of theirs is open, or something was heard of them within a minute."""
        return self._pages[key] > 0 or self.idle(key) < HERE_FOR

    def idle(self, key: str) -> float:
        """Seconds since somebody last did something."""
        return self._now() - self._heard.get(key, float("-inf"))

    def hear(self, key: str) -> None:
        """Something was heard of somebody."""
        self._heard[key] = self._now()

    def opened(self, key: str) -> None:
        """A page of theirs is open from now on."""
        self._pages[key] += 1
        self._tell()

    def left(self, key: str) -> None:
        """A page of theirs was closed."""
        self._pages[key] -= 1
        self._tell()
