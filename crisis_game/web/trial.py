"""Before class: whether a phone comes through to this machine on the network that is there.

Campus networks often keep devices apart. A page of one sentence is served at the address that a class would use; once
somebody opened it from another device, it is good. Where nobody comes for a while, it is said what to do instead.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from crisis_game.texts import Text, Wording
from crisis_game.web.guard import Guard
from crisis_game.web.hosting import Certificate, Place
from crisis_game.web.qr import qr_rows
from crisis_game.web.server import server

PATIENCE = 60.0
"""Seconds without anybody after which it is said what to do instead; it goes on meanwhile."""

LOOK = 0.5
"""Seconds between two looks at the clock."""

TRY = Text("Open {address} on a phone in this network, or point its camera at the square.")
GREEN = Text("GREEN: a device at {other} came through. A class can come in at this address.")
OWN = Text("This machine reached itself at {other}. That says nothing of phones: try one.")
NOBODY = Text("Nobody came through in {seconds} seconds. This network may keep devices apart. Instead you can:")
INSTEAD = (
    Text("open a hotspot on a phone or on this machine, let all join it, and try again with its address;"),
    Text("host on a machine that the department runs, whose address all can reach;"),
    Text("check that no firewall of this machine closes the port {port};"),
    Text("or play at one keyboard with a projector: crisis-game play, one person after the other."),
)
NOT_OPEN = Text(
    "It listens to this machine alone: add --open ADDRESS, with the address of this machine in the network."
)
CAME = Text("You came through. Tell who hosts: it works.")


@dataclass(slots=True)
class Trial:
    """One trial.

    Args:
        own: addresses of this machine.
        port: at which it listens.
        say: tells whoever hosts.
        language: of what is told.
        now: seconds of a clock that only goes forward.

    Attributes:
        green: whether another device came through.
    """

    own: Collection[str]
    port: int
    say: Callable[[Text], None]
    language: str = "en"
    now: Callable[[], float] = time.monotonic
    green: bool = False
    _began: float | None = None
    _told: bool = False
    _seen: frozenset[str] = frozenset()

    def app(self, hosts: Collection[str], scheme: str = "http") -> ASGIApp:
        """What is served: one page, guarded as the real one is."""
        return Guard(Starlette(routes=[Route("/{path:path}", self.came)]), hosts, scheme)

    async def came(self, request: Request) -> Response:
        """Somebody came."""
        self.note(request.client.host if request.client else "")
        return PlainTextResponse(Wording(self.language).say(CAME))

    def note(self, other: str) -> None:
        """A request came from an address; each is told once."""
        if not other or other in self._seen:
            return
        self._seen |= {other}
        if other in self.own:
            self.say(Text(OWN.msgid, {"other": other}))
        else:
            self.green = True
            self.say(Text(GREEN.msgid, {"other": other}))

    def look(self) -> None:
        """Look at the clock: say once what to do instead, where nobody has come for long."""
        if self._began is None:
            self._began = self.now()
        if self.green or self._told or self.now() - self._began < PATIENCE:
            return
        self._told = True
        self.say(Text(NOBODY.msgid, {"seconds": int(PATIENCE)}))
        for way in INSTEAD:
            self.say(Text(way.msgid, {"port": self.port}))


def own_addresses(where: Place) -> frozenset[str]:
    """Addresses by which this machine reaches itself at a place."""
    named = {urlsplit(f"//{name}").hostname or "" for name in where.names}
    return frozenset({*named, "127.0.0.1", "::1", str(where.sock.getsockname()[0])})


async def try_out(
    where: Place,
    opened: bool,
    say: Callable[[Text], None],
    language: str = "en",
    certificate: Certificate | None = None,
) -> None:
    """Serve the trial until it is cancelled; then it listens no more.

    Args:
        where: it listens.
        opened: whether that is more than this machine alone.
        say: tells whoever hosts.
        language: of what is told.
        certificate: for `https`.
    """
    trial = Trial(own_addresses(where), int(where.sock.getsockname()[1]), say, language)
    for row in qr_rows(where.url):
        say(Text("{row}", {"row": row}))
    say(Text(TRY.msgid, {"address": where.url}))
    if not opened:
        say(NOT_OPEN)
    serving = server(trial.app(where.names, where.scheme), *(certificate or (None, None)))
    looking = asyncio.create_task(_look_on(trial))
    try:
        await serving.serve(sockets=[where.sock])
    finally:
        looking.cancel()
        where.sock.close()


async def _look_on(trial: Trial) -> None:
    while True:
        trial.look()
        await asyncio.sleep(LOOK)
