"""Pass the tests from a checkout with nothing but Python.

python check.py            # all of them, on all cores
python check.py fast       # the rooms without screens, in about a minute
python check.py tests/law  # what follows goes to pytest
"""

import os
import sys

from play import HERE, hand_over, prepare

WORKERS = (os.cpu_count() or 1) + 1
"""Tests at a time: one more than there are cores, as those of the screens wait for a fifth of their time."""
ALL_CORES = ["-n", str(WORKERS), "--dist", "worksteal"]
SLOW = ("benchmarks", "casebook", "conformance_engine", "docs", "fuzz", "hostile", "pages", "plain", "tui", "workshop")
"""Folders of tests that play whole games, open screens or start programs."""

if __name__ == "__main__":
    prepare("dev")
    os.chdir(HERE)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each worker and each program compiles all of the game anew
    words = sys.argv[1:]
    if words == ["fast"]:
        words = [*ALL_CORES, "tests", *(f"--ignore=tests/{folder}" for folder in SLOW)]
    sys.exit(hand_over(["pytest", *(words or ALL_CORES)]))
