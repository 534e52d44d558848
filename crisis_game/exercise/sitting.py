"""What a front end plays against: an exercise as those before it may have it, wherever it is run.

`session.Session` implements it on one machine. Nothing here gives the whole log, the state or the author's scenario to
anybody but the facilitator, before play is over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.act import Act, Offer, Refusal, Submission
from crisis_game.engine.acts import facilitator
from crisis_game.engine.event import Event
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.replay import Step
from crisis_game.scenario.ids import InjectId, SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

PERSON = facilitator.PERSON
"""Holds a seat that no policy plays."""

OBSERVER: SeatId = "observer"
"""The seat of somebody who holds none."""

Listener = Callable[[], None]


class NotFinishedError(Exception):
    """The exercise is not over, and its debrief would tell what is hidden."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one seat hears of one accepted submission.

    Attributes:
        n: number in the seat's own log, from 1.
        own: the submission, where it is the seat's own; what others wanted is told by their events alone.
        events: those that it may see.
    """

    n: int
    own: Submission | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """That a submission counted: the answer to it, and to each that repeats it.

    Attributes:
        ref: the sender's own.
        n: its number in the log of its seat; what followed stands from there on.
    """

    ref: str
    n: int


@dataclass(frozen=True, slots=True)
class Opened:
    """All of an exercise: for the facilitator, and for everybody once play is over.

    Attributes:
        files: those of the scenario, by which it can be played anew; None where nothing is kept.
    """

    scenario: Scenario
    log: tuple[Step, ...]
    files: ScenarioFiles | None = None


class Host(Protocol):
    """The machine on which an exercise runs, where that is another: what a front end must know of it beside play."""

    @property
    def away(self) -> Text | None:
        """Why it cannot be heard now, in a sentence; None while it can."""
        ...

    @property
    def gone(self) -> bool:
        """Whether it will not be heard any more."""
        ...

    @property
    def seconds_left(self) -> float | None:
        """What its clock has left for what is waited for; None where nothing has a deadline."""
        ...

    @property
    def paused(self) -> bool:
        """Whether its clock stands."""
        ...

    def wait(self) -> None:
        """Wait until something has come of it, or it is gone."""
        ...


class Sitting(Protocol):
    """One exercise, as the people before a keyboard or a screen have it."""

    @property
    def host(self) -> Host | None:
        """Where it is played; None where that is here."""
        ...

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        ...

    @property
    def persons(self) -> tuple[SeatId, ...]:
        """Seats held by people here, in the order of their ids."""
        ...

    @property
    def receipt(self) -> str | None:
        """The code of the game as it stands, by which it can be verified later; None where nothing is kept."""
        ...

    @property
    def path(self) -> Path | None:
        """Where it is kept, so that files about it can lie beside; None where that is not here."""
        ...

    def waiting(self) -> tuple[SeatId, ...]:
        """People here whom the beat waits for: those not ready. None, and not over: it waits for others at a host."""
        ...

    # What a seat may have ---------------------------------------------------------------------------------------------

    def scenario(self, seat: SeatId) -> Scenario:
        """What a seat may have of the scenario now (`engine.seeing.projection`)."""
        ...

    def seen(self, seat: SeatId) -> Seen:
        """What a seat may know now."""
        ...

    def view(self, seat: SeatId) -> View:
        """The same in sections."""
        ...

    def offers(self, seat: SeatId) -> tuple[Offer, ...]:
        """All that a seat can do now."""
        ...

    def own_log(self, seat: SeatId) -> list[Heard]:
        """The log as one seat may read it: its own numbering, what it did and what it sees."""
        ...

    def record(self) -> tuple[PublicAct, ...]:
        """The acts on record as all members may read them now, newest first."""
        ...

    def opened(self, reader: SeatId) -> Opened:
        """The whole of it, for the debrief. Raises NotFinishedError while it is played, but for the facilitator."""
        ...

    # What is done -----------------------------------------------------------------------------------------------------

    def submit(self, seat: SeatId, command: Act, ref: str | None = None) -> Receipt | Refusal:
        """Do something for a seat; when a receipt comes back, policies have answered and all of it is durable.

        Args:
            seat: for whom.
            command: what.
            ref: of the sender's, where it may be sent twice: the second counts for nothing and gets the first's
                receipt. None numbers it here. What was refused left nothing behind, and is judged anew.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        ...

    def time_over(self, seat: SeatId | None) -> None:
        """Time is over: of a seat's turn, or (None) of the beat. What was left open gets its default.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        ...

    def fuse_over(self, seat: SeatId, inject: InjectId) -> None:
        """The seconds in which a seat could answer an inject are over; who has not answered gets the default.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        ...

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something has happened; call what comes back to be called no more.

        Where the exercise runs elsewhere, on another thread than one's own.
        """
        ...

    # What lies outside the log ----------------------------------------------------------------------------------------

    def kept(self, row: str) -> Any:
        """What was kept under a name outside the log, such as notes; None for nothing. It may be anything: read it."""
        ...

    def keep(self, row: str, value: Any) -> None:
        """Keep a plain value under a name outside the log, where anything is kept.

        Raises:
            SaveError: if the file cannot be written, or cannot hold the value.
        """
        ...

    def close(self) -> None:
        """Leave it; what was done is durable already."""
        ...
