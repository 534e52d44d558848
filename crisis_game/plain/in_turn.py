"""What asks line by line and waits for answers, run beside a loop that must not wait: they take turns.

While it thinks the loop stands still, so that nothing changes under it; while it waits for an answer the loop runs.
"""

from __future__ import annotations

import queue
from collections.abc import Awaitable, Callable
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")
Answer = Callable[[], Awaitable[str]]
"""Waits for the next line; empty where none comes any more."""


class InTurn(Generic[Result]):
    """Answers for something that asks, read by a loop.

    Args:
        ask: asks, with these answers to read from; may end by a fault, which is raised in the loop.
        isatty: whether a person types there.
    """

    def __init__(self, ask: Callable[[InTurn[Result]], Result], *, isatty: bool) -> None:
        self._ask, self._isatty = ask, isatty
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._waits: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._result: list[Result] = []
        self._fault: Exception | None = None

    async def run(self, answer: Answer) -> Result:
        """What comes of the asking. Raises what it raised."""
        thread = Thread(target=self._think, daemon=True)
        thread.start()
        try:
            while self._waits.get():
                self._lines.put(await answer())
        finally:
            self._lines.put("")  # whoever still asks has no more answers
        if self._fault is not None:
            raise self._fault
        return self._result[0]

    def readline(self) -> str:
        """The next line, once the loop has one."""
        self._waits.put(True)
        return self._lines.get()

    def isatty(self) -> bool:
        """Whether a person types there, who sees the words already."""
        return self._isatty

    def _think(self) -> None:
        try:
            self._result.append(self._ask(self))
        except Exception as fault:  # raised where it is waited for
            self._fault = fault
        finally:
            self._waits.put(False)
