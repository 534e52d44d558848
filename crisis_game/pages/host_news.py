"""What is new at the host's: who came, who knocks, what everybody has learnt, who proposes what. Each thing once."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.events.free_moves import MoveProposed
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.sitting import Heard
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Text


class HostNews:
    """Tells what has happened since it was asked last; at first, what has happened since it was made."""

    def __init__(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._in = {attendee.key for attendee in lesson.attendees if attendee.tokens}
        self._knocking: set[str] = set()
        self._heard = {council.name: len(_log(council)) for council in lesson.councils}

    def sentences(self) -> tuple[Text, ...]:
        """What is new, oldest first."""
        in_play = (self._of(council, words) for council in self._lesson.councils for words in self._in_play(council))
        return (*self._at_the_door(), *in_play)

    def _of(self, council: Council, words: Text) -> Text:
        """Words with the name of the council that they are about, where there are several."""
        several = len(self._lesson.councils) > 1
        return Text("{council}: {words}", {"council": council.name, "words": words}) if several else words

    def _at_the_door(self) -> Iterator[Text]:
        for attendee in self._lesson.attendees:
            if attendee.tokens and attendee.key not in self._in:
                self._in.add(attendee.key)
                came = Text("{name} came in, for {seat:state}.", {"name": attendee.name, "seat": attendee.seat})
                yield self._of(self._lesson.council_of(attendee), came)
        for knock in self._lesson.knocks:
            if knock.token not in self._knocking:
                name = self._lesson.attendee(knock.key).name
                yield Text("{name} knocks from another device.", {"name": name})
        self._knocking = {knock.token for knock in self._lesson.knocks}

    def _in_play(self, council: Council) -> Iterator[Text]:
        log = _log(council)
        if len(log) < self._heard[council.name]:
            yield Text("It goes on from the beginning of round {n}.", {"n": _round(council)})
            self._heard[council.name] = len(log)
        new, self._heard[council.name] = log[self._heard[council.name] :], len(log)
        for step in new:
            for event in step.events:
                heard = event.to is None or isinstance(event, MoveProposed)
                if heard and (sentence := event.tell()) is not None:
                    yield sentence
        if new and council.session is not None and not council.session.finished:
            yield Text("Waits for {seats:state}.", {"seats": council.session.waiting()})


def _round(council: Council) -> int:
    return council.session.seen(FACILITATOR).round if council.session is not None else 0


def _log(council: Council) -> list[Heard]:
    return council.session.own_log(FACILITATOR) if council.session is not None else []
