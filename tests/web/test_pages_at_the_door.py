"""Pages at the door, as a browser without script meets them: coming in, waiting, doing, and who is turned away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest

from crisis_game.engine import codec
from crisis_game.engine.acts.turns import SetReady
from crisis_game.web import readers
from tests.web.hosted import Answer, Hosted, hosted
from tests.web.reader import Seen, filled


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path / "lesson", now=lambda: 0.0) as served:
        yield served


def origin(host: Hosted) -> str:
    return f"http://127.0.0.1:{host.port}"


def come_in(host: Hosted, name: str, seat: str = "") -> str:
    """The cookie of somebody who came in by the form."""
    form = urlencode({"code": host.lesson.record.code, "name": name, "seat": seat})
    answer = host.ask("POST", "/join", form, origin=origin(host))
    assert (answer.status, answer.headers["location"]) == (303, "/play")
    cookie = SimpleCookie(answer.headers["set-cookie"])["seat"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "strict"
    return f"seat={cookie.value}"


def post(host: Hosted, cookie: str, command: object, back: str = "/play") -> Answer:
    form = urlencode({"command": json.dumps(codec.write(command)), "back": back})
    headers = {"cookie": cookie, "origin": origin(host), "content_type": "application/x-www-form-urlencoded"}
    return host.ask("POST", "/do", form, **headers)


def test_the_join_page_takes_the_code_from_its_address(host: Hosted) -> None:
    page = host.ask("GET", "/?code=ABC%22%3E%3Cscript%3E")
    assert page.status == 200
    assert "<script>" not in page.body
    assert "ABC&quot;&gt;&lt;script&gt;" in page.body


def test_somebody_comes_in_waits_and_is_led_into_play(host: Hosted) -> None:
    cookie = come_in(host, "Sara <b>")
    page = host.ask("GET", "/play", cookie=cookie)
    assert "Welcome, Sara &lt;b&gt;." in page.body
    assert host.ask("GET", "/", cookie=cookie).headers["location"] == "/play"
    host.call(host.lesson.begin)
    assert "round 1 of" in host.ask("GET", "/play", cookie=cookie).body


def test_who_comes_late_is_told_what_has_happened(host: Hosted) -> None:
    come_in(host, "Sara")
    host.call(host.lesson.begin)
    form = urlencode({"code": host.lesson.record.code, "name": "Theo"})
    answer = host.ask("POST", "/join", form, origin=origin(host))
    assert answer.headers["location"] == "/play/recap"
    cookie = answer.headers["set-cookie"].partition(";")[0]
    assert "What has happened so far" in host.ask("GET", "/play/recap", cookie=cookie).body


def test_a_form_acts_and_leads_on(host: Hosted) -> None:
    first, _ = host.lesson.scenario.members[:2]
    cookie = come_in(host, "Sara", first)
    come_in(host, "Theo")
    host.call(host.lesson.begin)
    done = post(host, cookie, SetReady(), "/play/inbox?letter=x")
    assert (done.status, done.headers["location"]) == (303, "/play/inbox?letter=x")
    refused = post(host, cookie, SetReady())
    assert refused.status == 409
    assert "You are ready already." in refused.body


def test_a_form_that_says_ready_is_meant_for_its_beat(host: Hosted) -> None:
    cookies = [come_in(host, seat, seat) for seat in host.lesson.scenario.members[:2]]
    host.call(host.lesson.begin)
    for cookie in cookies:
        for path in ("/play/brief", "/play"):
            page = Seen(host.ask("GET", path, cookie=cookie).body)
        forms = [form for form in page.forms if any("set-ready" in button.value for button in form.buttons)]
        assert forms
        for form in forms:
            assert [control.value for control in form.controls if control.name == "beat"] == ["1.situation"]
        sent = urlencode(filled(forms[0], forms[0].buttons[0], None))
        headers = {"origin": origin(host), "content_type": "application/x-www-form-urlencoded"}
        assert host.ask("POST", "/do", sent, cookie=cookie, **headers).status == 303
    assert host.call(lambda: host.lesson.councils[0].beat) == "1.table"
    assert host.ask("POST", "/do", sent, cookie=cookie, **headers).status == 409


@pytest.mark.parametrize(
    "back", ["//evil.example/play", "https://evil.example/play", "/desk", "/play\r\nx: y", "/play?zz=1"]
)
def test_a_form_leads_nowhere_else(host: Hosted, back: str) -> None:
    cookie = come_in(host, "Sara")
    host.call(host.lesson.begin)
    answer = post(host, cookie, SetReady(), back)
    assert answer.status == 404
    assert "location" not in answer.headers


def test_who_is_not_in_is_led_to_the_door(host: Hosted) -> None:
    answer = host.ask("GET", "/play", cookie="seat=nobody")
    assert answer.status == 401
    assert 'href="/"' in answer.body
    assert host.ask("GET", "/s/nobody").status == 403


def test_a_personal_link_says_who_one_is(host: Hosted) -> None:
    come_in(host, "Sara")
    link = host.call(host.lesson.new_link, "p1")
    answer = host.ask("GET", f"/s/{link}")
    assert (answer.status, answer.headers["location"]) == (303, "/play")
    assert "Welcome, Sara." in host.ask("GET", "/play", cookie=f"seat={link}").body


def test_a_form_of_coming_in_that_is_sent_twice_lets_one_in(host: Hosted) -> None:
    (form,) = Seen(host.ask("GET", "/").body).forms
    (token,) = (control.value for control in form.controls if control.name == "token")
    sent = urlencode({"code": host.lesson.record.code, "name": "Sara", "token": token})
    answers = [host.ask("POST", "/join", sent, origin=origin(host)) for _ in range(2)]
    assert [SimpleCookie(answer.headers["set-cookie"])["seat"].value for answer in answers] == [token] * 2
    assert len(host.lesson.attendees) == 1
    (again,) = Seen(host.ask("GET", "/").body).forms
    assert token not in [control.value for control in again.controls]


def test_whoever_takes_a_known_name_waits_for_a_yes(host: Hosted) -> None:
    come_in(host, "Sara")
    second = come_in(host, "sara")
    page = host.ask("GET", "/play", cookie=second)
    assert page.status == 401
    assert "Wait for the facilitator" in page.body
    host.call(lambda: host.lesson.let_in(host.lesson.knocks[0]))
    assert "Welcome, Sara." in host.ask("GET", "/play", cookie=second).body


def test_a_page_runs_our_script_and_no_other(host: Hosted) -> None:
    cookie = come_in(host, "Sara")
    policies = {host.ask("GET", "/play", cookie=cookie).headers["content-security-policy"] for _ in range(2)}
    assert len(policies) == 2
    assert all("default-src 'none'" in policy for policy in policies)


def test_a_stream_tells_what_changes_and_says_when_play_begins(host: Hosted) -> None:
    token = host.join("Sara").json["token"]
    waiting = host.stream(token, "/live", accept="text/event-stream")
    assert next(waiting)[0] == "page"
    host.join("Theo")
    assert "Theo" in next(waiting)[1]["html"]
    host.call(host.lesson.begin)
    assert next(waiting)[0] == "over"
    playing = host.stream(token, "/live?at=/play", accept="text/event-stream")
    assert "round 1 of" in next(playing)[1]["html"]
    assert next(playing)[0] == "clock"


def test_a_page_without_an_address_of_ours_has_no_stream(host: Hosted) -> None:
    token = host.join("Sara").json["token"]
    host.call(host.lesson.begin)
    assert host.ask("GET", "/live?at=//evil", authorization=f"Bearer {token}").status == 404


def test_the_fifth_page_of_somebody_takes_the_place_of_the_first(host: Hosted) -> None:
    token = host.join("Sara").json["token"]
    host.call(host.lesson.begin)
    pages = []
    for _ in range(5):
        pages.append(host.stream(token, "/live?at=/play", accept="text/event-stream"))
        next(pages[-1])
    host.call(host.lesson._tell)
    assert "moved" in {name for name, _ in pages[0]}


def test_a_link_that_is_told_once_stays_on_the_desk_until_it_is_left(host: Hosted) -> None:
    come_in(host, "Sara")
    token, _ = host.call(host.lesson.desk_tokens)
    cookie = f"desk={token}"
    form = urlencode({"action": json.dumps({"kind": "give-link", "key": "p1"})})
    assert host.ask("POST", "/desk", form, cookie=cookie, origin=origin(host)).headers["location"] == "/console"
    page = host.ask("GET", "/console", cookie=cookie).body
    link = page.partition("/s/")[2].partition("<")[0]
    assert "Welcome, Sara." in host.ask("GET", "/play", cookie=f"seat={link}").body
    region = page.partition('id="page"')[2]
    assert link not in region  # the stream draws that anew at once
    assert link not in host.ask("GET", "/console", cookie=cookie).body


def test_a_mistake_of_ours_is_told_in_the_stream(host: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    token = host.join("Sara").json["token"]
    host.call(host.lesson.begin)
    monkeypatch.setattr(readers, "region", lambda *_: 1 / 0)
    events = list(host.stream(token, "/live?at=/play", accept="text/event-stream"))
    assert [name for name, _ in events] == ["nudge"]
    assert "a mistake in the program, not in what you did: ZeroDivisionError" in events[0][1]["words"]
