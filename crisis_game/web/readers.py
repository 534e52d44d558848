"""What each person is shown: their seat as it is now, what they have read, and the debrief once it is made."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review
from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.session import Session
from crisis_game.pages.debrief.exit_sentences import own_sentence
from crisis_game.paper.markup import Html
from crisis_game.scenario.ids import SeatId
from crisis_game.web.addresses import Address
from crisis_game.web.changes import Changes
from crisis_game.web.region import due_words, region
from crisis_game.web.viewer import Viewer, marks

MOST_MARKS = 2000
"""Marks of what somebody has read; who has read more is shown letters as new again."""


class Readers:
    """The pages of a council, each made once for all who are shown the same.

    Args:
        council: whose.
        changes: told of what comes to be shown beside play, such as the debrief.
    """

    def __init__(self, council: Council, changes: Changes) -> None:
        self._council, self._changes = council, changes
        self._read: dict[tuple[str, SeatId], frozenset[str]] = {}
        self._reviews: dict[SeatId, Review | None] = {}
        self._overruled: dict[SeatId, int] = {}
        self._reviewing: set[asyncio.Task[None]] = set()
        self._one_by_one = asyncio.Lock()
        self._made: dict[tuple[object, ...], tuple[Html, str]] = {}
        self._made_at = -1

    def page(self, session: Session, attendee: Attendee, at: Address) -> tuple[Html, str]:
        """The changing part of a page for somebody, but for its clock, and what is due in words."""
        if self._made_at != self._changes.version:
            self._made.clear()
            self._made_at = self._changes.version
        is_head = self._council.head(attendee.seat) == attendee
        reviewed = id(self._review(session, attendee.seat))
        own = own_sentence(session, attendee.seat, attendee.key) if session.finished else ""
        shown = (attendee.seat, is_head, reviewed, own, self._read_by(attendee), at.path)
        if shown not in self._made:
            viewer = replace(self.viewer(session, attendee), left=None)
            self._made[shown] = region(viewer, at), due_words(viewer)
        return self._made[shown]

    def viewer(self, session: Session, attendee: Attendee) -> Viewer:
        """Somebody before a page."""
        clock = self._council.clock
        return Viewer(
            session,
            attendee.seat,
            self._council.language,
            name=attendee.name,
            key=attendee.key,
            left=clock.left if clock else None,
            paused=clock is not None and clock.stands,
            gets_ready=self._council.head(attendee.seat) == attendee,
            read=self._read_by(attendee),
            review=self._review(session, attendee.seat),
        )

    def has_read(self, session: Session, attendee: Attendee, at: Address) -> None:
        """A page was shown to somebody who opened it."""
        read = self._read_by(attendee) | marks(self.viewer(session, attendee), at)
        self._read[attendee.key, attendee.seat] = read if len(read) <= MOST_MARKS else frozenset()

    def _read_by(self, attendee: Attendee) -> frozenset[str]:
        """What somebody has read in the seat that they have now; who was moved has another brief to read."""
        return self._read.get((attendee.key, attendee.seat), frozenset())

    def _review(self, session: Session, seat: SeatId) -> Review | None:
        """The debrief for a seat; None until play is over and it is made, beside all else, which takes some seconds.

        Where the facilitator has found otherwise since, the one made before stands until another is made.
        """
        if not session.finished:
            return None
        overruled = _overrulings(session)
        if self._overruled.get(seat) != overruled:
            self._overruled[seat] = overruled
            self._reviews.setdefault(seat, None)
            task = asyncio.get_running_loop().create_task(self._make_review(session, seat))
            self._reviewing.add(task)
            task.add_done_callback(self._reviewing.discard)
        return self._reviews[seat]

    async def _make_review(self, session: Session, seat: SeatId) -> None:
        """Make it, one after the other, so that the first has it soon; what failed is tried again when it is asked for.

        Who waits for it is told of nothing then, or the failure would be asked for again at once.
        """
        try:
            async with self._one_by_one:
                self._reviews[seat] = await asyncio.to_thread(review, session, seat)
        except Exception:
            self._overruled.pop(seat, None)
            return
        self._changes.note()


def _overrulings(session: Session) -> int:
    """How often the facilitator has found otherwise."""
    return sum(isinstance(step.submission.command, OverruleFinding) for step in session.log)
