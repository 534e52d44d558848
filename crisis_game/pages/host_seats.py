"""The seats of a council as the facilitator's page has them: people, idle time, what is due."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.sitting import PERSON
from crisis_game.pages.clock import clock_words
from crisis_game.pages.parts import NOTHING, Line, Run, line, run
from crisis_game.pages.seats_at_work import AtWork
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

LONG_IDLE = 90
"""Seconds of silence after which it is told with a warning."""

PEOPLE_WIDTH, IDLE_WIDTH, STATE_WIDTH = 18, 5, 24
"""Letters of the names of a seat's people, of a time and of what is due; longer ones push the rest on."""


def seat_line(council: Council, at_work: AtWork, seat: SeatId) -> Line:
    """One seat in one line."""
    return line(
        Run(Text("{seat:state}", {"seat": seat}), "strong", council.scenario.states[seat].sign, at_work.name_width),
        run("  "),
        _people(council, at_work, seat),
        run("  "),
        _idle(council, council.at(seat)),
        run("  "),
        *_state(council, at_work, seat),
    )


def _people(council: Council, at_work: AtWork, seat: SeatId) -> Run:
    people = council.at(seat)
    if council.session is not None and council.session.holders[seat] != PERSON:
        since = at_work.handed_in(seat)
        words = Text("policy since r{n}", {"n": since}) if since else Text("policy")
        return Run(words, "quiet", width=PEOPLE_WIDTH)
    if not people:
        return Run(Text("nobody yet"), "quiet", width=PEOPLE_WIDTH)
    named = tuple(_named(council, attendee) for attendee in people)
    return Run(Text("{people}", {"people": named}), width=PEOPLE_WIDTH)


def _named(council: Council, attendee: Attendee) -> Text:
    values = {"name": attendee.name}
    if not council.lesson.presence.is_here(attendee.key):
        return Text("{name} (away)", values)
    return Text("{name} (late)", values) if attendee.late else Text("{name}", values)


def _idle(council: Council, people: tuple[Attendee, ...]) -> Run:
    """How long nothing was heard of any of a seat's people."""
    idle = min((council.lesson.presence.idle(attendee.key) for attendee in people), default=inf)
    if idle == inf:
        return Run(NOTHING.words, width=IDLE_WIDTH)
    return Run(Text("{time}", {"time": clock_words(idle)}), "bad" if idle > LONG_IDLE else "quiet", width=IDLE_WIDTH)


def _state(council: Council, at_work: AtWork, seat: SeatId) -> Iterator[Run]:
    """Whether it is ready, or what it has still to do; and what it can still spend."""
    if council.session is None or council.session.finished:
        return
    seen = council.session.seen(seat)
    if seen.is_ready():
        yield Run(Text("ready"), "good", "●", STATE_WIDTH)
    elif seen.holder(seat) != PERSON:
        yield Run(Text("waits for people"), "quiet", "○", STATE_WIDTH)
    else:
        due = at_work.due(seat)
        yield Run(due[0].words if due else Text("not ready yet"), "warning", "○", STATE_WIDTH)
    yield run("  attention {n}", "quiet", n=seen.account.attention)
