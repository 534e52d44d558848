"""Streams of what changes: server-sent events, for programs and for pages. Who is slow gets the newest, not all."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from crisis_game.exercise.lesson import Lesson
from crisis_game.web.changes import Changes

HEARTBEAT = 15.0
"""Seconds after which an open stream says that it is."""

RETRY = "retry: 800\n\n"
"""Milliseconds after which a client comes back."""


def event(name: str, value: Any) -> str:
    """One event, with its value as JSON in one line."""
    return f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n"


class Streams:
    """The open streams of a lesson."""

    def __init__(self, lesson: Lesson, changes: Changes) -> None:
        self._lesson, self._changes = lesson, changes

    async def for_program(self, key: str) -> AsyncIterator[str]:
        """What a program is sent for somebody."""
        yield RETRY
        async for words in self._kept_open(key, lambda: iter(())):
            yield words

    async def _kept_open(self, key: str, news: Any) -> AsyncIterator[str]:
        """Ask for news at every change, and say that the stream is open where there was none for long."""
        self._lesson.opened(key)
        try:
            while True:
                version = self._changes.version
                for words in news():
                    yield words
                if not await self._changes.after(version, HEARTBEAT):
                    yield ": here\n\n"
        finally:
            self._lesson.left(key)
