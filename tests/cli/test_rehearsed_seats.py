"""`rehearse --seat` and `--each`: the lines of the games, and one sentence for what cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crisis_game.cli import main

REHEARSE = ("rehearse", "first-watch", "--games", "3", "--jobs", "1", "--decisions", "0", "--quiet")
POLICIES = "random, hawk, dove, legalist, free-rider, statesman, absent, alone, alone:MEASURE"
MEASURES = "demand-note, cyber-defence-team, recall-envoys, cyber-countermeasure"


def lines(words: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in words.splitlines()]


def test_each_game_is_a_line_in_place_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*REHEARSE, "--seat", "ALD=absent", "--each", "-"]) == 0
    games = lines(capsys.readouterr().out)
    assert len(games) == 3
    shipped = {"BRE": "statesman", "CAS": "legalist", "DUN": "hawk"}
    assert all(game["seats"] == {"ALD": "absent", **shipped} for game in games)


def test_the_lines_go_to_a_file_beside_the_report(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    games = tmp_path / "games.jsonl"
    assert main([*REHEARSE, "--each", str(games), "--seed", "5"]) == 0
    assert json.loads(capsys.readouterr().out)["games"] == 3
    assert main([*REHEARSE, "--each", "-", "--seed", "5", "--to", str(tmp_path / "report.json")]) == 0
    assert games.read_text(encoding="utf-8") == capsys.readouterr().out
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["games"] == 3


@pytest.mark.parametrize(
    ("words", "seats"),
    [
        ((), None),
        (("--policy", "mixed", "--seat", "ALD=dove"), None),
        (("--policy", "dove", "--seat", "ALD=alone:protest"), ["alone:protest", "dove", "dove", "dove"]),
        (("--policy", "shipped"), ["statesman", "statesman", "legalist", "hawk"]),
        (("--seat", "ALD=dove", "--seat", "DUN=absent"), ["dove", "statesman", "legalist", "absent"]),
    ],
)
def test_the_other_seats_are_held_as_it_is_asked(
    words: tuple[str, ...], seats: list[str] | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*REHEARSE, *words, "--each", "-"]) == 0
    held = [list(game["seats"].values()) for game in lines(capsys.readouterr().out)]
    if seats is None:
        assert len({tuple(council) for council in held}) == 3, "drawn anew in each game"
    else:
        assert held == [seats] * 3


def test_a_report_tells_of_policies_beside_the_six(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*REHEARSE, "--seat", "ALD=absent"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert list(report["scores"]) == list(report["readings"]) == ["hawk", "legalist", "statesman", "absent"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--seat", "ALD"), "--seat ALD: it takes a member's id and a policy, such as ALD=absent"),
        (("--seat", "=dove"), "--seat =dove: it takes a member's id and a policy, such as ALD=absent"),
        (("--seat", "KOR=dove"), "--seat KOR=dove: first-watch has no member KOR; its members are ALD, BRE, CAS, DUN"),
        (("--seat", "BRA=dove"), "--seat BRA=dove: first-watch has no member BRA; did you mean BRE?"),
        (("--seat", "ALD=dov"), "--seat ALD=dov: there is no policy dov; did you mean dove?"),
        (("--seat", "ALD=x"), f"--seat ALD=x: there is no policy x; choose one of {POLICIES}"),
        (("--seat", "ALD=alone:x"), f"--seat ALD=alone:x: there is no measure x; the scenario plays {MEASURES}"),
        (("--seat", "ALD=alone:"),
         f"--seat ALD=alone:: no measure stands behind the colon; the scenario plays {MEASURES}"),
        (("--seat", "ALD=alone:protst"), "--seat ALD=alone:protst: there is no measure protst; did you mean protest?"),
        (("--seat", "ALD=dove", "--seat", "ALD=hawk"),
         "--seat ALD=hawk: the seat is in the hands of dove already; name each seat once"),
        (("--policy", "shiped"), "there is no policy shiped; did you mean shipped?"),
        (("--each", "/nowhere/at/all"), "/nowhere/at/all: No such file or directory"),
    ],
)  # fmt: skip
def test_what_cannot_be_gets_one_sentence(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*REHEARSE, *words]) == 2
    out, error = capsys.readouterr()
    assert (out, error) == ("", f"crisis-game: {sentence}\n")
