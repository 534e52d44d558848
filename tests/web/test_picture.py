"""The pictures of pages in the documents: never older than what they show.

`UPDATE_GRIDS=1` draws them anew, and keeps the words that were on the pages; otherwise these are compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, CloseBeat, apply
from crisis_game.pages.council_desk import desks
from crisis_game.pages.entrance import Entrance
from crisis_game.pages.projector import projector_page, projector_wording
from crisis_game.paper.markup import Html
from crisis_game.web.addresses import Address
from crisis_game.web.desk_page import desk
from crisis_game.web.projector_page import projector
from crisis_game.web.region import region
from crisis_game.web.sheet_page import sheet_page
from crisis_game.web.shell import shell
from crisis_game.web.viewer import Viewer
from tests.exercise.lessons import Time, come_in
from tests.web.browser import chromium
from tests.web.few_colours import in_few_colours
from tests.web.test_pages import played, words_of

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WORDS = Path(__file__).parent / "pictures"
LARGEST = 150_000
"""Bytes."""
PHONE, DESK = (390, 844), (1280, 800)
WAY_IN = "http://192.168.1.20:8000"


def test_the_picture_of_a_phone_shows_the_table_as_it_is() -> None:
    session = played("hesk-strait", (2, "table"))
    letters = frozenset(f"letter/{letter.id}" for letter in session.view("DEL").mail)
    viewer = Viewer(session, "DEL", name="Theo V.", key="theo", left=160, read=letters | {"brief", "answer/1"})
    html = region(viewer, Address())
    _same("phone", html, shell(viewer, html, title="The Hesk Strait", nonce="n", at=Address().path), PHONE)


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    """Three councils in their first round, one of them a beat further on."""
    opened = Lesson.open(tmp_path / "lesson", "hesk-strait", seed=7, clock="class", councils=("Marl", "Esker", "Orm"))
    opened._now = Time()
    come_in(opened, "Ines", "Theo", "Sara", "Mia", "Jon", "Lea")
    apply(opened, Begin())
    apply(opened, CloseBeat(council="Esker"))
    yield opened
    opened.close()


def test_the_picture_of_the_desk_shows_three_councils(lesson: Lesson) -> None:
    html = desk(lesson, desks(lesson), f"{WAY_IN}, code AB2CD3", "Marl")
    _same("desk", html, shell(None, html, title="The Hesk Strait", nonce="n"), DESK)


def test_the_picture_of_the_running_sheet_shows_what_is_expected(lesson: Lesson) -> None:
    html = sheet_page(desks(lesson)["Marl"])
    _same("sheet", html, shell(None, html, title="The Hesk Strait", nonce="n"), DESK)


def test_the_picture_of_the_wall_shows_what_everybody_may_know(lesson: Lesson) -> None:
    esker = lesson.council("Esker")
    entrance = Entrance(WAY_IN, "AB2CD3", "saves/lesson")
    html = projector(projector_page(lesson, entrance, esker), projector_wording(esker))
    _same("projector", html, shell(None, html, title="The Hesk Strait", nonce="n"), DESK)


def _same(name: str, html: Html, page: str, size: tuple[int, int]) -> None:
    """The words of a page are those that its picture was drawn with."""
    words, picture = WORDS / f"{name}.txt", PICTURES / f"{name}.png"
    said = "\n".join(words_of(html)) + "\n"
    if os.environ.get("UPDATE_GRIDS"):
        words.parent.mkdir(exist_ok=True)
        words.write_text(said, encoding="utf-8")
        picture.write_bytes(_drawn(page, size))
    assert said == words.read_text(encoding="utf-8")
    assert 0 < picture.stat().st_size < LARGEST


def _drawn(html: str, size: tuple[int, int]) -> bytes:
    """The page on a screen of this size; a phone's is dark and has two dots for each."""
    phone = size == PHONE
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            device_scale_factor=2 if phone else 1,
            color_scheme="dark" if phone else "light",
            bypass_csp=True,
        )
        page = context.new_page()
        page.set_content(html.replace("new EventSource", "new Object"))
        return in_few_colours(page, page.screenshot())
