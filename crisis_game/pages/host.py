"""The host's own page: who is here, what is waited for, what stands on the clock, and what can be done about it.

Screens, lines and the browser's console read it. It is the facilitator's: nothing of it may stand on a projector but
what `pages.entrance` has, the way in. Where several councils play, each has a row, and one is marked, whose seats are
shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.engine.seen import Seen
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import HostAction
from crisis_game.exercise.lesson_profile import LessonProfile
from crisis_game.exercise.public import counting
from crisis_game.exercise.sitting import OBSERVER
from crisis_game.pages.clock import clock_words
from crisis_game.pages.council_desk import CouncilDesk
from crisis_game.pages.desk_tabs import BETWEEN_LESSONS, LAST_TOLD, DeskTab, desk_tabs, last_told, news_line, tabs_line
from crisis_game.pages.host_choices import HostChoice, about_all, about_council, about_knock, about_seat
from crisis_game.pages.host_seats import seat_line
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import NOTHING, Heading, Line, Page, Part, Run, line, run
from crisis_game.pages.play.leading import in_one_line, leading
from crisis_game.pages.settled import settled_lines
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.seat_dossier import dossier, names
from crisis_game.texts import Prose, Text, Wording, counted


@dataclass(frozen=True, slots=True)
class HostRow:
    """A seat, a council, or somebody who waits at the door, with all that can be done about it.

    Attributes:
        key: stable, `seat:ID`, `council:NAME` or `knock:KEY`.
        line: it in one line; `more`: what else is told of it, each in a line of its own.
    """

    key: str
    line: Line
    choices: tuple[HostChoice, ...]
    more: tuple[Line, ...] = ()

    @property
    def seat(self) -> SeatId:
        """Whose row it is; empty for another one."""
        return self._of("seat")

    @property
    def council(self) -> str:
        """Which council's row it is; empty for another one."""
        return self._of("council")

    def _of(self, wanted: str) -> str:
        kind, _, id_ = self.key.partition(":")
        return id_ if kind == wanted else ""


@dataclass(frozen=True, slots=True)
class HostPage:
    """All of it at one moment.

    Attributes:
        title: what is played; people: how many are here.
        where: round and beat; clock: what is left of it; waits: for whom; all three of the marked council.
        lesson: when the debrief must begin, and whether that council will be through; nothing without such a time.
        leads: the text that stands best in it, with how many stand where; None without any.
        marked: the name of that council; empty where there is one alone.
        knocks, councils, seats: the rows; no councils where there is one alone.
        for_all: what can be done with all councils.
        last: what happened last in the marked one, the newest first.
        tabs: the pages of its desk, with what waits on each.
    """

    title: Prose
    people: Text
    where: Text
    clock: Run
    lesson: tuple[Run, ...]
    waits: Run
    leads: Line | None
    marked: str
    knocks: tuple[HostRow, ...]
    councils: tuple[HostRow, ...]
    seats: tuple[HostRow, ...]
    for_all: tuple[HostChoice, ...]
    last: tuple[Line, ...]
    tabs: tuple[DeskTab, ...] = ()

    @property
    def rows(self) -> tuple[HostRow, ...]:
        """Those who wait at the door, then councils, then seats."""
        return (*self.knocks, *self.councils, *self.seats)

    @property
    def seats_head(self) -> Text:
        """The head above the seats."""
        return Text("Seats of {council}", {"council": self.marked}) if self.marked else SEATS

    def choice(self, kind: type[HostAction]) -> HostChoice | None:
        """What of this kind can be done with all councils now."""
        return next((choice for choice in self.for_all if isinstance(choice.action, kind)), None)

    @property
    def page(self) -> Page:
        """To be read from above to below; what can be done stands in the rows."""
        return Page("host", self.title, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        yield line(Run(self.people), run("  "), Run(self.where, "strong"), run("  "), self.clock)
        if self.lesson:
            yield line(*self.lesson)
        yield line(self.waits)
        if self.leads is not None:
            yield self.leads
        if self.tabs:
            yield tabs_line(self.tabs)
        for head, rows in ((AT_THE_DOOR, self.knocks), (COUNCILS, self.councils)):
            if rows:
                yield Heading(head)
            for row in rows:
                yield from (row.line, *row.more)
        yield Heading(self.seats_head, note=COLUMNS)
        yield from (row.line for row in self.seats)
        if self.last:
            yield Heading(LATELY)
        yield from self.last


AT_THE_DOOR, COUNCILS, SEATS, LATELY = Text("At the door"), Text("Councils"), Text("Seats"), Text("Lately")
COLUMNS = Text("people · idle · due")


def host_page(lesson: Lesson, desks: Mapping[str, CouncilDesk], marked: str = "") -> HostPage:
    """The page as it stands now.

    Args:
        lesson: whose.
        desks: as `council_desk.desks` made them once.
        marked: the council whose seats are shown; the first where none is called so.
    """
    council = next((council for council in lesson.councils if council.name == marked), lesson.councils[0])
    here = sum(lesson.presence.is_here(attendee.key) for attendee in lesson.attendees)
    several = lesson.councils if len(lesson.councils) > 1 else ()
    return HostPage(
        lesson.scenario.title,
        counted("{n} person here", "{n} people here", here),
        _where(council),
        _clock(council),
        _lesson(council),
        _waits(council),
        _leads(council),
        council.name,
        tuple(_knock(lesson, knock.key) for knock in lesson.knocks),
        tuple(_council(each) for each in several),
        tuple(
            HostRow(
                f"seat:{seat}",
                seat_line(council, desks[council.name].at_work, seat),
                tuple(about_seat(council, seat)),
            )
            for seat in lesson.scenario.members
        ),
        tuple(about_all(lesson)),
        tuple(map(line, last_told(council, LAST_TOLD))),
        desk_tabs(council),
    )


def host_wording(council: Council) -> Wording:
    """Words with the names that the facilitator knows."""
    if council.session is None:
        return Wording(council.language, names(council.scenario))
    return wording_for(council.session.seen(FACILITATOR), dossier(council.scenario, FACILITATOR), council.language)


# Where it stands ----------------------------------------------------------------------------------------------------


def _where(council: Council) -> Text:
    if council.session is None:
        return Text("waiting room")
    seen = council.session.seen(FACILITATOR)
    if council.session.finished:
        return Text("play is over")
    words = Text(
        "round {round} of {rounds}, {beat:beat}", {"round": seen.round, "rounds": seen.rounds, "beat": seen.beat}
    )
    return Text("{where}, the last", {"where": words}) if seen.closing else words


def _clock(council: Council) -> Run:
    if council.session is None or council.session.finished:
        return NOTHING
    left = council.clock.left if council.clock is not None else None
    if left is None:
        return run("no clock", "quiet")
    if council.session.seen(FACILITATOR).paused:
        return run("stopped at {time}", "warning", time=clock_words(left))
    return run("{time} left", "strong", time=clock_words(left))


LITTLE = 30
"""Seconds before or behind time that make no difference."""


def _lesson(council: Council) -> tuple[Run, ...]:
    """When the debrief must begin, and whether a council will be through by then."""
    time = council.lesson.time
    if time is None or council.session is None or council.session.finished:
        return ()
    if council.rests:
        return (Run(BETWEEN_LESSONS, "warning"),)
    if time.left <= 0:
        return (run("It is time for the debrief: play ends after this beat.", "warning"),)
    return (
        run("Debrief in {time}", "strong", time=clock_words(time.left)),
        run("  "),
        _ahead(council),
        *_played(council.profile, council.session.seen(FACILITATOR)),
    )


def _played(profile: LessonProfile | None, seen: Seen) -> Iterator[Run]:
    """Where it stops between two lessons, and which round is the last, where that is not the scenario's own."""
    if profile is not None and seen.round <= profile.stops_after:
        yield run("  first lesson to the end of round {n}", "quiet", n=profile.stops_after)
    if profile is not None and profile.rounds < seen.rounds:
        yield run("  the last round is {n}", "quiet", n=profile.rounds)


def _ahead(council: Council) -> Run:
    """Whether a council will be through with all rounds when the debrief must begin."""
    ahead = council.seconds_ahead
    if ahead is None:
        return NOTHING
    if ahead < -LITTLE:
        return run("behind {time}", "bad", time=clock_words(-ahead))
    return run("ahead {time}", "good", time=clock_words(ahead)) if ahead > LITTLE else run("in time", "good")


def _waits(council: Council) -> Run:
    if council.session is None:
        in_seats = sum(bool(council.at(seat)) for seat in council.scenario.members)
        return Run(
            counted(
                "{n} seat is taken; policies play the others.",
                "{n} seats are taken; policies play the others.",
                in_seats,
            )
        )
    if council.session.finished:
        return run("Everybody reads the debrief.")
    waiting = council.session.waiting()
    if not waiting:
        return run("Nobody is waited for: no seat is held by people. Close the beat, or hand a seat back.", "warning")
    return run("Waits for {seats:state}.", seats=waiting)


def _leads(council: Council) -> Line | None:
    if council.session is None:
        return None
    first = leading([text for text in counting(council.session.view(OBSERVER)) if text.result is None])
    return in_one_line(first) if first is not None else None


# Rows ---------------------------------------------------------------------------------------------------------------


def _knock(lesson: Lesson, key: str) -> HostRow:
    known = lesson.attendee(key)
    words = line(
        run("{name}", "strong", name=known.name),
        run(" of {seat:state} knocks from another device; is it really {name}?", name=known.name, seat=known.seat),
    )
    return HostRow(f"knock:{key}", words, tuple(about_knock(lesson, key)))


NAME_WIDTH, WHERE_WIDTH, CLOCK_WIDTH = 8, 20, 9
"""Letters of a council's name, of where it stands, and of its clock; longer ones push the rest on."""


def _council(council: Council) -> HostRow:
    """A council: where it stands, its clock, who is ready; below, the text that leads in it, and what is new.

    It is in the words of this council, whichever is marked: texts have their names in the one where they are.
    """
    clock = _clock(council)
    words = line(
        Run(Text("{name}", {"name": council.name}), "strong", width=NAME_WIDTH),
        run("  "),
        Run(_stands(council), width=WHERE_WIDTH),
        run("  "),
        Run(clock.words, clock.tone, width=CLOCK_WIDTH),
        run("  "),
        _ready(council),
        run("  "),
        _ahead(council),
    )
    more = (told for told in (_leads(council), news_line(council)) if told is not None)
    first, *below = settled_lines((words, *more), host_wording(council))
    return HostRow(f"council:{council.name}", first, tuple(about_council(council)), tuple(below))


def _stands(council: Council) -> Text:
    """Where a council stands, in few words."""
    if council.playing is None:
        return _where(council)
    seen = council.playing.seen(FACILITATOR)
    return Text("round {round}, {beat:beat}", {"round": seen.round, "beat": seen.beat})


def _ready(council: Council) -> Run:
    """How many seats are ready: a dot for each; in the waiting room how many are taken."""
    members = council.scenario.members
    if council.session is None:
        taken = sum(bool(council.at(seat)) for seat in members)
        return run("{n} of {all} seats taken", "quiet", n=taken, all=len(members))
    if council.session.finished:
        return NOTHING
    seen = council.session.seen(FACILITATOR)
    ready = sum(seen.is_ready(seat) for seat in members)
    return Run(
        Text("{n} of {all} ready", {"n": ready, "all": len(members)}),
        "plain",
        "●" * ready + "○" * (len(members) - ready),
    )
