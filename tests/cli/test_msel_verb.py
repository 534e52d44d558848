"""`crisis-game msel`: what is written where, and what never is."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.cli import WRONG_USE, main
from crisis_game.scenario.library import shipped_folder


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_bytes((shipped_folder() / "first-watch.yaml").read_bytes())
    return path


def changed_list(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("id,title\noxygen,No air\n", encoding="utf-8")
    return path


def test_out_and_in_by_a_file(scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "out.xlsx"
    before = scenario.read_bytes()
    assert main(["msel", str(scenario), "--to", str(listed)]) == 0
    assert main(["msel", str(listed), "--into", str(scenario)]) == 0
    assert "0 new, 0 changed, 0 left out" in capsys.readouterr().out
    assert scenario.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.yaml", "out.xlsx"]
    assert main(["msel", str(scenario), "--to", str(listed)]) == WRONG_USE


def test_the_file_as_it_was_is_kept(scenario: Path, tmp_path: Path) -> None:
    before = scenario.read_bytes()
    assert main(["msel", str(changed_list(tmp_path)), "--into", str(scenario)]) == 0
    assert (tmp_path / "mine.yaml.bak").read_bytes() == before
    assert scenario.read_bytes() == before.replace(b"title: Oxygen for forty hours", b"title: No air")


def test_a_dry_run_shows_and_writes_nothing(scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = scenario.read_bytes()
    assert main(["msel", str(changed_list(tmp_path)), "--into", str(scenario), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "-    title: Oxygen for forty hours\n+    title: No air\n" in out
    assert scenario.read_bytes() == before


def test_into_a_new_place(scenario: Path, tmp_path: Path) -> None:
    before = scenario.read_bytes()
    listed = str(changed_list(tmp_path))
    assert main(["msel", listed, "--into", str(scenario), "--to", str(tmp_path / "new.yaml")]) == 0
    assert b"No air" in (tmp_path / "new.yaml").read_bytes()
    assert scenario.read_bytes() == before
    assert main(["msel", listed, "--into", str(scenario), "--to", str(tmp_path / "new.yaml")]) == WRONG_USE


def test_a_scenario_of_several_files_goes_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("id;title\nr1-sinking;Lost\n", encoding="utf-8")
    assert main(["msel", str(listed), "--into", "hesk-strait", "--to", str(tmp_path / "new.yaml")]) == WRONG_USE
    assert main(["msel", str(listed), "--into", "hesk-strait", "--to", str(tmp_path / "new")]) == 0
    assert main(["check", str(tmp_path / "new" / "hesk-strait.yaml")]) == 0
    assert "title: Lost" in (tmp_path / "new" / "hesk-strait" / "injects-opening.yaml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_what_comes_with_the_game_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (shipped_folder() / "first-watch.yaml").read_bytes()
    assert main(["msel", str(changed_list(tmp_path)), "--into", "first-watch"]) == WRONG_USE
    assert "comes with the game" in capsys.readouterr().err
    assert (shipped_folder() / "first-watch.yaml").read_bytes() == before


def test_mistakes_write_nothing(scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("id,title,to\noxygen,No air,DUNN\n", encoding="utf-8")
    before = scenario.read_bytes()
    assert main(["msel", str(listed), "--into", str(scenario)]) == 1
    err = capsys.readouterr().err
    assert "list.csv, cell C2: There is no state `DUNN`." in err
    assert "1 mistake; nothing is written" in err
    assert scenario.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["list.csv"],
        ["first-watch", "--into", "first-watch"],
        ["first-watch", "--to", "list.ods"],
        ["no-such-scenario"],
    ],
)
def test_wrong_use_is_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["msel", *words]) == WRONG_USE
    assert capsys.readouterr().err.count("\n") == 1
