"""Actions per second of a rehearsal on one core: `python tests/benchmarks/bench_rehearsal.py`.

An action is one accepted submission by a policy, with offers, decide, apply and a lazily read view, without JSON. Aim
for `random`: five times the 9,700 actions a second of boardgame.io's simulator. `statesman`, which weighs texts and
reads the law, stands beside it without an aim, as do `mixed` games, in which a policy is drawn for each seat. Processor
time counts, so that other work on the machine does not.
"""

from __future__ import annotations

import sys
import time

from crisis_game.players.playout import playout
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.rehearsal import seating

AIM = 5 * 9_700
GAMES = {"random": 60, "statesman": 12, "mixed": 16}


def rate(scenario: Scenario, policy: str, games: int) -> float:
    """Accepted submissions a second of processor time."""
    actions, began = 0, time.process_time()
    for seed in range(games):
        game = playout(scenario, seed, seating(scenario, seed, None if policy == "mixed" else policy))
        game.run()
        actions += game.actions
    return actions / (time.process_time() - began)


def main() -> int:
    """Print the rates; 1 if the aim is missed."""
    scenario = load_scenario(find("hesk-strait"))
    rate(scenario, "random", 3)
    rates = {policy: rate(scenario, policy, games) for policy, games in GAMES.items()}
    others = ", ".join(f"{policy} {rates[policy]:,.0f}" for policy in GAMES if policy != "random")
    sys.stdout.write(f"random {rates['random']:,.0f} actions/s (aim {AIM:,}), {others}\n")
    return int(rates["random"] < AIM)


if __name__ == "__main__":
    sys.exit(main())
