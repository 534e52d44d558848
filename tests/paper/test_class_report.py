"""The report of a class and the pages of its students, as `report FOLDER` writes them."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.debrief.personal_grades import personal_grades
from crisis_game.engine.acts.facilitator import NoteDown
from crisis_game.engine.acts.ratings import Rate
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.sitting import Receipt
from crisis_game.law.ruling_model import WORDS
from crisis_game.pages.debrief.class_report import class_report_pages
from crisis_game.pages.debrief.class_rulings import class_rulings_page
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.debrief.student import student_page
from crisis_game.pages.parts import Fold, Heading, sentences
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Wording
from tests.debrief.councils import PAIR, by_people, by_policies, class_of, lesson_of_a_pair
from tests.hostile.pages import faults_of_html, faults_of_markdown
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen

Out = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("class")
    by_policies(path / "hawks.crisis", "hawk")
    by_policies(path / "more-hawks.crisis", "hawk")
    by_policies(path / "lawyers.crisis", "legalist")
    by_people(path / "under-way.crisis", {"AAA": "Ines"}, until=2)
    return path


@pytest.fixture(scope="module")
def played(folder: Path) -> ClassPlayed:
    return class_of(folder)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lesson_of_a_pair(tmp_path_factory.mktemp("lesson") / "class")


def test_each_act_stands_once_with_every_council_that_did_it(played: ClassPlayed) -> None:
    parts = class_rulings_page(played).parts
    headings = [Wording().say(part.words) for part in parts if isinstance(part, Heading)]
    assert headings
    assert len(headings) == len(set(headings))
    under = [" ".join(sentences((part.title,), Wording())) for part in parts if isinstance(part, Fold)]
    for council in played.councils:
        acts = (*council.review.acts, *council.review.omissions) if council.finished else ()
        named = re.compile(rf"(?<![\w-]){council.name} \(round ")
        assert sum(len(named.findall(where)) for where in under) == len(acts)
    both = [where for where in under if re.search(r"(?<![\w-])hawks \(round", where)]
    assert both
    assert all("more-hawks (round" in where for where in both)


def test_a_ruling_tells_the_word_the_reason_and_what_was_wrong(played: ClassPlayed) -> None:
    told = set(sentences(class_rulings_page(played).parts, Wording()))
    for council in played.councils[:2]:
        wording = council_wording(council)
        for act in council.review.acts:
            ruling = act.ruled.ruling
            assert any(wording.say(ruling.reason) in sentence for sentence in told)
            assert any(WORDS[act.ruled.judgement.legality] in sentence for sentence in told)
            assert all(wording.say(finding.because) in told for finding in ruling.wrong)


def test_nothing_hidden_is_told_of_a_council_that_still_plays(played: ClassPlayed, tmp_path: Path) -> None:
    by_people(tmp_path / "alone.crisis", {"AAA": "Ines"}, until=2)
    alone = class_of(tmp_path)
    pages = {page.id: page for page in class_report_pages(alone)}
    assert set(pages) == {"comparison", "class-rulings"}
    (council,) = alone.councils
    hidden = [Wording().say(truth.name) for truth in council.scenario.truths.values()]
    told = " ".join(sentences([part for page in pages.values() for part in page.parts], Wording()))
    student = student_page(council, personal_grades(alone)[0])
    told += " ".join(sentences(student.parts, council_wording(council)))
    assert hidden
    assert not [name for name in hidden if name in told]
    assert "Your mandate" not in told
    assert "class-secrets" in {page.id for page in class_report_pages(played)}


def test_what_is_the_same_in_two_councils_is_opened_once(played: ClassPlayed) -> None:
    page = next(page for page in class_report_pages(played) if page.id == "class-secrets")
    told = list(sentences(page.parts, Wording()))
    assert sum(sentence.startswith("What was true: ") for sentence in told) == 1


@pytest.mark.parametrize("shown", [in_html, in_markdown, in_json, in_lines, on_screen])
def test_every_sentence_of_the_report_is_shown(played: ClassPlayed, shown: object) -> None:
    assert callable(shown)
    wording = council_wording(played.councils[0])
    for page in class_report_pages(played):
        said = flat(shown((page,), wording))
        assert not [sentence for sentence in sentences(page.all, wording) if flat(sentence) not in said]


def test_a_students_page_has_the_grade_with_its_entries_and_what_they_did(pair: Path) -> None:
    played = class_of(pair)
    (council,), (_, paul, sara) = played.councils, personal_grades(played)
    wording = council_wording(council)
    told = list(sentences(student_page(council, paul).parts, wording))
    assert "Grade: 60 of 100" in told
    for evidence in paul.evidence:
        assert any(sentence.startswith(f"Entry {evidence.entry}, round {evidence.round}: ") for sentence in told)
    assert any("It fits our brief." in sentence for sentence in told)
    assert any(sentence.startswith("The seat was shared") for sentence in told)
    assert "Nothing is on record under your name." in sentences(student_page(council, sara).parts, wording)


def test_a_students_page_has_nothing_of_what_others_did(pair: Path) -> None:
    played = class_of(pair)
    (council,), (ines, *_) = played.councils, personal_grades(played)
    told = " ".join(sentences(student_page(council, ines).parts, council_wording(council)))
    assert "It fits our brief." not in told
    assert not [other.name for other in PAIR[1:] if other.name in told]


def test_ratings_stand_by_council_and_on_the_page_of_whose_they_are(tmp_path: Path) -> None:
    folder = lesson_of_a_pair(tmp_path / "class")
    before = " ".join(
        sentences([part for page in class_report_pages(class_of(folder)) for part in page.parts], Wording())
    )
    assert "Kept its head." not in before
    with closing(go_on(folder / "council.crisis")) as session:
        objective = f"objective:{session.authored.objectives[0].id}"
        for seat, rating, words in (("", "S", "Kept its head."), ("BBB", "M", "Said nothing.")):
            assert isinstance(session.submit(FACILITATOR, Rate(objective, seat, rating, words)), Receipt)
    played = class_of(folder)
    (council,), (ines, _, sara) = played.councils, personal_grades(played)
    wording = council_wording(council)
    (learning,) = (page for page in class_report_pages(played) if page.id == "class-learning")
    assert "S: performed with some challenges “Kept its head.”" in sentences(learning.parts, wording)
    told = {
        grade.attendee.key: " ".join(sentences(student_page(council, grade).parts, wording)) for grade in (ines, sara)
    }
    assert "Kept its head." in told["p1"]
    assert "Kept its head." in told["p3"]
    assert "you: performed with major challenges “Said nothing.”" in told["p3"]
    assert "Said nothing." not in told["p1"]


def test_comments_for_all_stand_by_what_they_are_about_and_others_nowhere(tmp_path: Path) -> None:
    folder = lesson_of_a_pair(tmp_path / "class")
    (_, paul, _) = personal_grades(class_of(folder))
    entry = paul.evidence[0].entry
    with closing(go_on(folder / "council.crisis")) as session:
        for words, on, shown in (
            ("Well put.", entry, True),
            ("For me alone.", entry, False),
            ("Calmly done.", 0, True),
        ):
            assert isinstance(session.submit(FACILITATOR, NoteDown(words, on, shown)), Receipt)
    played = class_of(folder)
    (council,), (ines, paul, _) = played.councils, personal_grades(played)
    (notes,) = (
        list(sentences(page.parts, Wording())) for page in class_report_pages(played) if page.id == "class-notes"
    )
    assert len(notes) == 2
    assert notes[0].endswith("It fits our brief. “Well put.”")
    assert notes[1].endswith(": “Calmly done.”")
    own, others = (
        " ".join(sentences(student_page(council, grade).parts, council_wording(council))) for grade in (paul, ines)
    )
    assert "“Well put.”" in own
    assert "Well put." not in others
    assert "For me alone." not in own + others


@pytest.mark.parametrize("form", ["md", "html", "json", "pages.json", "csv"])
def test_the_report_of_a_class_in_each_form_the_same_each_time(folder: Path, form: str, capsys: Out) -> None:
    printed = []
    for _ in range(2):
        assert main(["report", str(folder), "--format", form]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    looks = {"md": faults_of_markdown, "html": faults_of_html}
    assert not list(looks[form](printed[0])) if form in looks else True
    if form == "json":
        record = json.loads(printed[0])
        assert [council["name"] for council in record["councils"]] == ["hawks", "lawyers", "more-hawks", "under-way"]
        assert record["councils"][0]["parted"] is None
        assert record["councils"][1]["parted"] is not None
        assert [grade["seat"] for grade in record["grades"]] == ["AAA"]


def test_a_page_for_each_student_in_files_of_their_own(pair: Path, tmp_path: Path, capsys: Out) -> None:
    assert main(["report", str(pair), "--each", str(tmp_path / "each"), "--format", "html"]) == 0
    paths = [Path(path) for path in capsys.readouterr().out.splitlines()]
    assert len({path.name for path in paths}) == len(PAIR)
    for path in paths:
        assert not list(faults_of_html(path.read_text(encoding="utf-8")))
    assert main(["report", str(pair), "--each", str(tmp_path / "each"), "--format", "csv"]) == 2
    assert "--each writes md, html, pages.json" in capsys.readouterr().err


def test_what_is_wrong_with_a_folder_is_one_sentence(tmp_path: Path, capsys: Out) -> None:
    for words in (["report", str(tmp_path)], ["report", str(tmp_path), "--charts", "x"]):
        assert main(words) == 2
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
