"""A host for tests: the contract of the door in a few lines of the standard library, and faults on demand."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from crisis_game.engine import codec
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.sender import person
from crisis_game.exercise.session import Session
from crisis_game.network.client import Address
from crisis_game.network.feed import SeatFeed
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Wording

CODE = "ABC234"
TOKENS = {"AAA": "token-a", "BBB": "token-b", "CCC": "token-c"}
BLINK = 0.02
"""Seconds between two looks at whether something has changed."""


class FakeHost:
    """One exercise; whoever comes in by a name gets the seat of that id.

    Attributes:
        session: None while people wait.
        lose: how many answers to what is done are to be lost on their way.
        busy: how many times it is too much at once.
        streams: how many streams were opened; cut: raise it to cut all that are open.
        instead: what streams send in place of all else, raw; pages: what every request is answered with.
        clock: what is said of it.
        sent: bodies of what was sent to be done.
    """

    def __init__(self, session: Session | None) -> None:
        self.session = session
        self.lose = self.busy = self.streams = self.cut = 0
        self.instead: bytes | None = None
        self.page: tuple[int, bytes] | None = None
        self.clock: dict[str, Any] = {"left": 90.0, "paused": False}
        self.sent: list[Any] = []
        self.stopped = False
        self.lock = threading.RLock()
        self._feeds: dict[SeatId, SeatFeed] = {}

    def feed(self, seat: SeatId) -> SeatFeed:
        assert self.session is not None
        return self._feeds.setdefault(seat, SeatFeed(self.session, seat))

    def do(self, seat: SeatId, command: Any) -> Any:
        """Let somebody else do something."""
        with self.lock:
            assert self.session is not None
            return self.session.submit(seat, command)


@contextmanager
def hosted(host: FakeHost) -> Iterator[Address]:
    """The host at an address, until one is done."""

    class Handler(_Handler):
        fake = host

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": BLINK}, daemon=True)
    thread.start()
    try:
        yield Address(False, "127.0.0.1", server.server_port)
    finally:
        host.stopped = True
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    fake: FakeHost

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.fake.page is not None:
            self._raw(*self.fake.page)
        elif self.path == "/join":
            self._join({name: values[0] for name, values in parse_qs(body).items()})
        else:
            self._do(json.loads(body))

    def do_GET(self) -> None:
        if self.fake.page is not None:
            self._raw(*self.fake.page)
            return
        seat = self._seat()
        if seat is None:
            self._answer(401, {"error": "Come in first, by the code on the board."})
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.fake.streams += 1
        try:
            self._stream(seat, self.fake.cut)
        except OSError:
            return

    def _stream(self, seat: SeatId, cut: int) -> None:
        self._write(b"retry: 800\n\n: here\n\n")
        if self.fake.instead is not None:
            self._write(self.fake.instead)
            return
        v, clock = 0, None
        while not self.fake.stopped and self.fake.cut == cut:
            with self.fake.lock:
                messages = []
                if self.fake.session is None:
                    messages.append(("waiting", {"seat": seat, "begun": False, "people": ["Ann", "Bob"]}))
                else:
                    feed = self.fake.feed(seat)
                    message = feed.whole() if v == 0 else feed.since(v)
                    if message is not None:
                        messages.append(("whole" if "protocol" in message else "patch", message))
                        v = message["v"]
                    if clock != self.fake.clock:
                        clock = dict(self.fake.clock)
                        messages.append(("clock", clock))
            for name, message in messages:
                self._write(f"event: {name}\ndata: {json.dumps(message, ensure_ascii=False)}\n\n".encode())
            threading.Event().wait(BLINK)

    def _join(self, form: dict[str, str]) -> None:
        seat = form.get("seat") or form["name"]
        if form["code"] != CODE:
            self._answer(403, {"error": "That is not the code on the board."})
        else:
            known = {"token": TOKENS[seat], "key": seat.lower(), "seat": seat}
            self._answer(200, {**known, "begun": self.fake.session is not None})

    def _do(self, sent: Any) -> None:
        seat, session = self._seat(), self.fake.session
        self.fake.sent.append(sent)
        if self.fake.busy:
            self.fake.busy -= 1
            self._answer(429, {"error": "That was too much at once; wait a little."}, {"Retry-After": "0"})
            return
        if seat is None or session is None:
            self._answer(401, {"error": "Come in first, by the code on the board."})
            return
        with self.fake.lock:
            try:
                command = codec.read_kind(BY_KIND, sent["command"], "command")
            except ValueError as fault:
                self._answer(400, {"error": str(fault)})
                return
            answer = session.submit(seat, command, sent["ref"], person(seat.lower()))
        if self.fake.lose:
            self.fake.lose -= 1
            self.close_connection = True
            return
        if isinstance(answer, Refusal):
            reason, kinds = Wording("en").say(answer.because), [act.kind for act in answer.instead]
            self._answer(409, {"code": answer.code, "reason": reason, "article": answer.article, "offers": kinds})
        else:
            self._answer(200, {"n": answer.n})

    def _seat(self) -> SeatId | None:
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        return next((seat for seat, own in TOKENS.items() if own == token), None)

    def _answer(self, status: int, plain: Any, headers: dict[str, str] | None = None) -> None:
        self._raw(status, json.dumps(plain).encode(), {"Content-Type": "application/json", **(headers or {})})

    def _raw(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self._write(body)

    def _write(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()
