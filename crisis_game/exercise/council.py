"""A council of a lesson: one exercise, the people who hold its seats, and its clock.

A lesson has between one and eight. They play the same scenario with the same luck, each by itself: nothing that is
done in one is known in another before the debrief.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Protocol

from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.acts.facilitator import EndExercise, HandSeat, Pause, SkipInject
from crisis_game.engine.acts.turns import Retract, SetReady
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.sender import Sender, person
from crisis_game.exercise.knocks import NotLetInError
from crisis_game.exercise.lesson_clock import LessonClock
from crisis_game.exercise.lesson_file import Attendee, LessonRecord
from crisis_game.exercise.lesson_profile import LessonProfile, left_out, profile_for
from crisis_game.exercise.lesson_time import BEATS, LessonTime
from crisis_game.exercise.presence import Presence
from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, branch, go_on
from crisis_game.exercise.sitting import PERSON, Listener, Receipt
from crisis_game.exercise.turn_clock import PACES
from crisis_game.scenario.ids import FACILITATOR, InjectId, SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

NO_CLOCK = "none"
"""The pace of a lesson without a clock."""


class Belonging(Protocol):
    """A lesson, as far as its councils ask it."""

    record: LessonRecord
    scenario: Scenario
    presence: Presence
    time: LessonTime | None

    @property
    def language(self) -> str:
        """Of the pages."""
        ...

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """All its people."""
        ...

    def at(self, council: str, seat: SeatId) -> tuple[Attendee, ...]:
        """Those who hold or share a seat of a council and have come in."""
        ...

    def heard(self) -> None:
        """Call all who listen to the whole of it."""
        ...


class Council:
    """One exercise of a lesson.

    Args:
        lesson: to which it belongs.
        name: by which people tell it from the others; empty where there is one alone.
        path: of its save, which may not be there yet.

    Attributes:
        session: the exercise; None until it begins.
        clock: by which it is played; None without one, and until it begins.
        profile: what of it is played in the lesson's minutes; None without minutes, and until it begins.
    """

    def __init__(self, lesson: Belonging, name: str, path: Path) -> None:
        self.lesson, self.name, self.path = lesson, name, path
        self.session: Session | None = None
        self.clock: LessonClock | None = None
        self.profile: LessonProfile | None = None
        self._round = 0
        self._listeners: list[Listener] = []

    @property
    def scenario(self) -> Scenario:
        """What is played, as its author wrote it."""
        return self.lesson.scenario

    # Its people -------------------------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """Of the pages."""
        return self.lesson.language

    @property
    def people(self) -> tuple[Attendee, ...]:
        """Who belongs to it and has come in, in the order in which they came."""
        return tuple(who for who in self.lesson.attendees if who.council == self.name and who.tokens)

    def at(self, seat: SeatId) -> tuple[Attendee, ...]:
        """Those who hold or share a seat and have come in, in the order in which they came."""
        return self.lesson.at(self.name, seat)

    def head(self, seat: SeatId) -> Attendee | None:
        """Who says that a seat is ready: the first of those here, else the first that came; None for nobody."""
        people, is_here = self.at(seat), self.lesson.presence.is_here
        return next((attendee for attendee in people if is_here(attendee.key)), next(iter(people), None))

    @property
    def emptiest(self) -> SeatId:
        """The seat with the fewest people, the first of several."""
        return min(self.scenario.members, key=lambda seat: len(self.at(seat)))

    def seat_taken(self, seat: SeatId) -> None:
        """Once play has begun, a policy gives way to the first person who comes. Raises SaveError."""
        if self.session is not None and self.session.holders.get(seat) != PERSON and len(self.at(seat)) == 1:
            self.direct(HandSeat(seat, PERSON))

    # Play -------------------------------------------------------------------------------------------------------------

    @property
    def can_begin(self) -> bool:
        """Whether it has not begun, and somebody is in."""
        return self.session is None and bool(self.people)

    def begin(self, files: ScenarioFiles) -> None:
        """Begin the exercise with those who are in; policies play the other seats.

        Raises:
            NotLetInError: if nobody is in, or it has begun.
            SaveError: if it cannot be kept.
        """
        if not self.can_begin:
            raise NotLetInError(Text("It begins once, when somebody is in."))
        record = self.lesson.record
        taken = dict.fromkeys((who.seat for who in self.people), PERSON)
        self._play(begin(self.scenario, files, {**record.policies, **taken}, record.seed, self.path, record.level))
        self._leave_out()
        self._moved()

    def _leave_out(self) -> None:
        """From the start, where its beats are shorter than they should be: what can be left out."""
        if self.profile is not None and self.profile.is_tight and self.playing is not None:
            for inject in left_out(self.scenario, self.playing.seen(FACILITATOR), self.profile.rounds):
                self.direct(SkipInject(inject))

    def resume(self) -> None:
        """Go on with its save, where there is one. Raises SaveError if it cannot be gone on with."""
        if self.path.exists():
            self._play(go_on(self.path))

    def rewind(self, round_: int) -> Refusal | None:
        """Go back to the beginning of a round and play on from there; why not, where that cannot be.

        What was played since is kept in a save of its own beside the other one, and counts for nothing any more.

        Raises:
            SaveError: if that could not be kept; then nothing has changed.
        """
        begun = self._beginning_of(round_)
        if begun is None:
            return Refusal("no-such-round", Text("That round has not been played."))
        self.close()
        try:
            kept, fresh = _free_name(self.path), self.path.with_suffix(".fresh")
            fresh.unlink(missing_ok=True)
            branch(self.path, begun, fresh)
            shutil.copyfile(self.path, kept)
            fresh.replace(self.path)
        except OSError as fault:
            raise SaveError(f"{self.path}: cannot be branched ({fault.strerror or fault}).") from fault
        finally:
            self.resume()
        if self.lesson.time is not None and self.session is not None:
            self.lesson.time.note(self.session)  # the new save has nothing beside its log
        if round_ == 1:
            self._leave_out()
        self._moved()
        return None

    def _beginning_of(self, round_: int) -> int | None:
        """The entry with which a round began; None where it has not, or nothing is played."""
        if self.playing is None:
            return None
        for step in self.playing.log:
            if any(isinstance(event, PhaseEntered) and event.round == round_ for event in step.events):
                return step.n
        return None

    @property
    def beat(self) -> str:
        """Where play stands, such as `2.table`; empty before it begins."""
        if self.session is None:
            return ""
        seen = self.session.seen(FACILITATOR)
        return f"{seen.round}.{seen.beat}"

    def submit(self, attendee: Attendee, command: Act, ref: str, beat: str = "") -> Receipt | Refusal:
        """Do something for a person's seat, in that beat alone where one is named; under the same ref it counts once.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        if self.session is None:
            return Refusal("not-begun", Text("The exercise has not begun."))
        if self.session.holders[attendee.seat] != PERSON:
            return Refusal("policy-plays", Text("A policy plays your seat now; the facilitator can hand it back."))
        if isinstance(command, SetReady | Retract) and self.head(attendee.seat) != attendee:
            return Refusal("not-head", Text("Who came first in your delegation says when it is ready."))
        sender = person(attendee.key)
        if beat and beat != self.beat and not self.session.knows(sender, ref):
            return Refusal("beat-over", Text("That beat is over; look again."))
        return self.session.submit(attendee.seat, command, ref, by=sender)

    def direct(self, command: Act) -> Receipt | Refusal:
        """Do something as the facilitator. Raises SaveError if it could not be saved; then nothing has changed."""
        if self.session is None:
            return Refusal("not-begun", Text("The exercise has not begun."))
        return self.session.submit(FACILITATOR, command, by=Sender(FACILITATOR))

    def tick(self, now: float) -> None:
        """Let its clock go on, and keep to its profile. Raises SaveError where what follows could not be saved."""
        if self.clock is not None:
            self.clock.tick(now)
        self._keep_to_profile()

    def _keep_to_profile(self) -> None:
        """Stop between two lessons, and let the last round that is played be the last."""
        if self.profile is None or self.playing is None:
            return
        seen = self.playing.seen(FACILITATOR)
        if self._round <= self.profile.stops_after < seen.round and not seen.paused:
            self.direct(Pause())
        self._round = seen.round
        if seen.beat == "orders" and self.profile.rounds <= seen.round < seen.rounds:
            self.give_way()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something has happened in it or at the lesson's door, until what comes back is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self) -> None:
        """Call all who listen to it."""
        for listener in tuple(self._listeners):
            listener()

    def close(self) -> None:
        """Leave it; all of it is durable already."""
        if self.session is not None:
            self.session.close()

    def _play(self, session: Session) -> None:
        self.session = session
        session.listen(self._moved)
        if self.lesson.time is not None:
            self.lesson.time.take_up(session)
        record, self._round = self.lesson.record, session.seen(FACILITATOR).round
        if record.minutes:
            self.profile = profile_for(session.authored.lesson, record.minutes, record.lessons, record.rounds)
        if record.clock != NO_CLOCK:
            session.waves_by_clock = True
            self.clock = LessonClock(session, self.profile.beats if self.profile else PACES.get(record.clock))

    @property
    def playing(self) -> Session | None:
        """The exercise while it is played."""
        return None if self.session is None or self.session.finished else self.session

    @property
    def seconds_ahead(self) -> float | None:
        """How much sooner than the debrief must begin it will be through with all rounds; below 0 it comes too late.

        None where it is not played, has no clock, or the lesson has no minutes.
        """
        time, clock, profile = self.lesson.time, self.clock, self.profile
        if time is None or self.playing is None or clock is None or clock.left is None or profile is None:
            return None
        seen, beats = self.playing.seen(FACILITATOR), clock.beats
        rounds = 0 if seen.closing else max(0, profile.rounds - seen.round)
        later = BEATS[BEATS.index(seen.beat) + 1 :] if seen.beat in BEATS and not seen.closing else ()
        rest = rounds * (sum(beats[beat] for beat in BEATS) + beats["answer"]) + sum(beats[beat] for beat in later)
        return time.left - clock.left - rest

    @property
    def rests(self) -> bool:
        """Whether it stands between two lessons, until the facilitator lets its clock run."""
        if self.profile is None or self.playing is None or not self.profile.stops_after:
            return False
        seen = self.playing.seen(FACILITATOR)
        return seen.paused and seen.beat == "situation" and seen.round == self.profile.stops_after + 1

    @property
    def to_leave_out(self) -> tuple[InjectId, ...]:
        """What is still to come and can be left out, where it is behind by more than its beat is long; else none."""
        ahead = self.seconds_ahead
        if ahead is None or self.playing is None or self.clock is None or self.profile is None:
            return ()
        seen = self.playing.seen(FACILITATOR)
        if -ahead <= self.clock.beats.get(seen.beat, 0):
            return ()
        return left_out(self.scenario, seen, self.profile.rounds)

    def give_way(self) -> None:
        """End play after this beat, for the debrief; once. Raises SaveError."""
        if self.playing is not None and not self.playing.seen(FACILITATOR).closing:
            self.direct(EndExercise())

    def _moved(self) -> None:
        self.tell()
        self.lesson.heard()


def _free_name(path: Path) -> Path:
    """A name beside a save for what was played before it was gone back."""
    names = (path.with_name(f"{path.stem}-before-{place}{path.suffix}") for place in count(1))
    return next(name for name in names if not name.exists())


def begun_with(councils: Sequence[Council]) -> tuple[Scenario, ScenarioFiles] | None:
    """What is played already in one of them; one that begins later begins in the same. None before any has begun."""
    opened = (council.session.opened(FACILITATOR) for council in councils if council.session is not None)
    return next(((whole.scenario, whole.files) for whole in opened if whole.files is not None), None)
