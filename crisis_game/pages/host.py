"""The host's own page: who is here, what is waited for, what stands on the clock, and what can be done about it.

Screens, lines and the browser's console read it. It is the facilitator's: nothing of it may stand on a projector but
what `pages.entrance` has, the way in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import (
    AddMinute,
    Begin,
    CloseBeat,
    EndAfterBeat,
    GiveLink,
    HandBack,
    HandToPolicy,
    HostAction,
    LetIn,
    Move,
    Nudge,
    RevealToAll,
    RunClock,
    StopClock,
    TurnAway,
)
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.public import counting
from crisis_game.exercise.sitting import OBSERVER, PERSON
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import NOTHING, Heading, Line, Page, Part, Run, line, run
from crisis_game.pages.play.leading import in_one_line, leading
from crisis_game.pages.seats_at_work import AtWork
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.seat_dossier import dossier, names
from crisis_game.texts import Msgid, Prose, Text, Wording, counted

LONG_IDLE = 90
"""Seconds of silence after which it is told with a warning."""

LAST_TOLD = 6
"""Sentences of what happened last."""

Asks = Literal["", "words", "seat"]
"""What has to be given with an action: nothing, a sentence, or a seat."""


@dataclass(frozen=True, slots=True)
class HostChoice:
    """Something that the facilitator can do.

    Attributes:
        action: what is done; where something has to be given, without it.
        asks: what that is.
        surely: what is asked before it is done, where it cannot be taken back; empty where it can.
    """

    words: Text
    action: HostAction
    asks: Asks = ""
    surely: Msgid = ""


@dataclass(frozen=True, slots=True)
class HostRow:
    """A seat, or somebody who waits at the door, in one line, with all that can be done about it.

    Attributes:
        key: stable, `seat:ID` or `knock:KEY`.
    """

    key: str
    line: Line
    choices: tuple[HostChoice, ...]

    @property
    def seat(self) -> SeatId:
        """Whose row it is; empty for somebody at the door."""
        kind, _, id_ = self.key.partition(":")
        return id_ if kind == "seat" else ""


@dataclass(frozen=True, slots=True)
class HostPage:
    """All of it at one moment.

    Attributes:
        title: what is played; people: how many are here.
        where: round and beat; clock: what is left of it; waits: for whom.
        leads: the text that stands best, with how many stand where; None without any.
        knocks, seats: the rows.
        for_all: what can be done with the whole exercise.
        last: what happened last, the newest first.
    """

    title: Prose
    people: Text
    where: Text
    clock: Run
    waits: Run
    leads: Line | None
    knocks: tuple[HostRow, ...]
    seats: tuple[HostRow, ...]
    for_all: tuple[HostChoice, ...]
    last: tuple[Line, ...]

    @property
    def rows(self) -> tuple[HostRow, ...]:
        """Those who wait at the door before all seats."""
        return (*self.knocks, *self.seats)

    def choice(self, kind: type[HostAction]) -> HostChoice | None:
        """What of this kind can be done with the whole exercise now."""
        return next((choice for choice in self.for_all if isinstance(choice.action, kind)), None)

    @property
    def page(self) -> Page:
        """To be read from above to below; what can be done stands in the rows."""
        return Page("host", self.title, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield line(Run(self.people), run("  "), Run(self.where, "strong"), run("  "), self.clock)
        yield line(self.waits)
        if self.leads is not None:
            yield self.leads
        if self.knocks:
            yield Heading(AT_THE_DOOR)
        yield from (row.line for row in self.knocks)
        yield Heading(SEATS, note=COLUMNS)
        yield from (row.line for row in self.seats)
        if self.last:
            yield Heading(LATELY)
        yield from self.last


AT_THE_DOOR, SEATS, LATELY = Text("At the door"), Text("Seats"), Text("Lately")
COLUMNS = Text("people · idle · due")

NUDGES = (
    Text("Your seat is waited for."),
    Text("Somebody asked you something: look into your inbox."),
    Text("Say where you stand, and what you want for it."),
)
"""Sentences to choose from; another can be written."""


def filled(action: HostAction, value: str) -> HostAction:
    """An action with what it asks for: the sentence of a nudge, the seat of a move."""
    match action:
        case Nudge():
            return replace(action, words=value)
        case Move():
            return replace(action, seat=value)
    return action


def clock_words(seconds: float) -> str:
    """A time as a clock shows it, such as `3:05`."""
    minutes, rest = divmod(int(seconds + 0.999), 60)
    return f"{minutes}:{rest:02}"


def host_page(lesson: Lesson, at_work: AtWork) -> HostPage:
    """The page as it stands now; `at_work` knows what the seats have still to do."""
    here = sum(lesson.presence.is_here(attendee.key) for attendee in lesson.attendees)
    return HostPage(
        lesson.scenario.title,
        counted("{n} person here", "{n} people here", here),
        _where(lesson),
        _clock(lesson),
        _waits(lesson),
        _leads(lesson),
        tuple(_knock(lesson, knock.key) for knock in lesson.knocks),
        tuple(_seat(lesson, at_work, seat) for seat in lesson.scenario.members),
        tuple(_for_all(lesson)),
        tuple(_lately(lesson)),
    )


def host_wording(lesson: Lesson) -> Wording:
    """Words with the names that the facilitator knows."""
    if lesson.session is None:
        return Wording(lesson.language, names(lesson.scenario))
    return wording_for(lesson.session.seen(FACILITATOR), dossier(lesson.scenario, FACILITATOR), lesson.language)


# Where it stands ----------------------------------------------------------------------------------------------------


def _where(lesson: Lesson) -> Text:
    if lesson.session is None:
        return Text("waiting room")
    seen = lesson.session.seen(FACILITATOR)
    if lesson.session.finished:
        return Text("play is over")
    words = Text(
        "round {round} of {rounds}, {beat:beat}", {"round": seen.round, "rounds": seen.rounds, "beat": seen.beat}
    )
    return Text("{where}, the last", {"where": words}) if seen.closing else words


def _clock(lesson: Lesson) -> Run:
    if lesson.session is None or lesson.session.finished:
        return NOTHING
    left = lesson.clock.left if lesson.clock is not None else None
    if left is None:
        return run("no clock", "quiet")
    if lesson.session.seen(FACILITATOR).paused:
        return run("stopped at {time}", "warning", time=clock_words(left))
    return run("{time} left", "strong", time=clock_words(left))


def _waits(lesson: Lesson) -> Run:
    if lesson.session is None:
        in_seats = sum(bool(lesson.at(seat)) for seat in lesson.scenario.members)
        return Run(
            counted(
                "{n} seat is taken; policies play the others.",
                "{n} seats are taken; policies play the others.",
                in_seats,
            )
        )
    if lesson.session.finished:
        return run("Everybody reads the debrief.")
    waiting = lesson.session.waiting()
    if not waiting:
        return run("Nobody is waited for: no seat is held by people. Close the beat, or hand a seat back.", "warning")
    return run("Waits for {seats:state}.", seats=waiting)


def _leads(lesson: Lesson) -> Line | None:
    if lesson.session is None:
        return None
    first = leading([text for text in counting(lesson.session.view(OBSERVER)) if text.result is None])
    return in_one_line(first) if first is not None else None


def _lately(lesson: Lesson) -> Iterator[Line]:
    """What happened last that everybody knows of, the newest first."""
    if lesson.session is None:
        return
    sentences = [
        sentence
        for heard in lesson.session.own_log(FACILITATOR)[-4 * LAST_TOLD :]
        for event in heard.events
        if event.to is None and (sentence := event.tell()) is not None
    ]
    yield from (line(sentence) for sentence in reversed(sentences[-LAST_TOLD:]))


# Rows ---------------------------------------------------------------------------------------------------------------


def _knock(lesson: Lesson, key: str) -> HostRow:
    known = lesson.attendee(key)
    return HostRow(
        f"knock:{key}",
        line(
            run("{name}", "strong", name=known.name),
            run(" of {seat:state} knocks from another device; is it really {name}?", name=known.name, seat=known.seat),
        ),
        (
            HostChoice(Text("Let {name} in", {"name": known.name}), LetIn(key)),
            HostChoice(Text("Turn away"), TurnAway(key)),
        ),
    )


def _seat(lesson: Lesson, at_work: AtWork, seat: SeatId) -> HostRow:
    people = lesson.at(seat)
    runs = [
        Run(Text("{seat:state}", {"seat": seat}), "strong", lesson.scenario.states[seat].sign, at_work.name_width),
        run("  "),
        _people(lesson, at_work, seat),
        run("  "),
        _idle(lesson, people),
        run("  "),
        *_state(lesson, at_work, seat),
    ]
    return HostRow(f"seat:{seat}", line(*runs), tuple(_choices(lesson, seat, people)))


def _people(lesson: Lesson, at_work: AtWork, seat: SeatId) -> Run:
    people = lesson.at(seat)
    if lesson.session is not None and lesson.session.holders[seat] != PERSON:
        since = at_work.handed_in(seat)
        words = Text("policy since r{n}", {"n": since}) if since else Text("policy")
        return Run(words, "quiet", width=PEOPLE_WIDTH)
    if not people:
        return Run(Text("nobody yet"), "quiet", width=PEOPLE_WIDTH)
    named = tuple(_named(lesson, attendee) for attendee in people)
    return Run(Text("{people}", {"people": named}), width=PEOPLE_WIDTH)


PEOPLE_WIDTH, IDLE_WIDTH, STATE_WIDTH = 18, 5, 24
"""Letters of the names of a seat's people, of a time and of what is due; longer ones push the rest on."""


def _named(lesson: Lesson, attendee: Attendee) -> Text:
    values = {"name": attendee.name}
    if not lesson.presence.is_here(attendee.key):
        return Text("{name} (away)", values)
    return Text("{name} (late)", values) if attendee.late else Text("{name}", values)


def _idle(lesson: Lesson, people: tuple[Attendee, ...]) -> Run:
    """How long nothing was heard of any of a seat's people."""
    idle = min((lesson.presence.idle(attendee.key) for attendee in people), default=inf)
    if idle == inf:
        return Run(NOTHING.words, width=IDLE_WIDTH)
    return Run(Text("{time}", {"time": clock_words(idle)}), "bad" if idle > LONG_IDLE else "quiet", width=IDLE_WIDTH)


def _state(lesson: Lesson, at_work: AtWork, seat: SeatId) -> Iterator[Run]:
    """Whether it is ready, or what it has still to do; and what it can still spend."""
    if lesson.session is None or lesson.session.finished:
        return
    seen = lesson.session.seen(seat)
    if seen.is_ready():
        yield Run(Text("ready"), "good", "●", STATE_WIDTH)
    elif seen.holder(seat) != PERSON:
        yield Run(Text("waits for people"), "quiet", "○", STATE_WIDTH)
    else:
        due = at_work.due(seat)
        yield Run(due[0].words if due else Text("not ready yet"), "warning", "○", STATE_WIDTH)
    yield run("  attention {n}", "quiet", n=seen.account.attention)


def _choices(lesson: Lesson, seat: SeatId, people: tuple[Attendee, ...]) -> Iterator[HostChoice]:
    for attendee in people:
        values = {"name": attendee.name}
        yield HostChoice(Text("Write {name} a sentence", values), Nudge(attendee.key), "words")
    if lesson.session is not None and not lesson.session.finished:
        if lesson.session.holders[seat] == PERSON:
            yield HostChoice(Text("Let a policy play {seat:state}", {"seat": seat}), HandToPolicy(seat))
        elif people:
            yield HostChoice(Text("Hand {seat:state} back to its people", {"seat": seat}), HandBack(seat))
    for attendee in people:
        values = {"name": attendee.name}
        yield HostChoice(_moving(lesson, attendee), Move(attendee.key), "seat")
        yield HostChoice(Text("Make a personal link for {name}", values), GiveLink(attendee.key))


def _moving(lesson: Lesson, attendee: Attendee) -> Text:
    """What is said of another seat: in the middle of play somebody takes along what they know."""
    values = {"name": attendee.name}
    if lesson.session is None or lesson.session.finished:
        return Text("Give {name} another seat", values)
    return Text("Give {name} another seat (they have read the papers of this one)", values)


def _for_all(lesson: Lesson) -> Iterator[HostChoice]:
    if lesson.session is None:
        if any(lesson.at(seat) for seat in lesson.scenario.members):
            yield HostChoice(Text("Begin"), Begin(), surely="Begin with those who are here? Others can still come in.")
        return
    if lesson.session.finished:
        return
    seen = lesson.session.seen(FACILITATOR)
    if lesson.clock is not None:
        if seen.paused:
            yield HostChoice(Text("Let the clock run"), RunClock())
        else:
            yield HostChoice(Text("Stop the clock"), StopClock())
        yield HostChoice(Text("Give a minute more"), AddMinute())
    yield HostChoice(
        Text("Close the beat"),
        CloseBeat(seen.round, seen.beat),
        surely="Close this beat now? What was left open gets its default.",
    )
    if not seen.closing:
        yield HostChoice(Text("End after this beat"), EndAfterBeat(), surely="End play after this beat? That stands.")
    for what, words in _HIDDEN:
        if what not in seen.revealed:
            yield HostChoice(words, RevealToAll(what), surely="Show it to all? Nobody can forget it again.")


_HIDDEN: tuple[tuple[Literal["truth", "temperament", "scores"], Text], ...] = (
    ("truth", Text("Reveal what truly happened")),
    ("temperament", Text("Reveal how who presses is minded")),
    ("scores", Text("Reveal how who presses weighed its steps")),
)
