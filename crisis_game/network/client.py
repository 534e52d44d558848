"""The host over HTTP: coming in, doing something, and the live stream. Each fault is one sentence, never a traceback.

Nothing here knows what is played: messages are plain JSON values. See `docs/protocol.md`.
"""

from __future__ import annotations

import json
import re
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from crisis_game.network import protocol
from crisis_game.texts import Text
from crisis_game.texts.visible import visible

PATIENCE = 5.0
"""Seconds that an answer may take."""

SILENCE = 3.0 * protocol.HEARTBEAT
"""Seconds after which a stream that says nothing counts as cut."""

JSON_TYPE = "application/json"
STREAM_TYPE = "text/event-stream"

AWAY = Text("The host at {address} does not answer.")
NO_HOST = Text("What answers at {address} is no host of this game.")
NO_ADDRESS = Text("{address} is no address; write it as the host shows it, such as http://192.168.1.7:8000.")
SAID = Text("The host says: {words}")
PORT = 8000
"""Where hosts listen if nobody says otherwise."""


_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*|[0-9A-Fa-f:.]+")
"""A machine's name, or its number."""


class HostError(Exception):
    """The host cannot be used as it should.

    Attributes:
        because: in one sentence.
        final: whether trying again is of no use.
    """

    def __init__(self, because: Text, *, final: bool = False) -> None:
        super().__init__(because.msgid)
        self.because = because
        self.final = final


@dataclass(frozen=True, slots=True)
class Address:
    """Where a host is."""

    secure: bool
    name: str
    port: int

    def __str__(self) -> str:
        name = f"[{self.name}]" if ":" in self.name else self.name
        return f"{'https' if self.secure else 'http'}://{name}:{self.port}"


def read_address(words: str) -> Address:
    """An address as people type it: `192.168.1.7:8710`, or as the host shows it, with or without `http://`.

    Raises:
        HostError: if it is none.
    """
    try:
        parts = urlsplit(words if "://" in words else f"http://{words}")
        secure, name = parts.scheme == "https", parts.hostname
        port = parts.port or (443 if secure else 80 if "://" in words else PORT)
    except ValueError:
        name = None
    if name is None or parts.scheme not in ("http", "https") or not _NAME.fullmatch(name):
        raise HostError(Text(NO_ADDRESS.msgid, {"address": short(words)}), final=True)
    return Address(secure, name, port)


@dataclass(frozen=True, slots=True)
class Joined:
    """That somebody has come in.

    Attributes:
        token: by which the host knows this terminal.
        key: the person's, in the log; empty while the facilitator has not said that it may come in again.
        seat: None for the waiting room; begun: whether it is played already.
    """

    token: str
    key: str
    seat: str | None
    begun: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What the host answered to something that was sent.

    Attributes:
        status: 200 for done, 409 for refused, else another of HTTP's.
        plain: the answer's object.
        again_after: seconds after which it may be sent again, where it was too much at once.
    """

    status: int
    plain: Mapping[str, Any]
    again_after: float


class Client:
    """One host.

    Attributes:
        address: where it is.
        patience: seconds that an answer may take.
    """

    def __init__(self, address: Address, patience: float = PATIENCE) -> None:
        self.address = address
        self.patience = patience

    def join(self, code: str, name: str, seat: str | None = None) -> Joined:
        """Come in by the room's code.

        Raises:
            HostError: if the host is away, is none, or does not let one in.
        """
        form = {"code": code, "name": name} | ({"seat": seat} if seat else {})
        answer = self._ask("/join", urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"})
        match answer.plain:
            case {"token": str(token), "key": str(key), "seat": str() | None as own, "begun": bool(begun)}:
                return Joined(token, key, own, begun)
            case {"error": str(words)} if answer.status != 200:
                raise HostError(_said(words), final=True)
        raise self._no_host()

    def do(self, token: str, command: Mapping[str, Any], ref: str) -> Answer:
        """Send something that is to be done; it may be sent again under the same ref, and counts once.

        Raises:
            HostError: if the host is away or is none, so that nothing is known of it.
        """
        body = json.dumps({"command": command, "ref": ref}, ensure_ascii=False)
        return self._ask("/do", body, {"Content-Type": JSON_TYPE, "Authorization": f"Bearer {token}"})

    def live(self, token: str) -> Live:
        """Open the live stream of a seat.

        Raises:
            HostError: if the host is away, is none, or does not know the token.
        """
        connection = self._connection(SILENCE)
        headers = {"Authorization": f"Bearer {token}", "Accept": protocol.MEDIA_TYPE, "Cache-Control": "no-store"}
        try:
            connection.request("GET", "/live", headers=headers)
            line = connection.sock  # an answer without an end takes it away
            response = connection.getresponse()
        except (OSError, HTTPException, ValueError):
            connection.close()
            raise HostError(self._named(AWAY)) from None
        if response.status == 200 and response.getheader("Content-Type", "").startswith(STREAM_TYPE):
            return Live(self.address, line, response)
        words = _error(self._read(response))
        connection.close()
        if response.status in (401, 403) and words:
            raise HostError(_said(words), final=True)
        raise HostError(self._named(AWAY if response.status in (429, 502, 503, 504) else NO_HOST))

    def _read(self, response: HTTPResponse) -> Any:
        """What an answer says, as a plain value; None for nothing that could be read."""
        try:
            raw = response.read(protocol.LONGEST_ANSWER + 1)
            return json.loads(raw) if len(raw) <= protocol.LONGEST_ANSWER else None
        except (OSError, HTTPException, ValueError, RecursionError):
            return None

    def _ask(self, path: str, body: str, headers: Mapping[str, str]) -> Answer:
        connection = self._connection(self.patience)
        try:
            connection.request("POST", path, body.encode(), {**headers, "Accept": JSON_TYPE})
            response = connection.getresponse()
            plain = self._read(response)
        except (OSError, HTTPException, ValueError):
            raise HostError(self._named(AWAY)) from None
        finally:
            connection.close()
        if response.status >= 500:
            raise HostError(self._named(AWAY))
        if not isinstance(plain, dict):
            raise self._no_host()
        return Answer(response.status, plain, _seconds(response.getheader("Retry-After")))

    def _connection(self, patience: float) -> HTTPConnection:
        name, port = self.address.name, self.address.port
        if self.address.secure:
            return HTTPSConnection(name, port, timeout=patience, context=ssl.create_default_context())
        return HTTPConnection(name, port, timeout=patience)

    def _named(self, sentence: Text) -> Text:
        return Text(sentence.msgid, {"address": str(self.address)})

    def _no_host(self) -> HostError:
        return HostError(self._named(NO_HOST), final=True)


class Live:
    """A live stream that is open, closed as a context by whoever reads it."""

    def __init__(self, address: Address, line: socket.socket, response: HTTPResponse) -> None:
        self._address = address
        self._socket = line
        self._response = response

    def __enter__(self) -> Live:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        self._response.close()
        self._socket.close()

    def end(self) -> None:
        """End it, from any thread: whoever waits for its next message gets no more."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def messages(self) -> Iterator[tuple[str, Any]]:
        """The messages as they come, each with its name and its plain value, until the stream ends.

        Raises:
            HostError: if it was cut, or if what comes is none.
        """
        name, data, size = "message", list[str](), 0
        while line := self._line():
            size += len(line)
            if size > protocol.LONGEST_EVENT:
                raise HostError(Text(NO_HOST.msgid, {"address": str(self._address)}))
            words = line.decode(errors="replace").rstrip("\r\n")
            if not words:
                if data:
                    yield name, self._read("\n".join(data))
                name, data, size = "message", [], 0
            field, _, value = words.partition(":")
            if field == "event":
                name = value.removeprefix(" ")
            elif field == "data":
                data.append(value.removeprefix(" "))

    def _line(self) -> bytes:
        try:
            return self._response.readline(protocol.LONGEST_EVENT + 1)
        except (OSError, HTTPException, ValueError, AttributeError):
            raise HostError(Text(AWAY.msgid, {"address": str(self._address)})) from None

    def _read(self, data: str) -> Any:
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            raise HostError(Text(NO_HOST.msgid, {"address": str(self._address)})) from None


def _seconds(words: str | None) -> float:
    """Seconds of a header; one where it says none."""
    return float(words) if words and words.isascii() and words.isdecimal() and len(words) < 5 else 1.0


def _error(plain: Any) -> str:
    """The host's sentence for what was wrong; empty where it says none."""
    words = plain.get("error") if isinstance(plain, dict) else None
    return words if isinstance(words, str) else ""


def _said(words: str) -> Text:
    return Text(SAID.msgid, {"words": short(words)})


def short(words: str) -> str:
    """Words from outside as they may be shown: nothing unseen, and not too many."""
    shown = visible(words.replace("\n", " "))
    return shown if len(shown) <= protocol.LONGEST_WORDS else f"{shown[: protocol.LONGEST_WORDS]} ..."
