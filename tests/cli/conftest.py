"""Tests of the command line."""

from __future__ import annotations

import os

collect_ignore = [] if os.name == "posix" else ["test_closed_output.py"]
"""A stream can be closed before a program begins where shells can do that."""
