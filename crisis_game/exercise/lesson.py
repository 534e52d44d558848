"""A lesson: one exercise that many play from their own devices, and who they are.

Whoever knows the room's code comes in by a name; from then on a token says who they are. Nobody becomes somebody who
came in before without the facilitator's yes. What is done is entered under the person's key, since several may share
a seat; the head of a delegation, who came first of those who are here, says when it is ready.
"""

from __future__ import annotations

import hmac
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.acts.facilitator import HandSeat
from crisis_game.engine.acts.turns import Retract, SetReady
from crisis_game.engine.sender import Sender, person
from crisis_game.exercise.knocks import Knock, NotLetInError
from crisis_game.exercise.lesson_clock import LessonClock
from crisis_game.exercise.lesson_file import (
    MOST_DEVICES,
    SAVE,
    VERSION,
    Attendee,
    LessonRecord,
    check_fits,
    digest,
    is_among,
    is_token,
    new_code,
    new_token,
    read_lesson,
    write_lesson,
)
from crisis_game.exercise.lesson_hold import hold
from crisis_game.exercise.nudges import Nudges
from crisis_game.exercise.people import tidy_name
from crisis_game.exercise.presence import Presence
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, go_on, read
from crisis_game.exercise.sitting import PERSON, Listener, Receipt
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

MOST_PEOPLE = 400
NO_CLOCK = "none"


class Lesson:
    """One exercise on one host, its people, and the folder that keeps both.

    Attributes:
        folder: where it is kept.
        record: as it is kept.
        scenario: what is played, as its author wrote it.
        session: the exercise; None until it begins.
        knocks: who waits to be let in again, oldest first.
        nudges: what the facilitator wrote to somebody, until their page takes it.
        presence: who is here now.
    """

    def __init__(self, folder: Path, record: LessonRecord, now: Callable[[], float] = time.monotonic) -> None:
        self.folder, self._now = folder, now
        self._held: sqlite3.Connection | None = None
        self._take(record)
        self.scenario: Scenario
        self.files: ScenarioFiles | None = None
        self.session: Session | None = None
        self.clock: LessonClock | None = None
        self.knocks: list[Knock] = []
        self.nudges = Nudges()
        self._listeners: list[Listener] = []
        self.presence = Presence(lambda: self._now(), self._tell)

    @classmethod
    def open(
        cls,
        folder: Path,
        scenario: str,
        *,
        language: str = "",
        clock: str = "",
        policies: Mapping[SeatId, str] | None = None,
        seed: int | None = None,
    ) -> Lesson:
        """A new lesson.

        Args:
            folder: where it will be kept.
            scenario: id or path.
            language: of the pages; empty for the scenario's first.
            clock: a pace of `PACES`, `none`, or empty for the scenario's own seconds.
            policies: who plays a seat that nobody takes, where that is not the scenario's policy.
            seed: of all chance; None draws one.

        Raises:
            ScenarioNotFoundError, FaultyScenarioError: if there is none, or it cannot be played.
            SaveError: if it cannot be kept.
        """
        record = LessonRecord(VERSION, new_code(), scenario, language, clock, dict(policies or {}), seed)
        lesson = cls(folder, record)
        lesson.scenario, lesson.files = read(scenario)
        write_lesson(folder, record)
        lesson._held = hold(folder)
        return lesson

    @classmethod
    def resume(cls, folder: Path) -> Lesson:
        """A lesson that was begun before: everybody comes in by the tokens that they have.

        Raises:
            SaveError: if it cannot be gone on with, or another host has it open.
            ScenarioNotFoundError, FaultyScenarioError: if play had not begun, and its scenario is gone or faulty now.
        """
        with ExitStack() as stack:
            held = stack.enter_context(closing(hold(folder)))
            lesson = cls(folder, read_lesson(folder))
            if (folder / SAVE).exists():
                lesson._play(go_on(folder / SAVE))
            else:
                lesson.scenario, lesson.files = read(lesson.record.scenario)
            check_fits(lesson.record, lesson.scenario)
            stack.pop_all()
        lesson._held = held
        return lesson

    # Who is there -----------------------------------------------------------------------------------------------------

    @property
    def language(self) -> str:
        """Of the pages."""
        return self.record.language or self.scenario.languages[0]

    @property
    def attendees(self) -> tuple[Attendee, ...]:
        """All who came in, and those of the roster, in their order."""
        return self.record.attendees

    def attendee(self, key: str) -> Attendee:
        """Somebody by key. Raises KeyError for nobody's."""
        return self._by_key[key]

    def at(self, seat: SeatId) -> tuple[Attendee, ...]:
        """Those who hold or share a seat and have come in, in the order in which they came."""
        return self._at.get(seat, ())

    def head(self, seat: SeatId) -> Attendee | None:
        """Who says that a seat is ready: the first of those here, else the first that came; None for nobody."""
        people = self.at(seat)
        return next((attendee for attendee in people if self.presence.is_here(attendee.key)), next(iter(people), None))

    def who(self, token: str) -> Attendee | None:
        """Whose token this is; None for nobody's."""
        key = self._key_of.get(digest(token))
        return None if key is None else self._by_key[key]

    def knocking(self, token: str) -> Knock | None:
        """Who waits to be let in again by this token."""
        return next((knock for knock in self.knocks if knock.token == digest(token)), None)

    def is_facilitator(self, token: str) -> bool:
        """Whether a token is the facilitator's."""
        return is_among(token, self.record.facilitator)

    def may_project(self, token: str) -> bool:
        """Whether a token opens the public page."""
        return is_among(token, self.record.projector) or self.is_facilitator(token)

    def desk_tokens(self) -> tuple[str, str]:
        """Tokens for the facilitator and for the public page, beside those of earlier starts; they are told this once.

        Raises:
            SaveError: if they could not be kept.
        """
        tokens = new_token(), new_token()
        facilitator, projector = map(digest, tokens)
        self._keep(
            replace(
                self.record,
                facilitator=(*self.record.facilitator[1 - MOST_DEVICES :], facilitator),
                projector=(*self.record.projector[1 - MOST_DEVICES :], projector),
            )
        )
        return tokens

    # Coming in --------------------------------------------------------------------------------------------------------

    def knows(self, code: str) -> bool:
        """Whether this is the room's code; small letters and blanks count for nothing."""
        return hmac.compare_digest("".join(code.split()).upper().encode(), self.record.code.encode())

    def join(self, name: str, seat: SeatId = "", proposed: str = "") -> str:
        """Let somebody in who knows the code.

        Args:
            name: theirs. Of somebody who is in already, or has a personal link, it waits for the facilitator's yes.
            seat: which they want; empty for the one with the fewest people.
            proposed: a token of the device's own, so that who asks twice comes in once; else one is made.

        Returns:
            Their token.

        Raises:
            NotLetInError: if that is not possible.
            SaveError: if it could not be kept; then they are not in.
        """
        tidy = tidy_name(name)
        if not tidy:
            raise NotLetInError(Text("Give a name, of at most 24 letters."))
        if seat and seat not in self.scenario.members:
            raise NotLetInError(Text("There is no such seat."))
        already = self.who(proposed)
        if already is not None and already.is_called(tidy):
            self._seat_taken(already.seat)
            return proposed
        token = proposed if is_token(proposed) and already is None else new_token()
        known = next((who for who in self.attendees if who.is_called(tidy)), None)
        if known is not None and (known.tokens or known.links):
            self._knock(Knock(known.key, digest(token)))
        elif known is not None:
            self.hear(known.key)
            self._put(self.attendee(known.key).with_token(digest(token)))
            self._seat_taken(known.seat)
        else:
            self._enter(tidy, seat or self._emptiest(), digest(token))
        return token

    def let_in(self, knock: Knock) -> None:
        """The facilitator's yes: the device that knocked is theirs from now on."""
        self.knocks.remove(knock)
        self._put(self.attendee(knock.key).with_token(knock.token))

    def turn_away(self, knock: Knock) -> None:
        """The facilitator's no."""
        self.knocks.remove(knock)
        self._tell()

    def new_link(self, key: str) -> str:
        """A link of somebody's own: a device more, or their way in. Raises KeyError for nobody's key."""
        token = new_token()
        known = self.attendee(key)
        self._put(known.with_token(digest(token)) if known.tokens else replace(known, links=(digest(token),)))
        return token

    def move(self, key: str, seat: SeatId) -> None:
        """Give somebody another seat. Raises KeyError for nobody's key or seat."""
        if seat not in self.scenario.members:
            raise KeyError(seat)
        self._put(replace(self.attendee(key), seat=seat))
        self._seat_taken(seat)

    def enrol(self, attendees: tuple[Attendee, ...]) -> None:
        """Put a roster's people down. Raises SaveError if it could not be kept."""
        self._keep(replace(self.record, attendees=(*self.attendees, *attendees)))

    def _enter(self, name: str, seat: SeatId, token: str) -> None:
        if len(self.attendees) >= MOST_PEOPLE:
            raise NotLetInError(Text("The room is full."))
        key = f"p{len(self.attendees) + 1}"
        self.hear(key)
        newcomer = Attendee(key, name, seat, (token,), late=self.session is not None)
        self._keep(replace(self.record, attendees=(*self.attendees, newcomer)))
        self._seat_taken(seat)

    def _knock(self, knock: Knock) -> None:
        """Wait for the facilitator, who is asked about one device at a time: a second one never takes its place."""
        waits = next((other for other in self.knocks if other.key == knock.key), None)
        if waits is None:
            self.knocks.append(knock)
            self._tell()
        elif waits != knock:
            raise NotLetInError(Text("Somebody of this name waits at the door already; the facilitator decides."))

    def _emptiest(self) -> SeatId:
        return min(self.scenario.members, key=lambda seat: len(self.at(seat)))

    def _seat_taken(self, seat: SeatId) -> None:
        """Once play has begun, a policy gives way to the first person who comes."""
        if self.session is not None and self.session.holders.get(seat) != PERSON and len(self.at(seat)) == 1:
            self.direct(HandSeat(seat, PERSON))

    # Who is here now --------------------------------------------------------------------------------------------------

    def hear(self, key: str) -> None:
        """Something was heard of somebody; who opens a personal link has come in by it. Raises SaveError."""
        self.presence.hear(key)
        known = self._by_key.get(key)
        if known is not None and known.links:
            self._put(known.arrived)
            self._seat_taken(known.seat)

    # Play -------------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin the exercise with those who are in; policies play the other seats.

        Raises:
            NotLetInError: if nobody is in, or it has begun.
            SaveError: if it cannot be kept.
        """
        taken = [seat for seat in self.scenario.members if self.at(seat)]
        if self.session is not None or self.files is None or not taken:
            raise NotLetInError(Text("It begins once, when somebody is in."))
        roster = {**self.record.policies, **dict.fromkeys(taken, PERSON)}
        self._play(begin(self.scenario, self.files, roster, self.record.seed, self.folder / SAVE))
        self._tell()

    @property
    def beat(self) -> str:
        """Where play stands, such as `2.table`; empty before it begins."""
        if self.session is None:
            return ""
        seen = self.session.seen(FACILITATOR)
        return f"{seen.round}.{seen.beat}"

    def submit(self, key: str, command: Act, ref: str, beat: str = "") -> Receipt | Refusal:
        """Do something for a person's seat, in that beat alone where one is named; under the same ref it counts once.

        Raises:
            KeyError: for nobody's key.
            SaveError: if it could not be saved; then nothing has changed.
        """
        attendee = self.attendee(key)
        self.hear(key)
        if self.session is None:
            return Refusal("not-begun", Text("The exercise has not begun."))
        if self.session.holders[attendee.seat] != PERSON:
            return Refusal("policy-plays", Text("A policy plays your seat now; the facilitator can hand it back."))
        if isinstance(command, SetReady | Retract) and self.head(attendee.seat) != attendee:
            return Refusal("not-head", Text("Who came first in your delegation says when it is ready."))
        if beat and beat != self.beat and not self.session.knows(person(key), ref):
            return Refusal("beat-over", Text("That beat is over; look again."))
        return self.session.submit(attendee.seat, command, ref, by=person(key))

    def direct(self, command: Act) -> Receipt | Refusal:
        """Do something as the facilitator. Raises SaveError if it could not be saved; then nothing has changed."""
        if self.session is None:
            return Refusal("not-begun", Text("The exercise has not begun."))
        return self.session.submit(FACILITATOR, command, by=Sender(FACILITATOR))

    def nudge(self, key: str, words: str) -> bool:
        """Write somebody a sentence; whether anything is left of it. Raises KeyError for nobody's key."""
        put = self.nudges.put(self.attendee(key).key, words)
        self._tell()
        return put

    def tick(self, now: float) -> None:
        """Let the clock of all go on. Raises SaveError where a deadline fell and could not be saved."""
        if self.clock is not None:
            self.clock.tick(now)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something has happened, in play or at the door, until what comes back is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Leave it; all of it is durable already."""
        if self.session is not None:
            self.session.close()
        if self._held is not None:
            self._held.close()

    # Within -----------------------------------------------------------------------------------------------------------

    def _play(self, session: Session) -> None:
        self.session, self.scenario = session, session.authored
        session.listen(self._tell)
        if self.record.clock != NO_CLOCK:
            session.waves_by_clock = True
            self.clock = LessonClock(session, self.record.clock)

    def _put(self, attendee: Attendee) -> None:
        self._keep(self.record.put(attendee))

    def _keep(self, record: LessonRecord) -> None:
        """What is acknowledged is on disk before."""
        write_lesson(self.folder, record)
        self._take(record)
        self._tell()

    def _take(self, record: LessonRecord) -> None:
        """Go on with a record; its people are looked up for every page that is open, and so found at once."""
        self.record = record
        self._by_key = {attendee.key: attendee for attendee in record.attendees}
        self._key_of = {kept: who.key for who in record.attendees for kept in (*who.tokens, *who.links)}
        self._at: dict[SeatId, tuple[Attendee, ...]] = {}
        for attendee in record.attendees:
            if attendee.tokens:
                self._at[attendee.seat] = (*self._at.get(attendee.seat, ()), attendee)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
