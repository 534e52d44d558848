"""Saving one command durably, against one write and fsync of as many bytes: `python tests/benchmarks/bench_saves.py`.

Both sides run in turn in one run, on the same disk; the median counts. One command is a submission with its events as
it occurs in `hesk-strait`. Aim: at most 2.2 times, for a new save and for one with 10,000 entries.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from crisis_game.exercise.entry import command_bytes, events_bytes
from crisis_game.exercise.headers import header
from crisis_game.exercise.save import Save, create
from crisis_game.exercise.session_opening import read
from crisis_game.players.playout import playout

AIM = 2.2
TIMES = 400
MANY = 10_000
STANDING = {"round": 3, "beat": "table", "finished": False}


def seconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def plain_write(path: Path) -> Callable[[bytes], None]:
    """Append to a file, and wait until the disk has it."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def write(data: bytes) -> None:
        os.write(handle, data)
        os.fsync(handle)

    return write


def compare(save: Save, folder: Path) -> tuple[float, float]:
    """Medians of a plain write and of a save, for the entries of a whole game in turn."""
    scenario, _ = read("hesk-strait")
    moves = list(playout(scenario, 7).moves())
    write = plain_write(folder / "plain")
    pairs = []
    for number in range(TIMES):
        submission, events = moves[number % len(moves)]
        data = command_bytes(submission) + events_bytes(events)
        plain = seconds(partial(write, data))
        pairs.append((plain, seconds(partial(save.append, [(submission, events)], STANDING))))
    plain, durable = (statistics.median(side) for side in zip(*pairs, strict=True))
    return plain, durable


def grown(path: Path, entries: int) -> Save:
    """A save with so many entries."""
    scenario, files = read("hesk-strait")
    save = create(path, header(scenario, files, "ARD"), files.contents)
    moves = list(playout(scenario, 7).moves())
    while save.count < entries:
        save.append(moves[: entries - save.count], STANDING)
    return save


def main() -> int:
    """Print both medians for a new save and a long one; 1 if the aim is missed."""
    worst = 0.0
    with tempfile.TemporaryDirectory(dir=".") as folder:
        for entries in (0, MANY):
            with grown(Path(folder) / f"{entries}.crisis", entries) as save:
                plain, durable = compare(save, Path(folder))
            worst = max(worst, durable / plain)
            sys.stdout.write(
                f"after {entries} entries: write and fsync {plain * 1e6:.0f} us, durable save of one command"
                f" {durable * 1e6:.0f} us, {durable / plain:.2f} times (aim {AIM})\n"
            )
    return int(worst > AIM)


if __name__ == "__main__":
    sys.exit(main())
