"""Streams of what changes: server-sent events, for pages and for programs. Who is slow gets the newest, not all."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.session import Session
from crisis_game.paper.markup import Html
from crisis_game.web.addresses import Address
from crisis_game.web.changes import Changes
from crisis_game.web.lobby import waiting
from crisis_game.web.readers import Readers

HEARTBEAT = 15.0
"""Seconds after which an open stream says that it is."""

RETRY = "retry: 800\n\n"
"""Milliseconds after which a client comes back."""

MOST_STREAMS = 4
"""Open streams of one person; the oldest ends when another is opened."""

News = Callable[[], Iterator[str]]
"""What is new since it was last asked."""


def event(name: str, value: Any) -> str:
    """One event, with its value as JSON in one line."""
    return f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n"


class Streams:
    """The open streams of a lesson."""

    def __init__(self, lesson: Lesson, changes: Changes, readers: Readers) -> None:
        self._lesson, self._changes, self._readers = lesson, changes, readers
        self._open: dict[str, list[object]] = {}
        self._packed: dict[Html, str] = {}
        self._packed_at = -1

    def for_page(self, session: Session, key: str, at: Address) -> AsyncIterator[str]:
        """What a page is sent for somebody: its changing part, when it has changed."""
        shown = ""

        def news() -> Iterator[str]:
            nonlocal shown
            page, due = self._readers.page(session, self._lesson.attendee(key), at)
            if page != shown:
                shown = page
                yield self._page_event(page, due)
            yield from self._clock()

        return self._kept_open(key, news)

    def for_waiting(self, key: str) -> AsyncIterator[str]:
        """What a page of the waiting room is sent for somebody, until the exercise begins."""
        shown = ""

        def news() -> Iterator[str]:
            nonlocal shown
            if self._lesson.session is not None:
                yield event("over", {})
                return
            page = waiting(self._lesson, self._lesson.attendee(key))
            if page != shown:
                shown = page
                yield event("page", {"html": page})

        return self._kept_open(key, news)

    def _page_event(self, page: Html, due: str) -> str:
        """A page on its way, packed once for all who are shown the same."""
        if self._packed_at != self._changes.version:
            self._packed.clear()
            self._packed_at = self._changes.version
        if page not in self._packed:
            self._packed[page] = event("page", {"html": page, "due": due})
        return self._packed[page]

    def _clock(self) -> Iterator[str]:
        clock = self._lesson.clock
        if clock is not None:
            left = clock.left
            yield event("clock", {"left": None if left is None else round(left, 1), "paused": clock.stands})

    async def _kept_open(self, key: str, news: News) -> AsyncIterator[str]:
        """Ask for news at every change, and say that the stream is open where there was none for long."""
        mine = object()
        opened = self._open.setdefault(key, [])
        opened.append(mine)
        del opened[:-MOST_STREAMS]
        self._lesson.opened(key)
        try:
            yield RETRY
            while mine in opened and not self._changes.over:
                version = self._changes.version
                for words in news():
                    yield words
                if not await self._changes.after(version, HEARTBEAT):
                    yield ": here\n\n"
            if mine not in opened:
                yield event("moved", {})
        finally:
            if mine in opened:
                opened.remove(mine)
            self._lesson.left(key)
