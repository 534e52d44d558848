"""What is new at the host's: who came, who knocks, what everybody has learnt. Each thing once."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.exercise.lesson import Lesson
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Text


class HostNews:
    """Tells what has happened since it was asked last; at first, what has happened since it was made."""

    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._in = {attendee.key for attendee in lesson.attendees if attendee.tokens}
        self._knocking: set[str] = set()
        self._heard = len(lesson.session.own_log(FACILITATOR)) if lesson.session is not None else 0

    def sentences(self) -> tuple[Text, ...]:
        """What is new, oldest first."""
        return (*self._at_the_door(), *self._in_play())

    def _at_the_door(self) -> Iterator[Text]:
        for attendee in self._lesson.attendees:
            if attendee.tokens and attendee.key not in self._in:
                self._in.add(attendee.key)
                yield Text("{name} came in, for {seat:state}.", {"name": attendee.name, "seat": attendee.seat})
        for knock in self._lesson.knocks:
            if knock.token not in self._knocking:
                name = self._lesson.attendee(knock.key).name
                yield Text("{name} knocks from another device.", {"name": name})
        self._knocking = {knock.token for knock in self._lesson.knocks}

    def _in_play(self) -> Iterator[Text]:
        session = self._lesson.session
        if session is None:
            return
        log = session.own_log(FACILITATOR)
        new, self._heard = log[self._heard :], len(log)
        for step in new:
            for event in step.events:
                if event.to is None and (sentence := event.tell()) is not None:
                    yield sentence
        if new and not session.finished:
            yield Text("Waits for {seats:state}.", {"seats": session.waiting()})
