"""`crisis-game judge` and `crisis-game cases`, as outside programs use them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crisis_game.cli import main
from crisis_game.law.casebook import case, ids
from crisis_game.law.order import SPEAKERS

FINDING = {"id", "rule", "question", "verdict", "layer", "severity", "because", "facts", "sources", "status"}


def written(folder: Path, entries: Any) -> str:
    path = folder / "acts.json"
    path.write_text(json.dumps(entries), encoding="utf-8")
    return str(path)


def test_it_answers_in_the_form_that_is_promised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    acts = [case(id_) for id_ in ids()]
    entries = [{"id": act.id, "title": "x", "facts": dict(act.facts), "record": dict(act.record)} for act in acts]
    assert main(["judge", written(tmp_path, entries)]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert [answer["id"] for answer in answers] == list(ids())
    for answer in answers:
        assert answer["legality"] in ("lawful", "unlawful", "contested", "insufficient-facts")
        assert answer["legitimacy"] in ("high", "mixed", "low")
        assert set(answer["questions"]) == set(SPEAKERS)
        for finding in answer["findings"]:
            assert set(finding) >= FINDING
            assert finding["id"] == f"{answer['id']}/{finding['rule']}"
            assert "{" not in finding["because"]
            assert ("views" in finding) or finding["verdict"] != "contested"
            assert isinstance(finding["would_change"], list)


def test_a_faulty_entry_means_no_verdict_on_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, [{"id": "a", "facts": {"use_of_force": "none"}}, {"id": "b", "facts": {"force": 1}}])
    assert main(["judge", file]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{file}:1:")
    assert "E603" in err


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["judge", str(tmp_path / "none.yaml")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_casebook_is_listed_and_an_act_shown_beside_the_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(ids())
    assert main(["cases", "stuxnet-2010"]) == 0
    shown = capsys.readouterr().out
    assert "Where they part" in shown
    assert "on record" in shown
    assert main(["cases", "stuxnet-2010", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["judged"]["legality"] == "contested"


def test_an_act_that_is_not_there_gets_the_nearest_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", "stuxnet"]) == 2
    assert "stuxnet-2010" in capsys.readouterr().err


def test_agreement_is_published_with_its_losses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cases", "--agreement"]) == 0
    shown = capsys.readouterr().out
    assert "semi-verdicts withheld" in shown
    assert "contested -> unlawful" in shown
