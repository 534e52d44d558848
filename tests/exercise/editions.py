"""Games of other editions: of the first, as that edition left it, and of a later one that has the events of ours.

`tests/data/edition-1.jsonl` is the export of a whole game. Its events hold sentences, which this edition does not read.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any

from crisis_game import RULES
from crisis_game.exercise.chain import canonical, first_head, next_head
from crisis_game.exercise.verify import Log, export, read_log
from tests.exercise.playing import new_game, play

EXPORT = Path(__file__).parents[1] / "data" / "edition-1.jsonl"
"""55 entries of the tiny scenario, seat AAA, written by version 0.1.0; there was no `rules` in a header."""

TABLES = (
    "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE files (path TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entries (n INTEGER PRIMARY KEY, command BLOB NOT NULL, events BLOB NOT NULL, head BLOB NOT NULL, "
    "at REAL NOT NULL)",
)
STANDING = {"title": "The cable", "states": "Arran", "round": 2, "beat": "close", "finished": True}


def export_anew(path: Path, log: Log, header: Mapping[str, Any], events: Mapping[int, list[dict[str, object]]]) -> None:
    """A log under another header and with other events in some entries, its chain made anew as a forger would."""
    head = first_head(header, log.files)
    lines = [canonical({**json.loads(next(iter(export(log)))), "header": header})]
    for n, command, happened, _, _ in log.entries:
        new = canonical(events[n]) if n in events else happened
        head = next_head(head, command, new)
        lines.append(canonical({"n": n, "command": json.loads(command), "events": json.loads(new), "head": head.hex()}))
    path.write_bytes(b"\n".join(lines))


def later_edition(path: Path, events: Mapping[int, list[dict[str, object]]] = MappingProxyType({})) -> Path:
    """A whole game of a later edition as an export, with other events in some entries where a test asks for them."""
    session = new_game(path.with_suffix(".crisis"))
    play(session, 400)
    assert session.save is not None
    session.save.close()
    log = read_log(path.with_suffix(".crisis"))
    export_anew(path, log, {**log.header, "rules": RULES + 1, "version": "7.3"}, events)
    return path


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
            "INSERT INTO files VALUES (?, ?)",
            [(name, base64.b64decode(content)) for name, content in first["files"].items()],
        )
        connection.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?)",
            [
                (line["n"], canonical(line["command"]), canonical(line["events"]), bytes.fromhex(line["head"]), 1.7e9)
                for line in lines[:entries]
            ],
        )
        connection.execute("PRAGMA application_id=1129468743")
        connection.execute("PRAGMA user_version=1")
        connection.commit()
    return path
