"""One seat of a lesson, played at the host's own keyboard: a sitting like any other, in which others go on too."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.act import Act, Offer, Refusal
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.notes import ROW as NOTES
from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Heard, Host, Listener, Opened, Receipt
from crisis_game.scenario.ids import InjectId, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text


class _LessonHost:
    """A host in the same room: it is never away, and what comes of it comes to `listen`."""

    def __init__(self, council: Council) -> None:
        self._council = council

    @property
    def away(self) -> Text | None:
        """None: it is here."""
        return None

    @property
    def gone(self) -> bool:
        """Never, while this is played."""
        return False

    @property
    def seconds_left(self) -> float | None:
        """What the council's clock has left; None without one."""
        return self._council.clock.left if self._council.clock is not None else None

    @property
    def paused(self) -> bool:
        """Whether that clock stands."""
        return self._council.clock is not None and self._council.clock.stands

    def wait(self) -> None:
        """Nothing to wait for: screens are told by `listen`, in the loop in which the lesson lives."""


class SeatSitting:
    """A `Sitting` for one person of a council that has begun.

    Only this seat is a person's here; all others are played elsewhere, and what they do comes by `listen`. The clock
    is the council's: no turn of this keyboard has one of its own, and no deadline falls here.

    Args:
        lesson: in play.
        key: whose seat it is, and under whose name it is entered.
    """

    def __init__(self, lesson: Lesson, key: str) -> None:
        attendee = lesson.attendee(key)
        self._council = lesson.council_of(attendee)
        if self._council.session is None:
            raise ValueError("the exercise has not begun")
        self._lesson, self._key = lesson, key
        self._device, self._numbers = secrets.token_hex(4), count(1)
        self._seat = attendee.seat
        self._host = _LessonHost(self._council)
        lesson.presence.opened(key)

    @property
    def _session(self) -> Session:
        """The exercise as it stands: another one where the facilitator has gone back."""
        if self._council.session is None:
            raise SaveError("the exercise could not be opened again")
        return self._council.session

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        return self._session.finished

    @property
    def persons(self) -> tuple[SeatId, ...]:
        """The one seat that is played here."""
        return (self._seat,)

    @property
    def receipt(self) -> str | None:
        """The code of the game as it stands."""
        return self._session.receipt

    @property
    def path(self) -> Path | None:
        """Where the lesson's exercise is kept."""
        return self._session.path

    @property
    def host(self) -> Host:
        """The lesson, whose clock this is."""
        return self._host

    def waiting(self) -> tuple[SeatId, ...]:
        """The seat played here, until it is ready."""
        return tuple(seat for seat in self._session.waiting() if seat == self._seat)

    # What a seat may have ---------------------------------------------------------------------------------------------

    def scenario(self, seat: SeatId) -> Scenario:
        """What a seat may have of the scenario now."""
        return self._session.scenario(seat)

    def seen(self, seat: SeatId) -> Seen:
        """What a seat may know now."""
        return self._session.seen(seat)

    def view(self, seat: SeatId) -> View:
        """The same in sections."""
        return self._session.view(seat)

    def offers(self, seat: SeatId) -> tuple[Offer, ...]:
        """All that a seat can do now."""
        return self._session.offers(seat)

    def own_log(self, seat: SeatId) -> list[Heard]:
        """The log as one seat may read it."""
        return self._session.own_log(seat)

    def record(self) -> tuple[PublicAct, ...]:
        """The acts on record as all members may read them now, newest first."""
        return self._session.record()

    def opened(self, reader: SeatId) -> Opened:
        """The whole of it, for the debrief. Raises NotFinishedError while it is played."""
        return self._session.opened(reader)

    # What is done -----------------------------------------------------------------------------------------------------

    def submit(self, seat: SeatId, command: Act, ref: str | None = None) -> Receipt | Refusal:
        """Do something for the seat, entered under the person's key.

        Raises:
            ValueError: for another seat.
            SaveError: if it could not be saved; then nothing has changed.
        """
        if seat != self._seat:
            raise ValueError(f"{seat} is not played here")
        own = f"{self._key}.{self._device}.{next(self._numbers)}"
        return self._lesson.submit(self._key, command, ref if ref is not None else own)

    def time_over(self, seat: SeatId | None) -> None:
        """Nothing: the deadlines are the lesson's."""

    def fuse_over(self, seat: SeatId, inject: InjectId) -> None:
        """Nothing: they burn by the lesson's clock."""

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something has happened in this council, by whomever."""
        return self._council.listen(listener)

    # What lies outside the log ----------------------------------------------------------------------------------------

    def kept(self, row: str) -> Any:
        """What was kept under a name: the notes. Names and pace of one keyboard have no place in a lesson."""
        return self._session.kept(row) if row == NOTES else None

    def keep(self, row: str, value: Any) -> None:
        """Keep this seat's notes; those of the others stay as they are.

        Raises:
            SaveError: if the file cannot be written.
        """
        if row == NOTES and isinstance(value, Mapping):
            before = self._session.kept(NOTES)
            others = before if isinstance(before, Mapping) else {}
            own = {self._seat: value[self._seat]} if self._seat in value else {}
            self._session.keep(NOTES, {seat: words for seat, words in others.items() if seat != self._seat} | own)

    def close(self) -> None:
        """Leave the keyboard; the lesson goes on."""
        self._lesson.presence.left(self._key)
