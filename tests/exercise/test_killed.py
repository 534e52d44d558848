"""A process killed at some moments loses nothing acknowledged; `killing` does the same at as many as one likes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exercise.killing import LONGEST, check_after_kill, kill_one

TIMES = 12


@pytest.mark.parametrize("number", range(TIMES))
def test_a_killed_game_loses_nothing_acknowledged(number: int, tmp_path: Path) -> None:
    check_after_kill(tmp_path, kill_one(tmp_path, LONGEST * number / TIMES))
