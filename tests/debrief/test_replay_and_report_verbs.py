"""`report` and `replay` as people call them, and what a replay shows to whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.debrief.replay import replay
from crisis_game.exercise.headers import header
from crisis_game.exercise.save import create
from crisis_game.exercise.session import Session
from crisis_game.exercise.verify import export, read_log
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.library import gather
from tests.assessment.games import TINY, game, scenario
from tests.outcome import crash


def played(path: Path, roster: dict[str, str], seat: str) -> Path:
    files = gather(TINY)
    with create(path, header(scenario("tiny"), files, seat), dict(files.contents)) as save:
        Session.start(scenario("tiny"), roster, save, 4)
    return path


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played(tmp_path_factory.mktemp("saves") / "over.crisis", {"AAA": "hawk", "BBB": "legalist"}, "AAA")


@pytest.fixture(scope="module")
def unfinished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return played(tmp_path_factory.mktemp("saves") / "open.crisis", {"AAA": "person"}, "AAA")


Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize("form", ["md", "html", "json", "csv"])
def test_a_report_in_each_form_the_same_each_time(finished: Path, form: str, capsys: Out) -> None:
    assert main(["report", str(finished), "--format", form]) == 0
    first = capsys.readouterr().out
    assert main(["report", str(finished), "--format", form]) == 0
    assert capsys.readouterr().out == first
    start = {"md": "# After-action report", "html": "<!DOCTYPE html>", "json": "{", "csv": "seat,name,holder"}
    assert first.startswith(start[form])


def test_an_exported_log_gives_the_same_report(finished: Path, tmp_path: Path, capsys: Out) -> None:
    exported = tmp_path / "over.jsonl"
    exported.write_text("\n".join(export(read_log(finished))), encoding="utf-8")
    assert main(["report", str(finished)]) == main(["report", str(exported)]) == 0
    out = capsys.readouterr().out
    assert out[: len(out) // 2] == out[len(out) // 2 :]


def test_no_report_before_the_end(unfinished: Path, capsys: Out) -> None:
    assert main(["report", str(unfinished)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "not over" in output.err


def test_no_report_of_a_log_that_was_altered(finished: Path, tmp_path: Path, capsys: Out) -> None:
    lines = list(export(read_log(finished)))
    entry = json.loads(lines[-1])
    entry["events"][0]["to"] = ["AAA"]
    altered = tmp_path / "altered.jsonl"
    altered.write_text("\n".join([*lines[:-1], json.dumps(entry)]), encoding="utf-8")
    for verb in ("report", "replay"):
        assert main([verb, str(altered)]) == 1
        output = capsys.readouterr()
        assert output.out == ""
        assert "not sound" in output.err


@pytest.mark.parametrize("verb", ["report", "replay"])
def test_what_cannot_be_read_is_said_in_one_sentence(verb: str, tmp_path: Path, capsys: Out) -> None:
    foreign = tmp_path / "foreign.crisis"
    foreign.write_bytes(b"\x00\xff not a save")
    for path in (foreign, tmp_path / "missing.crisis"):
        code, output = main([verb, str(path)]), capsys.readouterr()
        assert not crash(code, output.err)
        assert code == 2
        assert output.out == ""
        assert len(output.err.strip().splitlines()) == 1


def test_a_replay_has_a_block_for_each_entry(finished: Path, capsys: Out) -> None:
    count = len(read_log(finished).entries)
    assert main(["replay", str(finished), "--format", "json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["n"] for line in lines] == list(range(1, count + 1))
    assert all(set(line) == {"n", "round", "beat", "seat", "by", "command", "events"} for line in lines)
    assert main(["replay", str(finished)]) == 0
    assert "SITUATION" in capsys.readouterr().out


def test_before_the_end_a_replay_shows_a_seat_what_it_saw_and_no_more(unfinished: Path, capsys: Out) -> None:
    assert main(["replay", str(unfinished), "--format", "json"]) == 0
    shown = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    kinds = {event["kind"] for line in shown for event in line["events"]}
    assert kinds
    assert not kinds & {"started", "world-drawn", "order-sealed", "conduct-opened"}
    assert {line["seat"] for line in shown if line["command"]} <= {"AAA"}


def test_replay_by_reader() -> None:
    over = game("first-watch", 3, "hawk")
    seat, other = over.scenario.members[:2]
    early = over.log[: len(over.log) // 2]
    for block in replay(early, seat):
        entry = over.log[block.n - 1]
        seen = [event for event in entry.events if event.to is None or seat in event.to]
        assert [event.kind for event in block.events] == [event.kind for event in seen]
        assert (block.command is not None) == (entry.submission.seat == seat)
    hidden = [event for entry in early for event in entry.events if event.to == (other,)]
    assert hidden
    assert [block.n for block in replay(early, FACILITATOR)] == [entry.n for entry in early if entry.events]
    assert sum(len(block.events) for block in replay(over.log, seat)) == len(over.events)
