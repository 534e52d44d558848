"""Playing at a session in tests: people's moves drawn from what they are offered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from crisis_game.engine.act import Act
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.exercise.chain import first_head, next_head
from crisis_game.exercise.packed_columns import Unpacking, packed
from crisis_game.exercise.save import open_save
from crisis_game.exercise.save_file import FORMAT
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, go_on, read
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.scenario.ids import SeatId

TINY = str(Path(__file__).parents[1] / "data" / "tiny.yaml")

_OPENED: list[Session] = []
"""The games of this test, which keep their saves open until it ends; `close_games` is called after each test."""


def new_game(path: Path, *persons: SeatId, seed: int = 7, scenario: str = TINY) -> Session:
    """A game of the tiny scenario, or of another, kept at `path`; seats that are not named are held by policies."""
    loaded, files = read(scenario)
    _OPENED.append(begin(loaded, files, dict.fromkeys(persons or ("AAA",), PERSON), seed, path))
    return _OPENED[-1]


def resumed(path: Path) -> Session:
    """A game that goes on from its save."""
    _OPENED.append(go_on(path))
    return _OPENED[-1]


def close_games() -> None:
    """Close the saves of all games that `new_game` and `resumed` opened."""
    while _OPENED:
        save = _OPENED.pop().save
        assert save is not None
        save.close()


def wishes(session: Session, stream: Stream) -> tuple[SeatId, Act]:
    """What one of the people who are waited for does next; ready in one draw of four, so that beats end."""
    seat = session.waiting()[0]
    offers = legal(session.seen(seat))
    if stream.below(4) == 0 or not offers:
        return seat, SetReady()
    return seat, stream.pick(offers).draw(stream)


def play(session: Session, moves: int, seed: int = 1) -> list[tuple[SeatId, Act]]:
    """Some moves of people, or as many as there are until play is over. What they did."""
    stream = Stream(seed, "people")
    done: list[tuple[SeatId, Act]] = []
    while len(done) < moves and not session.finished:
        seat, command = wishes(session, stream)
        assert isinstance(session.submit(seat, command), Receipt), command
        done.append((seat, command))
    return done


@contextmanager
def altering(path: Path) -> Iterator[sqlite3.Connection]:
    """A save under the hands of somebody who changes it, and leaves one file without a trace.

    Besides what SQL knows they have `packed` and `unpacked`, since the columns are packed.
    """
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.create_function(
            "packed", 1, lambda value: packed(value.encode() if isinstance(value, str) else value)
        )
        connection.create_function("unpacked", 1, lambda blob: Unpacking(FORMAT)(blob))
        yield connection
        connection.commit()


def stored(path: Path, n: int) -> tuple[bytes, bytes]:
    """Command and events of an entry as a save holds them."""
    with open_save(path, writing=False) as save:
        return next((command, events) for number, command, events, _, _ in save.raw() if number == n)


def store(path: Path, n: int, command: bytes, events: bytes) -> None:
    """Put others in their place."""
    with altering(path) as connection:
        connection.execute(
            "UPDATE entries SET command = packed(?), events = packed(?) WHERE n = ?", (command, events, n)
        )


def forge_chain(path: Path) -> None:
    """Compute all heads of an altered save anew, as a forger would."""
    with open_save(path, writing=False) as save:
        head, rows = first_head(save.header, save.files), list(save.raw())
    with altering(path) as connection:
        for n, command, events, _, _ in rows:
            head = next_head(head, command, events)
            connection.execute("UPDATE entries SET head = ? WHERE n = ?", (head, n))


def as_it_lies(folder: Path) -> dict[str, bytes]:
    """All files of a folder with their bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
