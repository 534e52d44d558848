"""Whether a phone came through: green for another device alone, and words of what to do instead where nobody comes."""

from __future__ import annotations

import asyncio
import http.client
from dataclasses import replace

import pytest
from starlette.types import ASGIApp, Scope

from crisis_game.texts import Text, Wording
from crisis_game.web.hosting import place
from crisis_game.web.trial import INSTEAD, PATIENCE, Trial, own_addresses, try_out
from tests.exercise.lessons import Time
from tests.faults.asgi import Request, Response, deliver

HOST = "192.168.1.20:8000"


class Told:
    """What whoever hosts was told."""

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def __call__(self, words: Text) -> None:
        self.sentences.append(Wording().say(words))


@pytest.fixture
def said() -> Told:
    return Told()


@pytest.fixture
def time() -> Time:
    return Time()


def trial(said: Told, time: Time) -> Trial:
    return Trial(frozenset({"192.168.1.20", "127.0.0.1"}), 8000, said, now=time)


def opened(shown: Trial, client: str, path: str = "/", host: str = HOST) -> Response:
    """Open the page from an address."""
    app = shown.app([HOST])

    async def from_there(scope: Scope, receive: object, send: object) -> None:
        await app({**scope, "client": (client, 50_000)}, receive, send)  # type: ignore[arg-type]

    request: ASGIApp = from_there
    return asyncio.run(deliver(request, Request("GET", path, (("host", host),))))


def test_it_turns_green_when_another_device_came_through(said: Told, time: Time) -> None:
    shown = trial(said, time)
    answer = opened(shown, "192.168.1.77")
    assert answer.status == 200
    assert b"You came through" in answer.body
    assert shown.green
    assert said.sentences == ["GREEN: a device at 192.168.1.77 came through. A class can come in at this address."]


def test_whoever_comes_twice_is_told_once(said: Told, time: Time) -> None:
    shown = trial(said, time)
    opened(shown, "192.168.1.77")
    opened(shown, "192.168.1.77", "/favicon.ico")
    opened(shown, "192.168.1.78")
    assert len(said.sentences) == 2


@pytest.mark.parametrize("own", ["192.168.1.20", "127.0.0.1"])
def test_this_machine_is_no_phone(said: Told, time: Time, own: str) -> None:
    shown = trial(said, time)
    opened(shown, own)
    assert not shown.green
    assert "says nothing of phones" in said.sentences[0]


def test_another_name_of_the_host_is_turned_away_and_not_counted(said: Told, time: Time) -> None:
    shown = trial(said, time)
    assert opened(shown, "192.168.1.77", host="evil.example").status == 421
    assert not shown.green
    assert said.sentences == []


def test_where_nobody_comes_it_says_once_what_to_do_instead(said: Told, time: Time) -> None:
    shown = trial(said, time)
    shown.look()
    time.now += PATIENCE - 1
    shown.look()
    assert said.sentences == []
    time.now += 1
    shown.look()
    shown.look()
    assert len(said.sentences) == 1 + len(INSTEAD)
    told = " ".join(said.sentences)
    assert all(way in told for way in ("hotspot", "department", "port 8000", "one keyboard"))


def test_who_came_in_time_hears_no_advice_and_who_comes_late_is_green_all_the_same(said: Told, time: Time) -> None:
    early, late = trial(said, time), trial(Told(), time)
    for shown in (early, late):
        shown.look()
    opened(early, "192.168.1.77")
    time.now += PATIENCE
    for shown in (early, late):
        shown.look()
    assert len(said.sentences) == 1
    opened(late, "192.168.1.78")
    assert late.green


def test_it_is_served_as_a_lesson_is(said: Told) -> None:
    async def run() -> None:
        where = place(None, 0)
        serving = asyncio.create_task(try_out(where, False, said))
        for _ in range(200):
            await asyncio.sleep(0.02)
            if await asyncio.to_thread(_answers, where.names[0]):
                break
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)

    asyncio.run(run())
    told = " ".join(said.sentences)
    assert "█" in told
    assert "add --open ADDRESS" in told
    assert "This machine reached itself" in told


def _answers(name: str) -> bool:
    address, _, port = name.rpartition(":")
    connection = http.client.HTTPConnection(address, int(port), timeout=5)
    try:
        connection.request("GET", "/", headers={"host": name})
        return b"came through" in connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()


def test_the_machines_own_addresses_are_those_it_listens_at() -> None:
    where = place(None, 0)
    try:
        assert "127.0.0.1" in own_addresses(where)
        outward = replace(where, names=("192.168.1.20:8000", "[fe80::1]:8000"))
        assert {"192.168.1.20", "fe80::1"} <= own_addresses(outward)
    finally:
        where.sock.close()
