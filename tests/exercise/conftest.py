"""Tests of the session and its saves."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.exercise.playing import close_games

collect_ignore = [] if os.name == "posix" else ["test_unwritable.py"]
"""What stands on the rights and limits of POSIX is tried where they are."""


@pytest.fixture(autouse=True)
def _games_are_closed() -> Iterator[None]:
    """What a test leaves open of its games is closed when it ends."""
    yield
    close_games()
