"""The server: one process, one loop; it listens where it was told, and waits for nobody who dawdles."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from crisis_game.web.guard import LARGEST_HEAD

PATIENCE = 5.0
"""Seconds in which a request must have come whole."""

MOST_UNFINISHED = 64
"""Requests that one address may have begun and not sent whole. Thirty phones may share an address."""

UNREAD_FOR = 30.0
"""Seconds in which a reader must take what was sent to it; a phone that has gone is not told from one that dawdles."""

MOST_CONNECTIONS = 1024
OTHER_FILES = 128
"""Files that the host has open beside its connections: the save, the lesson's file, modules that are read late."""

LEAVE_WITHIN = 2
"""Seconds that open streams have to end when the host goes."""

UNFINISHED = (h11.IDLE, h11.SEND_BODY)
"""States of a client of which something is still to come."""

_begun: Counter[str] = Counter()
"""Requests that are not whole yet, by address: the protocol has one object a connection, and nothing they share."""


class ImpatientProtocol(H11Protocol):
    """Closes connections that would only hold others up.

    These are: whose request does not come whole in time, whose answer is not read in time, those of an address that
    begins too many requests, and any beyond the most that there may be.
    """

    _timer: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None
    _address = ""

    def connection_made(self, transport: Any) -> None:
        """Somebody connected."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        if len(self.connections) > MOST_CONNECTIONS:
            self.transport.abort()
        self._watch()

    def handle_events(self) -> None:
        """Something came, or what had come before is looked at now that the request before it is answered."""
        super().handle_events()
        if self.conn.their_state not in UNFINISHED:
            self._rest()
        elif self.conn.their_state is h11.SEND_BODY or self.conn.trailing_data[0]:
            self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        self._rest()
        self._has_read()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """They do not read what is sent."""
        super().pause_writing()
        self._unread = self.loop.call_later(UNREAD_FOR, self.transport.abort)

    def resume_writing(self) -> None:
        """They read on."""
        super().resume_writing()
        self._has_read()

    def _has_read(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _watch(self) -> None:
        if self._timer is not None or self.transport.is_closing():
            return
        _begun[self._address] += 1
        self._timer = self.loop.call_later(PATIENCE, self._give_up)
        if _begun[self._address] > MOST_UNFINISHED:
            self._give_up()

    def _give_up(self) -> None:
        self._rest()
        self.transport.abort()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            _begun[self._address] -= 1
            if not _begun[self._address]:
                del _begun[self._address]


class Server(uvicorn.Server):
    """A server that leaves signals to whoever runs it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


def bound(address: str, port: int) -> socket.socket:
    """A socket that listens.

    Args:
        address: of this machine.
        port: 0 takes a free one.

    Raises:
        OSError: if that address is none of this machine's, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    sock = socket.create_server((address, port), family=family, backlog=MOST_CONNECTIONS)
    if sys.platform == "linux":  # its connections inherit it; else one that vanished counts as here for a quarter hour
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(UNREAD_FOR * 1000))
    return sock


def allow_files(most: int = MOST_CONNECTIONS + OTHER_FILES) -> None:
    """Let this process have so many files open, as far as the system lets it: some begin with 256, too few for a class.

    Without it a crowd at the door would keep the host from saving what those inside do.
    """
    if sys.platform != "win32":
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft != resource.RLIM_INFINITY and soft < most:
            reachable = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (reachable, hard))


def server(app: ASGIApp, certificate: str | None = None, key: str | None = None) -> Server:
    """The server of an app, not yet started; `serve(sockets=[...])` runs it.

    Args:
        app: what it serves.
        certificate: file in PEM for `https`; None for `http`.
        key: its key, in PEM; None where the certificate's file has it.
    """
    allow_files()
    _say_nothing()
    config = uvicorn.Config(
        app,
        http=ImpatientProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        h11_max_incomplete_event_size=LARGEST_HEAD,
        timeout_graceful_shutdown=LEAVE_WITHIN,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    return Server(config)


def _say_nothing() -> None:
    """Of what strangers send nothing is told: Python would write each broken request onto the host's screen."""
    log = logging.getLogger("uvicorn.error")
    log.addHandler(logging.NullHandler())
    log.propagate = False
