"""Many inputs, and what was wrong with the way in which they were met.

python tests/fuzz/night.py --inputs 20000
python tests/fuzz/night.py --first 1234 --inputs 1 --show      # one again, with the file itself
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.mutation import KINDS, made
from tests.fuzz.trying import tried, warm_up

EVERY = 1000


def main() -> int:
    """Try them all; 1 if any was met wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=500, metavar="N", help="how many (default 500)")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="the number of the first (default 0)")
    parser.add_argument("--show", action="store_true", help="print the inputs that were met wrongly")
    asked = parser.parse_args()
    began = time.monotonic()
    faults: dict[str, list[int]] = defaultdict(list)
    kinds: Counter[str] = Counter()
    warm_up()
    for number in range(asked.first, asked.first + asked.inputs):
        words = tried(number)
        kinds[KINDS[number % len(KINDS)]] += 1
        if words:
            faults[words.strip().splitlines()[-1]].append(number)
            if asked.show:
                print(made(number).data.decode(errors="replace"), words, sep="\n", flush=True)
        if (number + 1) % EVERY == 0:
            print(f"{number + 1}: {sum(map(len, faults.values()))} wrong, {time.monotonic() - began:.0f} s", flush=True)
    _tell(faults, kinds, time.monotonic() - began)
    return 1 if faults else 0


def _tell(faults: dict[str, list[int]], kinds: Counter[str], seconds: float) -> None:
    each = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    wrong = sum(map(len, faults.values()))
    print(f"{kinds.total()} inputs tried ({each}), {wrong} wrong, in {seconds:.0f} s")
    for words, numbers in sorted(faults.items(), key=lambda fault: -len(fault[1])):
        print(f"{len(numbers)} times, first {numbers[:5]}: {words[:400]}")
    print(
        f"{len(faults)} kinds of fault"
        if faults
        else "all were met with a game or with an error at its place, none with 70"
    )


if __name__ == "__main__":
    sys.exit(main())
