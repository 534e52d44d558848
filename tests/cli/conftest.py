"""Tests of the command line."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.cli.warm import Warm

collect_ignore = [] if os.name == "posix" else ["test_closed_output.py", "test_endless_files.py", "test_host_verb.py"]
"""Streams that are closed before a program begins, files without end and signals are tried where they are."""


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """A process of which each call is forked."""
    process = Warm()
    yield process
    process.close()
