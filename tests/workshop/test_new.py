"""`new`: a start that is in order, and that never costs an author a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.cli.new import LIKE
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import read_scenario
from crisis_game.workshop.new_scenario import PLACEHOLDER, beginning, is_id, starters, write_beginning
from crisis_game.workshop.rehearsal import Plan, rehearse


@pytest.mark.parametrize("id_", ["dry-summer", "no", "null", "a" * 64])
def test_the_start_has_its_id_and_no_problem(id_: str, tmp_path: Path) -> None:
    reading = read_scenario(find(str(write_beginning(id_, tmp_path))))

    assert reading.problems == ()
    assert reading.scenario is not None
    assert reading.scenario.id == id_


def test_every_part_is_commented() -> None:
    lines = beginning("dry-summer").splitlines()

    assert lines[0] == "# yaml-language-server: $schema=schema.json"
    assert sum("#" in line for line in lines) > 30
    assert not any(PLACEHOLDER in line for line in lines)


def test_the_crises_to_begin_with_are_those_of_the_verb() -> None:
    assert starters() == LIKE


@pytest.mark.parametrize("like", LIKE)
def test_a_crisis_to_begin_with_is_in_order_and_comes_to_an_end(
    like: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dry-summer.yaml"
    assert main(["new", "dry-summer", "--like", like, "--directory", str(tmp_path)]) == 0
    capsys.readouterr()

    assert main(["check", "--tests", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: no problems\n"
    assert sum("#" in line for line in path.read_text(encoding="utf-8").splitlines()) > 30

    rehearsal = rehearse(find(str(path)), Plan(games=4))
    assert (rehearsal.faults, sum(rehearsal.result["endings"].values())) == ({}, 4)


def test_the_verb_writes_what_check_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "dry-summer", "--directory", str(tmp_path)]) == 0
    path = tmp_path / "dry-summer.yaml"
    assert str(path) in capsys.readouterr().out

    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: no problems\n"


def test_a_file_is_never_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dry-summer.yaml"
    path.write_text("mine", encoding="utf-8")

    assert main(["new", "dry-summer", "--directory", str(tmp_path)]) == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert "exists already" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "dry-summer", "--directory", str(tmp_path / "nowhere")]) == 2
    err = capsys.readouterr().err
    assert "nowhere" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("word", ["", "Dry", "dry summer", "dry-", "../dry", "dry/summer", "9lives", "a" * 65, "dry\n"])
def test_what_is_no_id_is_refused(word: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not is_id(word)
    assert main(["new", word, "--directory", str(tmp_path)]) == 2
    assert "lower-case words" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
