"""Tests of the line mode."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.exercise.playing import close_games


@pytest.fixture(autouse=True)
def _games_are_closed() -> Iterator[None]:
    """What a test leaves open of its games is closed when it ends."""
    yield
    close_games()
