"""`crisis-game charters`: what it lists, compares and refuses."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from crisis_game.charter.organs import MATTERS
from crisis_game.cli import WRONG_USE, main

GUIDE = Path(__file__).parents[2] / "docs" / "charter-format.md"
OWN = """\
id: mine
name: Mine
members: [AAA, BBB, CCC]
organs:
  - id: council
    decides:
      - {matter: any, rule: {kind: count, needed: 2}}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(f"format: 1\n{OWN}", encoding="utf-8")
    return path


def test_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["charters"]) == 0
    out = capsys.readouterr().out
    assert "hesk-compact" in out
    assert "193 members, as of 2025; security-council" in out
    assert main(["charters", "list", "--format", "json"]) == 0
    assert {"un", "watch-pact"} <= {charter["id"] for charter in json.loads(capsys.readouterr().out)}


def test_side_by_side_in_eighty_columns(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["charters", "compare", "un#security-council", str(own), "--chances", "50,30,20"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "CHN, FRA, GBR, RUS, USA 0.1669 0.1963" in " ".join(out.split())
    assert "Carry: 3 minimal coalitions, such as AAA, BBB." in out


def test_many_matters_of_one_rule_stay_in_eighty_columns(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.write_text(own.read_text(encoding="utf-8").replace("any", f"[{', '.join(MATTERS)}]"), encoding="utf-8")
    assert main(["charters", "compare", str(own)]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert ", ".join(MATTERS) in " ".join(out.split())


def test_json_and_blocs(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocs = tmp_path / "blocs.yaml"
    blocs.write_text("blocs:\n  - members: [AAA, BBB]\n    chances: {yes: 60, no: 40, abstain: 0}\n", encoding="utf-8")
    assert main(["charters", "compare", str(own), "--blocs", str(blocs), "--format", "json"]) == 0
    comparison = json.loads(capsys.readouterr().out)
    assert comparison["profiles"] == ["random", "alike", "blocs"]
    only = comparison["competences"][0]["charters"][0]
    assert only["deadlock"]["blocs"]["share"] == pytest.approx(0.4)
    assert only["winning"] == {
        "number": 3,
        "smallest": 2,
        "examples": [["AAA", "BBB"]],
    }


COMMANDS = re.findall(r"^crisis-game (charters compare .*)$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_of_the_guide_run_as_it_says(
    command: str, own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own.rename(own.with_name("my-charter.yaml"))
    monkeypatch.chdir(own.parent)
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().err == ""


def test_the_guide_shows_how_to_compare() -> None:
    assert len(COMMANDS) >= 2


def test_a_matter_that_no_organ_lists_is_decided_under_any_and_that_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["charters", "compare", "un#security-council", "hesk-compact", "eu", "--matter", "sanctions"]
    assert main([*words, "--format", "json"]) == 0
    [only] = json.loads(capsys.readouterr().out)["competences"]
    assert only["matters"] == ["sanctions"]
    assert [(charter["organ"], charter["under_any"]) for charter in only["charters"]] == [
        ("security-council", ["sanctions"]),
        ("council", []),
        ("eu-council", ["sanctions"]),
    ]
    assert [charter["needed"][:25] for charter in only["charters"]] == [
        "9 of 15 in favour, and no",
        "4 of 6 in favour",
        "27 of 27 in favour, less ",
    ]
    assert main(words) == 0
    assert capsys.readouterr().out.count("Under `any`, as it lists no rule of its own for this: sanctions.") == 2


@pytest.mark.parametrize(("matter", "also"), [("statement", []), ("sanctions", ["court"])])
def test_organs_that_decide_it_too_are_those_that_decide_this_matter(
    matter: str, also: list[str], own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    court = "  - id: court\n    decides:\n      - {matter: sanctions, rule: {kind: count, needed: 1}}\n"
    own.write_text(own.read_text(encoding="utf-8") + court, encoding="utf-8")
    assert main(["charters", "compare", str(own), "--matter", matter, "--format", "json"]) == 0
    [only] = json.loads(capsys.readouterr().out)["competences"]
    assert only["charters"][0]["also"] == also


@pytest.mark.parametrize(
    ("charter", "matter", "sentence"),
    [
        ("watch-pact", "sanction", "there is no matter sanction; did you mean sanctions?"),
        ("eu", "foreign-polcy", "there is no matter foreign-polcy; did you mean foreign-policy?"),
        ("narrow.yaml", "sanctions", "no organ of these charters decides sanctions"),
    ],
)
def test_a_matter_that_cannot_be_compared_is_told(
    charter: str,
    matter: str,
    sentence: str,
    own: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    narrow = own.read_text(encoding="utf-8").replace("matter: any", "matter: procedure")
    own.with_name("narrow.yaml").write_text(narrow, encoding="utf-8")
    monkeypatch.chdir(own.parent)
    assert main(["charters", "compare", charter, "--matter", matter]) == WRONG_USE
    assert capsys.readouterr().err.splitlines()[-1] == f"crisis-game: {sentence}"


def test_problems_of_an_own_charter_are_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own.write_text(own.read_text(encoding="utf-8").replace("needed: 2", "neded: 2"), encoding="utf-8")
    assert main(["charters", "compare", str(own)]) == 1
    assert "Did you mean `needed`?" in capsys.readouterr().err


def test_faulty_blocs_have_a_place(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocs = tmp_path / "blocs.yaml"
    blocs.write_text("blocs:\n  - members: [AAA, BBX]\n", encoding="utf-8")
    assert main(["charters", "compare", str(own), "--blocs", str(blocs)]) == 1
    assert "blocs.yaml:2:20: `BBX` cannot stand under `members`" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["compare"],
        ["list", "un"],
        ["compare", "unn"],
        ["compare", "un#council"],
        ["compare", "watch-pact", "--matter", "fish"],
        ["compare", "watch-pact", "--chances", "50,30"],
        ["compare", "watch-pact", "--chances", "50,30,30"],
        ["compare", "watch-pact", "--samples", "0"],
    ],
)
def test_wrong_use_is_one_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["charters", *words]) == WRONG_USE
    assert capsys.readouterr().err.count("\n") == 1
