"""What tells open streams that something has changed: at most once within a twentieth of a second."""

from __future__ import annotations

import asyncio

AT_MOST_EACH = 0.05
"""Seconds: a burst of changes, such as a beat that closes, is one."""


class Changes:
    """A number that grows with every change, and waiting for it to grow.

    Attributes:
        version: the number.
        over: whether nothing will change any more, so that whoever waits may go.
    """

    def __init__(self) -> None:
        self.version = 0
        self.over = False
        self._grown = asyncio.Event()
        self._timer: asyncio.TimerHandle | None = None

    def note(self) -> None:
        """Something has changed."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(AT_MOST_EACH, self._grow)

    async def after(self, version: int, seconds: float) -> bool:
        """Wait until the number is greater than this, at most so many seconds; whether it is."""
        if self.version == version:
            try:
                await asyncio.wait_for(self._grown.wait(), seconds)
            except TimeoutError:
                return False
        return True

    def end(self) -> None:
        """Nothing will change any more."""
        self.over = True
        self._grow()

    def _grow(self) -> None:
        self._timer = None
        self.version += 1
        grown, self._grown = self._grown, asyncio.Event()
        grown.set()
