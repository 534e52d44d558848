"""The one sentence that each takes with them: written after play, by person, and told of whom to whom."""

from __future__ import annotations

import json
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.debrief.exit_sentences import exit_sentence
from crisis_game.debrief.personal_grades import personal_grades
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.exit_sentence import LONGEST_SENTENCE, WriteExitSentence
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.notes import Notes
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.debrief.class_overview import class_overview_page, class_pages
from crisis_game.pages.debrief.class_report import class_report_pages
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.debrief.exit_sentences import own_sentence
from crisis_game.pages.debrief.student import student_page
from crisis_game.pages.parts import Page, sentences
from crisis_game.plain.console import Console
from crisis_game.plain.debrief import read_out
from crisis_game.texts import Wording
from tests.assessment.games import scenario
from tests.debrief.councils import PAIR, class_of, lesson_of_a_pair
from tests.tui.stage import session as tiny_session

FIRST, SECOND, OTHER = "I would ask first.", "I would ask sooner.", "A veto is a promise."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two share a seat: Ines writes twice, Paul once, Sara not at all."""
    path = lesson_of_a_pair(tmp_path_factory.mktemp("lesson") / "class")
    with closing(Lesson.resume(path)) as lesson:
        for number, (key, words) in enumerate((("p1", FIRST), ("p2", OTHER), ("p1", f"  {SECOND} "))):
            assert isinstance(lesson.submit(key, WriteExitSentence(words), f"s{number}"), Receipt)
    return path


def telling(page: Page, words: str, folder: Path) -> list[str]:
    wording = council_wording(class_of(folder).councils[0])
    return [sentence for sentence in sentences(page.parts, wording) if words in sentence]


def test_it_is_asked_for_when_play_is_over_and_not_before() -> None:
    session = tiny_session("AAA")
    answer = session.submit("AAA", WriteExitSentence("Too early."))
    assert isinstance(answer, Refusal)
    while not session.finished:
        session.submit("AAA", SetReady())
    for words in ("", " ", "x" * (LONGEST_SENTENCE + 1)):
        refusal = session.submit("AAA", WriteExitSentence(words))
        assert isinstance(refusal, Refusal)
        assert refusal.code == "too-long"
    assert own_sentence(session, "AAA") == ""
    assert isinstance(session.submit("AAA", WriteExitSentence(FIRST)), Receipt)
    assert own_sentence(session, "AAA") == FIRST
    assert all(FIRST not in str(heard) for heard in session.own_log("BBB"))


def test_the_last_of_each_person_stands_for_them(folder: Path) -> None:
    [council] = class_of(folder).councils
    assert [exit_sentence(council, attendee) for attendee in PAIR] == [SECOND, OTHER, ""]
    with closing(Lesson.resume(folder)) as lesson:
        session = lesson.councils[0].session
        assert session is not None
        assert [own_sentence(session, who.seat, who.key) for who in PAIR] == [SECOND, OTHER, ""]


def test_the_instructor_reads_them_with_names_and_the_class_without(folder: Path) -> None:
    played = class_of(folder)
    for words in (SECOND, OTHER):
        assert len(telling(class_overview_page(played), words, folder)) == 1
    [exits] = [page for page in class_report_pages(played) if page.id == "class-exits"]
    said = list(sentences(exits.parts, council_wording(played.councils[0])))
    assert [words for words in said if "“" in words] == [f"“{SECOND}”", f"“{OTHER}”"]
    assert not [words for words in said for attendee in PAIR if attendee.name in words]
    assert not any(telling(page, FIRST, folder) for page in class_pages(played) if page.id == "class-exits")


def test_it_stands_on_the_own_page_alone_and_who_wrote_none_has_a_line_to_write_on(folder: Path) -> None:
    played = class_of(folder)
    pages = [student_page(played.councils[0], grade) for grade in personal_grades(played)]
    assert [bool(telling(page, SECOND, folder)) for page in pages] == [True, False, False]
    assert [bool(telling(page, "....", folder)) for page in pages] == [False, False, True]


def test_the_export_has_it_for_who_consents_and_else_its_length(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "class.csv"
    listed.write_text("id,name,consent\n0017,Ines K.,yes\n0018,=Paul R.,no\n", encoding="utf-8")
    target = tmp_path / "r.jsonl"
    assert main(["export", str(folder), "--research", str(target), "--roster", str(listed)]) == 0
    records = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    people = [record for record in records if record["record"] == "person"]
    assert [record["exit_sentence"] for record in people] == [SECOND, {"characters": len(OTHER)}, None]
    assert OTHER not in target.read_text(encoding="utf-8")


def test_lines_ask_for_it_from_the_menu_of_the_debrief() -> None:
    session = Session.start(scenario("first-watch"), {"BRE": "person"}, None, seed=7)
    while not session.finished:
        session.submit("BRE", SetReady())

    def said(*answers: str) -> str:
        told, typed = StringIO(), StringIO("".join(f"{answer}\n" for answer in answers))
        read_out(Console(Wording(), typed, told), session, "en", Notes(session), lambda _: None)
        return " ".join(told.getvalue().split())

    menu = said("0", "0")
    place = next(place for place in range(1, 12) if f"{place} The one sentence that Brenna takes with it" in menu)
    assert "It is kept." in said("0", str(place), FIRST, "0")
    assert own_sentence(session, "BRE") == FIRST
    assert f"You take with you: “{FIRST}”" in said("0", str(place), SECOND, "0")
    assert own_sentence(session, "BRE") == SECOND
