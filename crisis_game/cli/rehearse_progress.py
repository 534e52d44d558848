"""How far a rehearsal is, on standard error: one line rewritten on a terminal, else a line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

SECONDS_BETWEEN = 5.0
"""Between two lines where nobody's terminal rewrites them."""

Clock = Callable[[], float]


@dataclass(slots=True)
class Progress:
    """Tells how many games are done and how much time is left at this pace."""

    games: int
    out: TextIO
    rewrites: bool
    clock: Clock = time.monotonic
    _began: float = field(init=False)
    _told: float = field(init=False)

    def __post_init__(self) -> None:
        """Start the clock."""
        self._began = self._told = self.clock()

    def __call__(self, done: int) -> None:
        """So many games are done."""
        now = self.clock()
        words = f"{done} of {self.games} games"
        if done < self.games:
            words += f", {duration((now - self._began) * (self.games - done) / done)} left"
        if self.rewrites:
            self.out.write(f"\r\x1b[K{words}" + ("\n" if done == self.games else ""))
        elif now - self._told >= SECONDS_BETWEEN:
            self._told = now
            self.out.write(f"{words}\n")
        self.out.flush()


def progress(games: int, quiet: bool) -> Progress | None:
    """What tells of progress on standard error; None where nobody wants it."""
    return None if quiet else Progress(games, sys.stderr, sys.stderr.isatty())


def duration(seconds: float) -> str:
    """A time in words: `45 s`, `3 min 5 s`, `2 h 10 min`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
