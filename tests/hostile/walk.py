"""The walk with hostile words at its full setting: both scenarios, two sizes, and each word with other signs by turns.

python tests/hostile/walk.py                        # as in CI, and tells what it costs
python tests/hostile/walk.py --full                 # about an hour
python tests/hostile/walk.py --full --turns 3       # fewer turns of the signs
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.hostile import games, lines, screens, verbs
from tests.hostile.signs import WRITTEN
from tests.tui.stage import LARGE, SMALL

BASES = ("first-watch", "hesk-strait")


def main() -> int:
    """Walk, and tell how much was tried and what was wrong; 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="both scenarios and sizes, and all turns of the signs")
    parser.add_argument("--turns", type=int, default=len(WRITTEN), metavar="N", help="with --full: so many turns")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the first turn (default 0)")
    asked = parser.parse_args()
    bases, sizes = (BASES, (SMALL, LARGE)) if asked.full else (BASES[:1], (SMALL,))
    faults: dict[str, None] = {}
    tried = 0
    for turn in range(asked.first, asked.first + (asked.turns if asked.full else 1)):
        for base in bases:
            began = time.process_time()
            with tempfile.TemporaryDirectory() as folder:
                looks, wrong = _walk(base, Path(folder), turn, sizes)
            tried += looks
            faults.update(dict.fromkeys(f"turn {turn}, {base}: {fault}" for fault in wrong))
            took = time.process_time() - began
            _tell(f"turn {turn}, {base}: {looks} looks, {len(wrong)} wrong, {took:.0f} s of the processor", *wrong)
    _tell(f"{tried} looks, {len(faults)} wrong")
    return 1 if faults else 0


def _tell(headline: str, *wrong: str) -> None:
    sys.stdout.write("".join(f"{line[:1500]}\n" for line in (headline, *wrong)))
    sys.stdout.flush()


def _walk(base: str, folder: Path, turn: int, sizes: tuple[tuple[int, int], ...]) -> tuple[int, list[str]]:
    """How often was looked, and what was wrong, with one turn of the signs."""
    built = games.build(base, folder / "built", turn)
    force = games.before_force(folder, turn)
    looks, wrong = 0, list[str]()
    for size in sizes:
        taken = screens.walk(_at_home(built, folder), size)
        looks += len(taken.shown)
        wrong += [*taken.found, *(f"{screen} was not opened" for screen in sorted(screens.all_screens() - taken.seen))]
    explorer = lines.walk(_at_home(built, folder), force)
    looks += explorer.answers
    wrong += [*explorer.found, *(f"{site} asked nothing" for site in sorted(lines.all_sites() - explorer.met))]
    called = list(_called(_at_home(built, folder), folder))
    return looks + len(called), wrong + [fault for faults in called for fault in faults]


def _called(played: games.Games, folder: Path) -> Iterator[list[str]]:
    """What was wrong with each call of a verb, then with the charts."""
    (folder / "verbs").mkdir()
    for calls in verbs.calls(played, folder / "verbs").values():
        yield from (verbs.answered(call)[2] for call in calls)
    yield list(verbs.charts(folder / "verbs"))


def _at_home(built: games.Games, folder: Path) -> games.Games:
    """The games as they were built, in a home where nothing else is."""
    home = folder / "home"
    rmtree(home, ignore_errors=True)
    copytree(folder / "built", home / "saves")
    os.environ["CRISIS_GAME_HOME"] = str(home)
    return built.in_folder(home / "saves")


if __name__ == "__main__":
    sys.exit(main())
