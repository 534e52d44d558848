"""The server: one process, one loop; it listens where it was told, and waits for nobody who dawdles."""

from __future__ import annotations

import asyncio
import contextlib
import socket
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

MOST_CONNECTIONS = 1024
LEAVE_WITHIN = 2
"""Seconds that open streams have to end when the host goes."""

UNFINISHED = (h11.IDLE, h11.SEND_BODY)
"""States of a client of which something is still to come."""

_begun: Counter[str] = Counter()
"""Requests that are not whole yet, by address: the protocol has one object a connection, and nothing they share."""


class ImpatientProtocol(H11Protocol):
    """Closes a connection whose request does not come whole in time, and those of an address that begins too many."""

    _timer: asyncio.TimerHandle | None = None
    _address = ""

    def connection_made(self, transport: Any) -> None:
        """Somebody connected."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Something came."""
        super().data_received(data)
        if self.conn.their_state in UNFINISHED:
            self._watch()
        else:
            self._rest()

    def connection_lost(self, exc: Exception | None) -> None:
        """They have gone."""
        self._rest()
        super().connection_lost(exc)

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
    return socket.create_server((address, port), family=family, backlog=MOST_CONNECTIONS)


def server(app: ASGIApp, certificate: str | None = None, key: str | None = None) -> Server:
    """The server of an app, not yet started; `serve(sockets=[...])` runs it.

    Args:
        app: what it serves.
        certificate: file in PEM for `https`; None for `http`.
        key: its key, in PEM; None where the certificate's file has it.
    """
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
