"""A lesson on the network: where it listens, by which addresses it is reached, and its clock."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.save import SaveError
from crisis_game.web.door import Door
from crisis_game.web.server import Server, bound, server

LOOPBACK = "127.0.0.1"
PORTS = {"http": 80, "https": 443}
"""That browsers take where an address names none."""

TICK = 1.0
"""Seconds between two looks at the clock."""

LONGEST_TICK = 4.0
"""Seconds of play that pass at one look, at most; a clock counts no more than five at a time."""

Certificate: TypeAlias = tuple[str, str | None]
"""Files in PEM: the certificate, and its key where that stands apart."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a host listens.

    Attributes:
        sock: that listens.
        names: addresses with port under which it is reached; the first is the one to tell.
        scheme: `http` or `https`.
    """

    sock: socket.socket
    names: tuple[str, ...]
    scheme: str

    @property
    def url(self) -> str:
        """The address to tell."""
        return f"{self.scheme}://{self.names[0]}"


def place(address: str | None, port: int, certificate: Certificate | None = None) -> Place:
    """Listen.

    Args:
        address: of this machine, or `0.0.0.0` for all that it has; None for this machine alone.
        port: 0 takes a free one.
        certificate: for `https`.

    Raises:
        OSError: if that is no address of this machine, or the port is taken.
    """
    sock = bound(address or LOOPBACK, port)
    chosen = sock.getsockname()[1]
    outer = [_outward() if _is_all(address) else address] if address else []
    scheme = "https" if certificate else "http"
    names = [host_name(name, chosen, scheme) for name in (*outer, LOOPBACK, "localhost")]
    return Place(sock, tuple(dict.fromkeys(names)), scheme)


def host_name(name: str, port: int, scheme: str) -> str:
    """A name with its port as browsers send it: without the one that a scheme has by itself."""
    bracketed = f"[{name}]" if ":" in name else name
    return bracketed if port == PORTS[scheme] else f"{bracketed}:{port}"


def _is_all(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_unspecified
    except ValueError:
        return False


def _outward() -> str:
    """The address by which this machine is reached from its network; nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that documents use, and no machine has
        except OSError:
            return LOOPBACK
        return str(probe.getsockname()[0])


class Hosting:
    """A lesson that is served, and whose clock goes.

    Args:
        lesson: which.
        where: where it is reached.
        certificate: for `https`.
        times: how many times as fast as time the clock goes, for trials.
        now: seconds of a clock that only goes forward.
    """

    def __init__(
        self,
        lesson: Lesson,
        where: Place,
        certificate: Certificate | None = None,
        times: float = 1,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._lesson, self._where, self._times, self._now = lesson, where, times, now
        self._door = Door(lesson, where, now)
        self._server: Server = server(self._door.app, *(certificate or (None, None)))

    async def run(self) -> None:
        """Serve until `stop`, or until it is cancelled."""
        ticking = asyncio.create_task(self._tick())
        try:
            await self._server.serve(sockets=[self._where.sock])
        finally:
            ticking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await ticking

    def stop(self) -> None:
        """End serving; open streams are closed."""
        self._door.close()
        self._server.should_exit = True

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(min(TICK, LONGEST_TICK / self._times))
            with contextlib.suppress(SaveError):  # a deadline that could not be saved has not fallen, and falls later
                self._lesson.tick(self._now() * self._times)
