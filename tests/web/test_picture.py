"""The picture of a phone in the documents: never older than what it shows.

`UPDATE_GRIDS=1` draws it anew, and keeps the words that were on the page; otherwise they are compared.
"""

from __future__ import annotations

import os
from pathlib import Path

from crisis_game.web.addresses import Address
from crisis_game.web.region import region
from crisis_game.web.shell import shell
from crisis_game.web.viewer import Viewer
from tests.web.browser import chromium
from tests.web.few_colours import in_few_colours
from tests.web.test_pages import at_stop, words_of

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "phone.png"
WORDS = Path(__file__).parent / "phone.txt"
LARGEST = 150_000
"""Bytes."""


def test_the_picture_of_a_phone_shows_the_table_as_it_is() -> None:
    session = at_stop("hesk-strait", 2, "table")
    letters = frozenset(f"letter/{letter.id}" for letter in session.view("DEL").mail)
    viewer = Viewer(session, "DEL", name="Theo V.", key="theo", left=160, read=letters | {"brief", "answer/1"})
    html = region(viewer, Address())
    words = "\n".join(words_of(html)) + "\n"
    if os.environ.get("UPDATE_GRIDS"):
        WORDS.write_text(words, encoding="utf-8")
        _draw(shell(viewer, html, title="The Hesk Strait", nonce="n", at=Address().path))
    assert words == WORDS.read_text(encoding="utf-8")
    assert 0 < PICTURE.stat().st_size < LARGEST


def _draw(html: str) -> None:
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, device_scale_factor=2, color_scheme="dark", bypass_csp=True
        )
        page = context.new_page()
        page.set_content(html.replace("new EventSource", "new Object"))
        PICTURE.write_bytes(in_few_colours(page, page.screenshot()))
