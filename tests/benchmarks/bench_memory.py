"""Memory of a game on the screen, against a bare Textual app: `python tests/benchmarks/bench_memory.py` (POSIX only).

Each side runs in a process of its own, without a terminal, at 120x40; the game is `hesk-strait` with its save, played
to its end, and its screen drawn. What counts is the largest resident size of the process. Aim: at most 1.5 times.
Between the two stands what the session alone takes, without any screen.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

AIM = 1.5
TIMES = 5

TELL = """
import resource, sys
size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
sys.stdout.write(str(size if sys.platform != "darwin" else size // 1024))
"""

SHOW = """
import asyncio
async def show(app):
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(4):
            await pilot.pause()
"""

BARE = f"""
from textual.app import App
from textual.widgets import Static
class Bare(App[int]):
    def compose(self):
        yield Static("A bare app")
{SHOW}
asyncio.run(show(Bare()))
{TELL}
"""

PLAYED = """
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session_opening import begin, read
scenario, files = read("hesk-strait")
session = begin(scenario, files, {"ARD": "person"}, 7)
while not session.finished:
    session.submit("ARD", SetReady())
"""

SESSION = f"{PLAYED}{TELL}"

GAME = f"""
from crisis_game.tui.app import CrisisApp
{PLAYED}
{SHOW}
asyncio.run(show(CrisisApp("en", lambda: session, "ARD")))
{TELL}
"""


def kilobytes(program: str) -> int:
    """The largest size of a process that runs a program."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "CRISIS_GAME_HOME": home},
            capture_output=True,
            text=True,
            check=True,
        )
    return int(done.stdout.split()[-1])


def main() -> int:
    """Print the medians; 1 if the aim is missed."""
    rows = [(kilobytes(BARE), kilobytes(SESSION), kilobytes(GAME)) for _ in range(TIMES)]
    bare, session, game = (statistics.median(side) / 1024 for side in zip(*rows, strict=True))
    sys.stdout.write(
        f"bare Textual {bare:.1f} MB, a session alone {session:.1f} MB, a game on the screen {game:.1f} MB,"
        f" {game / bare:.2f} times (aim {AIM})\n"
    )
    return int(game / bare > AIM)


if __name__ == "__main__":
    sys.exit(main())
