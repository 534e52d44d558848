"""One host at a lesson: whoever comes second gets one sentence, and one that was killed leaves nothing locked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from crisis_game.exercise.lesson_file import FILE
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.save_file import fault_words

LOCK = "lesson.lock"
"""The file by which hosts turn each other away; nothing stands in it."""


def hold(folder: Path) -> sqlite3.Connection:
    """Take a lesson's folder for this host alone, as long as what comes back is open.

    The lock is that of SQLite, as it is for saves: it works on every system, and the system ends it with the process.

    Raises:
        SaveError: if there is no lesson in it, another host has it, or it cannot be written.
    """
    if not (folder / FILE).exists():
        raise SaveError(f"{folder}: there is no lesson in it.")
    try:
        connection = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None, check_same_thread=False)
    except sqlite3.Error as fault:
        raise SaveError(f"{folder}: {fault_words(fault)}") from fault
    try:
        connection.execute("PRAGMA journal_mode=MEMORY")  # or a second file would lie beside it
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as fault:
        connection.close()
        raise SaveError(f"{folder}: {fault_words(fault)}") from fault
    return connection
