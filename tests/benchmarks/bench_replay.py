"""Verified replay of whole exercises, against reading their entries as JSON: `python tests/benchmarks/bench_replay.py`.

Verifying is what `crisis-game verify` does once the scenario is loaded: chain, decoding, deciding each command anew and
comparing the events. Both sides run in turn in one run; the median counts. Aim: 20 ms for 60 entries.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from crisis_game.exercise.session_opening import begin, read
from crisis_game.exercise.verify import Log, log_of, verify
from crisis_game.scenario.model import Scenario

AIM = 20.0
PER = 60
TIMES = 15
SCENARIOS = ("first-watch", "hesk-strait")


def milliseconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1e3


def played(name: str, folder: Path) -> tuple[Scenario, Log]:
    """A whole game by the scenario's own policies, as a save has it."""
    scenario, files = read(name)
    session = begin(scenario, files, {}, 7, folder / f"{name}.crisis")
    if session.save is None:
        raise RuntimeError("a session that was begun has a save")
    log = log_of(session.save)
    session.save.close()
    return scenario, log


def plainly(log: Log) -> None:
    """Read the entries as JSON and do nothing with them."""
    for _, command, events, _, _ in log.entries:
        json.loads(command)
        json.loads(events)


def main() -> int:
    """Print both medians for each scenario; 1 if the aim is missed."""
    worst = 0.0
    for name in SCENARIOS:
        with tempfile.TemporaryDirectory() as folder:
            scenario, log = played(name, Path(folder))
        sides = partial(plainly, log), partial(verify, log, scenario)
        pairs = [[milliseconds(side) for side in sides] for _ in range(TIMES)]
        plain, verified = (statistics.median(side) for side in zip(*pairs, strict=True))
        per = verified * PER / len(log.entries)
        worst = max(worst, per)
        sys.stdout.write(
            f"{name}: {len(log.entries)} entries, as JSON {plain:.1f} ms, verified {verified:.1f} ms,"
            f" {verified / plain:.1f} times; {per:.1f} ms for {PER} entries (aim {AIM:.0f})\n"
        )
    return int(worst > AIM)


if __name__ == "__main__":
    sys.exit(main())
