"""Reading a scenario with the place of every value, against a bare PyYAML CSafeLoader of the same file.

    python tests/benchmarks/bench_documents.py

Both sides are measured in turn in one run; the best of several counts. Aim: at most 0.6 times the time at 50 injects,
less above. The files are made up, 1.4 kB an inject: three options, an effects map, conditions, block texts.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable

import yaml

from crisis_game.documents import Source, read_yaml

SIZES = {50: 15, 1_000: 5, 10_000: 1}
AIM = {50: 0.6, 1_000: 0.5, 10_000: 0.25}

OPTION = """\
      - id: option-{inject}-{option}
        label: "Send a note of protest and ask for talks"
        effects: {{escalation: +{option}, cohesion: -{option}, standing: 0.5}}
        condition: harm < {bound} and not adopted('escort')
        text: >
          You send a note of protest through the usual channel. It costs nothing but time,
          and time is what the other side seems to want most of all.
"""
INJECT = """\
  - id: inject-{inject}
    title: A convoy is stopped near the strait
    round: {round}
    when: escalation >= {bound} and not adopted('escort')
    channel: cable
    to: [ARD, BEL, COR]
    grade: probable
    text: |
      The harbour master reports that two vessels of the coast guard have stopped a convoy.
      Nobody was hurt so far, but the radio is silent since noon, and the families ask for news.
    options:
"""


def scenario(injects: int) -> bytes:
    """A file of this many injects."""
    parts = ["format: 1\nid: bench\ninjects:\n"]
    for inject in range(injects):
        parts.append(INJECT.format(inject=inject, round=inject % 5, bound=inject % 100))
        parts.extend(OPTION.format(inject=inject, option=option, bound=option * 10) for option in range(3))
    return "".join(parts).encode()


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once."""
    gc.collect()
    began = time.perf_counter()
    result = work()
    ended = time.perf_counter()
    del result
    return ended - began


def measure(injects: int, times: int) -> tuple[float, float]:
    """Seconds for a bare loader and for ours, the best of several."""
    data = scenario(injects)
    source = Source("bench.yaml", data)
    pairs = [(seconds(lambda: bare(data)), seconds(lambda: read_yaml(source))) for _ in range(times)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def bare(data: bytes) -> object:
    """What most programs do."""
    return yaml.load(data, Loader=yaml.CSafeLoader)


def main() -> int:
    """Print a line for each size; 1 if an aim is missed."""
    sample = scenario(50)
    if read_yaml(Source("bench.yaml", sample)).value != bare(sample):
        sys.exit("Both sides must read the same values.")
    missed = 0
    for injects, times in SIZES.items():
        theirs, ours = measure(injects, times)
        missed += ours / theirs > AIM[injects]
        sys.stdout.write(
            f"{injects:6} injects: CSafeLoader {theirs * 1000:8.1f} ms, with places {ours * 1000:7.1f} ms,"
            f" {ours / theirs:.2f} times (aim {AIM[injects]})\n"
        )
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
