"""`python -m crisis_game.tui [LANGUAGE]`: the title screen on whatever Textual is told to draw on, such as a browser.

A terminal is not asked for here, unlike by the command line: `crisis-game serve` starts this for every page.
"""

from __future__ import annotations

import sys

from crisis_game.exercise.error_report import admit
from crisis_game.tui import run


def main(words: list[str]) -> int:
    """Open the title; the exit code."""
    try:
        return run(words[0] if words else None)
    except Exception as mistake:
        return admit(mistake)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
