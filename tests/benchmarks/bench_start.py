"""The command line's overview against an empty Python: `python tests/benchmarks/bench_start.py`.

Both sides run in turn in one run, each in a process of its own; the median counts. Aim: at most 2.5 times.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

AIM = 2.5
TIMES = 21
EMPTY = "pass"
OVERVIEW = "from crisis_game.cli import main; main(['--help'])"


def seconds(program: str) -> float:
    """How long one process takes, from its start to its end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> int:
    """Print both medians; 1 if the aim is missed."""
    pairs = [(seconds(EMPTY), seconds(OVERVIEW)) for _ in range(TIMES)]
    empty, overview = (statistics.median(side) for side in zip(*pairs, strict=True))
    sys.stdout.write(
        f"python -c pass {empty * 1000:.1f} ms, crisis-game --help {overview * 1000:.1f} ms,"
        f" {overview / empty:.2f} times (aim {AIM})\n"
    )
    return int(overview / empty > AIM)


if __name__ == "__main__":
    sys.exit(main())
