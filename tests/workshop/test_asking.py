"""Injects that ask, on the author's bench: own tests, reach, rehearsals, the drawing, the planner's list."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.scenario.reading.load import read_scenario
from crisis_game.workshop.reach.goals import Goal, goals
from crisis_game.workshop.reach.reachability import reach
from crisis_game.workshop.reach.search import Limits
from crisis_game.workshop.scenario_graph import as_mermaid, as_text
from crisis_game.workshop.trials import trial_problems
from tests.asking import PATH, asking, asking_files


def test_its_own_tests_hold() -> None:
    parsed = read_scenario(asking_files())
    assert len(asking().trials) == 5
    assert trial_problems(parsed) == ()


def test_a_test_that_expects_another_answer_fails(tmp_path: Path) -> None:
    path = tmp_path / "asking.yaml"
    path.write_text(
        PATH.read_text(encoding="utf-8").replace("answer: wait, silent", "answer: pay, silent"), encoding="utf-8"
    )
    assert main(["check", "--tests", str(path)]) == 1


def test_each_answer_can_be_reached_and_what_an_answer_brings() -> None:
    wanted = (
        *(goal for goal in goals(asking()) if goal.kind == "answer"),
        Goal("inject", "copy"),
        Goal("inject", "queue"),
    )
    assert len(wanted) == 9
    answer = reach(asking_files(), asking(), wanted, Limits(60))
    assert answer.missing == ()
    assert answer.never == {}


def test_a_rehearsal_counts_answers_and_silence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", str(PATH), "--games", "8", "--seed", "1"]) == 0
    answers = json.loads(capsys.readouterr().out)["answers"]
    assert set(answers) == {
        "banks-close/pay", "banks-close/wait", "gate/close", "gate/open",
        "picture-asked/show", "picture-asked/books", "picture-asked/keep",
    }  # fmt: skip
    assert sum(answers[id_]["given"] for id_ in ("banks-close/pay", "banks-close/wait")) == 16
    assert all(counts["silent"] <= counts["given"] for counts in answers.values())


def test_where_nothing_is_asked_a_rehearsal_says_nothing_of_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rehearse", str(PATH.with_name("tiny.yaml")), "--games", "1"]) == 0
    assert "answers" not in json.loads(capsys.readouterr().out)


def test_the_drawing_has_what_is_asked_and_what_is_brought() -> None:
    text = as_text(asking(), "en")
    assert "    asks, until ORDERS: show, books and keep\n" in text
    assert "    asks, for 60 seconds: close and open\n" in text
    assert "    brings copy 2 rounds later when answered('picture-asked', 'keep')\n" in text
    arrow = "inject_picture-asked -->|\"2 rounds later<br>when answered('picture-asked', 'keep')\"| inject_copy"
    assert arrow in as_mermaid(asking(), "en")


def test_the_planners_list_holds_the_question_and_changes_its_words_alone(tmp_path: Path) -> None:
    path, listed = tmp_path / "asking.yaml", tmp_path / "list.csv"
    path.write_bytes(PATH.read_bytes())
    assert main(["msel", str(path), "--to", str(listed)]) == 0
    rows = list(csv.DictReader(io.StringIO(listed.read_text(encoding="utf-8-sig"))))
    assert {row["id"]: row["asks"] for row in rows}["gate"] == "Do you close it?"

    listed.write_text(
        listed.read_text(encoding="utf-8-sig").replace("Do you close it?", "Open or shut?"), encoding="utf-8"
    )
    assert main(["msel", str(listed), "--into", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == PATH.read_text(encoding="utf-8").replace(
        "Do you close it?", "Open or shut?"
    )
