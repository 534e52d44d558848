"""A session at one keyboard: who sits before it, what each seat may see, and what each has on its desk."""

from __future__ import annotations

import time
from collections.abc import Callable

from crisis_game.engine.act import Act, Refusal
from crisis_game.engine.view import LetterLine
from crisis_game.exercise.notes import Notes
from crisis_game.exercise.people import Door, people_of
from crisis_game.exercise.sitting import Receipt, Sitting
from crisis_game.exercise.turn_clock import TurnClock, pace_of
from crisis_game.pages.play.due import Due, still_due
from crisis_game.pages.play.table_waves import beside_waves
from crisis_game.pages.sight import Sight
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.texts import Text
from crisis_game.tui.desk import Desk, desk_as_left


class Game:
    """One session at one keyboard.

    Attributes:
        session: what is played.
        seat: who sits before the screen.
        people: who shares the keyboard, in the order in which they sit down.
        people_fault: why their names and PINs could not be read, where that is so.
        door: asks them for their PINs.
        notes: what each seat has written down for itself.
        faults: what else could not be read in the save, until it is told.
        clock: of the turns at this keyboard; None where it is played without one.
        now: tells it seconds that only go forward; tests give one that stands.
        ended, away: whether play was over, and what kept the host away, when that was last told.
    """

    def __init__(self, session: Sitting, language: str, seat: SeatId | None = None) -> None:
        self.session = session
        self.language = language
        self.people, self.people_fault = people_of(session)
        self.door = Door()
        self.notes = Notes(session)
        pace, pace_fault = pace_of(session)
        self.faults = [fault for fault in (self.notes.fault, pace_fault) if fault is not None]
        self.clock = TurnClock(session, pace) if pace else None
        self.now: Callable[[], float] = time.monotonic
        self.ended = session.finished
        self.away: Text | None = None
        self.seat: SeatId = seat or self._first()
        self._desks: dict[SeatId, Desk] = {}
        self._dossiers: dict[SeatId, Dossier] = {}
        self._sight: Sight | None = None

    @property
    def shared(self) -> bool:
        """Whether several people share the keyboard."""
        return len(self.session.persons) > 1

    @property
    def curtained(self) -> bool:
        """Whether nobody comes to the seat without the curtain: others are here, or a PIN is set."""
        return self.shared or self.people.of(self.seat).pin is not None

    @property
    def standing(self) -> tuple[int, str]:
        """Where the exercise stands: round and phase."""
        seen = self.sight.seen
        return seen.round, seen.phase

    @property
    def minutes_left(self) -> str:
        """What the clock of this turn, or the host's, has left, such as `3:05`; empty where nothing has a deadline."""
        host = self.session.host
        left = self.clock.left if self.clock else host.seconds_left if host else None
        if left is None:
            return ""
        minutes, seconds = divmod(int(left + 0.999), 60)
        return f"{minutes}:{seconds:02}"

    @property
    def next_up(self) -> SeatId:
        """Who sits down next: the first of those who are waited for, in the order that was chosen."""
        return self.people.first(self.session.waiting()) or self.seat

    @property
    def desk(self) -> Desk:
        """The desk of who sits before the screen."""
        if self.seat not in self._desks:
            self._desks[self.seat] = desk_as_left(self.session, self.seat)
        return self._desks[self.seat]

    @property
    def sight(self) -> Sight:
        """What who sits before the screen may see now."""
        if self._sight is None:
            if self.seat not in self._dossiers:
                self._dossiers[self.seat] = dossier(self.session.scenario(self.seat), self.seat)
            self._sight = Sight.of(self.session, self.seat, self._dossiers[self.seat], self.language)
        return self._sight

    @property
    def unread(self) -> tuple[LetterLine, ...]:
        """Letters that were not opened yet, one's own left out."""
        return tuple(
            letter for letter in self.sight.view.mail if letter.id not in self.desk.read and letter.sender != self.seat
        )

    @property
    def due(self) -> tuple[Due, ...]:
        """What who sits before the screen has still to do in this beat."""
        return still_due(self.sight, len(self.unread))

    def submit(self, command: Act) -> Receipt | Refusal:
        """Do something; when a receipt comes back, it is saved and the policies have answered.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        began = self.now()
        answer = self.session.submit(self.seat, command)
        if self.clock is not None:
            self.clock.leave_out(self.now() - began)
        self.look_anew()
        return answer

    def look_anew(self) -> None:
        """Something has happened: see it."""
        self._sight = None

    def sentences_since(self, receipt: Receipt) -> list[Text]:
        """What came of something that this seat did, and what followed, in sentences; moves stand in their wave."""
        before, after = beside_waves(self.session.own_log(self.seat)[receipt.n - 1 :])
        return [sentence for event in (*before, *after) if (sentence := event.tell()) is not None]

    def sit(self, seat: SeatId) -> None:
        """Let another sit down before the screen."""
        self.seat = seat
        self._sight = None

    def exchange(self, session: Sitting) -> None:
        """Go on with another session in this one's place; what each seat has on its desk stays."""
        self.session = session
        self._sight = None
        self._dossiers.clear()

    def close(self) -> None:
        """Leave the game; everything is saved already, but for the last words of the notes."""
        self.notes.close()
        self.session.close()

    def _first(self) -> SeatId:
        return self.people.first(self.session.waiting()) or next(iter((*self.session.persons, "observer")))
