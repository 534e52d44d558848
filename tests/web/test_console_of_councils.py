"""The facilitator's console over several councils: marked by the address, steered alone or all at once, and rated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from crisis_game.engine import codec
from crisis_game.engine.acts.facilitator import HoldInject
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import HostAction, Steer, StopClock
from crisis_game.scenario.ids import FACILITATOR
from tests.web.hosted import Answer, Hosted, hosting
from tests.web.reader import Seen, filled

MARL, ESKER = "Marl & Co", "Esker"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    lesson = Lesson.open(tmp_path / "lesson", "first-watch", seed=7, councils=(MARL, ESKER))
    with hosting(lesson, now=lambda: 0.0) as served:
        served.call(lesson.join, "Sara", "", "", MARL)
        served.call(lesson.join, "Theo", "", "", ESKER)
        yield served


@pytest.fixture
def desk(host: Hosted) -> str:
    """The facilitator's cookie."""
    token, _ = host.call(host.lesson.desk_tokens)
    return f"desk={token}"


def shown(host: Hosted, desk: str, path: str) -> Answer:
    return host.ask("GET", path, cookie=desk)


def do(host: Hosted, desk: str, action: HostAction) -> Answer:
    """A program does something at the desk."""
    headers = {"authorization": f"Bearer {desk.removeprefix('desk=')}", "content_type": "application/json"}
    return host.ask("POST", "/desk", json.dumps({"action": codec.write(action)}), **headers)


def posted(host: Hosted, desk: str, form: dict[str, str]) -> Answer:
    origin = f"http://127.0.0.1:{host.port}"
    headers = {"cookie": desk, "origin": origin, "content_type": "application/x-www-form-urlencoded"}
    return host.ask("POST", "/desk", urlencode(form), **headers)


def stands(host: Hosted) -> list[bool]:
    """Of each council, whether its clock stands."""

    def paused() -> list[bool]:
        sessions = [council.session for council in host.lesson.councils]
        return [session is not None and session.seen(FACILITATOR).paused for session in sessions]

    return host.call(paused)


def ratings(host: Hosted) -> list[Any]:
    def given() -> list[Any]:
        sessions = [council.session for council in host.lesson.councils]
        return [dict(session.final_state().desk.ratings) if session is not None else {} for session in sessions]

    return host.call(given)


def test_the_console_shows_all_councils_and_the_seats_of_the_marked_one(host: Hosted, desk: str) -> None:
    page = shown(host, desk, "/console").body
    assert "Marl &amp; Co" in page
    assert "Seats of Marl &amp; Co" in page
    marked = shown(host, desk, f"/console?{urlencode({'council': ESKER})}").body
    assert "Seats of Esker" in marked
    assert shown(host, desk, "/console?council=Orm").status == 404
    assert host.ask("GET", "/sheet").status == 403


def test_a_program_stops_one_clock_or_all(host: Hosted, desk: str) -> None:
    host.call(host.lesson.begin)
    assert do(host, desk, StopClock(ESKER)).status == 200
    assert stands(host) == [False, True]
    assert do(host, desk, StopClock()).status == 200
    assert stands(host) == [True, True]
    assert do(host, desk, StopClock("Orm")).status == 409


def test_the_sheet_is_read_and_what_stands_on_it_rated_by_its_forms(host: Hosted, desk: str) -> None:
    address = f"/sheet?{urlencode({'council': ESKER})}"
    assert "It begins with the exercise." in shown(host, desk, address).body
    host.call(host.lesson.begin)
    page = Seen(shown(host, desk, address).body)
    form, button = next(
        (form, button)
        for form in page.forms
        for button in form.buttons
        if '"rate"' in dict(filled(form, button, None))["action"]
    )
    sent = dict(filled(form, button, None)) | {"value": "Asked whose attack it was."}
    answer = posted(host, desk, sent)
    assert (answer.status, answer.headers["location"]) == (303, address)
    marl, esker = ratings(host)
    assert marl == {}
    assert [rating.words for rating in esker.values()] == ["Asked whose attack it was."]
    assert "Asked whose attack it was." in shown(host, desk, address).body


def test_an_act_that_is_none_of_the_facilitator_s_is_refused(host: Hosted, desk: str) -> None:
    host.call(host.lesson.begin)
    headers = {"authorization": f"Bearer {desk.removeprefix('desk=')}", "content_type": "application/json"}
    for command in ({"kind": "set-ready"}, {"kind": "nothing"}, 7, None):
        action = {"kind": "steer", "council": ESKER, "command": command}
        assert host.ask("POST", "/desk", json.dumps({"action": action}), **headers).status in (400, 409)
    assert do(host, desk, Steer(HoldInject("no-such"), ESKER)).status == 409


def test_the_projector_of_all_councils_tells_where_each_stands_and_no_more(host: Hosted, desk: str) -> None:
    waiting = shown(host, desk, "/projector").body
    assert "2 people are in." in waiting
    host.call(host.lesson.councils[0].begin, host.lesson.files)
    page = " ".join(Seen(shown(host, desk, "/projector").body).words)
    assert "SITUATION" in page
    assert "has not begun" in page
    assert "Sara" not in page
    assert "of 1" in " ".join(Seen(shown(host, desk, f"/projector?{urlencode({'council': MARL})}").body).words)


def test_the_councils_are_compared_once_there_is_something_to_compare(host: Hosted, desk: str) -> None:
    assert "once they have begun" in shown(host, desk, "/compare").body
    assert host.ask("GET", "/compare").status == 403
    host.call(host.lesson.begin)
    page = shown(host, desk, "/compare")
    assert page.status == 200
    assert "Where the councils part" in page.body
    assert "Marl &amp; Co" in page.body
    assert "/compare" in shown(host, desk, "/console").body
