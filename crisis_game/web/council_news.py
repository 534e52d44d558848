"""What the open streams of one council are sent: made and packed once for all who are sent the same."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

from crisis_game.exercise.council import Council
from crisis_game.exercise.session import Session
from crisis_game.network.feed import SeatFeed
from crisis_game.paper.markup import Html
from crisis_game.scenario.ids import SeatId
from crisis_game.web.changes import Changes
from crisis_game.web.readers import Readers


def event(name: str, value: Any) -> bytes:
    """One event, with its value as JSON in one line."""
    return f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n".encode()


class CouncilNews:
    """What is new in a council.

    Args:
        council: which.

    Attributes:
        changes: grows with everything that happens in it, or at the lesson's door.
        readers: makes its pages.
    """

    def __init__(self, council: Council) -> None:
        self.council, self.changes = council, Changes()
        self.readers = Readers(council, self.changes)
        self._feeds: dict[SeatId, SeatFeed] = {}
        self._fed: Session | None = None
        self._packed: dict[Html, bytes] = {}
        self._packed_at = -1
        self._clock_told, self._clock_told_at = b"", (-1, 0)
        council.listen(self.changes.note)

    def feed(self, session: Session, seat: SeatId) -> SeatFeed:
        """What programs are sent of a seat."""
        if self._fed is not session:
            self._feeds.clear()
            self._fed = session
        if seat not in self._feeds:
            self._feeds[seat] = SeatFeed(session, seat)
        return self._feeds[seat]

    def page(self, page: Html, due: str) -> bytes:
        """A page on its way."""
        if self._packed_at != self.changes.version:
            self._packed.clear()
            self._packed_at = self.changes.version
        if page not in self._packed:
            self._packed[page] = event("page", {"html": page, "due": due})
        return self._packed[page]

    def clock(self) -> Iterator[bytes]:
        """The clock, looked at once for all who are told of one change."""
        clock, told_at = self.council.clock, (self.changes.version, int(asyncio.get_running_loop().time()))
        if clock is None:
            return
        if self._clock_told_at != told_at:
            left = clock.left
            told = {"left": None if left is None else round(left, 1), "paused": clock.stands}
            self._clock_told, self._clock_told_at = event("clock", told), told_at
        yield self._clock_told
