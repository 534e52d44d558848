"""The last door: a mistake in the program ends in one sentence, and its details in a file beside the saves.

Neither holds a word of the game: only the kinds of the exceptions and the lines of the program that they passed. What
an exception says may quote a brief that the person at the terminal must not read.
"""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from crisis_game import __version__

EXIT_CODE = 70
"""`EX_SOFTWARE` of sysexits.h."""

LOG = "mistakes.log"
MOST_BYTES = 1_000_000
"""Of the log; one that has grown longer is begun anew."""
MOST_LINES = 40
"""Of the program, told of one exception: those nearest to where it was raised."""


def admit(mistake: BaseException) -> int:
    """Say on standard error that an exception came which nobody foresaw, and keep where.

    Returns:
        The exit code.

    Raises:
        BaseException: the mistake itself for who develops (`python -X dev`).
    """
    if sys.flags.dev_mode:
        raise mistake
    sys.stderr.write(f"crisis-game: {sentence(mistake)}\n")
    return EXIT_CODE


def sentence(mistake: BaseException) -> str:
    """What the player is told, after the details were written to the log."""
    log = _keep(details(mistake))
    where = f"details are in {log}" if log else "python -X dev -m crisis_game shows where"
    return (
        f"a mistake in the program, not in what you did: {type(mistake).__name__}; "
        f"what was saved is safe; {where} (please report it)"
    )


def details(mistake: BaseException) -> str:
    """The kinds of an exception and of those behind it, and the lines that each passed; no values, no messages."""
    parts = [f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} crisis-game {__version__}, Python {platform.python_version()}\n"]
    behind: BaseException | None = mistake
    while behind is not None and len(parts) < MOST_LINES:
        parts.append(f"{type(behind).__module__}.{type(behind).__qualname__}\n")
        parts += traceback.format_tb(behind.__traceback__, -MOST_LINES)
        behind = behind.__cause__ or behind.__context__
    return "".join(parts)


def _keep(words: str) -> Path | None:
    """Where the details were written; None where that cannot be, for whatever reason: nothing may fail in here."""
    try:
        from crisis_game.exercise.saves_folder import folder

        path = folder() / LOG
        path.parent.mkdir(parents=True, exist_ok=True)
        grown = path.is_file() and path.stat().st_size > MOST_BYTES
        with path.open("w" if grown else "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{words}\n")
    except Exception:
        return None
    return path
