"""A host in this process on a free port, and clients that speak HTTP to it and nothing else."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from crisis_game.exercise.lesson import Lesson
from crisis_game.web.hosting import Hosting, Place, place

PROGRAM = "application/vnd.crisis+json"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Hosted:
    """A lesson that is served; `lesson` is only touched in its loop, by `call`."""

    lesson: Lesson
    where: Place
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)

    @property
    def port(self) -> int:
        return int(self.where.names[0].rpartition(":")[2])

    def call(self, function: Any, *arguments: Any) -> Any:
        """Do something with the lesson where it lives."""

        async def done() -> Any:
            return function(*arguments)

        return asyncio.run_coroutine_threadsafe(done(), self.loop).result(30)

    def ask(self, method: str, path: str, body: str | bytes | None = None, **headers: str) -> Answer:
        """One request; `user_agent` as a name of a header is `user-agent`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            sent = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            return Answer(
                response.status,
                {name.lower(): value for name, value in response.getheaders()},
                response.read().decode("utf-8"),
            )
        finally:
            connection.close()

    def join(self, name: str, seat: str = "", code: str | None = None) -> Answer:
        """A program comes in."""
        form = urlencode({"code": code or self.lesson.record.code, "name": name, "seat": seat})
        return self.ask("POST", "/join", form, accept="application/json")

    def do(self, token: str, command: Any, ref: str | None = None) -> Answer:
        """A program does something."""
        sent = {"command": command} | ({"ref": ref} if ref else {})
        headers = {"authorization": f"Bearer {token}", "content_type": "application/json"}
        return self.ask("POST", "/do", json.dumps(sent), **headers)

    def stream(
        self, token: str, path: str = "/live", accept: str = PROGRAM, cookie: str = ""
    ) -> Iterator[tuple[str, Any]]:
        """The events of a stream, as they come."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        who = {"cookie": cookie} if cookie else {"authorization": f"Bearer {token}"}
        connection.request("GET", path, headers={**who, "accept": accept})
        response = connection.getresponse()
        assert response.status == 200, response.status
        name = ""
        try:
            while line := response.readline().decode("utf-8").rstrip("\n"):
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data: "):
                    yield name, json.loads(line.removeprefix("data: "))
                    response.readline()
                else:
                    response.readline()
        finally:
            connection.close()


@contextmanager
def hosted(folder: Path, scenario: str = "first-watch", now: Callable[[], float] = time.monotonic) -> Iterator[Hosted]:
    """A lesson on a scenario, served in a thread of its own until it is left."""
    with hosting(Lesson.open(folder, scenario, seed=7), now=now) as host:
        yield host


@contextmanager
def hosting(lesson: Lesson, times: float = 1, now: Callable[[], float] = time.monotonic) -> Iterator[Hosted]:
    """A lesson, served in a thread of its own until it is left."""
    host = Hosted(lesson, place(None, 0))
    served = Hosting(lesson, host.where, times=times, now=now)
    thread = threading.Thread(target=lambda: host.loop.run_until_complete(served.run()))
    thread.start()
    try:
        yield host
    finally:
        host.loop.call_soon_threadsafe(served.stop)
        thread.join(30)
        host.loop.close()
        lesson.close()


def wait_for(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is so."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.02)
