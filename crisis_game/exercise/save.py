"""A save: header, all files of the scenario, and the entries in a hash chain.

Acknowledged means durable: `append` returns when the entries are on disk (WAL, synchronous=FULL). A file is checked
before the first write, and one that is torn, foreign, newer or altered is never written to.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crisis_game.engine.act import Submission
from crisis_game.engine.event import Event
from crisis_game.exercise.chain import Raw, broken_at, canonical, first_head, next_head
from crisis_game.exercise.entry import command_bytes, events_bytes
from crisis_game.exercise.save_file import SaveError, faults_told, open_to_read, open_to_write, told, write_new
from crisis_game.scenario.library import ScenarioFiles

__all__ = ["Save", "SaveError", "create", "open_save"]

ALL = "SELECT n, command, events, head, at FROM entries ORDER BY n"
LAST = f"{ALL} DESC LIMIT 1"
PUT = "INSERT OR REPLACE INTO header VALUES (?, ?)"
OUTSIDE = ("name", "standing", "clock", "people", "notes", "pace")
"""Rows of the header that may change, and lie outside the chain."""

LONGEST_NAME = 60


class Save:
    """An open save. Use `create` or `open_save`; close it, or use it as a context.

    Attributes:
        path: where it lies.
        header: what the exercise is: scenario, its content hash and main file, the seat of who began it.
        outside: name, standing, clock, people, notes and pace, where they were noted; outside the chain.
        files: the scenario's files by path.
        count, head: number of entries, and the chain's head after the last.
        saved_at: seconds since 1970 of the last entry; 0 without one.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        header = _header(connection, path)
        self.outside = {key: header.pop(key) for key in OUTSIDE if key in header}
        self.header = header
        self.files = _files(connection, path)
        nothing: Raw = (0, b"", b"", first_head(self.header, self.files), 0.0)
        self.count, _, _, self.head, self.saved_at = next(_rows(connection.execute(LAST), path), nothing)

    @property
    def scenario_files(self) -> ScenarioFiles:
        """The scenario that travels in the save.

        Raises:
            SaveError: if its main file is not there.
        """
        return files_of(self.path, self.header, self.files)

    def append(self, group: Sequence[tuple[Submission, tuple[Event, ...]]], standing: Mapping[str, Any]) -> None:
        """Keep some submissions with their events, all or none; they are on disk when this returns.

        Args:
            group: what was accepted, in order.
            standing: for lists: what is played, by whom, and where it stands after this (`SaveInfo`).

        Raises:
            SaveError: if the disk is full or the file cannot be written; then nothing is kept.
        """
        now, head = time.time(), self.head
        rows = []
        for n, (submission, events) in enumerate(group, self.count + 1):
            command, happened = command_bytes(submission), events_bytes(events)
            head = next_head(head, command, happened)
            rows.append((n, command, happened, head, now))
        try:
            with self._connection:
                self._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", rows)
                self._connection.execute(PUT, ("standing", canonical(standing).decode()))
        except sqlite3.Error as fault:
            raise SaveError(f"{self.path}: the last step could not be saved: {told(fault)}") from fault
        self.count, self.head, self.saved_at = self.count + len(rows), head, now

    def raw(self) -> Iterator[Raw]:
        """All entries as they are stored.

        Raises:
            SaveError: for a row that is not of the form of an entry.
        """
        return _rows(self._connection.execute(ALL), self.path)

    def note(self, key: str, value: Any) -> None:
        """Note a value outside the chain, under one of the names of `OUTSIDE`.

        Raises:
            SaveError: if the file cannot be written.
        """
        with faults_told(self.path), self._connection:
            self._connection.execute(PUT, (key, canonical(value).decode()))
        self.outside[key] = value

    def set_name(self, name: str) -> None:
        """Give the save another name for lists: printable characters, at most 60; the name lies outside the chain.

        Raises:
            SaveError: if the file cannot be written.
        """
        self.note("name", "".join(one for one in name if one.isprintable()).strip()[:LONGEST_NAME])

    def close(self) -> None:
        """Close, and leave one file."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
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
    write_new(path, {key: canonical(value).decode() for key, value in header.items()}, files)
    with faults_told(path):
        return _opened(path, open_to_write(path))


def open_save(path: Path, *, writing: bool = True) -> Save:
    """An existing save, checked before anything is written.

    Args:
        path: the file.
        writing: whether to go on playing; then the chain is checked too. False opens it to be read, and leaves the file
            and its folder as they are.

    Raises:
        SaveError: if it is missing, torn, foreign, newer, altered, or open elsewhere.
    """
    save = _opened(path, open_to_read(path))
    if not writing:
        return save
    with save, faults_told(path):
        place = broken_at(first_head(save.header, save.files), save.raw())
    if place:
        raise SaveError(f"{path}: the chain is broken at entry {place}; it was altered and is left as it is.")
    with faults_told(path):
        return _opened(path, open_to_write(path))


def files_of(path: Path, header: Mapping[str, Any], files: Mapping[str, bytes]) -> ScenarioFiles:
    """The scenario that a header names, from files that travel with it.

    Raises:
        SaveError: if its main file is not among them.
    """
    main = header.get("main")
    if not isinstance(main, str) or main not in files:
        raise SaveError(f"{path}: the scenario that it names is not in it.")
    return ScenarioFiles(main, dict(files))


def _opened(path: Path, connection: sqlite3.Connection) -> Save:
    try:
        with faults_told(path):
            return Save(path, connection)
    except BaseException:
        connection.close()
        raise


def _header(connection: sqlite3.Connection, path: Path) -> dict[str, Any]:
    try:
        return {str(key): json.loads(value) for key, value in connection.execute("SELECT key, value FROM header")}
    except (ValueError, TypeError, RecursionError) as fault:
        raise SaveError(f"{path}: its header cannot be read; it was altered and is left as it is.") from fault


def _files(connection: sqlite3.Connection, path: Path) -> dict[str, bytes]:
    found = {}
    for name, data in connection.execute("SELECT path, data FROM files ORDER BY path"):
        if not isinstance(name, str) or not isinstance(data, bytes):
            raise SaveError(f"{path}: its scenario cannot be read; it was altered and is left as it is.")
        found[name] = data
    return found


def _rows(rows: sqlite3.Cursor, path: Path) -> Iterator[Raw]:
    for row in rows:
        if tuple(map(type, row)) != (int, bytes, bytes, bytes, float):
            raise SaveError(f"{path}: entry {row[0]} is not in the form in which we write it; the save was altered.")
        yield row
