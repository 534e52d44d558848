"""A game of the first edition, as that edition left it: `tests/data/edition-1.jsonl` is its export of a whole game."""

from __future__ import annotations

import base64
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from crisis_game.exercise.chain import canonical

EXPORT = Path(__file__).parents[1] / "data" / "edition-1.jsonl"
"""55 entries of the tiny scenario, seat AAA, written by version 0.1.0; there was no `rules` in a header."""

TABLES = (
    "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE files (path TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entries (n INTEGER PRIMARY KEY, command BLOB NOT NULL, events BLOB NOT NULL, head BLOB NOT NULL, "
    "at REAL NOT NULL)",
)
STANDING = {"title": "The cable", "states": "Arran", "round": 2, "beat": "close", "finished": True}


def first_edition(path: Path, entries: int | None = None) -> Path:
    """That game as a save of the first edition, plain columns and all; or its first entries, as of a game that runs."""
    first, *lines = map(json.loads, EXPORT.read_text(encoding="utf-8").splitlines())
    header = {**first["header"], "name": "Old game", "standing": {**STANDING, "finished": entries is None}}
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        for table in TABLES:
            connection.execute(table)
        connection.executemany(
            "INSERT INTO header VALUES (?, ?)", [(key, canonical(value).decode()) for key, value in header.items()]
        )
        connection.executemany(
            "INSERT INTO files VALUES (?, ?)", [(name, base64.b64decode(one)) for name, one in first["files"].items()]
        )
        connection.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?)",
            [
                (one["n"], canonical(one["command"]), canonical(one["events"]), bytes.fromhex(one["head"]), 1.7e9)
                for one in lines[:entries]
            ],
        )
        connection.execute("PRAGMA application_id=1129468743")
        connection.execute("PRAGMA user_version=1")
        connection.commit()
    return path
