"""One seat's line to its host: a thread that listens, comes back when it was cut, and keeps what came last."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crisis_game.exercise.sitting import Listener
from crisis_game.network import protocol
from crisis_game.network.client import Client, HostError, Joined, Live, short
from crisis_game.network.part import GapError, OtherProtocolError, Part, Receiving
from crisis_game.texts import Text

LONGEST_PAUSE = 15.0
"""Seconds between two tries to reach a host that is away, at most."""

MOST_FAULTS = 5
"""Messages in a row that cannot be read, after which the host is left."""

CUT = Text("The line to the host was cut; this terminal tries to reach it again.")
UNREADABLE = Text("The host sends what this version cannot read: {fault}.")
OTHER_PROTOCOL = Text("The host speaks protocol {theirs}, and this version speaks {ours}; one of the two is too old.")
MOVED = Text("Other devices of yours listen to the host now; this terminal does not any more.")
CLOSED = Text("The host has closed the exercise.")


@dataclass(frozen=True, slots=True)
class Room:
    """The waiting room: which seat one has, if any, and who else is there."""

    seat: str | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HostClock:
    """The host's clock: seconds left for what is waited for, None for no deadline; whether it stands."""

    left: float | None = None
    paused: bool = False


class Connection:
    """The line of one terminal.

    Attributes:
        client: the host.
        joined: as whom one came in.
        room: the waiting room, while one waits there.
        part: what the seat has; None before the exercise begins.
        clock: the host's.
        away: why the host cannot be heard now; None while it can.
        closed: why it will not be heard any more; None as long as it may be.
        retry: seconds after which what failed is tried again for the first time.
    """

    def __init__(self, client: Client, joined: Joined, retry: float = protocol.RETRY) -> None:
        self.client = client
        self.joined = joined
        self.room: Room | None = None
        self.part: Part | None = None
        self.clock = HostClock()
        self._set = time.monotonic()
        self.away: Text | None = None
        self.closed: Text | None = None
        self.retry = retry
        self._receiving = Receiving()
        self._faults = 0
        self._news = threading.Condition()
        self._number = 0
        self._listeners: list[Listener] = []
        self._live: Live | None = None
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="host", daemon=True)

    def open(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def close(self) -> None:
        """Listen no more."""
        self._ended.set()
        live = self._live
        if live is not None:
            live.end()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something came, on the thread that heard it; call what comes back to be called no more."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def left(self) -> float | None:
        """What the host's clock has left by now; None where nothing has a deadline."""
        if self.clock.left is None or self.clock.paused:
            return self.clock.left
        return max(0.0, self.clock.left - (time.monotonic() - self._set))

    @property
    def number(self) -> int:
        """How many things have come; see `wait`."""
        return self._number

    def wait(self, number: int, seconds: float | None = None) -> bool:
        """Wait until more has come than so many things; False where that many seconds were too few."""
        with self._news:
            return self._news.wait_for(lambda: self._number > number or self.closed is not None, seconds)

    def wait_until(self, holds: Callable[[], bool], seconds: float) -> bool:
        """Wait until something holds that only changes by what comes; False where the seconds were too few."""
        with self._news:
            return self._news.wait_for(lambda: holds() or self.closed is not None, seconds) and holds()

    # On the thread ----------------------------------------------------------------------------------------------------

    def _listen(self) -> None:
        pause = self.retry
        while not self._ended.is_set() and self.closed is None:
            number = self._number
            self._say_away(self._hear())
            pause = self.retry if self._number > number + 1 else min(2 * pause, LONGEST_PAUSE)
            self._ended.wait(pause)

    def _hear(self) -> Text | None:
        """Hear one stream to its end; why it ended."""
        try:
            with self.client.live(self.joined.token) as live:
                self._live = live
                for name, message in live.messages():
                    self._take(name, message)
                    if self.closed is not None:
                        return None
        except HostError as fault:
            if fault.final and self.joined.key:
                self.closed = fault.because
            return fault.because
        except GapError:
            return None
        except OtherProtocolError as fault:
            versions = {"theirs": short(fault.version), "ours": protocol.VERSION}
            self.closed = Text(OTHER_PROTOCOL.msgid, versions)
        except ValueError as fault:
            self._faults += 1
            because = Text(UNREADABLE.msgid, {"fault": short(str(fault))})
            self.closed = because if self._faults >= MOST_FAULTS else None
            return because
        finally:
            self._live = None
        return CUT

    def _take(self, name: str, message: Any) -> None:
        match name, message:
            case "whole", _:
                self.part, self.room = self._receiving.take_whole(message), None
            case "patch", _:
                self.part = self._receiving.take_patch(message)
            case "waiting", {"seat": str() | None as seat, "people": [*people]}:
                self.room = Room(seat, tuple(str(person)[: protocol.LONGEST_WORDS] for person in people))
            case "clock", {"left": int() | float() | None as left, "paused": bool(paused)}:
                self.clock, self._set = HostClock(left, paused), time.monotonic()
            case "over" | "moved", _:
                self.closed = CLOSED if name == "over" else MOVED
            case _:
                return
        self._faults, self.away = 0, None
        self._tell()

    def _say_away(self, because: Text | None) -> None:
        if not self._ended.is_set() and (because is not None or self.closed is not None):
            self.away = self.closed or because
            self._tell()

    def _tell(self) -> None:
        with self._news:
            self._number += 1
            self._news.notify_all()
        for listener in tuple(self._listeners):
            listener()
