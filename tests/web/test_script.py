"""The script in a real browser, with a host that is played: what it keeps over an update, and how it sends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from crisis_game.web.addresses import Address, link
from crisis_game.web.region import region
from crisis_game.web.shell import shell
from crisis_game.web.viewer import Viewer
from tests.web.browser import chromium
from tests.web.test_pages import at_stop

expect = pytest.importorskip("playwright.sync_api").expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

HOST = "http://host.test"
POLICY = (
    "default-src 'none'; script-src 'nonce-n'; style-src 'nonce-n'; connect-src 'self'; form-action 'self'; "
    "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'"
)
NEW = '<p id="new">new</p>'


class Host:
    """Answers as the door does.

    Attributes:
        live: events that the next stream brings; addresses: those for which streams were opened.
        turned_away: statuses with which the next streams are refused.
        answers: status and body of the next posts, `None` for a lost one; sent: what was posted.
    """

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.live: list[tuple[str, Any]] = []
        self.addresses: list[str] = []
        self.turned_away: list[int] = []
        self.answers: list[tuple[int, Any] | None] = []
        self.sent: list[dict[str, Any]] = []

    def region(self, address: str) -> str:
        return region(self.viewer, Address.parse(address))

    def answer(self, route: Route) -> None:
        url = urlsplit(route.request.url)
        if url.path == "/live":
            self.addresses.append(parse_qs(url.query)["at"][0])
            if self.turned_away:
                route.fulfill(status=self.turned_away.pop(0), content_type="text/plain", body="busy")
                return
            events = "".join(f"event: {name}\ndata: {json.dumps(told)}\n\n" for name, told in self.live)
            self.live = []
            route.fulfill(content_type="text/event-stream", body=f"retry: 60\n\n{events}")
        elif url.path == "/do":
            self.sent.append(json.loads(route.request.post_data or ""))
            answer = self.answers.pop(0) if self.answers else (200, {"n": 1})
            if answer is None:
                route.abort()
            else:
                route.fulfill(status=answer[0], content_type="application/json", body=json.dumps(answer[1]))
        else:
            at = Address.parse(url.path + (f"?{url.query}" if url.query else ""))
            html = shell(self.viewer, region(self.viewer, at), title="Hesk", nonce="n", at=at.path)
            route.fulfill(content_type="text/html", body=html, headers={"Content-Security-Policy": POLICY})


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def host() -> Host:
    return Host(Viewer(at_stop("hesk-strait", 2, "table"), "DEL", key="theo", left=160, read=frozenset(("brief",))))


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("console", lambda line: faults.append(line.text) if "Security Policy" in line.text else None)
    opened.route("**/*", host.answer)
    yield opened
    context.close()
    assert faults == []


def test_an_update_keeps_folds_focus_half_typed_words_and_the_place(page: Page, host: Host) -> None:
    package = next(iter(host.viewer.sight.seen.packages))
    address = link("do/table-text", {"start": f"package:{package}"})
    page.goto(HOST + address)
    fold = page.locator("details", has_text="Basis").first
    fold.locator("summary").click()
    page.locator("#own-words").fill("And nobody sails al")
    place = page.evaluate("scrollY")
    host.live = [
        ("page", {"html": host.region(address) + NEW, "due": "2 due"}),
        ("clock", {"left": 59, "paused": False}),
    ]
    page.wait_for_selector("#new", state="attached")
    assert page.locator("details", has_text="Basis").first.get_attribute("open") is not None
    assert page.input_value("#own-words") == "And nobody sails al"
    assert page.evaluate("document.activeElement.id") == "own-words"
    assert page.evaluate("scrollY") == place
    assert page.title().startswith("2 due")
    expect(page.locator("#clock")).to_have_text(re.compile("^0:5"))


def test_a_tap_is_sent_until_the_host_answers_and_is_known_by_its_number(page: Page, host: Host) -> None:
    page.goto(f"{HOST}/play")
    host.answers = [None, (200, {"n": 4})]
    page.get_by_role("button", name="oppose").first.click()
    expect(page.locator("#said")).to_have_text("Done.")
    first, second = host.sent
    assert first == second
    assert first["command"]["kind"] == "take-position"
    key, device, number = first["ref"].split(".")
    assert (key, number) == ("theo", "1")
    assert device
    page.get_by_role("button", name="support").first.click()
    expect(page.locator("#said")).to_have_text("Done.")
    page.reload()
    page.get_by_role("button", name="silent").first.click()
    expect(page.locator("#said")).to_have_text("Done.")
    assert [sent["ref"].split(".")[2] for sent in host.sent] == ["1", "1", "2", "3"]


def test_a_refusal_is_said_and_typed_words_are_sent_with_their_command(page: Page, host: Host) -> None:
    page.goto(HOST + link("do/say", {"f.to": "[]"}))
    page.locator("textarea").fill("We wait.\nNot long.")
    host.answers = [(409, {"code": "x", "reason": "Not possible now.", "article": None, "offers": []})]
    page.locator("main button").click()
    expect(page.locator("#said")).to_have_text("Not possible now.")
    assert host.sent[0]["command"] == {"kind": "say", "to": [], "words": "We wait.\nNot long."}
    assert page.locator("textarea").input_value() == "We wait.\nNot long."


def test_a_link_changes_page_stream_and_history(page: Page, host: Host) -> None:
    page.goto(f"{HOST}/play")
    page.get_by_role("link", name="Texts", exact=True).click()
    page.wait_for_url("**/play/texts")
    expect(page.locator("h1")).to_have_text("Texts")
    with page.expect_request("**/live?at=%2Fplay%2Ftexts"):
        pass
    assert host.addresses[0] == "/play"
    page.go_back()
    expect(page.locator("h1")).to_have_text(re.compile("^Which text"))


def test_another_beat_and_another_letter_begin_at_their_head(page: Page, host: Host) -> None:
    page.goto(f"{HOST}/play")
    page.evaluate("scrollTo(0, 500)")
    table = host.viewer
    host.viewer = Viewer(at_stop("hesk-strait", 2, "orders"), "DEL", key="theo")
    host.live = [("page", {"html": host.region("/play"), "due": ""})]
    expect(page.locator("h1")).to_have_text(re.compile("^Vote"))
    assert page.evaluate("scrollY") == 0
    host.viewer = table
    page.goto(f"{HOST}/play/inbox")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.locator("main .row").last.click()
    page.wait_for_url("**letter=*")
    assert page.evaluate("scrollY") == 0


def test_a_way_within_the_page_shows_where_it_led(page: Page, host: Host) -> None:
    host.viewer = Viewer(at_stop("hesk-strait", 2, "orders"), "DEL", key="theo", read=frozenset(("brief", "answer/1")))
    page.goto(f"{HOST}/play")
    page.locator(".next").click()
    expect(page.locator(".aimed")).to_be_in_viewport()
    assert page.evaluate("document.activeElement.closest('.aimed') !== null")


def test_the_button_below_the_editor_sends_the_text_on(page: Page, host: Host) -> None:
    package = next(iter(host.viewer.sight.seen.packages))
    page.goto(HOST + link("do/table-text", {"start": f"package:{package}"}))
    page.locator("footer .next").click()
    page.wait_for_url("**turn=done*")
    expect(page.get_by_role("heading", name="Shall it be done?")).to_be_in_viewport()


def test_it_says_when_the_host_is_lost(page: Page, host: Host) -> None:
    page.goto(f"{HOST}/play")
    page.route("**/live*", lambda route: route.abort())
    expect(page.locator("#lost")).to_contain_text("safe")
    expect(page.locator("#lost")).to_be_visible()


def test_a_host_that_turns_a_stream_away_is_asked_again(page: Page, host: Host) -> None:
    """A browser itself gives a stream up that is answered with 429 or 503."""
    host.turned_away = [503, 429]
    page.goto(f"{HOST}/play")
    expect(page.locator("#lost")).to_be_visible()
    host.live = [("page", {"html": host.region("/play") + NEW, "due": ""})]
    page.wait_for_selector("#new", state="attached")
    assert host.turned_away == []
