"""Screens, lines, HTML and Markdown say the same of every page: none words or leaves out anything by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from crisis_game.assessment.public_record import PublicAct
from crisis_game.debrief.review import review_of
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.view import TextLine, View
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.charts.making import gauge_charts
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.handouts import handouts
from crisis_game.pages.library.shelves import open_library
from crisis_game.pages.map import map_page
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import (
    Beside,
    Chart,
    Fold,
    Heading,
    Meter,
    Page,
    Part,
    Run,
    Space,
    Table,
    item,
    line,
    run,
    sentences,
)
from crisis_game.pages.play.answer import answer_pages
from crisis_game.pages.play.brief import brief_pages
from crisis_game.pages.play.catalogue import catalogue_page
from crisis_game.pages.play.charter import charter_pages
from crisis_game.pages.play.letters import letters_page
from crisis_game.pages.play.numbers import rules_pages
from crisis_game.pages.play.one_text import compared, table_page, whole
from crisis_game.pages.play.public import public_news
from crisis_game.pages.play.situation import situation_pages
from crisis_game.pages.record import record_pages
from crisis_game.scenario.seat_dossier import Dossier, dossier, names
from crisis_game.texts import Text, Wording
from crisis_game.tui.widgets.paper import flowing
from tests.assessment.games import game, scenario
from tests.pages.showing import flat, in_html, in_lines, in_markdown, on_screen, on_sheet

Renderer = Callable[[Sequence[Page], Wording], str]
RENDERERS = pytest.mark.parametrize("shown", [in_lines, in_html, in_markdown, on_screen])

PLAYED = game("first-watch", 3, "hawk")
TOLD = review_of(PLAYED.scenario, PLAYED.log)
WORDING = Wording("en", names(PLAYED.scenario))
PAGES = (*debrief_pages(TOLD), *handouts(PLAYED.scenario))


def in_play(seat: str) -> tuple[View, Dossier, tuple[PublicAct, ...], tuple[Page, ...]]:
    """What a seat sees when two rounds of Hesk Strait have been played by doing nothing, and the last answer."""
    session = Session.start(scenario("hesk-strait"), {seat: "person"}, None, seed=7)
    while not session.finished and session.seen(seat).round < 3:
        assert isinstance(session.submit(seat, SetReady()), Receipt)
    sheet = dossier(session.authored, seat)
    return View(session.seen(seat)), sheet, session.record(), answer_pages(session, seat, 2)


VIEW, SHEET, ACTS, ANSWER = in_play("DEL")
IN_PLAY = (
    *record_pages(VIEW, SHEET, ACTS),
    *situation_pages(VIEW),
    table_page(VIEW),
    public_news(VIEW, ACTS),
    *brief_pages(VIEW, SHEET),
    letters_page(VIEW.mail),
    *charter_pages(VIEW.seen),
    *rules_pages(SHEET),
    catalogue_page(SHEET),
    map_page(VIEW.seen, SHEET),
    *ANSWER,
)
NAMED = wording_for(VIEW.seen, SHEET, "en")


@pytest.mark.parametrize("shown", [in_lines, in_html, in_markdown, on_screen])
@pytest.mark.parametrize("page", IN_PLAY, ids=[page.id for page in IN_PLAY])
def test_every_sentence_of_a_page_of_play_is_shown(page: Page, shown: Renderer) -> None:
    words = flat(shown((page,), NAMED))
    assert not [said for said in sentences(page.parts, NAMED) if flat(said) not in words]


@pytest.mark.parametrize("one", VIEW.texts, ids=[one.id for one in VIEW.texts])
def test_the_sheet_of_a_text_stands_whole_in_its_one_widget(one: TextLine) -> None:
    parts = (*whole(VIEW.seen, one), *compared(VIEW.seen, one, VIEW.texts[0]))
    words = flat(flowing(parts, NAMED).plain)
    assert not [said for said in sentences(parts, NAMED) if flat(said) not in words]


EVERY_PART: tuple[Part, ...] = (
    Heading(Text("a heading")),
    Heading(Text("a lower heading"), 2),
    line(Text("a paragraph "), run("with a run ", "strong"), Meter(2, 4), Run(Text("and a sign"), "lawful", "○")),
    Space(),
    item(Text("an item"), mark="✓"),
    Table((Text("head one"), Text("head two")), ((Text("cell one"), Text("cell two")),)),
    Chart(gauge_charts(TOLD)[0]),
    Fold(line(Text("a closed fold")), (line(Text("inside it")), Fold(line(Text("one deeper")), (line(Text("deep")),)))),
    Fold(line(Text("an open fold")), (line(Text("inside the open one")),), opened=True),
    Fold(line(Text("what can be looked up")), (line(Text("its words")),), look_up=("rule", "force-prohibited")),
    Beside(
        Fold(line(Text("on the left")), (line(Text("opened here")),)),
        Fold(line(Text("on the right")), (Fold(line(Text("a fold there")), (line(Text("opened there")),)),)),
    ),
)


@RENDERERS
@pytest.mark.parametrize("page", PAGES, ids=[page.id for page in PAGES])
def test_every_sentence_of_a_page_is_shown(page: Page, shown: Renderer) -> None:
    words = flat(shown((page,), WORDING))
    missing = [said for said in sentences(page.parts, WORDING) if flat(said) not in words]
    assert flat(WORDING.say(page.title)) in words
    assert not missing


BOOKS = open_library(PLAYED.scenario.charter)
READ = {entry.kind: BOOKS.page(entry) for entry in BOOKS.entries}
"""One page of the library for each kind of thing."""


@pytest.mark.parametrize("shown", [in_lines, in_html, in_markdown, on_sheet])
@pytest.mark.parametrize("page", READ.values(), ids=READ)
def test_every_sentence_of_the_law_library_is_shown(page: Page, shown: Renderer) -> None:
    words = flat(shown((page,), WORDING))
    assert not [said for said in sentences(page.parts, WORDING) if flat(said) not in words]


@RENDERERS
def test_every_kind_of_part_is_shown(shown: Renderer) -> None:
    assert {type(part) for part in EVERY_PART} == set(Part.__args__)
    words = flat(shown((Page("all", Text("all"), EVERY_PART),), WORDING))
    assert not [said for said in sentences(EVERY_PART, WORDING) if flat(said) not in words]


@RENDERERS
def test_a_sentence_that_is_nowhere_is_missed(shown: Renderer) -> None:
    assert "this is said nowhere" not in flat(shown(PAGES[:1], WORDING))


def test_a_chart_is_told_in_full_in_lines_and_on_paper() -> None:
    from crisis_game.pages.charts.words import sentences as told

    page = Page("chart", Text("chart"), (Chart(gauge_charts(TOLD)[0]),))
    for shown in (in_lines, in_html, in_markdown):
        words = flat(shown((page,), WORDING))
        assert all(flat(WORDING.say(one)) in words for one in told(gauge_charts(TOLD)[0]))
