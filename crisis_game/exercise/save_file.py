"""The file of a save: made whole at once, checked before the first write, read without leaving a trace.

One SQLite file in WAL mode. Whoever plays owns it alone, with its `-wal` beside it; `close` leaves one file. So a
`-wal` means that a game is open elsewhere, or that its process was killed; a `-journal` is never ours.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

APPLICATION_ID = 0x43525347
"""`CRSG`: tells our files from other SQLite files."""

FORMAT = 2
"""Of new saves, whose columns are packed (`packing`); saves of format 1 are read, and never written to."""

MOST_BYTES = 128 << 20
"""A game of 500 entries takes 1 MB."""

_HEADER = "CREATE TABLE header (key TEXT PRIMARY KEY, value {} NOT NULL) WITHOUT ROWID"
_OTHERS = (
    "CREATE TABLE files (path TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE entries (n INTEGER PRIMARY KEY, command BLOB NOT NULL, events BLOB NOT NULL, head BLOB NOT NULL, "
    "at REAL NOT NULL)",
)
TABLES = {1: (_HEADER.format("TEXT"), *_OTHERS), 2: (_HEADER.format("BLOB"), *_OTHERS)}
"""The whole schema by format; a file with anything else in it (a trigger, a view) is foreign."""

MAGIC = b"SQLite format 3\0"
LOG_PAGES = 100
"""Pages of SQLite's log before it is written over: that is quicker than to let it grow."""

DAMAGED = "it is damaged and is left as it is"

PATIENCE = 0.2
"""Seconds to wait for another who looks at the file."""


class SaveError(Exception):
    """A save cannot be used; the message is one sentence for people."""


class DamagedSaveError(SaveError):
    """A save or an exported log does not hold what was written into it: it was damaged, or altered."""

    def __init__(self, words: str) -> None:
        super().__init__(
            f"{words.removesuffix('.')}; `crisis-game saves --rescue SAVE` keeps what still holds of it in a new save."
        )


def write_new(path: Path, header: Mapping[str, bytes], files: Mapping[str, bytes]) -> None:
    """A new save without entries, on disk as a whole; header and files come packed.

    Raises:
        SaveError: if there is a file of this name, or the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        data = _empty_save(header, files)
    except (OSError, sqlite3.Error) as fault:
        raise SaveError(f"{path}: a save cannot be made here ({_plain(fault)}).") from fault
    try:
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError as fault:
        raise SaveError(f"{path}: there is a file of this name already; choose another.") from fault
    except OSError as fault:
        path.unlink(missing_ok=True)
        raise SaveError(f"{path}: a save cannot be made here ({_plain(fault)}).") from fault


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that owns the save: a second one is turned away. The save must have been checked."""
    connection = sqlite3.connect(f"{_uri(path)}?mode=rw", uri=True, timeout=PATIENCE, check_same_thread=False)
    try:
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
        connection.execute("BEGIN IMMEDIATE")
        connection.commit()
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: Path, *, damaged: bool = False) -> sqlite3.Connection:
    """A connection that reads a save and touches nothing, neither in the file nor beside it.

    Args:
        path: of the save.
        damaged: read also what is damaged, as far as it goes; whoever asks for that checks all that comes.

    Raises:
        SaveError: if it is missing, torn, foreign, newer, or open elsewhere.
    """
    try:
        _check_file(path)
        connection = _copy(path) if beside(path, "-wal").exists() else _as_it_lies(path)
        try:
            connection.execute("PRAGMA trusted_schema=OFF")
            if damaged:
                connection.execute("PRAGMA writable_schema=ON")  # or SQLite reads nothing of a file that was cut
            _check_form(connection, path)
            if not damaged and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise DamagedSaveError(f"{path}: {DAMAGED}.")
        except BaseException:
            connection.close()
            raise
    except sqlite3.Error as fault:
        raise error_of(path, fault) from fault
    except OSError as fault:
        raise SaveError(f"{path}: cannot be read ({_plain(fault)}).") from fault
    return connection


def begins_as_save(path: Path) -> bool:
    """Whether a file begins as a save does.

    Raises:
        SaveError: if it is not there, cannot be read, or is a save that somebody plays now.
    """
    if _is_open(path):  # asked first: to open and close a file of our own by hand would give up its lock
        raise SaveError(f"{path}: it is open in another window; close that one first.")
    if not path.is_file():
        raise SaveError(f"{path}: there is no such file.")
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except OSError as fault:
        raise SaveError(f"{path}: cannot be read ({_plain(fault)}).") from fault


def beside(path: Path, ending: str) -> Path:
    """A file that SQLite keeps beside a save: `-wal`, `-shm` or `-journal`."""
    return path.with_name(path.name + ending)


def fault_words(fault: sqlite3.Error) -> str:
    """What a fault of SQLite means to a player, in one sentence after the name of the file."""
    if _is(fault, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "it is open in another window; close that one first."
    may_not_lock = getattr(fault, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_LOCK
    if may_not_lock or _is(fault, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return "it cannot be written where it lies; copy it to a folder of your own."
    if _is(fault, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return f"the disk is full or does not answer ({fault})."
    return f"{DAMAGED} ({fault})."


def error_of(path: Path, fault: sqlite3.Error) -> SaveError:
    """What to raise for a fault of SQLite."""
    words = fault_words(fault)
    return (DamagedSaveError if words.startswith(DAMAGED) else SaveError)(f"{path}: {words}")


@contextmanager
def faults_told(path: Path) -> Iterator[None]:
    """Turn faults of SQLite into sentences.

    Raises:
        SaveError: for each of them.
    """
    try:
        yield
    except sqlite3.Error as fault:
        raise error_of(path, fault) from fault


def _is_open(path: Path) -> bool:
    """Whether somebody plays this save now, in this process or another."""
    if not beside(path, "-wal").exists():
        return False
    with closing(sqlite3.connect(f"{_uri(path)}?mode=ro", uri=True, timeout=PATIENCE)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")  # without it a file would be made beside the save
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        except sqlite3.Error as fault:
            return _is(fault, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return False


def _empty_save(header: Mapping[str, bytes], files: Mapping[str, bytes]) -> bytes:
    """The bytes of a save without entries, made apart so that no half of one ever lies among the saves."""
    with TemporaryDirectory(prefix="crisis-game-") as folder:
        path = Path(folder) / "new"
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA journal_mode=WAL")
            for statement in TABLES[FORMAT]:
                connection.execute(statement)
            connection.executemany("INSERT INTO header VALUES (?, ?)", sorted(header.items()))
            connection.executemany("INSERT INTO files VALUES (?, ?)", sorted(files.items()))
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={FORMAT}")
            connection.commit()
        return path.read_bytes()


def _as_it_lies(path: Path) -> sqlite3.Connection:
    """The file alone: nobody has it open, and SQLite need make nothing beside it."""
    return sqlite3.connect(f"{_uri(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _copy(path: Path) -> sqlite3.Connection:
    """What a killed process left, put together in memory: reading it where it lies would leave files beside it."""
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    with TemporaryDirectory(prefix="crisis-game-") as folder:
        shutil.copyfile(path, Path(folder) / "copy")
        with suppress(FileNotFoundError):  # its owner has closed it meanwhile
            shutil.copyfile(beside(path, "-wal"), Path(folder) / "copy-wal")
        with closing(sqlite3.connect(Path(folder) / "copy")) as copy:
            copy.backup(memory)
    return memory


def _check_file(path: Path) -> None:
    if not begins_as_save(path):
        raise SaveError(f"{path}: this is not a save of crisis-game.")
    if sum(file.stat().st_size for file in (path, beside(path, "-wal")) if file.exists()) > MOST_BYTES:
        raise SaveError(f"{path}: too large for a save.")
    if beside(path, "-journal").exists():
        raise SaveError(f"{path}: another program was changing it; it is left as it is.")


def _check_form(connection: sqlite3.Connection, path: Path) -> None:
    if _number(connection, "application_id") != APPLICATION_ID:
        raise SaveError(f"{path}: this is not a save of crisis-game.")
    version = format_of(connection)
    if version not in TABLES:
        raise SaveError(f"{path}: it was made by another version of crisis-game (format {version}, here {FORMAT}).")
    schema = [row[0] for row in connection.execute("SELECT sql FROM sqlite_schema")]
    if sorted(map(str, schema)) != sorted(TABLES[version]):
        raise SaveError(f"{path}: its tables are not those of a save; it was altered and is left as it is.")


def format_of(connection: sqlite3.Connection) -> int:
    """The format of a save that is open."""
    return _number(connection, "user_version")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _uri(path: Path) -> str:
    """The path as SQLite wants it: with three slashes, or four for a share of Windows."""
    name = path.resolve().as_posix()
    return "file://" + ("" if name.startswith("/") else "/") + quote(os.fsencode(name))


def _is(fault: sqlite3.Error, *codes: int) -> bool:
    """Whether a fault is of one of these kinds; the extended code has the kind in its lowest byte."""
    return getattr(fault, "sqlite_errorcode", -1) & 0xFF in codes


def _plain(fault: Exception) -> str:
    return str(fault.strerror if isinstance(fault, OSError) and fault.strerror else fault)
