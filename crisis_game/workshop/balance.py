"""The tests of balance of GAME section 17, each measured by playing: what weighs, and what is best where.

Run `python -m crisis_game.workshop.balance SCENARIO [GAMES] [JOBS]` for the whole table; with `--bars` it measures the
bars of the second edition (`workshop.bars`).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import Any

from crisis_game.engine.conditions import Facts
from crisis_game.engine.conducts import judged
from crisis_game.engine.state import State
from crisis_game.players.absent import Absent
from crisis_game.players.character import CHARACTERS
from crisis_game.players.playout import playout
from crisis_game.players.policy import Policy
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.bars.command import main
from crisis_game.workshop.perturbed_policies import Contrary, Forced, Perturbation
from crisis_game.workshop.rehearsal import Plan, seeds

STRATEGIES = tuple(CHARACTERS)
BEST_BY: Mapping[str, int] = {"grip": -1, "harm": -1, "standing": 1, "findings": -1}
"""What strategies are compared by, and whether more is better (1) or less (-1)."""

LOST = 100
"""Grip and harm of a game that ended in war: nothing passes, and nobody went on counting."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one game went.

    Attributes:
        findings: adverse findings on members' acts, on what their actors knew.
        clauses: those of each text with measures that members put to the vote.
        settled: the round in which terms held, 0 for never.
        rounds: that were played; actions: accepted commands.
    """

    world: tuple[str, ...]
    ending: str
    grip: int
    harm: int
    standing: int
    cohesion: int
    findings: int
    clauses: tuple[frozenset[str], ...]
    settled: int
    rounds: int
    actions: int


def outcome(scenario: Scenario, seed: int, strategy: str, perturb: Perturbation | None = None) -> Outcome:
    """One game in which all seats play one strategy, with one thing changed, where that is asked for."""
    game = playout(scenario, seed, dict.fromkeys(scenario.members, strategy))
    if perturb is not None:
        game.seats = {seat: perturb(seat, player) for seat, player in game.seats.items()}
    state = game.run()
    gauges, war = state.world.gauges, at_war(scenario, state)
    put = [text.draft for text in state.council.texts.values() if text.result and text.sponsors and text.draft.lines]
    return Outcome(
        world=(state.world.truth, *state.world.minds),
        ending=state.table.ending or "none",
        grip=LOST if war else gauges.get("grip", 0),
        harm=LOST if war else gauges.get("harm", 0),
        standing=gauges.get("standing", 0),
        cohesion=gauges.get("cohesion", 0),
        findings=adverse(scenario, state),
        clauses=tuple(frozenset(switch.clause for switch in draft.clauses) for draft in put),
        settled=state.table.round if state.table.ending == "settled" else 0,
        rounds=state.table.round,
        actions=game.actions,
    )


def at_war(scenario: Scenario, state: State) -> bool:
    """Whether the game ended in war: so hot, and force was used by either side."""
    facts = Facts(scenario, state)
    used = facts.force(by_members=True) or facts.force(by_members=False)
    return used and state.world.gauges.get("escalation", 0) >= scenario.numbers.war_escalation


def adverse(scenario: Scenario, state: State) -> int:
    """Adverse findings on members' acts, on what their actors knew."""
    ours = {id_ for id_, conduct in state.record.conducts.items() if scenario.is_ours(conduct.actor, conduct.subject)}
    return sum(len(judgement.adverse) for id_, judgement in judged(state, "known").items() if id_ in ours)


# What is read from outcomes -----------------------------------------------------------------------------------------


def total_variation(outcomes: Sequence[Outcome], other: Sequence[Outcome]) -> float:
    """Half the sum of the differences between two distributions of endings, 0 to 1."""
    first, second = (Counter(outcome.ending for outcome in side) for side in (outcomes, other))
    return sum(abs(first[id_] / len(outcomes) - second[id_] / len(other)) for id_ in {*first, *second}) / 2


def worlds_won(played: Mapping[str, Sequence[Outcome]]) -> dict[str, dict[str, int]]:
    """By each measure, in how many worlds each strategy alone is best on average."""
    wins: dict[str, dict[str, int]] = {}
    worlds = sorted({outcome.world for outcomes in played.values() for outcome in outcomes})
    for measure, sign in BEST_BY.items():
        won: Counter[str] = Counter()
        for world in worlds:
            means = {name: sign * _mean(measure, world, outcomes) for name, outcomes in played.items()}
            best = [name for name, mean in means.items() if mean == max(means.values())]
            won.update(best if len(best) == 1 else ())
        wins[measure] = {name: won[name] for name in played}
    return wins


def clause_shares(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """Of the texts that members put to the vote, the share that had each clause."""
    texts = [clauses for outcome in outcomes for clauses in outcome.clauses]
    names = Counter(clause for clauses in texts for clause in clauses)
    return {name: names[name] / len(texts) for name in sorted(names)}


def changed_endings(outcomes: Sequence[Outcome], other: Sequence[Outcome]) -> float:
    """The share of games, seed by seed, that end otherwise."""
    return sum(a.ending != b.ending for a, b in zip(outcomes, other, strict=True)) / len(outcomes)


def _mean(measure: str, world: tuple[str, ...], outcomes: Sequence[Outcome]) -> float:
    values: list[int] = [getattr(outcome, measure) for outcome in outcomes if outcome.world == world]
    return sum(values) / len(values)


# Playing ------------------------------------------------------------------------------------------------------------

Play = Callable[[str, Perturbation | None], list[Outcome]]
"""All games of one strategy with one perturbation, in the order of their seeds."""


def absence(play: Play, members: Iterable[str], strategy: str = "statesman") -> dict[str, float]:
    """For each seat, how often its absence changes the ending."""
    whole = play(strategy, None)
    return {seat: changed_endings(whole, play(strategy, partial(_absent, seat))) for seat in members}


def decision_weights(play: Play, rounds: int, strategy: str = "statesman") -> dict[int, float]:
    """For each round, how often its ORDERS change the ending, if all members vote no in them.

    Of the games that came to that round.
    """
    whole = play(strategy, None)
    weights: dict[int, float] = {}
    for round_ in range(1, rounds + 1):
        pairs = zip(whole, play(strategy, partial(_contrary, round_)), strict=True)
        reached = [pair for pair in pairs if pair[0].rounds >= round_]
        weights[round_] = sum(a.ending != b.ending for a, b in reached) / max(1, len(reached))
    return weights


def delivery_weight(play: Play, low: int = 60, high: int = 85, strategy: str = "statesman") -> float:
    """How often the ending differs between games with so many per cent of the pledges met."""
    return changed_endings(play(strategy, partial(_forced, low)), play(strategy, partial(_forced, high)))


def _absent(seat: str, at: str, player: Policy) -> Policy:
    return Absent() if at == seat else player


def _contrary(round_: int, _: str, player: Policy) -> Policy:
    return Contrary(player, round_)


def _forced(per_cent: int, _: str, player: Policy) -> Policy:
    return Forced(player, per_cent)


_RUNNING: dict[str, Scenario] = {}


def _one(name: str, strategy: str, perturb: Perturbation | None, seed: int) -> Outcome:
    if name not in _RUNNING:
        _RUNNING[name] = load_scenario(find(name))
    return outcome(_RUNNING[name], seed, strategy, perturb)


def report(name: str, games: int, jobs: int, say: Callable[[str], object]) -> None:
    """Measure all and tell it line by line."""
    scenario = load_scenario(find(name))
    all_seeds = seeds(Plan(games))
    kept: dict[str, list[Outcome]] = {}
    with ProcessPoolExecutor(jobs) as pool:

        def play(strategy: str, perturb: Perturbation | None) -> list[Outcome]:
            if perturb is None and strategy in kept:
                return kept[strategy]
            outcomes = list(pool.map(partial(_one, name, strategy, perturb), all_seeds, chunksize=8))
            if perturb is None:
                kept[strategy] = outcomes
            return outcomes

        played: dict[str, list[Outcome]] = {strategy: play(strategy, None) for strategy in STRATEGIES}
        _tell_strategies(played, say)
        say(f"clauses on, statesman: {_per_cent(clause_shares(played['statesman']))}")
        settled = [outcome.settled for many in played.values() for outcome in many if outcome.settled]
        say(f"first settlement: round {min(settled, default=0)}")
        say(f"decision weight by round: {_per_cent(decision_weights(play, scenario.lesson.rounds))}")
        say(f"deliveries at 60 or 85 %: {delivery_weight(play):.0%} of endings differ")
        say(f"absence: {_per_cent(absence(play, scenario.members))}")


def _tell_strategies(played: Mapping[str, Sequence[Outcome]], say: Callable[[str], object]) -> None:
    for name, outcomes in played.items():
        endings = Counter(outcome.ending for outcome in outcomes)
        by_mind: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for game in outcomes:
            by_mind[game.world[1]][game.ending] += 1
        means = {
            key: sum(getattr(outcome, key) for outcome in outcomes) / len(outcomes)
            for key in (*BEST_BY, "cohesion", "actions")
        }
        say(f"{name}: {dict(endings.most_common())}")
        say("    " + ", ".join(f"{key} {value:.1f}" for key, value in means.items()))
        say("    " + "; ".join(f"{mind} {dict(ends.most_common())}" for mind, ends in sorted(by_mind.items())))
    for first, second in combinations(played, 2):
        say(f"total variation {first} / {second}: {total_variation(played[first], played[second]):.2f}")
    for measure, won in worlds_won(played).items():
        say(f"worlds won by {measure}: {won}")


def _per_cent(shares: Mapping[Any, float]) -> str:
    return ", ".join(f"{key} {value:.0%}" for key, value in shares.items())


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if "--bars" in sys.argv:
        sys.exit(main(sys.argv[1:], _say))
    report(sys.argv[1], int((*sys.argv[2:], "200")[0]), int((*sys.argv[3:], "1")[0]), _say)
