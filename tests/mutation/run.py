"""Small faults put into a room one by one, and how many of them the room's own tests notice.

python tests/mutation/run.py law --most 200             # a sample, the same for the same seed
python tests/mutation/run.py law --only derived,order   # two files of a room
python tests/mutation/run.py law charter engine         # all of them; some hours

Each fault stands in a copy, never in the checkout. What no test noticed is printed; ends with 1 where a room misses
its aim. Needs the optional extra `mutation`.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from random import Random

HERE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE))

from tests.mutation.mutants import Mutant, mutants

AIMS = {"law": 90, "engine": 85, "charter": 95}
"""By room: how many per cent of the faults its tests should notice."""
LONGEST = 180
"""Seconds after which a fault counts as noticed: it made something run on without end."""
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "saves", "dist")


def main() -> int:
    """Try them all; 1 if a room misses its aim, 2 if its tests fail without any fault."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="+", choices=AIMS, metavar="ROOM", help=", ".join(AIMS))
    parser.add_argument("--most", type=int, metavar="N", help="a sample of N faults of each room (default: all)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="which sample (default 0)")
    parser.add_argument("--only", default="", metavar="FILES", help="names of files, with commas, without .py")
    parser.add_argument("--workers", type=int, default=1, metavar="N", help="faults tried at a time (default 1)")
    asked = parser.parse_args()
    return max([_room(room, asked) for room in asked.rooms])


def _room(room: str, asked: argparse.Namespace) -> int:
    chosen = _chosen(room, asked)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(asked.workers) as workers:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(asked.workers):
            copies.put(shutil.copytree(HERE, Path(folder) / str(number), ignore=LEFT_OUT))
        tests = _quickest_first(room, Path(folder) / "0")
        if not tests:
            print(f"{room}: the tests fail as it is")
            return 2
        noticed = list(workers.map(lambda mutant: _noticed(tests, mutant, copies), chosen))
    return _tell(room, dict(zip(chosen, noticed, strict=True)))


def _chosen(room: str, asked: argparse.Namespace) -> list[Mutant]:
    only = {name for name in asked.only.split(",") if name}
    paths = [path.relative_to(HERE) for path in sorted((HERE / "crisis_game" / room).rglob("*.py"))]
    chosen = [
        mutant
        for path in paths
        if not only or path.stem in only
        for mutant in mutants(path, (HERE / path).read_text(encoding="utf-8"))
    ]
    if asked.most is None or asked.most >= len(chosen):
        return chosen
    return sorted(Random(asked.seed).sample(chosen, asked.most))


def _quickest_first(room: str, copy: Path) -> list[str]:
    """The files of tests by the time that each takes, since the first that fails ends a run; none if one fails."""
    seconds = {}
    for file in sorted((copy / "tests" / room).glob("test_*.py")):
        began = time.monotonic()
        name = file.relative_to(copy).as_posix()
        if not _pass([name], copy):
            return []
        seconds[name] = time.monotonic() - began
    return sorted(seconds, key=lambda name: seconds[name])


def _noticed(tests: list[str], mutant: Mutant, copies: SimpleQueue[Path]) -> bool:
    copy = copies.get()
    try:
        with _standing(mutant, copy / mutant.path):
            return not _pass(tests, copy)
    finally:
        copies.put(copy)


@contextmanager
def _standing(mutant: Mutant, file: Path) -> Iterator[None]:
    """The fault in its file, for a while; what Python compiled of the file goes with it."""
    source = file.read_text(encoding="utf-8")
    mutated = mutant.put_into(source)
    try:
        _write(file, mutated)
        yield
    finally:
        _write(file, source)


def _write(file: Path, source: str) -> None:
    file.write_text(source, encoding="utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


def _pass(tests: list[str], copy: Path) -> bool:
    """Whether tests pass in a copy, in this order and with the same chance each time."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:randomly", "--hypothesis-seed=0", *tests]
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.run(command, cwd=copy, timeout=LONGEST, check=False, **silent).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _tell(room: str, noticed: dict[Mutant, bool]) -> int:
    for mutant, was in noticed.items():
        if not was:
            print(_shown(mutant))
    files = Counter(mutant.path.stem for mutant, was in noticed.items() if not was)
    share = 100 * sum(noticed.values()) / len(noticed)
    print("missed:", ", ".join(f"{name} {count}" for name, count in files.most_common()) or "none")
    print(f"{room}: {sum(noticed.values())} of {len(noticed)} noticed, {share:.1f} per cent; aim {AIMS[room]}")
    return 0 if share >= AIMS[room] else 1


def _shown(mutant: Mutant) -> str:
    """The line before and after."""
    source = (HERE / mutant.path).read_text(encoding="utf-8")
    before, after = source.splitlines(), mutant.put_into(source).splitlines()
    line = mutant.place[0]
    return f"{mutant.path}:{line} {mutant.operator}\n    - {before[line - 1].strip()}\n    + {after[line - 1].strip()}"


if __name__ == "__main__":
    sys.exit(main())
