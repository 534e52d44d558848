"""`check`, `schema` and `scenarios` as programs call them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.scenario.reading.schema import schema_text

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "data" / "tiny.yaml"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.yaml"
    path.write_text(TINY.read_text(encoding="utf-8").replace("level: first", "level: frist"), encoding="utf-8")
    return path


def test_a_sound_scenario_answers_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(TINY)]) == 0
    assert capsys.readouterr().out == f"{TINY}: no problems\n"


def test_text_has_place_excerpt_caret_and_fix(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(faulty)]) == 1
    lines = capsys.readouterr().out.splitlines()

    assert lines[0].startswith(f"{faulty}:6:8: error: `frist` ")
    assert lines[1:3] == ["    level: frist", "           ^^^^^"]
    assert lines[3] == "    -> Did you mean `first`? [E204]"
    assert lines[-2:] == [f"{faulty}: 1 error", "crisis-game explain E204 says more of a code, with an example."]


def test_json_is_a_list_of_problems(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(faulty), str(TINY), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)

    message, fix = problem.pop("message"), problem.pop("fix")
    assert (message, fix) == ("`frist` cannot stand under `level`.", "Did you mean `first`?")
    assert problem == {"code": "E204", "severity": "error", "file": str(faulty), "line": 6, "column": 8, "end": 13}


def test_sarif_has_a_rule_and_a_region_for_each_problem(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "sarif", str(faulty)]) == 1
    log = json.loads(capsys.readouterr().out)

    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E204"]
    assert "crisis-game explain E204" in run["tool"]["driver"]["rules"][0]["help"]["text"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (result["ruleId"], result["level"]) == ("E204", "error")
    assert place["region"] == {"startLine": 6, "startColumn": 8, "endColumn": 13}


def test_an_unreadable_file_answers_two_and_the_others_are_still_checked(
    faulty: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "nowhere.yaml", str(faulty), "--format", "json"]) == 2
    out, err = capsys.readouterr()

    assert err == "crisis-game: There is no file nowhere.yaml.\n"
    assert len(json.loads(out)) == 1


def test_a_folder_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert "folder" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["charters/hesk-compact.yaml", "measures.yaml", "first-watch.yaml"])
def test_charters_and_the_catalogue_are_checked_as_what_they_are(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT / "scenarios" / name), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_warnings_alone_answer_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.yaml"
    path.write_text(TINY.read_text(encoding="utf-8").replace("rounds: 2", "rounds: 9"), encoding="utf-8")

    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-2] == f"{path}: 1 warning"


def test_the_shipped_schema_is_the_one_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text()
    assert (ROOT / "scenarios" / "schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_schema_knows_the_keys_of_the_format() -> None:
    schema = json.loads(schema_text())

    assert schema["additionalProperties"] is False
    assert {"format", "states", "injects", "charter"} <= set(schema["properties"])
    assert schema["$defs"]["Inject"]["properties"]["title"]


def test_scenarios_are_listed_for_programs_and_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios", "--format", "json"]) == 0
    listed = {scenario["id"]: scenario for scenario in json.loads(capsys.readouterr().out)}
    assert {"id", "title", "minutes", "seats", "level"} <= set(listed["hesk-strait"])

    assert main(["scenarios"]) == 0
    assert "The Hesk Strait" in capsys.readouterr().out


def test_problems_name_the_file_as_it_was_given(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(faulty.parent)
    for path in (str(faulty), "faulty.yaml", "./faulty.yaml"):
        main(["check", path, "--format", "json"])
        assert [Path(problem["file"]) for problem in json.loads(capsys.readouterr().out)] == [Path(path)]
