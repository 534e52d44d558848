"""`python -m crisis_game.tui [LANGUAGE]`: the title screen on whatever Textual is told to draw on, such as a browser.

A terminal is not asked for here, unlike by the command line: `crisis-game serve` starts this for every page.
"""

from __future__ import annotations

import sys

from crisis_game.tui import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1] if len(sys.argv) > 1 else None))
