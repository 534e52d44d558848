"""A standard output that is closed (`>&-`): every verb ends quietly, with the exit code that it would have had."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crisis_game.cli import VERBS, main
from crisis_game.exercise.saves_folder import new_path
from tests.cli.warm import Warm
from tests.exercise.playing import TINY, new_game, play

QUESTION = '{"id": 1, "rule": {"kind": "count", "needed": 1}, "votes": {"AAA": "yes"}, "members": ["AAA"]}\n'
OLD_TINY = str(Path(__file__).parent.parent / "data" / "format-1" / "tiny.yaml")
WORDS: dict[str, tuple[str, ...]] = {
    "play": ("first-watch",),
    "vote": (),
    "host": ("first-watch", "--port", "70000"),
    "join": ("http://127.0.0.1:1", "--plain", "--code", "X", "--name", "Ann"),
    "scenarios": (),
    "saves": (),
    "cases": (),
    "check": (TINY,),
    "explain": ("E101",),
    "convert": (OLD_TINY, "--to", "converted"),
    "new": ("harbour",),
    "watch": (TINY,),
    "schema": (),
    "graph": (TINY,),
    "msel": (TINY,),
    "print": (TINY,),
    "rehearse": (TINY, "--games", "1", "--format", "json"),
    "reach": (TINY, "--games", "1", "--seconds", "1"),
    "judge": ("acts.yaml",),
    "tally": ("question.jsonl",),
    "power": ("question.jsonl",),
    "charters": (),
    "verify": ("tiny-1",),
    "export": ("tiny-1",),
    "replay": ("tiny-1",),
    "report": ("tiny-1",),
    "class": ("saves",),
}
CALL = """
import os, sys
from crisis_game.cli import main
if sys.argv[1] == "closed":
    assert sys.stdout is None
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to work in, with a finished save and files for the verbs that read some."""
    folder = tmp_path_factory.mktemp("home")
    session = new_game(new_path("tiny", folder / "saves"))
    play(session, 400)
    assert session.save is not None
    session.save.close()
    (folder / "question.jsonl").write_text(QUESTION, encoding="utf-8")
    (folder / "acts.yaml").write_text("[{id: a, facts: {use_of_force: none}}]\n", encoding="utf-8")
    return folder


def called(home: Path, words: list[str], *, closed: bool) -> tuple[int, str]:
    """Exit code and standard error of one call; its output goes nowhere, or is closed."""
    done = subprocess.run(
        [sys.executable, "-c", CALL, "closed" if closed else "open", *words],
        cwd=home,
        env={**os.environ, "CRISIS_GAME_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.DEVNULL,
        stdout=None if closed else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        preexec_fn=(lambda: os.close(1)) if closed else None,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize("verb", [*VERBS, "--help", "--version", ""])
def test_a_closed_output_ends_quietly(verb: str, home: Path, warm: Warm) -> None:
    words = [verb, *WORDS.get(verb, ())] if verb else []
    call = warm.call(home, words, closed=True)
    assert call.code in (0, 1, 2), call.err
    assert "mistake in the program" not in call.err
    assert "Traceback" not in call.err
    if call.code == 0:
        assert "Error" not in call.err


def test_a_program_that_starts_without_output_ends_as_one_that_is_forked(home: Path, warm: Warm) -> None:
    call = warm.call(home, ["scenarios"], closed=True)
    assert called(home, ["scenarios"], closed=True) == (call.code, call.err)


def test_every_verb_is_tried() -> None:
    assert WORDS.keys() == VERBS.keys()


@pytest.mark.parametrize("verb", ["judge", "tally", "power", "verify", "export", "scenarios"])
def test_those_calls_are_answered_where_somebody_reads(
    verb: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("CRISIS_GAME_HOME", str(home))
    assert main([verb, *WORDS[verb]]) == 0
    assert capsys.readouterr().out


def test_what_is_opened_afterwards_does_not_take_the_place_of_a_closed_output(home: Path) -> None:
    """A save that got the number 1 would be written into by the next sentence."""
    for words in (["saves", "--rename", "tiny-1", "x"], ["saves", "--rename", "tiny-1", ""]):
        assert called(home, words, closed=True) == (0, "")
    assert called(home, ["verify", "tiny-1"], closed=False) == (0, "")
