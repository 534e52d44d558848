"""What belongs to one reader alone: limits by token, what was read in which seat, and whose stream ends whose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.exercise.lesson_actions import Begin, CloseBeat, Move, apply
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read as open_scenario
from crisis_game.web.addresses import Address
from crisis_game.web.door import READS
from crisis_game.web.hosting import host_name
from crisis_game.web.streams import MOST_STREAMS
from crisis_game.web.viewer import Viewer, marks
from tests.web.hosted import Hosted, hosted


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path / "lesson", now=lambda: 0.0) as served:
        yield served


def come_in(host: Hosted, *seats: str) -> list[str]:
    """Tokens of somebody in each of these seats; then play begins."""
    tokens = [host.join(f"Person {seat}", seat).json["token"] for seat in seats]
    host.call(apply, host.lesson, Begin())
    return tokens


def read(host: Hosted, token: str, path: str = "/play") -> str:
    return host.ask("GET", path, authorization=f"Bearer {token}").body


def test_who_reads_faster_than_anybody_can_waits_and_nobody_else_does(host: Hosted) -> None:
    first, second = come_in(host, *host.lesson.scenario.members[:2])
    bearer = {"authorization": f"Bearer {first}"}
    statuses = [host.ask("GET", "/play/more", **bearer).status for _ in range(READS + 1)]
    assert statuses == [200] * READS + [429]
    assert host.ask("GET", "/live", **bearer).status == 429
    assert host.ask("GET", "/play", authorization=f"Bearer {second}").status == 200


def test_streams_of_projectors_never_end_the_desks(host: Hosted) -> None:
    desk, projector = host.call(host.lesson.desk_tokens)

    def opened(path: str, cookie: str) -> Iterator[tuple[str, object]]:
        stream = host.stream("", f"/live?at={path}", cookie=cookie)
        assert next(stream)[0] == "page"
        return stream

    at_desk = opened("/console", f"desk={desk}")
    shown = [opened("/projector", f"projector={projector}") for _ in range(MOST_STREAMS + 1)]
    assert next(shown[0])[0] == "moved"
    host.join("Sara")
    assert next(at_desk)[0] == "page"


def test_who_is_moved_reads_the_other_seats_papers_from_then_on(host: Hosted) -> None:
    """Page, program and log are those of the new seat; what counts as read is what was read there."""
    first, second, other = host.lesson.scenario.members[:3]
    token, _ = come_in(host, first, second)
    key = host.lesson.attendees[0].key
    read(host, token, "/play/brief")
    assert "Read your brief" not in read(host, token)
    had = host.stream(token)
    assert next(had)[1]["seat"] == first
    sent = host.do(token, {"kind": "say", "to": [], "words": "We are first."}, "p1.a.1")
    host.call(apply, host.lesson, CloseBeat())
    host.call(apply, host.lesson, Move(key, other))
    whole = next(message for name, message in had if name == "whole")
    assert whole["seat"] == other
    assert whole["log"] == next(message for name, message in host.stream(token) if name == "whole")["log"]
    page = read(host, token)
    assert "Read your brief" in page
    again = host.do(token, {"kind": "say", "to": [], "words": "We are first."}, "p1.a.1")
    assert (sent.status, again.json["code"]) == (200, "another-ref")


def test_only_letters_that_are_there_count_as_read() -> None:
    scenario, _ = open_scenario("first-watch")
    seat = scenario.members[0]
    viewer = Viewer(Session.start(scenario, {seat: "person"}, None, seed=7), seat)
    letter = viewer.sight.view.mail[0].id
    assert marks(viewer, Address("inbox", {"letter": letter})) == {f"letter/{letter}"}
    assert marks(viewer, Address("inbox", {"letter": "x" * 4000})) == frozenset()


def test_a_port_that_browsers_leave_out_is_no_part_of_a_name() -> None:
    assert host_name("192.168.1.20", 80, "http") == "192.168.1.20"
    assert host_name("192.168.1.20", 443, "https") == "192.168.1.20"
    assert host_name("192.168.1.20", 443, "http") == "192.168.1.20:443"
    assert host_name("fe80::1", 8000, "http") == "[fe80::1]:8000"
    assert host_name("fe80::1", 80, "http") == "[fe80::1]"
