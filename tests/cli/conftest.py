"""Tests of the command line."""

from __future__ import annotations

import os

collect_ignore = [] if os.name == "posix" else ["test_closed_output.py", "test_endless_files.py"]
"""Streams that are closed before a program begins, and files without end, are tried where they are."""
