"""Tests of the command line."""

from __future__ import annotations

import os

collect_ignore = [] if os.name == "posix" else ["test_closed_output.py", "test_endless_files.py", "test_host_verb.py"]
"""Streams that are closed before a program begins, files without end and signals are tried where they are."""
