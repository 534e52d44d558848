"""`crisis-game charters`: what it lists, compares and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crisis_game.cli import WRONG_USE, main

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
    assert {"un", "watch-pact"} <= {one["id"] for one in json.loads(capsys.readouterr().out)}


def test_side_by_side_in_eighty_columns(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["charters", "compare", "un#security-council", str(own), "--chances", "50,30,20"]) == 0
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 80
    assert "CHN, FRA, GBR, RUS, USA 0.1669 0.1963" in " ".join(out.split())
    assert "Carry: 3 minimal coalitions, such as AAA, BBB." in out


def test_json_and_blocs(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocs = tmp_path / "blocs.yaml"
    blocs.write_text("blocs:\n  - members: [AAA, BBB]\n    chances: {yes: 60, no: 40, abstain: 0}\n", encoding="utf-8")
    assert main(["charters", "compare", str(own), "--blocs", str(blocs), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["profiles"] == ["random", "alike", "blocs"]
    only = found["competences"][0]["charters"][0]
    assert only["deadlock"]["blocs"]["share"] == pytest.approx(0.4)
    assert only["winning"] == {
        "number": 3,
        "smallest": 2,
        "examples": [["AAA", "BBB"]],
    }


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
