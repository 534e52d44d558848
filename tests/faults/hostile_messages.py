"""Hostile messages at the door of a lesson: none may end in a fault of ours, nor leave anything where it was refused.

python tests/faults/hostile_messages.py --messages 50000
python tests/faults/hostile_messages.py --first 1234 --messages 1 --show      # one again, with the message itself
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[2]))

from crisis_game.engine import codec
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.chance import Stream
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.session import Session
from crisis_game.web.door import Door
from crisis_game.web.hosting import Place, place
from tests.faults.asgi import Request, Response, deliver

ODD: tuple[Any, ...] = (
    None, True, 0, -1, 2**63, 2**200, 1.5, float("inf"), "", "x", "x" * 30_000, "\x00", "\u202e", "\ud800", "💥", "../",
    "<script>alert(1)</script>", "{s:state}", "%s", [], {}, [[]], {"kind": "set-ready"}, ["set-ready"], "facilitator",
)  # fmt: skip
PAGES = (
    "now",
    "inbox",
    "texts",
    "record",
    "ruling",
    "law",
    "map",
    "counsel",
    "brief",
    "debrief",
    "more",
    "acts",
    "do/vote",
)
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE")


class Siege:
    """A lesson that is played while it is sent what nobody should send."""

    def __init__(self, folder: Path) -> None:
        self.where: Place = place(None, 0)
        self.lesson = Lesson.open(folder / "lesson", "first-watch", seed=7)
        self.door = Door(self.lesson, self.where, now=self._time)
        members = self.lesson.scenario.members
        self.tokens = [self.lesson.join(f"Person {seat}", seat) for seat in members]
        self.seats = dict(zip(self.tokens, members, strict=True))
        self.lesson.begin()
        self._passed = 0.0

    def _time(self) -> float:
        self._passed = getattr(self, "_passed", 0.0) + 11.0  # a window's length, so that nobody is only asked to wait
        return self._passed

    @property
    def session(self) -> Session:
        assert self.lesson.councils[0].session is not None
        return self.lesson.councils[0].session

    def request(self, number: int) -> Request:
        """The message of a number."""
        random = Random(number)
        kind = random.choice(("command", "command", "form", "join", "page", "live", "anything"))
        return getattr(self, f"_{kind}")(random)

    def _token(self, random: Random) -> str:
        return random.choice((*self.tokens, *self.tokens, "", "x" * 32, "\u00e4", str(random.choice(ODD))[:50]))

    def _headers(self, random: Random, token: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        host = random.choice((*self.where.names * 8, "evil.example", ""))
        origin = random.choice((None, f"http://{self.where.names[0]}", "null", "http://evil.example"))
        bearer = random.random() < 0.5
        headers = [("host", host)]
        if bearer:
            headers.append(("authorization", f"Bearer {token}"))
        else:
            headers.append(("cookie", f"seat={token}"))
            headers.append(("origin", f"http://{self.where.names[0]}"))
        if origin is not None and random.random() < 0.2:
            headers.append(("origin", origin))
        return (*((name, _latin(value)) for name, value in headers), *more)

    def _command(self, random: Random) -> Request:
        token = random.choice(self.tokens)
        plain = self._plain_command(random, self.seats[token])
        sent: Any = {"command": plain, "ref": f"p1.x.{random.random()}"}
        for _ in range(random.randrange(3)):
            sent = _bent(random, sent)
        body = json.dumps(sent).encode()
        if random.random() < 0.1:
            body = body[: random.randrange(len(body))] + random.randbytes(random.randrange(5))
        headers = self._headers(random, token, ("content-type", "application/json"))
        return Request("POST", "/do", headers, body)

    def _plain_command(self, random: Random, seat: str) -> Any:
        offers = self.session.offers(seat)
        if offers and random.random() < 0.7:
            offer = offers[random.randrange(len(offers))]
            return codec.write(offer.draw(Stream(random.randrange(10**9), "siege")))
        return {"kind": random.choice(sorted(BY_KIND))} | {
            name: random.choice(ODD) for name in random.sample(("seat", "text", "words", "inject", "to", "round"), 2)
        }

    def _form(self, random: Random) -> Request:
        token = random.choice(self.tokens)
        command = json.dumps(_bent(random, self._plain_command(random, self.seats[token])))
        back = random.choice(
            ("/play", "//evil.example", "https://evil.example", "/play/inbox", "/play?x=1", "\r\nx: y")
        )
        fields = {"command": command, "ref": random.choice(("", "a", "\x00", "x" * 300)), "back": back}
        return Request("POST", "/do", self._headers(random, token), urlencode(fields, errors="replace").encode())

    def _join(self, random: Random) -> Request:
        code = random.choice((self.lesson.record.code, "AAAAAA", ""))
        name = str(random.choice((*ODD, "Person AAA")))
        fields = {"code": code, "name": name, "seat": str(random.choice((*self.seats.values(), *ODD)))}
        return Request(
            "POST", "/join", self._headers(random, ""), urlencode(fields, errors="replace").encode()[:20_000]
        )

    def _page(self, random: Random) -> Request:
        fields = {
            str(
                random.choice(("letter", "text", "act", "leaf", "kind", "id", "f.text", "some.to", "w.words", "x"))
            ): str(random.choice(ODD))[:3000]
            for _ in range(random.randrange(4))
        }
        path = f"/play/{random.choice((*PAGES, '..', '%2e', 'x' * 500))}"
        return Request(
            "GET", path, self._headers(random, self._token(random)), query=urlencode(fields, errors="replace")
        )

    def _live(self, random: Random) -> Request:
        accept = ("accept", random.choice(("text/event-stream", "application/vnd.crisis+json")))
        at = urlencode({"at": random.choice(("/play", "/play/inbox", "//evil", "x" * 9000, ""))})
        return Request("GET", "/live", self._headers(random, random.choice(("", "x" * 32)), accept), query=at)

    def _anything(self, random: Random) -> Request:
        path = random.choice(
            ("/", "/s/x", "/console/x", "/projector/x", "/play", "/do", "/join", "/desk", "/\x00", "//")
        )
        return Request(random.choice(METHODS), path, self._headers(random, self._token(random)), random.randbytes(50))

    async def meet(self, number: int) -> tuple[Response, str]:
        """The answer to the message of a number, and what was wrong with it; empty for nothing."""
        before = len(self.session.log), self.lesson.record
        request = self.request(number)
        try:
            response = await deliver(self.door.app, request)
            await asyncio.sleep(0)  # what a loop does between requests, such as closing what was half read
        except Exception as fault:
            return Response(), f"{type(fault).__name__}: {fault}"[:300]
        if response.status >= 500 or response.status == 0:
            return response, f"status {response.status}: {response.body[:200].decode(errors='replace')}"
        if response.status >= 400 and (len(self.session.log), self.lesson.record) != before:
            return response, f"refused with {response.status}, and yet something stayed"
        location = response.headers.get("location", "/")
        if not location.startswith("/") or location.startswith("//"):
            return response, f"it leads away, to {location[:80]}"
        if b"<script>alert" in response.body:
            return response, "what somebody sent became markup"
        return response, ""


def _latin(words: str) -> str:
    return "".join(sign for sign in words if 31 < ord(sign) < 256 and ord(sign) != 127)


def _bent(random: Random, value: Any) -> Any:
    """A value with one place of it changed, taken out, or put where it does not belong."""
    if isinstance(value, dict) and value and random.random() < 0.8:
        name = random.choice(sorted(value))
        way = random.randrange(4)
        if way == 0:
            return {key: inner for key, inner in value.items() if key != name}
        if way == 1:
            return value | {str(random.choice(("by", "seat", "strange", name + "x"))): random.choice(ODD)}
        return value | {name: _bent(random, value[name]) if way == 2 else random.choice(ODD)}
    if isinstance(value, list) and value and random.random() < 0.8:
        place_ = random.randrange(len(value))
        return [*value[:place_], _bent(random, value[place_]), *value[place_:]]
    return random.choice(ODD)


async def besiege(first: int, messages: int, *, show: bool = False) -> tuple[Counter[int], Counter[str]]:
    """Send so many messages; how often each status came back, and each fault with the number of its first message."""
    statuses: Counter[int] = Counter()
    faults: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        siege = Siege(Path(folder))
        for number in range(first, first + messages):
            response, fault = await siege.meet(number)
            statuses[response.status] += 1
            if fault:
                faults[f"{fault} (message {number})" if faults[fault] == 0 and show else fault] += 1
                if show:
                    print(number, fault, siege.request(number), sep="\n", flush=True)
        siege.lesson.close()
        siege.where.sock.close()
    return statuses, faults


def main() -> int:
    """Send them; 1 if any was met wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--messages", type=int, default=500, metavar="N", help="how many (default 500)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first (default 0)")
    parser.add_argument("--show", action="store_true", help="print the messages that were met wrongly")
    asked = parser.parse_args()
    statuses, faults = asyncio.run(besiege(asked.first, asked.messages, show=asked.show))
    print(", ".join(f"{count} times {status}" for status, count in sorted(statuses.items())))
    for fault, count in faults.most_common():
        print(f"{count} times: {fault}")
    print(f"{asked.messages} messages, {sum(faults.values())} met wrongly")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
