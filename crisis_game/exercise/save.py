"""A save: header, all files of the scenario, and the entries in a hash chain.

Acknowledged means durable: `append` returns when the entries are on disk (WAL, synchronous=FULL). A file is found sound
before it is opened to be written, and one that is torn, foreign, newer, altered or of other rules never is.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from crisis_game.engine.act import Submission
from crisis_game.engine.event import Event
from crisis_game.exercise.chain import Raw, broken_at, canonical, first_head, from_canonical, next_head
from crisis_game.exercise.entry import command_bytes, events_bytes
from crisis_game.exercise.packed_columns import Unpacking, packed
from crisis_game.exercise.rules import require_own_rules
from crisis_game.exercise.save_file import (
    FORMAT,
    DamagedSaveError,
    SaveError,
    fault_words,
    faults_told,
    format_of,
    open_to_read,
    open_to_write,
    write_new,
)
from crisis_game.scenario.library import ScenarioFiles

__all__ = ["Save", "SaveError", "create", "open_save"]

ALL = "SELECT n, command, events, head, at FROM entries ORDER BY n"
LAST = f"{ALL} DESC LIMIT 1"
PUT = "INSERT OR REPLACE INTO header VALUES (?, ?)"
OUTSIDE = ("name", "standing", "clock", "people", "notes", "pace", "lesson-time")
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

    def __init__(self, path: Path, connection: sqlite3.Connection, *, writing: bool = False) -> None:
        self.path = path
        self._writing = writing
        self._read_from(connection)

    def _read_from(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        header, self.files = contents(connection, self.path)
        self.outside = {key: header.pop(key) for key in OUTSIDE if key in header}
        self.header = header
        nothing: Raw = (0, b"", b"", first_head(self.header, self.files), 0.0)
        self.count, _, _, self.head, self.saved_at = next(rows(connection, LAST, self.path), nothing)

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
            SaveError: if the disk is full, the file cannot be written, or no file can hold what was written; then
                nothing is kept.
        """
        now, head = time.time(), self.head
        kept = []
        try:
            for n, (submission, events) in enumerate(group, self.count + 1):
                command, happened = command_bytes(submission), events_bytes(events)
                head = next_head(head, command, happened)
                kept.append((n, packed(command), packed(happened), head, now))
            where = packed(canonical(standing))
        except ValueError as fault:
            raise SaveError(f"{self.path}: the last step could not be saved: no file can hold a sign in it.") from fault
        try:
            with self._connection:
                self._connection.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", kept)
                self._connection.execute(PUT, ("standing", where))
        except sqlite3.Error as fault:
            raise SaveError(f"{self.path}: the last step could not be saved: {fault_words(fault)}") from fault
        self.count, self.head, self.saved_at = self.count + len(kept), head, now

    def raw(self) -> Iterator[Raw]:
        """All entries as they are stored.

        Raises:
            DamagedSaveError: for a row that is not of the form of an entry.
        """
        return rows(self._connection, ALL, self.path)

    def check_chain(self) -> None:
        """Find out whether the chain holds.

        Raises:
            DamagedSaveError: if it does not.
        """
        place = broken_at(first_head(self.header, self.files), self.raw())
        if place:
            raise DamagedSaveError(
                f"{self.path}: the chain is broken at entry {place}; it was altered and is left as it is."
            )

    def own(self) -> None:
        """Open the file to be written as well, now that whoever asks has found it sound; alone from here on.

        Raises:
            SaveError: if it cannot be written, is open elsewhere, or changed since it was read.
        """
        if self._writing:
            return
        require_own_rules(self.path, self.header)
        format_ = format_of(self._connection)
        if format_ != FORMAT:
            raise SaveError(f"{self.path}: a save of format {format_} is read, but not written to.")
        read = (self.header, self.head)
        self._connection.close()
        with faults_told(self.path):
            connection = open_to_write(self.path)
            self._writing = True
            self._read_from(connection)
        if (self.header, self.head) != read:
            raise SaveError(f"{self.path}: another window has just changed it; open it again.")

    def note(self, key: str, value: Any) -> None:
        """Note a value outside the chain, under one of the names of `OUTSIDE`.

        Raises:
            SaveError: if the file cannot be written, or cannot hold the value.
        """
        try:
            row = packed(canonical(value))
        except ValueError as fault:
            raise SaveError(f"{self.path}: no file can hold a sign in what was to be noted.") from fault
        with faults_told(self.path), self._connection:
            self._connection.execute(PUT, (key, row))
        self.outside[key] = value

    def set_name(self, name: str) -> None:
        """Give the save another name for lists: printable characters, at most 60; the name lies outside the chain.

        Raises:
            SaveError: if the file cannot be written.
        """
        self.note("name", "".join(character for character in name if character.isprintable()).strip()[:LONGEST_NAME])

    def write_anew(self) -> None:
        """Write the whole file anew, so that nothing stays in it of what was noted before and taken out.

        Raises:
            SaveError: if it cannot be written.
        """
        with faults_told(self.path):
            self._connection.execute("VACUUM")

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
    head = {key: packed(canonical(value)) for key, value in header.items()}
    write_new(path, head, {name: packed(data) for name, data in files.items()})
    with faults_told(path):
        return _opened(path, open_to_write(path), writing=True)


def open_save(path: Path, *, writing: bool = True) -> Save:
    """An existing save, checked before anything is written.

    Args:
        path: the file.
        writing: whether to write to it; then the chain is checked too. False opens it to be read, and leaves the file
            and its folder as they are.

    Raises:
        SaveError: if it is missing, torn, foreign, newer, altered, or open elsewhere; to be written, also if it is of
            other rules.
    """
    save = _opened(path, open_to_read(path))
    if not writing:
        return save
    try:
        save.check_chain()
        save.own()
    except BaseException:
        save.close()
        raise
    return save


def files_of(path: Path, header: Mapping[str, Any], files: Mapping[str, bytes]) -> ScenarioFiles:
    """The scenario that a header names, from files that travel with it.

    Raises:
        SaveError: if its main file is not among them.
    """
    main = header.get("main")
    if not isinstance(main, str) or main not in files:
        raise SaveError(f"{path}: the scenario that it names is not in it.")
    return ScenarioFiles(main, dict(files))


def _opened(path: Path, connection: sqlite3.Connection, *, writing: bool = False) -> Save:
    try:
        with faults_told(path):
            return Save(path, connection, writing=writing)
    except BaseException:
        connection.close()
        raise


def contents(connection: sqlite3.Connection, path: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The header of a save with what lies outside the chain, and the files of its scenario.

    Raises:
        DamagedSaveError: if they are not in the form in which we write them.
    """
    unpacking = Unpacking(format_of(connection))
    header_rows = connection.execute("SELECT key, value FROM header").fetchall()
    try:
        header = {_name(key): from_canonical(unpacking(value)) for key, value in header_rows}
    except ValueError as fault:
        raise DamagedSaveError(f"{path}: its header cannot be read; it was altered and is left as it is.") from fault
    file_rows = connection.execute("SELECT path, data FROM files ORDER BY path").fetchall()
    try:
        return header, {_name(name): unpacking(data) for name, data in file_rows}
    except ValueError as fault:
        raise DamagedSaveError(f"{path}: its scenario cannot be read; it was altered and is left as it is.") from fault


def rows(connection: sqlite3.Connection, question: str, path: Path) -> Iterator[Raw]:
    """Entries as they are stored, unpacked.

    Raises:
        DamagedSaveError: at the first that is not in the form in which we write it.
    """
    unpacking = Unpacking(format_of(connection))
    with faults_told(path):
        for n, command, events, head, at in connection.execute(question):
            try:
                raw = (n, unpacking(command), unpacking(events), head, at)
            except ValueError as fault:
                raise _damaged_entry(path, n) from fault
            if tuple(map(type, raw)) != (int, bytes, bytes, bytes, float):
                raise _damaged_entry(path, n)
            yield raw


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a name is a text")
    return value


def _damaged_entry(path: Path, n: object) -> DamagedSaveError:
    return DamagedSaveError(f"{path}: entry {n} is not in the form in which we write it; it is damaged or was altered.")
