"""Some hundred inputs of all kinds: a game, or an error at its place; the trying notices what it is there for."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.conditions.parser import ConditionError, parse
from tests.fuzz import bases, trying
from tests.fuzz.mutation import KINDS, Made, condition, made, written

NIGHT = Path(__file__).with_name("night.py")
TEXT = "".join(chr(code) for code in range(32, 127)) + "éß\u2028\t\n\x00💥"


def test_some_hundred_inputs() -> None:
    done = subprocess.run([sys.executable, str(NIGHT), "--inputs", "120"], capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "120 inputs tried (30 bytes, 30 condition, 30 lines, 30 tree), 0 wrong" in done.stdout


def test_the_same_number_gives_the_same_input() -> None:
    for number in range(8):
        assert made(number) == made(number)
        assert made(number).kind == KINDS[number % 4]
        assert made(number) != made(number + 4)


def test_some_inputs_can_be_played_and_some_cannot() -> None:
    checked = [trying.meet(made(number), number) for number in range(3, 243, 4)]

    assert {bool(result.errors) for result in checked} == {True, False}


@settings(max_examples=200, deadline=None)
@given(st.text(TEXT, max_size=80) | st.integers(0, 10**6).map(lambda n: condition(Random(n), bases.tree("tiny"))))
def test_a_line_is_a_condition_or_is_refused_as_none(line: str) -> None:
    with suppress(ConditionError):
        assert parse(line) is not None


def _busy() -> None:
    while True:
        pass


def _large() -> None:
    _ = bytearray(trying.MEGABYTES << 20)
    time.sleep(0)


def _wrong() -> None:
    raise ValueError("a traceback")


def _seventy() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crisis_game.pages.problems.problems_page", _wrong_told)
        _MEET(made(0), 0)


def _wrong_told(checked: object, wording: object) -> str:
    raise ValueError("a mistake")


_MEET = trying.meet
FAULTS = [
    (_wrong, "ValueError: a traceback"),
    (_seventy, "CrashError: exit 70"),
    *([(_busy, "SIG"), (_large, "MB")] if trying.CAN_FORK else []),
]


@pytest.mark.parametrize(("fault", "says"), FAULTS, ids=lambda value: getattr(value, "__name__", ""))
def test_what_goes_wrong_is_noticed(fault: object, says: str) -> None:
    """In a process of its own, since one that forks must have a single thread."""
    name = getattr(fault, "__name__", "")
    script = (
        "from tests.fuzz import test_fuzz, trying\n"
        f"trying.meet = lambda made, seed: test_fuzz.{name}()\n"
        "print(trying.tried(0))\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=root, timeout=60)

    assert says in done.stdout, done.stdout + done.stderr


def test_silence_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = trying.check_file(str(bases.ROOT / "tests" / "data" / "tiny.yaml"))
    assert checked.reading is not None
    object.__setattr__(checked.reading, "scenario", None)
    monkeypatch.setattr(trying, "check_file", lambda path: checked)

    with pytest.raises(trying.SilenceError, match="no scenario and no error"):
        trying.meet(Made(written(bases.tree("tiny")), "tiny", "tree"), 0)
