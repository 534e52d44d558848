"""Conditions against a plain Python function, and loading with all checks against a bare CSafeLoader of the same file.

    python tests/benchmarks/bench_scenario.py

Both sides of a pair are measured in turn in one run; the best of several counts. Aims: a condition costs at most three
times what a hand-written function does (asking the facts is most of it), and load and check together at most 1.0
times the time of the bare loader at 50 injects, 0.5 at 1,000, 0.25 at 10,000. The files are the tiny scenario of the
tests with more injects of fifteen lines, each with a condition, a variant and two effects. With `simpleeval` installed
its time for the same condition is told as well.
"""

from __future__ import annotations

import gc
import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from crisis_game.conditions.condition import condition
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.reading.load import read_scenario

ROOT = Path(__file__).parents[2]
SIZES = {50: 15, 1_000: 5, 10_000: 2}
AIM = {50: 1.0, 1_000: 0.5, 10_000: 0.25}
AIM_CONDITION = 3.0
LINE = "escalation >= 60 and not adopted('escort') and evidence('shelling') >= 'probable' or grip / 3 > 2 * (harm - 1)"
INJECT = """\
  extra-{number}:
    title: A convoy is stopped near the strait
    round: 1
    at: table
    when: escalation >= {bound} and not adopted('protest') and evidence('caldera-did-it') >= 'probable'
    to: [BBB]
    channel: intelligence
    grade: suspected
    sender: The harbour master
    text: >-
      Two vessels of the coast guard have stopped a convoy off the northern port. Nobody was hurt so far, but the
      radio is silent since noon, and the families of the crews ask for news. The owners wait for the Council until ten.
    variants:
      - {{when: truth('order'), text: The order to stop the convoy was read out on an open channel an hour before.}}
    effects: [{{gauge: escalation, add: 2}}, {{claim: caldera-did-it, raise: 1, to: [BBB]}}]
    asks: Decide before the vote whether to share this with the others, and under which caveat.
    expected: It is shared, or somebody asks why not.
"""


class Facts:
    """A snapshot that answers at once."""

    def __init__(self) -> None:
        self.gauges = {"escalation": 64, "grip": 31, "harm": 12}

    def gauge(self, gauge: str) -> int:
        """The value of a gauge."""
        return self.gauges[gauge]

    def call(self, function: str, arguments: tuple[str, ...]) -> Any:
        """The value of a function."""
        return "suspected" if function == "evidence" else arguments == ()


def by_hand(facts: Facts) -> bool:
    """The same condition as a programmer would write it."""
    ranks = RANKS
    return (
        facts.gauge("escalation") >= 60
        and not facts.call("adopted", ("escort",))
        and ranks[facts.call("evidence", ("shelling",))] >= 2
    ) or facts.gauge("grip") // 3 > 2 * (facts.gauge("harm") - 1)


RANKS = {"rumoured": 0, "suspected": 1, "probable": 2, "established": 3}


def best(work: Callable[[], object], times: int) -> float:
    """Seconds of processor time for one call, the best of several."""
    seconds = []
    for _ in range(times):
        gc.collect()
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


def conditions() -> bool:
    """Tell what a condition costs; False if the aim is missed."""
    facts, line = Facts(), condition(LINE)
    if line.holds(facts) is not by_hand(facts):
        sys.exit("Both sides must give the same answer.")
    often = range(20_000)
    ours = best(lambda: [line.holds(facts) for _ in often], 7) / len(often)
    plain = best(lambda: [by_hand(facts) for _ in often], 7) / len(often)
    say(f"condition: {ours * 1e6:.2f} us, by hand {plain * 1e6:.2f} us: {ours / plain:.2f} times (aim {AIM_CONDITION})")
    if importlib.util.find_spec("simpleeval"):
        theirs = best(simple(facts), 3) / 200
        say(f"condition: simpleeval {theirs * 1e6:.0f} us: ours is {theirs / ours:.0f} times as fast")
    return ours / plain <= AIM_CONDITION


def simple(facts: Facts) -> Callable[[], object]:
    """The same condition asked of simpleeval, parsed anew each time as it is used, two hundred times."""
    simpleeval = importlib.import_module("simpleeval")
    source = LINE.replace("'probable'", "2")
    functions = {"adopted": lambda word: False, "evidence": lambda claim: 1}

    def work() -> None:
        for _ in range(200):
            simpleeval.simple_eval(source, names=facts.gauges, functions=functions)

    return work


def files(injects: int) -> ScenarioFiles:
    """The tiny scenario with this many injects more."""
    tiny = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
    more = "".join(INJECT.format(number=number, bound=1 + number % 99) for number in range(injects))
    text = tiny.replace("injects:\n", f"injects:\n{more}")
    catalogue = (ROOT / "scenarios" / "measures.yaml").read_bytes()
    return ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": catalogue})


def loading(injects: int, times: int) -> bool:
    """Tell what loading and checking costs; False if the aim is missed."""
    written = files(injects)
    data = written.contents["tiny.yaml"]
    if read_scenario(written).scenario is None:
        sys.exit("The file must be sound.")
    rounds = [
        (best(lambda: yaml.load(data, Loader=yaml.CSafeLoader), 1), best(lambda: read_scenario(written), 1))
        for _ in range(times)
    ]
    theirs, ours = min(seconds for seconds, _ in rounds), min(seconds for _, seconds in rounds)
    aim = AIM[injects]
    say(
        f"{injects:6} injects: CSafeLoader {theirs * 1000:8.1f} ms, load and check {ours * 1000:7.1f} ms,"
        f" {ours / theirs:.2f} times (aim {aim})"
    )
    return ours / theirs <= aim


def say(words: str) -> None:
    """One line of the result."""
    sys.stdout.write(f"{words}\n")


def main() -> int:
    """Print all results; 1 if an aim is missed."""
    met = [conditions(), *(loading(injects, times) for injects, times in SIZES.items())]
    return int(not all(met))


if __name__ == "__main__":
    sys.exit(main())
