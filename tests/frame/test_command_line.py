"""The frame around all verbs: overview, wrong use, exit codes, pipes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from crisis_game import __version__
from crisis_game.cli import VERBS, main

ANSWER = [sys.executable, "-m", "crisis_game"]


class FakeVerb:
    """A verb whose work a test decides."""

    def __init__(self, work: Any) -> None:
        self.work = work

    def register(self, subparsers: Any) -> None:
        parser = subparsers.add_parser("tally")
        parser.add_argument("file", nargs="?")
        parser.set_defaults(run=self.work)


@pytest.fixture
def verb(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Put a fake in the place of `tally`."""

    def put(work: Any) -> None:
        monkeypatch.setitem(sys.modules, "crisis_game.cli.tally", FakeVerb(work))

    return put


def complaint(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("crisis-game: ")
    assert err.count("\n") == 1
    return err


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_of_the_overview_is_there_and_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"usage: crisis-game {name}")


def test_overview_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    overview = capsys.readouterr().out
    assert all(f"  {name} " in overview for name in VERBS)
    assert max(map(len, overview.splitlines())) <= 80


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"crisis-game {__version__}\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["taly"], "did you mean tally?"),
        (["zzz"], "there is no verb zzz"),
        (["--loud"], "there is no option --loud"),
        (["--lang"], "--lang needs the code of a language"),
        (["tally", "--loud"], "unrecognized arguments: --loud"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(
    words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    assert sentence in complaint(capsys)


@pytest.mark.parametrize(
    "words",
    [["--plain", "play", "first-watch"], ["play", "--plain", "first-watch"], ["play", "first-watch", "--plain"]],
)
def test_plain_may_stand_anywhere(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(words) == 0
    assert "it is saved" in capsys.readouterr().out


def test_plain_before_a_verb_that_has_no_lines_is_refused_as_after_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--plain", "scenarios"]) == 2
    assert "--plain" in complaint(capsys)


def test_without_a_terminal_the_title_screen_says_what_to_do_instead(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "--plain" in complaint(capsys)


def test_with_a_terminal_no_verb_opens_the_title_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str | None] = []

    def run(language: str | None) -> int:
        opened.append(language)
        return 0

    terminal = SimpleNamespace(isatty=lambda: True, flush=lambda: None)
    monkeypatch.setitem(sys.modules, "crisis_game.tui", SimpleNamespace(run=run))
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(sys, "stdout", terminal)
    assert main(["--lang", "fr"]) == 0
    assert opened == ["fr"]


@pytest.mark.parametrize(
    "words", [["--lang", "de", "tally", "x"], ["tally", "--lang", "de", "x"], ["tally", "x", "--lang=de"]]
)
def test_language_may_stand_anywhere(words: list[str], verb: Any) -> None:
    verb(lambda arguments: 1 if (arguments.lang, arguments.file) == ("de", "x") else 0)
    assert main(words) == 1


def test_language_is_none_where_none_is_given(verb: Any) -> None:
    verb(lambda arguments: 0 if arguments.lang is None else 1)
    assert main(["tally"]) == 0


def raising(fault: BaseException) -> Any:
    def work(_: Namespace) -> int:
        raise fault

    return work


def test_unreadable_file_is_exit_code_2(verb: Any, capsys: pytest.CaptureFixture[str]) -> None:
    verb(raising(FileNotFoundError(2, "No such file or directory", "votes.jsonl")))
    assert main(["tally"]) == 2
    assert complaint(capsys) == "crisis-game: votes.jsonl: No such file or directory\n"


def test_interruption_needs_no_words(verb: Any, capsys: pytest.CaptureFixture[str]) -> None:
    verb(raising(KeyboardInterrupt()))
    assert main(["tally"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_mistake_of_ours_is_admitted_without_a_traceback(
    verb: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    verb(raising(ZeroDivisionError("by zero")))
    assert main(["tally"]) == 70
    log = tmp_path / "saves" / "mistakes.log"
    assert complaint(capsys) == (
        "crisis-game: a mistake in the program, not in what you did: ZeroDivisionError; "
        f"what was saved is safe; details are in {log} (please report it)\n"
    )
    kept = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    assert "by zero" not in kept


def test_developers_get_the_traceback(verb: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    verb(raising(ZeroDivisionError("by zero")))
    monkeypatch.setattr("crisis_game.exercise.error_report.sys", SimpleNamespace(flags=SimpleNamespace(dev_mode=True)))
    with pytest.raises(ZeroDivisionError):
        main(["tally"])


def test_a_reader_that_leaves_early_is_no_error() -> None:
    process = subprocess.Popen([*ANSWER, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) == 0


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_output_is_utf_8_whatever_the_code_page(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([*ANSWER, "Łódź→"], capture_output=True, env=environment, check=False, timeout=30)
    assert "Łódź→" in done.stderr.decode("utf-8")
