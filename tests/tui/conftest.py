"""Screens compared as grids of text, not as pictures: small files that a person can read in a review."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.exercise.playing import close_games

FOLDER = Path(__file__).parent / "grids"


@pytest.fixture
def same_grid() -> Callable[[str, str], None]:
    """Compare a screen with the one on file; `UPDATE_GRIDS=1` writes it anew."""

    def compare(name: str, shown: str) -> None:
        path = FOLDER / f"{name}.txt"
        if os.environ.get("UPDATE_GRIDS"):
            FOLDER.mkdir(exist_ok=True)
            path.write_text(shown, encoding="utf-8")
        assert shown == path.read_text(encoding="utf-8"), f"{name} looks otherwise; UPDATE_GRIDS=1 accepts it"

    return compare


@pytest.fixture(autouse=True)
def _own_saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saves of a test lie in its own folder, and its terminal has our signs."""
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(autouse=True)
def _games_are_closed() -> Iterator[None]:
    """What a test leaves open of its games is closed when it ends."""
    yield
    close_games()
