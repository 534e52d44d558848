"""A whole exercise in a real browser against a real host: a phone, a desk, the facilitator's page and the projector."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.web.browser import chromium
from tests.web.hosted import Hosted, hosted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE, DESK = (390, 844), (1280, 900)
LONGEST = 45
"""Seconds within which a beat must be over, however slow the machine."""

Faults = list[str]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    with hosted(tmp_path / "lesson") as served:
        yield served


def opened(browser: Browser, host: Hosted, size: tuple[int, int], path: str, faults: Faults) -> Page:
    """A page in a browser of its own; what its console complains of is kept."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"http://127.0.0.1:{host.port}{path}")
    return page


def come_in(page: Page, name: str, seat: str) -> None:
    page.fill("#name", name)
    page.get_by_text(seat, exact=True).click()
    page.get_by_role("button", name="Join").click()
    page.wait_for_url("**/play")
    page.get_by_text(f"Welcome, {name}.").wait_for()


def beat(page: Page) -> str:
    return page.locator("header .beat").first.inner_text().lower()


def play(pages: tuple[Page, ...], now: str) -> None:
    """Press what is due, page by page, until this beat is over for all."""
    until = time.monotonic() + LONGEST
    while any(beat(page) == now for page in pages):
        assert time.monotonic() < until, (
            f"{now} never ends: {[page.locator('.next, #said').all_inner_texts() for page in pages]}"
        )
        for page in pages:
            if beat(page) == now:
                press(page)


def press(page: Page) -> None:
    """What somebody presses who does what is asked: a choice of a form, support, yes and ready, else the big button."""
    within = page.locator("main")
    wanted = within.get_by_role("button", name=re.compile("^(yes|support)"), pressed=False)
    if "/play/do/" in page.url:
        wanted = within.locator(".option, button.wide")
    elif not wanted.count() and beat(page) == "orders":
        wanted = within.get_by_role("button", name="Ready", exact=True)
    target = wanted.first if wanted.count() else page.locator(".next").first
    if "still" not in (target.get_attribute("class") or ""):
        target.click()
    page.wait_for_timeout(150)


def test_a_phone_and_a_desk_play_from_the_door_to_the_debrief(host: Hosted) -> None:
    facilitator, public = host.call(host.lesson.desk_tokens)
    faults: Faults = []
    with chromium() as browser:
        door = f"/?code={host.lesson.record.code}"
        phone = opened(browser, host, PHONE, door, faults)
        desk = opened(browser, host, DESK, door, faults)
        come_in(phone, "Sara", "Brenna")
        come_in(desk, "Theo", "Castrel")
        console = opened(browser, host, DESK, f"/console/{facilitator}", faults)
        projector = opened(browser, host, DESK, f"/projector/{public}", faults)
        assert "Sara" in console.inner_text("main")
        assert host.lesson.record.code[:3] in projector.inner_text("main")
        console.get_by_text("Begin", exact=True).first.click()
        console.get_by_role("button", name="Begin").click()
        for page in (phone, desk):
            page.locator("header .beat").wait_for()
        for now in ("situation", "table", "orders"):
            assert beat(phone) == now
            play((phone, desk), now)
        for page in (phone, desk):
            page.goto(f"http://127.0.0.1:{host.port}/play/debrief")
            page.get_by_text(re.compile("Rulings")).first.wait_for()
        projector.get_by_text("The exercise is over.").first.wait_for()
        assert "play is over" in console.inner_text("main")
    assert faults == []
    assert host.lesson.councils[0].session is not None
    senders = {step.submission.by for step in host.lesson.councils[0].session.log}
    assert {"person:p1", "person:p2"} <= senders
