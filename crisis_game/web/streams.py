"""Streams of what changes: server-sent events, for pages and for programs. Who is slow gets the newest, not all."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping
from contextlib import aclosing

from crisis_game.exercise.error_report import sentence
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.network.feed import SeatFeed
from crisis_game.paper.markup import Html
from crisis_game.web.addresses import Address
from crisis_game.web.changes import Changes
from crisis_game.web.council_news import CouncilNews, event
from crisis_game.web.lobby import waiting

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


class Streams:
    """The open streams of a lesson.

    Args:
        lesson: whose.
        news: of each council, by its name.
        changes: grows with everything that happens in any of them, for the facilitator's pages.
    """

    def __init__(self, lesson: Lesson, news: Mapping[str, CouncilNews], changes: Changes) -> None:
        self._lesson, self._news, self._changes = lesson, news, changes
        self._open: dict[str, list[object]] = {}

    def for_page(self, key: str, at: Address) -> AsyncIterator[bytes]:
        """What a page is sent for somebody: its changing part, when it has changed."""
        shown = ""

        def news() -> Iterator[bytes]:
            nonlocal shown
            attendee, of_council = self._whose(key)
            session = of_council.council.session
            if session is None:  # they were moved to a council that waits
                yield event("over", {})
                return
            page, due = of_council.readers.page(session, attendee, at)
            if page != shown:
                shown = page
                yield of_council.page(page, due)
            yield from of_council.clock()
            yield from (event("nudge", {"words": words}) for words in self._lesson.nudges.take(key))

        return self._of_person(key, news)

    def for_waiting(self, key: str) -> AsyncIterator[bytes]:
        """What a page of the waiting room is sent for somebody, until the exercise begins."""
        shown = ""

        def news() -> Iterator[bytes]:
            nonlocal shown
            attendee, of_council = self._whose(key)
            if of_council.council.session is not None:
                yield event("over", {})
                return
            page = waiting(self._lesson, attendee)
            if page != shown:
                shown = page
                yield event("page", {"html": page})

        return self._of_person(key, news)

    def for_program(self, key: str) -> AsyncIterator[bytes]:
        """What a program is sent for somebody: all that the seat may have, then what changes of it."""
        had: tuple[SeatFeed | None, int] = (None, 0)

        def news() -> Iterator[bytes]:
            nonlocal had
            attendee, of_council = self._whose(key)
            session = of_council.council.session
            if session is None:
                people = [who.name for who in of_council.council.people]
                yield event("waiting", {"seat": attendee.seat, "begun": False, "people": people})
                return
            feed = of_council.feed(session, attendee.seat)
            message = feed.since(had[1]) if had[0] is feed else feed.whole()
            if message is not None:
                had = feed, message["v"]
                yield event("patch" if "from" in message else "whole", message)
            yield from of_council.clock()

        return self._of_person(key, news)

    def for_desk(self, path: str, shown_now: Callable[[], Html], council: str | None) -> AsyncIterator[bytes]:
        """What a page of the facilitator's is sent: its changing part, when it has changed, and each few seconds.

        Streams are counted by the page's path: projectors, whose address many may know, never end the desk's.
        `council` is the one whose clock runs on the page; None for none.
        """
        shown = ""

        def news() -> Iterator[bytes]:
            nonlocal shown
            page = shown_now()
            if page != shown:
                shown = page
                yield event("page", {"html": page})
            if council is not None:
                yield from self._news[council].clock()

        return self._kept_open(path, news, lambda: self._changes, LOOKED_AT_EACH)

    def _whose(self, key: str) -> tuple[Attendee, CouncilNews]:
        """Somebody, and the council in which they are now."""
        attendee = self._lesson.attendee(key)
        return attendee, self._news[attendee.council]

    async def _of_person(self, key: str, news: News) -> AsyncIterator[bytes]:
        """A stream of somebody who is here as long as it is open."""
        presence = self._lesson.presence
        kept_open = self._kept_open(key, news, lambda: self._whose(key)[1].changes, HEARTBEAT)
        presence.opened(key)
        try:
            async with aclosing(kept_open):
                async for told in kept_open:
                    yield told
        finally:
            presence.left(key)

    async def _kept_open(
        self, key: str, news: News, changes: Callable[[], Changes], seconds: float
    ) -> AsyncGenerator[bytes, None]:
        """Ask for news at every change, and after so many seconds without one.

        `key` is a person's, or the path of a page of the facilitator's.
        """
        mine = object()
        opened = self._open.setdefault(key, [])
        opened.append(mine)
        del opened[:-MOST_STREAMS]
        try:
            yield RETRY
            while mine in opened and not changes().over:
                watched, version = changes(), changes().version
                if told := b"".join(news()):
                    yield told
                if not await watched.after(version, seconds):
                    yield b": here\n\n"
            if mine not in opened:
                yield event("moved", {})
        except Exception as mistake:  # what has begun has no status any more: it is told in the stream, and kept
            yield event("nudge", {"words": sentence(mistake)})
        finally:
            if mine in opened:
                opened.remove(mine)
