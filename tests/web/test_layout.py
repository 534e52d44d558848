"""Pages in a real browser: nothing is cut or needs a sideways scroll, targets are large, axe finds nothing to say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import pytest

from crisis_game.pages.projector import public_page
from crisis_game.texts import Wording, prose
from crisis_game.web.addresses import Address, field_key, link
from crisis_game.web.lobby_pages import Joining, Present, SeatOffered, Waiting, join_page, waiting_page
from crisis_game.web.projector_page import projector
from crisis_game.web.region import region
from crisis_game.web.shell import shell
from crisis_game.web.viewer import Viewer
from tests.web.browser import chromium
from tests.web.test_pages import at_stop, over

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE, DESK = (390, 844), (1280, 900)
HALF_PHONE, HALF_DESK = (195, 422), (640, 450)
"""The same at 200 per cent."""
SMALL = 360
"""The narrowest phone."""
TARGETS = (
    "button, summary, .row, .bar a, .next, .choice, header nav a, .leaves a, .mark, .above a, textarea, "
    "input[type=text], input[type=search], input[type=number]"
)
FOR_AXE = (
    "situation", "table", "orders", "letter", "ruling", "map", "world", "options", "boxes", "words", "editor",
    "debrief", "join", "projector",
)  # fmt: skip
"""Pages that differ in what they are made of."""
LEAST = 43.5
"""Pixels of a target, but for rounding."""


@cache
def pages() -> dict[str, str]:
    """Whole pages by a name."""
    situation, table, orders = (at_stop("hesk-strait", 2, beat) for beat in ("situation", "table", "orders"))
    text = table.seen("DEL").on_table[0]
    package = next(iter(table.seen("DEL").packages))
    act = orders.record()[0].id
    addresses = {
        "answer": (situation, "/play"),
        "situation": (situation, "/play/situation"),
        "table": (table, "/play"),
        "orders": (orders, "/play"),
        "inbox": (situation, "/play/inbox"),
        "letter": (situation, link("inbox", {"letter": situation.view("DEL").mail[-1].id})),
        "text": (table, link("texts", {"text": text})),
        "record": (orders, "/play/record"),
        "ruling": (orders, link("ruling", {"act": act})),
        "law": (orders, "/play/law"),
        "map": (situation, "/play/map"),
        "brief": (situation, "/play/brief"),
        "world": (situation, "/play/world"),
        "more": (situation, "/play/more"),
        "options": (orders, "/play/do/act-alone"),
        "boxes": (table, link("do/take-position", {field_key("text"): f'"{text}"', field_key("stance"): '"oppose"'})),
        "words": (table, link("do/say", {field_key("to"): "[]"})),
        "editor": (table, link("do/table-text", {"start": f"package:{package}"})),
    }
    whole = {}
    for name, (session, address) in addresses.items():
        viewer, at = Viewer(session, "DEL", name="Theo V.", key="theo", left=160), Address.parse(address)
        whole[name] = shell(viewer, region(viewer, at), title="The Hesk Strait", nonce="n", at=at.path)
    at = Address("debrief")
    whole["debrief"] = shell(
        over("first-watch"), region(over("first-watch"), at), title="First Watch", nonce="n", at=at.path
    )
    return whole | _around()


def _around() -> dict[str, str]:
    """Pages around play."""
    seats = (SeatOffered("DEL", prose("Delma"), ("Theo V.", "Ines K.")), SeatOffered("EST", prose("Estrin")))
    joining = Joining(prose("The Hesk Strait"), seats, "on the host's machine", "until its folder is deleted")
    here = (Present("Theo V.", prose("Delma")), Present("Ines K.", away=True))
    waiting = Waiting(prose("The Hesk Strait"), here[0], here, (prose("Estrin"), prose("Farrow")))
    room = public_page(at_stop("hesk-strait", 2, "table"), None, "MAR L7K")
    regions = {
        "join": join_page(joining, Wording()),
        "waiting": waiting_page(waiting, Wording()),
        "projector": projector(room, Wording()),
    }
    return {name: shell(None, html, title=name, nonce="n") for name, html in regions.items()}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Page]:
    """A page without script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESK, HALF_PHONE, HALF_DESK, (SMALL, 640)], ids=str)
def test_no_page_scrolls_sideways(still: Page, size: tuple[int, int]) -> None:
    still.set_viewport_size({"width": size[0], "height": size[1]})
    wide = {}
    for name, html in pages().items():
        still.set_content(html)
        wide[name] = still.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
    assert {name: over for name, over in wide.items() if over > 0} == {}


def test_what_is_pressed_is_large_enough_for_a_thumb(still: Page) -> None:
    still.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    script = (
        "targets => [...document.querySelectorAll(targets)].filter(it => it.offsetParent || it.closest('footer'))"
        ".map(it => [it.outerHTML.slice(0, 90), it.getBoundingClientRect()])"
        ".map(([it, box]) => [it, Math.min(box.width, box.height)])"
    )
    for name, html in pages().items():
        still.set_content(html)
        small = [(it, size) for it, size in still.evaluate(script, TARGETS) if size < LEAST]
        assert small == [], name


def test_on_the_narrowest_phone_the_head_has_two_lines_and_three_answers_stand_in_a_row(still: Page) -> None:
    still.set_viewport_size({"width": SMALL, "height": 640})
    lines = "[...document.querySelectorAll('header p')].map(it => it.getClientRects().length && it.offsetHeight)"
    rows = "[...document.querySelectorAll('.three:not(.two, .tall)')].filter(it => it.children.length == 3)"
    tops = f"{rows}.map(it => new Set([...it.children].map(each => each.offsetTop)).size)"
    for name in ("situation", "table", "orders"):
        still.set_content(pages()[name])
        assert max(still.evaluate(lines)) < 28, name
        assert set(still.evaluate(tops)) <= {1}, name


def test_a_drawing_is_never_drawn_so_small_that_its_letters_cannot_be_read(still: Page) -> None:
    still.set_viewport_size({"width": SMALL, "height": 640})
    still.set_content(pages()["map"])
    size = still.locator(".drawing text").first.evaluate("it => it.getBoundingClientRect().height")
    assert size >= 11


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_axe_finds_no_violation(browser: Browser, scheme: str) -> None:
    """All its rules in the dark; in the light those on colours."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    options = {"runOnly": ["color-contrast"]} if scheme == "light" else None
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, color_scheme=scheme)
    page, found = context.new_page(), {}
    for name in FOR_AXE:
        page.set_content(pages()[name].replace("new EventSource", "new Object"))
        told = axe.run(page, options=options).response
        assert told["passes"], "axe looked at nothing"
        found[name] = [(it["id"], it["nodes"][0]["html"][:200], it["help"]) for it in told["violations"]]
    context.close()
    assert {name: told for name, told in found.items() if told} == {}
