"""Files without end, and far too large ones: one sentence, and an exit code, from every verb that reads a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crisis_game.cli import json_lines, main
from crisis_game.documents import LIMITS
from tests.cli.warm import Warm

READING = (
    ["judge", "FILE"],
    ["tally", "FILE"],
    ["power", "FILE"],
    ["check", "FILE"],
    ["verify", "FILE"],
    ["export", "FILE"],
    ["replay", "FILE"],
    ["report", "FILE"],
    ["saves", "--rescue", "FILE"],
    ["charters", "FILE"],
    ["msel", "FILE", "--into", "x.yaml"],
    ["print", "FILE"],
    ["graph", "FILE"],
    ["rehearse", "FILE"],
    ["play", "FILE", "--plain"],
)
MEMORY = 1 << 30


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_file_without_end_gets_a_sentence(words: list[str], tmp_path: Path, warm: Warm) -> None:
    call = warm.call(tmp_path, [word.replace("FILE", "/dev/zero") for word in words], memory=MEMORY)
    assert call.code in (1, 2), call.err
    output = call.out + call.err
    assert len(output.splitlines()) == 1, output
    assert "mistake in the program" not in output


@pytest.mark.parametrize("ending", [".yaml", ".json", ".yml"])
@pytest.mark.parametrize("verb", ["judge", "power", "check"])
def test_a_file_that_is_too_large_gets_a_sentence(
    verb: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"large{ending}"
    path.write_bytes(b"# " + b"x" * LIMITS.size)
    assert main([verb, str(path)]) in (1, 2)
    output = capsys.readouterr()
    assert len((output.out + output.err).splitlines()) == 1
    assert str(LIMITS.size) in output.out + output.err or "longer than" in output.out


@pytest.mark.parametrize("verb", ["tally", "power"])
def test_a_line_without_end_is_told_and_what_came_before_is_answered(
    verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 1000)
    question = {"id": 1, "rule": {"kind": "count", "needed": 1}, "votes": {"A": "yes"}, "members": ["A"]}
    path = tmp_path / "questions.jsonl"
    path.write_text(f"{json.dumps(question)}\n{'x' * 15_000}\n{json.dumps(question)}\n{'y' * 20_000}", encoding="utf-8")
    assert main([verb, str(path)]) == 1
    first, long, third, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], third["id"]) == (1, 1)
    assert long == {"id": None, "error": "Line 2 is longer than 1000 bytes."}
    assert last == {"id": None, "error": "Line 4 does not end within 16000 bytes; what follows is not read."}
