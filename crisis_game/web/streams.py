"""Streams of what changes: server-sent events, for pages and for programs. Who is slow gets the newest, not all."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

from crisis_game.exercise.error_report import sentence
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.session import Session
from crisis_game.network.feed import SeatFeed
from crisis_game.paper.markup import Html
from crisis_game.scenario.ids import SeatId
from crisis_game.web.addresses import Address
from crisis_game.web.changes import Changes
from crisis_game.web.lobby import waiting
from crisis_game.web.readers import Readers

HEARTBEAT = 15.0
"""Seconds after which an open stream says that it is."""

RETRY = b"retry: 800\n\n"
"""Milliseconds after which a client comes back."""

LOOKED_AT_EACH = 5.0
"""Seconds after which the facilitator's page is made anew: it tells how long people have been idle."""

MOST_STREAMS = 4
"""Open streams of one person; the oldest ends when another is opened."""

News = Callable[[], Iterator[bytes]]
"""What is new since it was last asked."""


def event(name: str, value: Any) -> bytes:
    """One event, with its value as JSON in one line."""
    return f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n".encode()


class Streams:
    """The open streams of a lesson."""

    def __init__(self, lesson: Lesson, changes: Changes, readers: Readers) -> None:
        self._lesson, self._changes, self._readers = lesson, changes, readers
        self._open: dict[str, list[object]] = {}
        self._feeds: dict[SeatId, SeatFeed] = {}
        self._packed: dict[Html, bytes] = {}
        self._packed_at = -1
        self._clock_told, self._clock_told_at = b"", (-1, 0)

    def for_page(self, session: Session, key: str, at: Address) -> AsyncIterator[bytes]:
        """What a page is sent for somebody: its changing part, when it has changed."""
        shown = ""

        def news() -> Iterator[bytes]:
            nonlocal shown
            page, due = self._readers.page(session, self._lesson.attendee(key), at)
            if page != shown:
                shown = page
                yield self._page_event(page, due)
            yield from self._clock()
            yield from (event("nudge", {"words": words}) for words in self._lesson.nudges.take(key))

        return self._kept_open(key, news)

    def for_waiting(self, key: str) -> AsyncIterator[bytes]:
        """What a page of the waiting room is sent for somebody, until the exercise begins."""
        shown = ""

        def news() -> Iterator[bytes]:
            nonlocal shown
            if self._lesson.session is not None:
                yield event("over", {})
                return
            page = waiting(self._lesson, self._lesson.attendee(key))
            if page != shown:
                shown = page
                yield event("page", {"html": page})

        return self._kept_open(key, news)

    def for_program(self, key: str) -> AsyncIterator[bytes]:
        """What a program is sent for somebody: all that the seat may have, then what changes of it."""
        had: tuple[SeatId, int] = ("", 0)

        def news() -> Iterator[bytes]:
            nonlocal had
            attendee, session = self._lesson.attendee(key), self._lesson.session
            if session is None:
                people = [who.name for who in self._lesson.attendees if who.tokens]
                yield event("waiting", {"seat": attendee.seat, "begun": False, "people": people})
                return
            feed = self._feed(session, attendee.seat)
            message = feed.since(had[1]) if had[0] == attendee.seat else feed.whole()
            if message is not None:
                had = (attendee.seat, message["v"])
                yield event("patch" if "from" in message else "whole", message)
            yield from self._clock()

        return self._kept_open(key, news)

    def _feed(self, session: Session, seat: SeatId) -> SeatFeed:
        if seat not in self._feeds:
            self._feeds[seat] = SeatFeed(session, seat)
        return self._feeds[seat]

    def for_desk(self, path: str, shown_now: Callable[[], Html]) -> AsyncIterator[bytes]:
        """What a page of the facilitator's is sent: its changing part, when it has changed, and each few seconds.

        Streams are counted by the page's path: projectors, whose address many may know, never end the desk's.
        """
        shown = ""

        def news() -> Iterator[bytes]:
            nonlocal shown
            page = shown_now()
            if page != shown:
                shown = page
                yield event("page", {"html": page})
            yield from self._clock()

        return self._kept_open(path, news, LOOKED_AT_EACH)

    def _page_event(self, page: Html, due: str) -> bytes:
        """A page on its way, packed once for all who are shown the same."""
        if self._packed_at != self._changes.version:
            self._packed.clear()
            self._packed_at = self._changes.version
        if page not in self._packed:
            self._packed[page] = event("page", {"html": page, "due": due})
        return self._packed[page]

    def _clock(self) -> Iterator[bytes]:
        """The clock, looked at once for all who are told of one change."""
        clock, told_at = self._lesson.clock, (self._changes.version, int(asyncio.get_running_loop().time()))
        if clock is None:
            return
        if self._clock_told_at != told_at:
            left = clock.left
            told = {"left": None if left is None else round(left, 1), "paused": clock.stands}
            self._clock_told, self._clock_told_at = event("clock", told), told_at
        yield self._clock_told

    async def _kept_open(self, key: str, news: News, seconds: float = HEARTBEAT) -> AsyncIterator[bytes]:
        """Ask for news at every change, and after so many seconds without one.

        `key` is a person's, who is here then, or the path of a page of the facilitator's.
        """
        mine, is_person = object(), not key.startswith("/")
        opened = self._open.setdefault(key, [])
        opened.append(mine)
        del opened[:-MOST_STREAMS]
        if is_person:
            self._lesson.presence.opened(key)
        try:
            yield RETRY
            while mine in opened and not self._changes.over:
                version = self._changes.version
                if told := b"".join(news()):
                    yield told
                if not await self._changes.after(version, seconds):
                    yield b": here\n\n"
            if mine not in opened:
                yield event("moved", {})
        except Exception as mistake:  # what has begun has no status any more: it is told in the stream, and kept
            yield event("nudge", {"words": sentence(mistake)})
        finally:
            if mine in opened:
                opened.remove(mine)
            if is_person:
                self._lesson.presence.left(key)
