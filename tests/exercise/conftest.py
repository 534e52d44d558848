"""Tests of the session and its saves."""

from __future__ import annotations

import os

collect_ignore = [] if os.name == "posix" else ["test_unwritable.py"]
"""What stands on the rights and limits of POSIX is tried where they are."""
