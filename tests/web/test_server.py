"""The server against connections that only hold others up, and against a system that allows it few files."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.web import server
from crisis_game.web.server import _begun, allow_files
from tests.web.hosted import Hosted, hosted, wait_for


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path / "lesson") as served:
        yield served


def connected(host: Hosted, sent: str, buffer: int = 0) -> socket.socket:
    """A connection that has sent something; with so many bytes of room for what comes, where given."""
    line = socket.socket()
    if buffer:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    line.settimeout(30)
    line.connect(("127.0.0.1", host.port))
    line.sendall(sent.replace("HOST", f"Host: 127.0.0.1:{host.port}").replace("\n", "\r\n").encode())
    return line


def closed(line: socket.socket) -> bool:
    """Whether the other end closes a connection before this one's patience is over."""
    try:
        while line.recv(65_536):
            pass
    except TimeoutError:
        return False
    except ConnectionError:
        return True
    finally:
        line.close()
    return True


def test_a_request_that_hides_behind_another_must_come_whole_too(host: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.3)
    for half in ("POST /join HTTP/1.1\nHOST\nContent-Length: 500\n\ncode=", "GET / HTTP/1.1\nHo"):
        line = connected(host, f"GET / HTTP/1.1\nHOST\n\n{half}")
        line.settimeout(4)  # below uvicorn's own five seconds between two requests
        assert closed(line), half
    wait_for(lambda: not _begun)


def test_a_connection_at_rest_is_no_unfinished_request(host: Hosted) -> None:
    lines = [connected(host, "GET /no-such HTTP/1.1\nHOST\n\n") for _ in range(3)]
    assert all(line.recv(12) == b"HTTP/1.1 404" for line in lines)
    wait_for(lambda: not _begun)
    for line in lines:
        line.close()


def test_who_never_reads_what_is_sent_is_let_go(host: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "UNREAD_FOR", 0.3)
    token = host.join("Sara").json["token"]
    host.call(host.lesson.begin)
    key = host.lesson.attendees[0].key
    line = connected(host, f"GET /live HTTP/1.1\nHOST\nAuthorization: Bearer {token}\n\n", 4096)
    wait_for(lambda: host.lesson.presence._pages[key] == 1)
    monkeypatch.setattr(
        "crisis_game.web.council_news.CouncilNews.clock", lambda _: iter((b": " + b"x" * 20_000_000 + b"\n\n",))
    )
    host.call(host.lesson._tell)
    wait_for(lambda: host.lesson.presence._pages[key] == 0)
    line.close()


def test_there_are_so_many_connections_and_no_more(host: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_CONNECTIONS", 3)
    lines = [connected(host, "") for _ in range(3)]
    assert closed(connected(host, ""))
    for line in lines:
        line.close()
    wait_for(lambda: not _begun)
    assert host.ask("GET", "/").status == 200


def test_broken_requests_write_nothing_on_the_hosts_screen(host: Hosted, capfd: pytest.CaptureFixture[str]) -> None:
    assert closed(connected(host, "NONSENSE\n\n"))
    assert logging.getLogger("uvicorn.error").hasHandlers()
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_system_that_allows_few_files_is_asked_for_more() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, before[1]))
        allow_files()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == server.MOST_CONNECTIONS + server.OTHER_FILES
        allow_files(100)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == server.MOST_CONNECTIONS + server.OTHER_FILES
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
