"""Keys on the screens, and the first paint of the busiest one: `python tests/benchmarks/bench_screens.py` (POSIX only).

A key: the game runs in a process of its own behind a pseudo-terminal of 120x40, in round 2 of `hesk-strait`. What
counts is the time from the key's byte to the last byte that the screen writes for it. Aim: a median below 35 ms on the
busiest screen; how long the way to each screen takes is told beside it. Each key is pressed in turn in a second
terminal of the same size, where a bare Textual app shows two lists of options and nothing beside: Textual's own share.

A paint: in one process without a terminal, from laying the busiest main screen over another to its last change, and
the same for a screen with nothing but a `DataTable` of forty rows. Aim: at most 1.2 times. The two take turns.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import DataTable

from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.key_table import MAIN

AIM_KEY, AIM_PAINT = 35.0, 1.2
QUIET, LONGEST = 0.15, 5.0
SCREENS = {key.first: page for page, key in MAIN.items() if page != "map"}
KEYS = (b"\x1b[B", b"\x1b[B", b"\x1b[A", b"\t") * 5
TIMES = 9

SEAT = "ARD"


def played() -> Session:
    """A session that has come into its second round."""
    from crisis_game.exercise.session_opening import begin, read

    scenario, files = read("hesk-strait")
    session = begin(scenario, files, {SEAT: "person"}, 7)
    for _ in range(4):
        session.submit(SEAT, SetReady())
    return session


GAME = f"""
import sys
sys.path[:0] = {[str(Path(__file__).parents[2]), str(Path(__file__).parent)]!r}
from crisis_game.tui import run
def opening():
    from bench_screens import played
    return played()
run("en", opening, {SEAT!r})
"""

BARE = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import OptionList
class Bare(App[int]):
    def compose(self):
        with Horizontal():
            yield OptionList(*(f"Option {row}: some words" for row in range(20)))
            yield OptionList(*(f"Option {row}: some words" for row in range(20)))
Bare().run()
"""


class Terminal:
    """A program behind a pseudo-terminal."""

    def __init__(self, program: str) -> None:
        self._end, theirs = pty.openpty()
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(theirs)

    def answer(self, quiet: float = QUIET) -> float:
        """Seconds from now to the last byte before it is quiet for a while; 0 if nothing comes in a second."""
        began = last = time.perf_counter()
        select.select([self._end], [], [], 1.0)
        while select.select([self._end], [], [], quiet)[0] and os.read(self._end, 1 << 16):
            last = time.perf_counter()
            if last - began > LONGEST:
                sys.exit("The screen is never quiet.")
        return last - began

    def await_start(self) -> None:
        """Wait until the first screen stands."""
        select.select([self._end], [], [])
        self.answer(quiet=2.0)

    def press(self, key: bytes) -> float:
        """Seconds from a key to the last byte that it brings."""
        os.write(self._end, key)
        return self.answer()

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._end)


def median_ms(spent: Iterable[float]) -> float:
    """The median of keys that brought something, in milliseconds; 0 if none did."""
    brought = [seconds * 1000 for seconds in spent if seconds]
    return statistics.median(brought) if brought else 0.0


def of_kind(spent: Sequence[float], *, tab: bool) -> list[float]:
    """What Tab took, or what the other keys took."""
    return [seconds for seconds, key in zip(spent, KEYS, strict=True) if (key == b"\t") is tab]


def keys() -> bool:
    """Tell how long keys take on each main screen; False if the aim is missed on the busiest."""
    game, bare = Terminal(GAME), Terminal(BARE)
    game.await_start()
    bare.await_start()
    medians = []
    for key, name in SCREENS.items():
        way = game.press(key.encode())
        pairs = [(game.press(stroke), bare.press(stroke)) for stroke in KEYS]
        ours, theirs = zip(*pairs, strict=True)
        medians.append(median_ms(ours))
        say(f"{name:10} way there {way * 1000:5.0f} ms, a key {medians[-1]:5.1f} ms, bare {median_ms(theirs):5.1f} ms")
        for tab in (False, True):
            mine, bares = median_ms(of_kind(ours, tab=tab)), median_ms(of_kind(theirs, tab=tab))
            say(f"{'':12} {'Tab' if tab else 'up and down':12} {mine:5.1f} ms, bare {bares:5.1f} ms")
    game.close()
    bare.close()
    say(f"busiest: {max(medians):.1f} ms (aim {AIM_KEY})")
    return max(medians) <= AIM_KEY


class TableScreen(Screen[None]):
    """Nothing but a table, to compare with."""

    def compose(self) -> ComposeResult:
        """The table."""
        yield DataTable[str]()

    def on_mount(self) -> None:
        """Forty rows of five columns."""
        table = self.query_one(DataTable)
        table.add_columns("Member", "Votes", "Pledges", "Home", "Word given")
        table.add_rows([f"Member {row}", "yes", str(row), str(3 * row), "escort, inspection"] for row in range(40))


async def painted(app: App[Any], pilot: Any, screen: Screen[Any]) -> float:
    """Seconds from laying a screen over another until nothing is left to do for it."""
    began = time.perf_counter()
    await app.push_screen(screen)
    await pilot.pause()
    spent = time.perf_counter() - began
    await app.pop_screen()
    await pilot.pause()
    return spent


async def paints() -> bool:
    """Tell the first paint of each main screen against the table's; False if the aim is missed."""
    app = CrisisApp("en", played, SEAT)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        ratios = []
        for name in SCREENS.values():
            pairs = [
                (await painted(app, pilot, TableScreen()), await painted(app, pilot, navigation.main_page(name)))
                for _ in range(TIMES)
            ]
            table, ours = (statistics.median(side) for side in zip(*pairs[1:], strict=True))
            ratios.append(ours / table)
            say(f"{name:10} {ours * 1000:5.0f} ms, a table {table * 1000:5.0f} ms: {ratios[-1]:.2f} times")
    say(f"busiest: {max(ratios):.2f} times (aim {AIM_PAINT})")
    return max(ratios) <= AIM_PAINT


def say(words: str) -> None:
    """One line of the result."""
    sys.stdout.write(f"{words}\n")


def main() -> int:
    """Print both; 1 if an aim is missed."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["CRISIS_GAME_HOME"] = home
        return int(not all((keys(), asyncio.run(paints()))))


if __name__ == "__main__":
    sys.exit(main())
