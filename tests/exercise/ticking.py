"""A clock that is told the time second by second."""

from __future__ import annotations

from crisis_game.exercise.deadlines import Clock


class Ticking:
    """A clock and the time it is told."""

    def __init__(self, clock: Clock, now: float) -> None:
        self.clock = clock
        self.now = now

    def run(self, seconds: int) -> list[int]:
        """Tick each second; at which seconds of these something fell."""
        fell = []
        for second in range(1, seconds + 1):
            self.now += 1
            if self.clock.tick(self.now):
                fell.append(second)
        return fell
