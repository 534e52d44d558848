"""A lesson: an exercise that many play from their own devices, in one council or several, and who they are.

Whoever knows the room's code comes in by a name; from then on a token says who they are. Nobody becomes somebody who
came in before without the facilitator's yes. What is done is entered under the person's key, since several may share
a seat; the head of a delegation, who came first of those who are here, says when it is ready.
"""

from __future__ import annotations

import hmac
import secrets
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from crisis_game.engine.act import Act, Refusal
from crisis_game.exercise.council import Council, begun_with
from crisis_game.exercise.knocks import Knock, NotLetInError
from crisis_game.exercise.lesson_file import (
    MOST_DEVICES,
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
    save_name,
    write_lesson,
)
from crisis_game.exercise.lesson_hold import hold
from crisis_game.exercise.lesson_time import LessonTime
from crisis_game.exercise.nudges import Nudges
from crisis_game.exercise.people import tidy_name
from crisis_game.exercise.presence import Presence
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import Listener, Receipt
from crisis_game.exercise.who_is_who import WhoIsWho
from crisis_game.players.levels import PLAIN, Level
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

MOST_PEOPLE, SEED_BITS = 400, 63


class Lesson:
    """An exercise on one host in one council or several, its people, and the folder that keeps all of it.

    Attributes:
        folder: where it is kept.
        record: as it is kept.
        scenario: what is played, as its author wrote it.
        councils: in their order; one at least.
        time: what is left of play; None where the lesson has no minutes.
        knocks: who waits to be let in again, oldest first.
        nudges: what the facilitator wrote to somebody, until their page takes it.
        presence: who is here now.
    """

    def __init__(self, folder: Path, record: LessonRecord, now: Callable[[], float] = time.monotonic) -> None:
        self.folder, self._now = folder, now
        self._held: sqlite3.Connection | None = None
        self._take(record)
        self.scenario: Scenario
        self.files: ScenarioFiles
        self.councils = tuple(
            Council(self, name, folder / save_name(place)) for place, name in enumerate(record.councils)
        )
        self.time = LessonTime(record.minutes * record.lessons) if record.minutes else None
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
        councils: Sequence[str] = ("",),
        minutes: int = 0,
        lessons: int = 1,
        rounds: int = 0,
        level: Level = PLAIN,
    ) -> Lesson:
        """A new lesson.

        Args:
            folder: where it will be kept.
            scenario: id or path.
            language: of the pages; empty for the scenario's first.
            clock: a pace of `PACES`, `none`, or empty for the scenario's own seconds.
            policies: who plays a seat that nobody takes, where that is not the scenario's policy.
            seed: of all chance, the same in all councils; None draws one.
            councils: names of the councils that play, each for itself.
            minutes: of each lesson, 10 to 300, in place of a pace; 0 for none.
            lessons: one, or two with a stop between rounds; two where there are minutes.
            rounds: how many are played at most, where there are minutes; 0 for as many as fit.
            level: how well the seats without a person play.

        Raises:
            ScenarioNotFoundError, FaultyScenarioError: if there is none, or it cannot be played.
            ValueError: if there cannot be such councils, minutes, lessons or rounds.
            SaveError: if it cannot be kept.
        """
        drawn = secrets.randbits(SEED_BITS) if seed is None else seed
        record = LessonRecord(
            VERSION, new_code(), scenario, language, clock, dict(policies or {}), drawn, councils=tuple(councils),
            minutes=minutes, lessons=lessons, rounds=rounds, level=level,
        )  # fmt: skip
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
            for council in lesson.councils:
                stack.callback(council.close)
                council.resume()
            lesson.scenario, lesson.files = begun_with(lesson.councils) or read(lesson.record.scenario)
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
        return self._people.by_key[key]

    def at(self, council: str, seat: SeatId) -> tuple[Attendee, ...]:
        """Those who hold or share a seat of a council and have come in, in the order in which they came."""
        return self._people.at.get((council, seat), ())

    def council(self, name: str) -> Council:
        """One by its name. Raises KeyError for none's."""
        for council in self.councils:
            if council.name == name:
                return council
        raise KeyError(name)

    def council_of(self, attendee: Attendee) -> Council:
        """Where somebody plays."""
        return self.council(attendee.council)

    def who(self, token: str) -> Attendee | None:
        """Whose token this is; None for nobody's."""
        return self._people.by_token.get(digest(token))

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

    def join(self, name: str, seat: SeatId = "", proposed: str = "", council: str = "") -> str:
        """Let somebody in who knows the code.

        Args:
            name: theirs. Of somebody who is in already, or has a personal link, it waits for the facilitator's yes.
            seat: which they want; empty for the one with the fewest people.
            proposed: a token of the device's own, so that who asks twice comes in once; else one is made.
            council: which they want; empty for the one with the fewest people.

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
        if council and council not in self.record.councils:
            raise NotLetInError(Text("There is no such council."))
        already = self.who(proposed)
        if already is not None and already.is_called(tidy):
            self._seat_taken(already)
            return proposed
        token = proposed if is_token(proposed) and already is None else new_token()
        known = next((who for who in self.attendees if who.is_called(tidy)), None)
        if known is not None and (known.tokens or known.links):
            self._knock(Knock(known.key, digest(token)))
        elif known is not None:
            self.hear(known.key)
            self._put(self.attendee(known.key).with_token(digest(token)))
            self._seat_taken(known)
        else:
            self._enter(tidy, self.council(council) if council else self._smallest, seat, digest(token))
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

    def move(self, key: str, seat: SeatId, council: str | None = None) -> None:
        """Give somebody another seat, in their council or another. Raises KeyError for nobody's key, seat, council."""
        if seat not in self.scenario.members:
            raise KeyError(seat)
        known = self.attendee(key)
        there = self.council(known.council if council is None else council)
        moved = replace(known, seat=seat, council=there.name)
        self._put(moved)
        self._seat_taken(moved)

    def enrol(self, attendees: tuple[Attendee, ...]) -> None:
        """Put a roster's people down. Raises SaveError if it could not be kept."""
        self._keep(replace(self.record, attendees=(*self.attendees, *attendees)))

    def _enter(self, name: str, council: Council, seat: SeatId, token: str) -> None:
        if len(self.attendees) >= MOST_PEOPLE:
            raise NotLetInError(Text("The room is full."))
        key, late = f"p{len(self.attendees) + 1}", council.session is not None
        self.hear(key)
        newcomer = Attendee(key, name, seat or council.emptiest, (token,), late=late, council=council.name)
        self._keep(replace(self.record, attendees=(*self.attendees, newcomer)))
        self._seat_taken(newcomer)

    def _knock(self, knock: Knock) -> None:
        """Wait for the facilitator, who is asked about one device at a time: a second one never takes its place."""
        waits = next((other for other in self.knocks if other.key == knock.key), None)
        if waits is None:
            self.knocks.append(knock)
            self._tell()
        elif waits != knock:
            raise NotLetInError(Text("Somebody of this name waits at the door already; the facilitator decides."))

    @property
    def _smallest(self) -> Council:
        return min(self.councils, key=lambda council: len(council.people))

    def _seat_taken(self, attendee: Attendee) -> None:
        self.council_of(attendee).seat_taken(attendee.seat)

    # Who is here now --------------------------------------------------------------------------------------------------

    def hear(self, key: str) -> None:
        """Something was heard of somebody; who opens a personal link has come in by it. Raises SaveError."""
        self.presence.hear(key)
        known = self._people.by_key.get(key)
        if known is not None and known.links:
            self._put(known.arrived)
            self._seat_taken(known)

    # Play -------------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin in each council in which somebody is in.

        Raises:
            NotLetInError: if there is none that has not begun.
            SaveError: if it cannot be kept.
        """
        ready = [council for council in self.councils if council.can_begin]
        if not ready:
            raise NotLetInError(Text("It begins once, when somebody is in."))
        for council in ready:
            council.begin(self.files)

    def submit(self, key: str, command: Act, ref: str, beat: str = "") -> Receipt | Refusal:
        """Do something for a person's seat, as `Council.submit` does.

        Raises:
            KeyError: for nobody's key.
            SaveError: if it could not be saved; then nothing has changed.
        """
        attendee = self.attendee(key)
        self.hear(key)
        return self.council_of(attendee).submit(attendee, command, ref, beat)

    def nudge(self, key: str, words: str) -> bool:
        """Write somebody a sentence; whether anything is left of it. Raises KeyError for nobody's key."""
        put = self.nudges.put(self.attendee(key).key, words)
        self._tell()
        return put

    def tick(self, now: float) -> None:
        """Let the clock of each council go on, and the lesson's. Raises SaveError where that could not be saved."""
        for council in self.councils:
            council.tick(now)
        if self.time is not None:
            self.time.tick(now, self.councils)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something has happened, in any council or at the door, until what comes back is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def close(self) -> None:
        """Leave it; all of it is durable already."""
        for council in self.councils:
            council.close()
        if self._held is not None:
            self._held.close()

    # Within -----------------------------------------------------------------------------------------------------------

    def _put(self, attendee: Attendee) -> None:
        self._keep(self.record.put(attendee))

    def _keep(self, record: LessonRecord) -> None:
        """What is acknowledged is on disk before."""
        write_lesson(self.folder, record)
        self._take(record)
        self._tell()

    def _take(self, record: LessonRecord) -> None:
        self.record = record
        self._people = WhoIsWho(record.attendees)

    def _tell(self) -> None:
        """Something has happened at the door, which all want to know."""
        for council in self.councils:
            council.tell()
        self.heard()

    def heard(self) -> None:
        """Call all who listen to the whole of it."""
        for listener in tuple(self._listeners):
            listener()
