"""Screens, lines, HTML, Markdown and JSON say the same of every page: none words or leaves out anything by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from crisis_game.assessment.public_record import PublicAct
from crisis_game.cli.named_charter import shipped_charters
from crisis_game.debrief.review import review_of
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.view import TextLine, View
from crisis_game.exercise.mock_vote import bodies, lesson
from crisis_game.exercise.mock_vote import wording as mock_wording
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.charters import comparison_page
from crisis_game.pages.charts.chart_builders import gauge_charts
from crisis_game.pages.debrief import debrief_pages
from crisis_game.pages.debrief.ruling_pages import ruling_pages
from crisis_game.pages.handouts import handouts
from crisis_game.pages.library.shelves import open_library
from crisis_game.pages.map import map_page
from crisis_game.pages.names import wording_for
from crisis_game.pages.on_paper.kinds import KINDS, printed
from crisis_game.pages.parts import (
    Beside,
    Branch,
    Chart,
    Fold,
    Heading,
    Meter,
    Page,
    Part,
    Run,
    Sample,
    Space,
    Table,
    Tree,
    item,
    line,
    run,
    sentences,
)
from crisis_game.pages.play.answer import answer_page
from crisis_game.pages.play.brief import brief_pages
from crisis_game.pages.play.catalogue import catalogue_page
from crisis_game.pages.play.charter import charter_pages
from crisis_game.pages.play.letters import letters_page
from crisis_game.pages.play.mock_vote import lesson_page, vote_page
from crisis_game.pages.play.notes import notes_page
from crisis_game.pages.play.public import public_news
from crisis_game.pages.play.rules_in_numbers import rules_pages
from crisis_game.pages.play.situation import situation_pages
from crisis_game.pages.play.situation_page import situation_page
from crisis_game.pages.play.text_page import compared, table_page, whole
from crisis_game.pages.problems import codes_page, explanation_page, problems_page
from crisis_game.pages.record import record_pages
from crisis_game.pages.roll_call import roll_call_page
from crisis_game.pages.ruling_page import ruling_page
from crisis_game.scenario.reading.check_file import check_file
from crisis_game.scenario.reading.explanations import explanations
from crisis_game.scenario.seat_dossier import Dossier, dossier, names
from crisis_game.texts import Text, Wording
from crisis_game.tui.widgets.paper import flowing
from crisis_game.workshop.charters.comparison import Party, compare
from crisis_game.workshop.charters.voting_profiles import Chances, Independent
from tests.assessment.games import game, scenario
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen, on_sheet

Renderer = Callable[[Sequence[Page], Wording], str]
ON_PAPER = (in_html, in_markdown, in_json)
RENDERERS = pytest.mark.parametrize("shown", [in_lines, on_screen, *ON_PAPER])

FAULTY = Path(__file__).parents[2] / "scenarios" / "schema.json"
"""A file that is no scenario: all its keys are unknown."""

PLAYED = game("first-watch", 3, "hawk")
TOLD = review_of(PLAYED.scenario, PLAYED.log)
WORDING = Wording("en", names(PLAYED.scenario))
PAGES = (*debrief_pages(TOLD, "BRE"), *ruling_pages(TOLD).values(), *handouts(PLAYED.scenario))


def in_play(seat: str) -> tuple[View, Dossier, tuple[PublicAct, ...], Page, Page]:
    """What a seat sees when two rounds of Hesk Strait have been played by doing nothing; last answer and situation."""
    session = Session.start(scenario("hesk-strait"), {seat: "person"}, None, seed=7)
    while not session.finished and session.seen(seat).round < 3:
        assert isinstance(session.submit(seat, SetReady()), Receipt)
    sheet = dossier(session.authored, seat)
    pages = answer_page(session, seat, 2), situation_page(session, seat)
    return View(session.seen(seat)), sheet, session.record(), *pages


VIEW, SHEET, ACTS, ANSWER, SITUATION = in_play("DEL")
IN_PLAY = (
    *record_pages(VIEW, ACTS),
    *situation_pages(VIEW),
    table_page(VIEW),
    public_news(VIEW, ACTS),
    *brief_pages(VIEW, SHEET),
    letters_page(VIEW.mail),
    *charter_pages(VIEW.seen),
    *rules_pages(SHEET),
    catalogue_page(SHEET),
    map_page(VIEW.seen, SHEET),
    ANSWER,
    SITUATION,
    *(ruling_page(act, VIEW.seen) for act in ACTS),
    roll_call_page(VIEW, next(text.id for text in VIEW.texts if text.result is not None)),
    notes_page("Ask Brae.\nTrust nobody.", "DEL"),
)
NAMED = wording_for(VIEW.seen, SHEET, "en")


@RENDERERS
@pytest.mark.parametrize("page", IN_PLAY, ids=[page.id for page in IN_PLAY])
def test_every_sentence_of_a_page_of_play_is_shown(page: Page, shown: Renderer) -> None:
    words = flat(shown((page,), NAMED))
    assert not [said for said in sentences(page.all, NAMED) if flat(said) not in words]


@pytest.mark.parametrize("text", VIEW.texts, ids=[text.id for text in VIEW.texts])
def test_the_sheet_of_a_text_stands_whole_in_its_one_widget(text: TextLine) -> None:
    parts = (*whole(VIEW.seen, text), *compared(VIEW.seen, text, VIEW.texts[0]))
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
    Tree(Branch(line(Text("a root")), (Branch(line(Text("a branch")), (Branch(line(Text("a twig"))),)),))),
    Sample(("a line of a file:", "  another, further in"), "yaml"),
    Beside(
        Fold(line(Text("on the left")), (line(Text("opened here")),)),
        Fold(line(Text("on the right")), (Fold(line(Text("a fold there")), (line(Text("opened there")),)),)),
    ),
)


@RENDERERS
@pytest.mark.parametrize("page", PAGES, ids=[page.id for page in PAGES])
def test_every_sentence_of_a_page_is_shown(page: Page, shown: Renderer) -> None:
    words = flat(shown((page,), WORDING))
    missing = [said for said in sentences(page.all, WORDING) if flat(said) not in words]
    assert flat(WORDING.say(page.title)) in words
    assert not missing


OF_ONE = tuple(
    page
    for page in printed(PLAYED.scenario, KINDS)
    if page.id not in ("briefing", *PLAYED.scenario.members) and not re.search("-(ALD|CAS|DUN|[2-8]$)", page.id)
)
"""What is printed for a class, of what each member gets that of one."""


@pytest.mark.parametrize("shown", ON_PAPER)
@pytest.mark.parametrize("page", OF_ONE, ids=[page.id for page in OF_ONE])
def test_every_sentence_of_a_printed_page_is_shown(page: Page, shown: Renderer) -> None:
    words = flat(shown((page,), WORDING))
    assert not [said for said in sentences(page.all, WORDING) if flat(said) not in words]


def compared_charters() -> Page:
    wording, profiles = Wording(), (Independent(Chances(34, 33, 33)),)
    parties = [Party(charter) for charter in shipped_charters(wording)[:2]]
    return comparison_page(compare(parties, profiles), profiles, 1)


BODIES = bodies()
VOTED = {member: "yes" if place % 3 else "no" for place, member in enumerate(BODIES[0].members)}
FOR_AUTHORS = (
    explanation_page(explanations()["E202"]),
    codes_page(),
    problems_page([check_file(str(FAULTY))], WORDING),
    compared_charters(),
)
ELSEWHERE = (vote_page(BODIES[0]), lesson_page(lesson(BODIES[0], VOTED, BODIES)), *FOR_AUTHORS)


@RENDERERS
@pytest.mark.parametrize("page", ELSEWHERE, ids=[page.id for page in ELSEWHERE])
def test_every_sentence_before_a_game_and_for_authors_is_shown(page: Page, shown: Renderer) -> None:
    named = mock_wording(BODIES[0])
    words = flat(shown((page,), named))
    assert not [said for said in sentences(page.all, named) if flat(said) not in words]


BOOKS = open_library(PLAYED.scenario.charter)
READ = {entry.kind: BOOKS.page(entry) for entry in BOOKS.entries}
"""One page of the library for each kind of thing."""


@pytest.mark.parametrize("shown", [in_lines, on_sheet, *ON_PAPER])
@pytest.mark.parametrize("page", READ.values(), ids=READ)
def test_every_sentence_of_the_law_library_is_shown(page: Page, shown: Renderer) -> None:
    words = flat(shown((page,), WORDING))
    assert not [said for said in sentences(page.all, WORDING) if flat(said) not in words]


@RENDERERS
def test_every_kind_of_part_is_shown(shown: Renderer) -> None:
    assert {type(part) for part in EVERY_PART} == set(Part.__args__)
    words = flat(shown((Page("all", Text("all"), EVERY_PART),), WORDING))
    assert not [said for said in sentences(EVERY_PART, WORDING) if flat(said) not in words]


WORDED = [part for part in EVERY_PART if [*sentences((part,), WORDING)]]


@RENDERERS
@pytest.mark.parametrize("part", WORDED, ids=[type(part).__name__ for part in WORDED])
def test_a_part_that_is_dropped_is_missed(part: Part, shown: Renderer) -> None:
    words = flat(shown((Page("all", Text("all"), tuple(other for other in EVERY_PART if other is not part)),), WORDING))
    assert all(flat(said) not in words for said in sentences((part,), WORDING))


@RENDERERS
def test_a_sentence_that_is_nowhere_is_missed(shown: Renderer) -> None:
    assert "this is said nowhere" not in flat(shown((Page("all", Text("all"), EVERY_PART),), WORDING))


def test_a_chart_is_told_in_full_in_lines_and_on_paper() -> None:
    from crisis_game.pages.charts.words import sentences as told

    page = Page("chart", Text("chart"), (Chart(gauge_charts(TOLD)[0]),))
    for shown in (in_lines, *ON_PAPER):
        words = flat(shown((page,), WORDING))
        assert all(flat(WORDING.say(sentence)) in words for sentence in told(gauge_charts(TOLD)[0]))
