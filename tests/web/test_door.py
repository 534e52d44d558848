"""The door as a stranger's program meets it: coming in, doing, and what is turned away."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.engine import codec
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.save import Save, SaveError
from crisis_game.web.server import MOST_UNFINISHED, _begun
from tests.web.hosted import Hosted, hosted

READY = codec.write(SetReady())


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path / "lesson", now=lambda: 0.0) as served:
        yield served


def test_a_program_comes_in_and_acts(host: Hosted) -> None:
    answer = host.join("Sara")
    assert answer.status == 200
    assert answer.json == {
        "token": answer.json["token"],
        "key": "p1",
        "council": "",
        "seat": host.lesson.scenario.members[0],
        "begun": False,
    }
    token = answer.json["token"]
    assert host.do(token, READY).json["code"] == "not-begun"
    host.call(host.lesson.begin)
    first = host.do(token, READY, "p1.a.1")
    assert first.status == 200
    assert host.do(token, READY, "p1.a.1").json == first.json
    assert [step.submission.ref for step in host.lesson.councils[0].session.log].count("p1.a.1") == 1


def test_a_wrong_code_opens_nothing_and_tries_are_counted(host: Hosted) -> None:
    answers = [host.join("Sara", code="AAAAAA").status for _ in range(61)]
    assert answers == [403] * 60 + [429]
    assert host.lesson.attendees == ()
    assert host.join("Theo").status == 200  # the class does not stand outside for it


def test_nobody_acts_without_a_token_of_theirs(host: Hosted) -> None:
    host.join("Sara")
    host.call(host.lesson.begin)
    assert host.do("", READY).status == 401
    assert host.do("x" * 32, READY).status == 401
    assert host.ask("GET", "/live", accept="application/vnd.crisis+json").status == 401


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "[",
        "[]",
        "{}",
        "null",
        "[" * 8000,
        '{"command": {"kind": "set-ready"}, "by": "facilitator"}',
        '{"command": {"kind": "set-ready", "seat": "VOS"}}',
        '{"command": {"kind": "advance"}, "ref": "ä"}',
        '{"command": {"kind": "no-such"}}',
        '{"command": {"kind": ["set-ready"]}}',
        '{"command": {"kind": "set-ready"}, "ref": 7}',
        '{"command": {"kind": "set-ready"}, "beat": 7}',
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(host: Hosted, sent: str) -> None:
    token = host.join("Sara").json["token"]
    host.call(host.lesson.begin)
    before = len(host.lesson.councils[0].session.log)
    answer = host.ask("POST", "/do", sent, authorization=f"Bearer {token}", content_type="application/json")
    assert answer.status == 400
    assert list(answer.json) == ["error"]
    assert len(host.lesson.councils[0].session.log) == before


@pytest.mark.parametrize("kind", ["advance", "pause", "end-exercise", "deadline-passed"])
def test_a_seat_gives_no_orders_of_the_facilitator(host: Hosted, kind: str) -> None:
    token = host.join("Sara").json["token"]
    host.call(host.lesson.begin)
    command = {"kind": kind} | ({"round": 1, "beat": "situation"} if kind == "deadline-passed" else {})
    assert host.do(token, command).json["code"] == "not-your-seat"


def test_bodies_and_heads_have_bounds(host: Hosted) -> None:
    token = host.join("Sara").json["token"]
    large = json.dumps({"command": READY, "ref": "x" * 20_000})
    answer = host.ask("POST", "/do", large, authorization=f"Bearer {token}", content_type="application/json")
    assert answer.status == 413
    assert host.ask("GET", "/", cookie="x" * 20_000).status == 431


def test_who_sends_too_much_is_asked_to_wait(host: Hosted) -> None:
    token = host.join("Sara").json["token"]
    answers = [host.do(token, READY) for _ in range(21)]
    assert [answer.status for answer in answers] == [409] * 20 + [429]
    assert int(answers[-1].headers["retry-after"]) >= 1


def test_only_the_names_that_were_printed_lead_here(host: Hosted) -> None:
    assert host.ask("GET", "/", host="evil.example").status == 421
    assert host.ask("GET", "/", host=f"localhost:{host.port}").status != 421


def test_a_page_of_another_site_posts_nothing(host: Hosted) -> None:
    token = host.join("Sara").json["token"]
    ours = f"http://127.0.0.1:{host.port}"
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{host.port}"):
        assert host.ask("POST", "/do", "{}", cookie=f"seat={token}", origin=origin).status == 403
    assert host.ask("POST", "/do", "{}", cookie=f"seat={token}").status == 403
    assert host.ask("POST", "/do", "{}", cookie=f"seat={token}", origin=ours).status == 400


def test_every_answer_says_that_it_is_not_for_caches_nor_for_guessing(host: Hosted) -> None:
    for path in ("/", "/live", "/no-such"):
        headers = host.ask("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "same-origin"
        assert "server" not in headers


def test_a_full_disk_lets_nobody_in_by_halves_and_loses_nothing(host: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise SaveError("the disk is full")

    with monkeypatch.context() as disk:
        disk.setattr("crisis_game.exercise.lesson.write_lesson", full)
        answer = host.join("Sara")
        assert (answer.status, list(answer.json)) == (503, ["error"])
        assert host.lesson.attendees == ()
    token = host.join("Sara").json["token"]
    host.call(host.lesson.begin)
    with monkeypatch.context() as disk:
        disk.setattr(Save, "append", full)
        assert host.do(token, READY, "p1.a.1").status == 503
        assert host.lesson.councils[0].beat == "1.situation"
    assert host.do(token, READY, "p1.a.1").status == 200
    assert [step.submission.ref for step in host.lesson.councils[0].session.log].count("p1.a.1") == 1


def test_half_sent_requests_hold_nobody_up(host: Hosted) -> None:
    dawdlers = [socket.create_connection(("127.0.0.1", host.port)) for _ in range(MOST_UNFINISHED + 20)]
    for dawdler in dawdlers:
        dawdler.sendall(b"GET / HTTP/1.1\r\nHost: ")
    while sum(map(_is_closed, dawdlers)) < 20:
        time.sleep(0.05)
    for dawdler in dawdlers:
        dawdler.close()
    while _begun:
        time.sleep(0.05)
    assert host.join("Sara").status == 200


def _is_closed(dawdler: socket.socket) -> bool:
    dawdler.settimeout(0.01)
    try:
        return dawdler.recv(1) == b""
    except TimeoutError:
        return False
    except ConnectionError:
        return True
