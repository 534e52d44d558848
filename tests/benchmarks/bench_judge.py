"""Times of the judge on the casebook: one conduct with all rules, and its counterfactuals. Run it as a script."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import perf_counter

from crisis_game.law import Conduct, judge
from crisis_game.law.casebook import library
from crisis_game.law.counsel import advise
from crisis_game.law.mending_facts import changes

ROUNDS = 20


def best(work: Callable[[], object]) -> float:
    """The shortest of several runs, in seconds: what the machine can do when nobody else uses it."""
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return min(times)


def all_changes(conduct: Conduct) -> None:
    """What would change every finding of one conduct."""
    for finding in judge(conduct).findings:
        changes(conduct, finding)


def say(words: str) -> None:
    """One line of the result."""
    sys.stdout.write(words + "\n")


def main() -> None:
    """Print the figures beside their aims."""
    conducts = [act.conduct for act in library()]
    mean = best(lambda: [judge(conduct) for conduct in conducts]) / len(conducts)
    say(f"judge, mean of {len(conducts)} acts: {mean * 1e6:.0f} microseconds (aim 200)")
    slowest = max(best(lambda conduct=conduct: judge(conduct)) for conduct in conducts)
    say(f"judge, slowest act: {slowest * 1e6:.0f} microseconds (aim 200)")
    slowest = max(best(lambda conduct=conduct: all_changes(conduct)) for conduct in conducts)
    say(f"counterfactuals of all findings, slowest act: {slowest * 1e3:.1f} milliseconds (aim 50)")
    slowest = max(best(lambda conduct=conduct: advise(conduct)) for conduct in conducts)
    say(f"counsel, slowest act: {slowest * 1e3:.1f} milliseconds")


if __name__ == "__main__":
    main()
