"""`python -m crisis_game` is the same as `crisis-game`."""

from __future__ import annotations

import sys

from crisis_game.cli import main

if __name__ == "__main__":
    sys.exit(main())
