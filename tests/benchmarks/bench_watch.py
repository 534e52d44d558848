"""From a save of the file to the next view: `python tests/benchmarks/bench_watch.py`.

A check is what `watch` does before it tells problems; a save is the check, the choices made again with the policies'
answers, and the view. Aim: a check under 0.3 s for 250 lines. The median of some saves counts.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from crisis_game.engine.machine import legal
from crisis_game.engine.view import View
from crisis_game.scenario.library import shipped_folder
from crisis_game.workshop.carried_choices import choices, read_spot
from crisis_game.workshop.watched_file import Watched

TIMES = 9
TINY = Path(__file__).parents[1] / "data" / "tiny.yaml"
CASES = (("tiny", TINY, 250, "round:2/orders"), ("first-watch", None, 0, "round:1/orders"))


def prepared(name: str, source: Path | None, lines: int, folder: Path) -> Path:
    """A scenario to write on, filled up with injects to a number of lines."""
    text = (source or shipped_folder() / f"{name}.yaml").read_text(encoding="utf-8")
    path = folder / f"{name}.yaml"
    added = max(0, lines - text.count("\n")) // 6
    injects = "".join(
        f"  more-{n}:\n    title: More {n}\n    round: 2\n    when: escalation > {n % 90}\n"
        f"    text: Ship {n} has been seen off Arran.\n    asks: Decide whether to tell Brae.\n"
        for n in range(added)
    )
    path.write_text(text.replace("injects:\n", f"injects:\n{injects}", 1), encoding="utf-8")
    return path


def saves(watched: Watched, path: Path) -> tuple[list[float], list[float]]:
    """Seconds of each check, and of each whole save up to the view."""
    checks, wholes = [], []
    for n in range(TIMES):
        path.write_text(path.read_text(encoding="utf-8") + f"# {n}\n", encoding="utf-8")
        began = time.perf_counter()
        watched.read()
        session = watched.session
        if session is None:
            raise RuntimeError("the scenario has errors")
        seen = session.seen(watched.seat)
        _ = View(seen).texts, legal(seen)
        wholes.append(time.perf_counter() - began)
        checks.append(watched.seconds)
    return checks, wholes


def main() -> None:
    """Print a line for each scenario."""
    with tempfile.TemporaryDirectory() as folder:
        for name, source, lines, place in CASES:
            path = prepared(name, source, lines, Path(folder))
            watched = Watched(str(path), None, read_spot(place))
            watched.read()
            checks, wholes = saves(watched, path)
            if watched.session is None:
                raise RuntimeError("the scenario has errors")
            count = path.read_text(encoding="utf-8").count("\n")
            done = len(choices(watched.session, watched.seat))
            sys.stdout.write(
                f"{name:12} {count:4} lines: check {statistics.median(checks):.3f} s, whole save "
                f"{statistics.median(wholes):.3f} s with {done} choices at {place}\n"
            )


if __name__ == "__main__":
    main()
