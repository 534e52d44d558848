"""A save: one SQLite file with header, all files of the scenario, and the entries in a hash chain.

Acknowledged means durable (WAL, synchronous=FULL). A file is checked before the first write, and one that is torn,
foreign, newer or altered is never written to.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crisis_game.engine.commands import Submission
from crisis_game.engine.event import Event
from crisis_game.exercise.chain import canonical, first_head, next_head
from crisis_game.exercise.entry import Entry, command_bytes, events_bytes, read_events, read_submission

APPLICATION_ID = 0x43525347
"""`CRSG`: tells our files from other SQLite files."""

FORMAT = 1
MOST_BYTES = 512 << 20

TABLES = (
    "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE files (path TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entries (n INTEGER PRIMARY KEY, command BLOB NOT NULL, events BLOB NOT NULL, head BLOB NOT NULL, "
    "at REAL NOT NULL)",
)
"""The whole schema; a file with anything else in it (a trigger, a view) is foreign."""


PUT = "INSERT OR REPLACE INTO header VALUES (?, ?)"
OUTSIDE = ("name", "standing")
"""Rows of the header that may change, and lie outside the chain."""


class SaveError(Exception):
    """A save cannot be used; the message is one sentence for people."""


class Save:
    """An open save. Use `create` or `open_save`; close it, or use it as a context."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        header = _header(connection, path)
        self.outside = {key: header.pop(key) for key in OUTSIDE if key in header}
        self.header = header
        self.files: dict[str, bytes] = dict(connection.execute("SELECT path, data FROM files ORDER BY path"))
        row = connection.execute("SELECT n, head FROM entries ORDER BY n DESC LIMIT 1").fetchone()
        self.count: int = row[0] if row else 0
        self.head: bytes = row[1] if row else first_head(self.header, self.files)

    def append(self, group: Sequence[tuple[Submission, tuple[Event, ...]]], standing: Mapping[str, Any]) -> None:
        """Keep some submissions with their events, all or none; they are on disk when this returns.

        Args:
            group: what was accepted, in order.
            standing: where the exercise stands after it, for lists: round, beat, finished.

        Raises:
            SaveError: if the disk is full or the file cannot be written.
        """
        rows, head, count = [], self.head, self.count
        for submission, events in group:
            command, happened = command_bytes(submission), events_bytes(events)
            head, count = next_head(head, command, happened), count + 1
            rows.append((count, command, happened, head, time.time()))
        try:
            with self._connection:
                self._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", rows)
                self._connection.execute(PUT, ("standing", canonical(standing).decode()))
        except sqlite3.Error as fault:
            raise SaveError(f"{self.path}: the last step could not be saved ({_plain(fault)}).") from fault
        self.head, self.count = head, count

    def entries(self) -> Iterator[Entry]:
        """All entries in order.

        Raises:
            SaveError: for an entry that is not ours.
        """
        rows = self._connection.execute("SELECT n, command, events, head, at FROM entries ORDER BY n")
        for n, command, events, head, at in rows:
            try:
                yield Entry(n, read_submission(command), read_events(events), head, at)
            except (ValueError, TypeError) as fault:
                raise SaveError(f"{self.path}: entry {n} cannot be read: {fault}.") from fault

    def raw(self) -> Iterator[tuple[int, bytes, bytes, bytes, float]]:
        """All entries as they are stored."""
        yield from self._connection.execute("SELECT n, command, events, head, at FROM entries ORDER BY n")

    def set_name(self, name: str) -> None:
        """Give the save another name for lists; the name lies outside the chain."""
        with self._connection:
            self._connection.execute(PUT, ("name", json.dumps(name)))

    def close(self) -> None:
        """Close, and leave one file."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA journal_mode=DELETE")
        self._connection.close()

    def __enter__(self) -> Save:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def create(path: Path, header: Mapping[str, Any], files: Mapping[str, bytes]) -> Save:
    """A new save.

    Raises:
        SaveError: if the file is there already or cannot be written.
    """
    if path.exists():
        raise SaveError(f"{path}: there is a file of this name already; choose another.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = _connect(path)
        with connection:
            for statement in TABLES:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={FORMAT}")
            connection.executemany(
                "INSERT INTO header VALUES (?, ?)", [(key, canonical(value).decode()) for key, value in header.items()]
            )
            connection.executemany("INSERT INTO files VALUES (?, ?)", sorted(files.items()))
    except (OSError, sqlite3.Error) as fault:
        raise SaveError(f"{path}: a save cannot be made here ({_plain(fault)}).") from fault
    return Save(path, connection)


def open_save(path: Path, *, writing: bool = True) -> Save:
    """An existing save, checked before anything is written.

    Args:
        path: the file.
        writing: whether to go on playing; False opens it to be read, and changes nothing.

    Raises:
        SaveError: if it is missing, torn, foreign, newer, altered in form, or open elsewhere.
    """
    _check_file(path)
    try:
        reader = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
        try:
            _check_form(reader, path)
            if not writing:
                return Save(path, reader)
        except BaseException:
            reader.close()
            raise
        reader.close()
        return Save(path, _connect(path))
    except sqlite3.Error as fault:
        raise SaveError(f"{path}: {_open_fault(fault)}") from fault


def _connect(path: Path) -> sqlite3.Connection:
    """A connection that owns the file: a second one is turned away."""
    connection = sqlite3.connect(path, timeout=0.2, check_same_thread=False)
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("BEGIN IMMEDIATE")
    connection.commit()
    return connection


def _check_file(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(100)
        size = path.stat().st_size
    except OSError as fault:
        raise SaveError(f"{path}: cannot be read ({fault.strerror or fault}).") from fault
    if start[:16] != b"SQLite format 3\0":
        raise SaveError(f"{path}: this is not a save of crisis-game.")
    if size > MOST_BYTES:
        raise SaveError(f"{path}: too large for a save.")


def _check_form(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise SaveError(f"{path}: this is not a save of crisis-game.")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != FORMAT:
        raise SaveError(f"{path}: it was made by another version of crisis-game (format {version}, here {FORMAT}).")
    schema = [row[0] for row in connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")]
    if sorted(schema) != sorted(TABLES):
        raise SaveError(f"{path}: its tables are not those of a save; it was altered and is left as it is.")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise SaveError(f"{path}: it is damaged and is left as it is.")


def _header(connection: sqlite3.Connection, path: Path) -> dict[str, Any]:
    try:
        return {key: json.loads(value) for key, value in connection.execute("SELECT key, value FROM header")}
    except (ValueError, TypeError, RecursionError) as fault:
        raise SaveError(f"{path}: its header cannot be read; it was altered and is left as it is.") from fault


def _open_fault(fault: sqlite3.Error) -> str:
    if "locked" in str(fault) or "busy" in str(fault):
        return "it is open in another window; close that one first."
    return f"it is damaged and is left as it is ({_plain(fault)})."


def _plain(fault: Exception) -> str:
    return str(fault.strerror if isinstance(fault, OSError) and fault.strerror else fault)
