"""`crisis-game convert`: what is written, what is kept, and what is refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.cli import WRONG_USE, main
from crisis_game.scenario.library import shipped_folder

DATA = Path(__file__).parent.parent / "data"
OLD, NEW = DATA / "format-1" / "first-watch.yaml", DATA / "converted-first-watch.yaml"


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_bytes(OLD.read_bytes())
    return path


def test_the_new_file_stands_in_the_place_of_the_old_which_is_kept(
    scenario: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["convert", str(scenario)]) == 0

    assert scenario.read_bytes() == NEW.read_bytes()
    assert (scenario.parent / "mine.format-1.yaml").read_bytes() == OLD.read_bytes()
    told = capsys.readouterr().out.splitlines()
    assert "`adversary` is the actor KOR now, a bargainer that presses grip." in told
    assert f"{scenario} is written; what it was is kept as {scenario.parent / 'mine.format-1.yaml'}." in told
    assert told[-1] == f"crisis-game check {scenario} finds no problem."


def test_a_second_time_there_is_nothing_to_do(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["convert", str(scenario)])
    capsys.readouterr()

    assert main(["convert", str(scenario)]) == WRONG_USE
    assert capsys.readouterr() == ("", f"crisis-game: {scenario} is of format 2 already; there is nothing to convert\n")


def test_a_kept_file_is_never_overwritten(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = scenario.parent / "mine.format-1.yaml"
    kept.write_text("mine\n", encoding="utf-8")

    assert main(["convert", str(scenario)]) == WRONG_USE
    assert capsys.readouterr().err.startswith(f"crisis-game: {kept} exists already")
    assert (kept.read_text(encoding="utf-8"), scenario.read_bytes()) == ("mine\n", OLD.read_bytes())


def test_into_a_folder_and_never_over_what_lies_there(
    scenario: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "new" / "deep"
    assert main(["convert", str(scenario), "--to", str(folder)]) == 0
    assert [path.name for path in folder.iterdir()] == ["mine.yaml"]
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.yaml"]
    assert scenario.read_bytes() == OLD.read_bytes()

    capsys.readouterr()
    assert main(["convert", str(scenario), "--to", str(folder)]) == WRONG_USE
    assert "exists already" in capsys.readouterr().err


def test_what_it_includes_is_converted_with_it(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = scenario.read_text(encoding="utf-8")
    start, end = text.index("incidents:\n"), text.index("measures:\n")
    (scenario.parent / "parts").mkdir()
    part = scenario.parent / "parts" / "incidents.yaml"
    part.write_text(text[start:end], encoding="utf-8")
    scenario.write_text(f"{text[:start]}include: [parts/incidents.yaml]\n{text[end:]}", encoding="utf-8")

    assert main(["convert", str(scenario)]) == 0
    assert "moves: {harm: 2}" in part.read_text(encoding="utf-8")
    assert (part.parent / "incidents.format-1.yaml").read_text(encoding="utf-8") == text[start:end]


def test_a_catalogue_of_ones_own_is_converted_first(scenario: Path) -> None:
    stock = (shipped_folder() / "measures.yaml").read_text(encoding="utf-8")
    block = stock.index("  cyber-countermeasure:")
    old = stock[block:].replace("pressure: 18", "base: 18", 1).replace("moves: {escalation: 6}", "heat: 6", 1)
    catalogue = scenario.parent / "measures.yaml"
    catalogue.write_text(stock[:block] + old, encoding="utf-8")

    assert main(["convert", str(scenario)]) == 0
    assert "    pressure: 18\n    moves: {escalation: 6}\n    ramp: 1\n" in catalogue.read_text(encoding="utf-8")
    assert (scenario.parent / "measures.format-1.yaml").read_text(encoding="utf-8") == stock[:block] + old


def test_other_verbs_name_this_one(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(scenario)]) == 1
    assert "E209 This file is of format 1, which `crisis-game convert` brings over" in capsys.readouterr().err


def test_what_is_left_is_counted(scenario: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scenario.write_text(scenario.read_text(encoding="utf-8") + "strange: true\n", encoding="utf-8")

    assert main(["convert", str(scenario)]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[-2:] == ["1 error is left.", f"crisis-game check {scenario} tells what is left."]


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("format: 1\nstates: [\n", 1, "mine.yaml:"),
        ("format: 1\norgans: []\n", 1, "is no scenario"),
        ("- a\n- b\n", 1, "is no scenario"),
        ("", 1, "mine.yaml:1: "),
        ("states: {}\n", 1, "has no line `format: 1`"),
        ('{"format": 1, "states": {}}\n', 1, "stands in braces"),
        ("format: 1\nstates: {}\ninclude: [gone.yaml]\n", 1, "gone.yaml"),
        ("format: 2\nstates: {}\n", 2, "of format 2 already"),
    ],
)
def test_other_files_get_one_sentence_and_stay(
    text: str, code: int, told: str, scenario: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scenario.write_text(text, encoding="utf-8")

    assert main(["convert", str(scenario)]) == code
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert told in err
    assert [path.name for path in scenario.parent.iterdir()] == ["mine.yaml"]


def test_what_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(tmp_path / "none.yaml")]) == WRONG_USE
    assert main(["convert", str(tmp_path)]) == WRONG_USE
    assert [line.endswith(".") for line in capsys.readouterr().err.splitlines()] == [True, True]
