"""A seat over the wire is the seat at the host; whatever befalls the line, what was done counts once."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from crisis_game.debrief.review import review
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.facilitator import Pause
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import OBSERVER, NotFinishedError, Receipt
from crisis_game.network.client import Address, Client, HostError, read_address
from crisis_game.network.connection import MOST_FAULTS, Connection, Room
from crisis_game.network.protocol import VERSION
from crisis_game.network.remote_sitting import RemoteSitting
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import FACILITATOR, SeatId
from tests.conformance_engine.observing import difference, observed
from tests.exercise.playing import TINY
from tests.network.fake_host import CODE, FakeHost, hosted

SEAT: SeatId = "AAA"
SOON = 10.0
"""Seconds in which something comes, on a machine that has much to do."""

QUICK = 0.02


def started(name: str = TINY) -> Session:
    scenario, _ = read(name)
    return Session.start(scenario, dict.fromkeys(scenario.members, "person"), None, 3)


def connected(address: Address, seat: SeatId = SEAT) -> Connection:
    client = Client(address, patience=SOON)
    connection = Connection(client, client.join(CODE, seat), retry=QUICK)
    connection.open()
    return connection


@contextmanager
def remote(host: FakeHost, seat: SeatId = SEAT, patience: float = SOON) -> Iterator[RemoteSitting]:
    """A seat over the wire."""
    with hosted(host) as address:
        connection = connected(address, seat)
        assert connection.wait_until(lambda: connection.part is not None, SOON)
        sitting = RemoteSitting(connection, patience)
        try:
            yield sitting
        finally:
            sitting.close()


def comes(holds: Callable[[], bool]) -> bool:
    """Whether something comes to hold that hangs on other threads."""
    until = time.monotonic() + SOON
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(QUICK)
    return True


def assert_the_same(sitting: RemoteSitting, session: Session, seat: SeatId = SEAT) -> None:
    """What a front end asks of a sitting is answered over the wire as it is at the host."""
    assert comes(lambda: sitting.own_log(seat) == session.own_log(seat))
    for reader in (seat, OBSERVER):
        seen = sitting.seen(reader)
        here = observed(session.authored, session._state, reader)
        assert not (other := difference(here, observed(seen._scenario, seen._state, reader))), (reader, other)
    assert [offer.kind for offer in sitting.offers(seat)] == [offer.kind for offer in session.offers(seat)]
    assert sitting.scenario(seat) == session.scenario(seat)
    assert sitting.own_log(OBSERVER) == session.own_log(OBSERVER)
    assert sitting.record() == session.record()
    assert (seat in sitting.waiting()) == (seat in session.waiting())
    assert sitting.finished == session.finished


def test_a_game_over_the_wire_is_the_game_at_the_host() -> None:
    session, stream = started(), Stream(4, "moves")
    host = FakeHost(session)
    with remote(host) as sitting:
        assert sitting.persons == (SEAT,)
        with pytest.raises(NotFinishedError):
            sitting.opened(SEAT)
        for number in range(200):
            if session.finished:
                break
            for seat in session.waiting():
                offers = legal(session.seen(seat))
                command = SetReady() if stream.below(3) == 0 else stream.pick(offers).draw(stream)
                if seat == SEAT:
                    assert isinstance(sitting.submit(SEAT, command), Receipt)
                else:
                    host.do(seat, command)
            if number % 6 == 0:
                assert_the_same(sitting, session)
        assert_the_same(sitting, session)
        assert comes(lambda: sitting.finished)
        assert list(sitting.opened(SEAT).log) == session.log
        here, there = (review(game, SEAT) for game in (session, sitting))
        assert (here.acts, here.seats) == (there.acts, there.seats)
        assert sitting.host.away is None


def test_a_refusal_is_the_hosts_own() -> None:
    session = started()
    with remote(FakeHost(session)) as sitting:
        wrong = TableText(Draft())
        here, there = session.submit(SEAT, wrong), sitting.submit(SEAT, wrong)
        assert isinstance(here, Refusal)
        assert there == here
        assert isinstance(sitting.submit("BBB", SetReady()), Refusal)


def test_what_the_host_refuses_though_it_looks_possible_here_is_told_in_its_words() -> None:
    host = FakeHost(started())
    with remote(host) as sitting:
        assert isinstance(sitting.submit(SEAT, SetReady(), "same-ref"), Receipt)
        answer = sitting.submit(SEAT, say("Hello."), "same-ref")
        assert isinstance(answer, Refusal)
        assert answer.code == "another-ref"
        assert "under this ref" in str(answer.because.values)


def say(words: str) -> Say:
    return Say(("BBB",), words)


def test_an_answer_that_is_lost_is_asked_for_again_and_counts_once() -> None:
    host = FakeHost(started())
    with remote(host) as sitting:
        host.lose, host.busy = 2, 1
        answer = sitting.submit(SEAT, say("Once."))
        assert isinstance(answer, Receipt)
        assert len(host.sent) == 4
        assert len({sent["ref"] for sent in host.sent}) == 1
        assert [letter.words for letter in sitting.seen(SEAT).letters].count("Once.") == 1
        assert sitting.own_log(SEAT)[answer.n - 1].own is not None


def test_what_was_not_answered_in_time_keeps_its_ref() -> None:
    host = FakeHost(started())
    with remote(host, patience=0.0) as sitting:
        host.lose = 1
        lost = sitting.submit(SEAT, say("Once."))
        assert isinstance(lost, Refusal)
        assert lost.code == "host-away"
        assert isinstance(sitting.submit(SEAT, say("Once.")), Receipt)
        assert isinstance(sitting.submit(SEAT, say("Once.")), Receipt)
        refs = [sent["ref"] for sent in host.sent]
        assert refs[0] == refs[1] != refs[2]


def test_a_stream_that_is_cut_comes_back_and_says_so_meanwhile() -> None:
    session = started()
    host = FakeHost(session)
    with remote(host) as sitting:
        came: list[int] = []
        unlisten = sitting.listen(lambda: came.append(1))
        host.cut += 1
        assert comes(lambda: host.streams == 2)
        host.do("BBB", SetReady())
        assert comes(lambda: sitting.seen(SEAT).is_ready("BBB"))
        assert sitting.host.away is None
        assert came
        unlisten()


def test_the_clock_is_the_hosts() -> None:
    host = FakeHost(started())
    with remote(host) as sitting:
        assert comes(lambda: sitting.host.seconds_left is not None)
        left = sitting.host.seconds_left
        assert left is not None
        assert 0 < left <= 90
        host.clock = {"left": 50.0, "paused": True}
        assert comes(lambda: sitting.host.paused)
        assert sitting.host.seconds_left == 50.0
        host.clock = {"left": None, "paused": False}
        assert comes(lambda: sitting.host.seconds_left is None)
        sitting.time_over(SEAT)
        sitting.fuse_over(SEAT, "an-inject")
        assert not host.sent


def test_one_waits_for_others_without_asking_again_and_again() -> None:
    session = started()
    host = FakeHost(session)
    with remote(host) as sitting:
        sitting.submit(SEAT, SetReady())
        assert sitting.waiting() == ()
        for seat in session.waiting():
            host.do(seat, SetReady())
        while not sitting.waiting():
            sitting.host.wait()
        assert_the_same(sitting, session)


def test_what_is_kept_is_kept_here() -> None:
    with remote(FakeHost(started())) as sitting:
        sitting.keep("notes", {"AAA": "Mine."})
        assert sitting.kept("notes") == {"AAA": "Mine."}
        assert sitting.kept("pace") is None
        assert sitting.path is None
        assert sitting.receipt is None


def test_before_it_begins_one_waits_in_a_room() -> None:
    host = FakeHost(None)
    with hosted(host) as address:
        connection = connected(address)
        assert connection.wait_until(lambda: connection.room is not None, SOON)
        assert connection.room == Room(SEAT, ("Ann", "Bob"))
        with pytest.raises(ValueError, match="not begun"):
            RemoteSitting(connection)
        host.session = started()
        assert connection.wait_until(lambda: connection.part is not None, SOON)
        assert connection.room is None
        connection.close()


# Faults ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("192.168.1.7:8000", "http://192.168.1.7:8000"),
        ("192.168.1.7", "http://192.168.1.7:8000"),
        ("http://host.example/join?code=X", "http://host.example:80"),
        ("https://host.example", "https://host.example:443"),
        ("[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, read_as: str) -> None:
    assert str(read_address(typed)) == read_as


@pytest.mark.parametrize(
    "typed", ["", "ftp://host", "host:port", "http://", "[::1", "host:99999", "a\x00b", "höst", "my host", "-x"]
)
def test_what_is_no_address_is_told(typed: str) -> None:
    with pytest.raises(HostError, match="is no address"):
        read_address(typed)


def test_a_host_that_is_away_and_a_wrong_code_are_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = Address(False, "127.0.0.1", free.getsockname()[1])
    with pytest.raises(HostError, match="does not answer"):
        Client(nobody).join(CODE, SEAT)
    with hosted(FakeHost(None)) as address, pytest.raises(HostError) as fault:
        Client(address).join("WRONG1", SEAT)
    assert fault.value.because.values == {"words": "That is not the code on the board."}


@pytest.mark.parametrize(
    "page", [(200, b"<html>"), (200, b"[]"), (404, b"{}"), (302, b""), (200, b"[" * 9_000), (200, b"x" * 99_000)]
)
def test_what_answers_and_is_no_host_is_told(page: tuple[int, bytes]) -> None:
    host = FakeHost(None)
    host.page = page
    with hosted(host) as address:
        client = Client(address)
        with pytest.raises(HostError, match="is no host of this game"):
            client.join(CODE, SEAT)
        with pytest.raises(HostError, match="is no host of this game"):
            client.live("token")


EMPTY = '"scenario": {}, "state": {}, "log": [], "persons": [], "waiting": [], "finished": false, "opened": null'


def stream(name: str, data: str) -> bytes:
    return f"event: {name}\ndata: {data}\n\n".encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"event: whole\ndata: {not json\n\n",
        b"event: whole\ndata: " + b"[" * 9_000 + b"\n\n",
        stream("whole", "[]"),
        stream("whole", f'{{"protocol": "{VERSION}", "v": 1, "seat": "AAA"}}'),
        stream("whole", f'{{"protocol": "{VERSION}", "v": 1, "seat": "AAA", {EMPTY}}}'),
    ],
)
def test_garbage_on_a_stream_is_told_and_then_left(raw: bytes) -> None:
    host = FakeHost(started())
    host.instead = raw
    with hosted(host) as address:
        connection = connected(address)
        assert connection.wait_until(lambda: connection.away is not None, SOON)
        assert "cannot read" in str(connection.away) or "no host" in str(connection.away)
        assert comes(lambda: connection.closed is not None or host.streams > MOST_FAULTS)
        connection.close()


def test_a_patch_that_leads_nowhere_brings_all_of_it_anew() -> None:
    host = FakeHost(started())
    host.instead = stream("patch", '{"from": 3, "v": 4}')
    with hosted(host) as address:
        connection = connected(address)
        assert comes(lambda: host.streams > 1)
        host.instead = None
        assert connection.wait_until(lambda: connection.part is not None, SOON)
        connection.close()


def test_another_protocol_is_refused_in_one_sentence() -> None:
    host = FakeHost(started())
    host.instead = stream("whole", '{"protocol": "2.0", "v": 1}')
    with hosted(host) as address:
        connection = connected(address)
        assert connection.wait_until(lambda: connection.away is not None, SOON)
        assert connection.closed is not None
        assert connection.closed.values == {"theirs": "2.0", "ours": VERSION}
        connection.close()


def test_a_token_that_nobody_knows_ends_it() -> None:
    host: Any = FakeHost(started())
    with hosted(host) as address:
        client = Client(address)
        joined = client.join(CODE, SEAT)
        connection = Connection(client, type(joined)("wrong", joined.key, SEAT, True), retry=QUICK)
        connection.open()
        assert connection.wait_until(lambda: connection.away is not None, SOON)
        assert connection.closed == connection.away
        host.do(FACILITATOR, Pause())
        connection.close()
