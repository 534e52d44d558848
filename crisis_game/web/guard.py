"""What stands before every page: whether a request may come in at all, and what every answer says of itself."""

from __future__ import annotations

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_HEAD = 16_384
"""Bytes of a request's headers."""

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
}
"""Of every answer: what it is stands in its type; no other site learns whence a reader comes; no cache keeps a page.

Under `no-referrer` browsers send `Origin: null` with a form of our own, and it could not be told from another site's.
"""


class Guard:
    """Turns away what was not meant for this host, or comes from a page of another site.

    A name that was not printed here is somebody's trick to have a browser speak to this machine (DNS rebinding). A page
    of another site could post in a player's name; a browser says whence a post comes, in `Origin`. A program says
    nothing of the kind, and shows its token instead, which no other site has.

    Args:
        app: what is guarded.
        hosts: names with ports under which this host was told to be reached, such as `192.168.1.20:8000`.
        scheme: `http` or `https`.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], scheme: str) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"{scheme}://{host}" for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand over."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        reason = self._reason(scope["method"], Headers(scope=scope))
        await (self._app if reason is None else PlainTextResponse(*reason))(scope, receive, say)

    def _reason(self, method: str, headers: Headers) -> tuple[str, int] | None:
        """Why a request is turned away, and the status that says so."""
        if headers.get("host") not in self._hosts:
            return "This host is not reached by that name; use the address that it printed.", 421
        if sum(len(name) + len(value) for name, value in headers.raw) > LARGEST_HEAD:
            return f"The headers have more than {LARGEST_HEAD} bytes.", 431
        if method not in ("GET", "HEAD", "POST"):
            return "Nothing here is done that way.", 405
        if method == "POST" and not self._may_post(headers):
            return "This does not come from a page of this host; reload the page, and try again.", 403
        return None

    def _may_post(self, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is None:
            return "cookie" not in headers
        return origin in self._origins
