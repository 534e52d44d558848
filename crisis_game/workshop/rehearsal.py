"""A rehearsal: many games by policies, and what came of them.

Sums are of whole numbers, so that the same seed gives the same result for any number of processes.
"""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from crisis_game.engine.chance import draw
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import State
from crisis_game.players.playout import PLAY, playout
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario

GREATEST_SEED = (1 << 63) - 1
CHUNK = 8
"""Games that a process plays at a time: few enough for progress and for stopping soon."""

Progress = Callable[[int], None]
"""Told how many games are done."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is rehearsed.

    Attributes:
        games: how many, at least 1.
        seed: from which the seeds of the games are drawn.
        policy: who holds all seats; None draws a policy for each seat by the game's seed.
        jobs: processes, at least 1.
    """

    games: int
    seed: int = 0
    policy: str | None = None
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of a rehearsal.

    Attributes:
        result: `games`, `finished`, `actions`, `endings`, `scores`, `injects`, `unreached` and `timing` as plain data;
            all but `timing` depend on scenario, games, seed and policy alone.
        faults: seeds of games that broke off, with what went wrong.
    """

    result: dict[str, Any]
    faults: Mapping[int, str]


@dataclass(slots=True)
class Tally:
    """Counts over some games; two tallies add up in any order.

    Attributes:
        held: seats held by each policy, over all games; met: of these, how many were in games that met an objective.
        options: measures, clauses and packages that stood in adopted texts.
        faults: seeds of games that broke off, with what went wrong.
    """

    games: int = 0
    finished: int = 0
    actions: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    met: Counter[tuple[str, str]] = field(default_factory=Counter)
    injects: Counter[str] = field(default_factory=Counter)
    options: Counter[str] = field(default_factory=Counter)
    faults: dict[int, str] = field(default_factory=dict)

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        self.games += other.games
        self.finished += other.finished
        self.actions += other.actions
        for mine, more in zip(self._counters(), other._counters(), strict=True):
            mine.update(more)
        self.faults.update(other.faults)

    def _counters(self) -> tuple[Counter[Any], ...]:
        return self.endings, self.held, self.met, self.injects, self.options


def rehearse(files: ScenarioFiles, plan: Plan, progress: Progress | None = None) -> Rehearsal:
    """Play the games and tell what came of them.

    Raises:
        FaultyScenarioError: if the scenario has errors.
    """
    began = time.perf_counter()
    scenario = load_scenario(files)
    total = Tally()
    for part in _parts(files, scenario, plan):
        total.add(part)
        if progress is not None:
            progress(total.games)
    return Rehearsal(_told(scenario, total, time.perf_counter() - began), total.faults)


def seeds(plan: Plan) -> list[int]:
    """The seeds of the games."""
    return [draw(plan.seed, "rehearsal", "game", number, 0, GREATEST_SEED) for number in range(plan.games)]


def seating(scenario: Scenario, seed: int, policy: str | None) -> dict[SeatId, str]:
    """Who holds which seat: one policy all of them, or for each seat one drawn by the seed."""
    return {seat: policy or POLICIES[draw(seed, "policy", seat, 0, 0, len(POLICIES) - 1)] for seat in scenario.members}


def play(scenario: Scenario, seed: int, seats: Mapping[SeatId, str]) -> Tally:
    """One game, counted. A game that breaks off is a fault of ours or of the scenario; its seed is kept."""
    game = playout(scenario, seed, seats)
    tally = Tally(games=1, held=Counter(seats.values()))
    try:
        _count(scenario, game.run(), seats, tally)
    except (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError) as fault:
        tally.faults[seed] = f"{type(fault).__name__}: {fault}"
    tally.actions = game.actions
    return tally


# ------------------------------------------------------------------------------------------------------------------

_RUNNING: dict[str, Scenario] = {}
"""The scenario that this process rehearses, by its content hash: read once a process."""


def _parts(files: ScenarioFiles, scenario: Scenario, plan: Plan) -> Iterator[Tally]:
    """The games in chunks, here or in processes of their own, in any order."""
    all_seeds = seeds(plan)
    chunks = [all_seeds[start : start + CHUNK] for start in range(0, plan.games, CHUNK)]
    if plan.jobs == 1 or len(chunks) == 1:
        _RUNNING[files.content_hash] = scenario
        for chunk in chunks:
            yield _play_chunk(files.content_hash, chunk, plan.policy)
        return
    pool = ProcessPoolExecutor(min(plan.jobs, len(chunks)), initializer=_start_process, initargs=(_portable(files),))
    try:
        yield from pool.map(_play_chunk, [files.content_hash] * len(chunks), chunks, [plan.policy] * len(chunks))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _portable(files: ScenarioFiles) -> tuple[str, dict[str, bytes], dict[str, str]]:
    return files.main, dict(files.contents), dict(files.shown)


def _start_process(files: tuple[str, dict[str, bytes], dict[str, str]]) -> None:
    """Read the scenario; an interrupt is for the parent, which stops this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    found = ScenarioFiles(*files)
    _RUNNING[found.content_hash] = load_scenario(found)


def _play_chunk(content_hash: str, chunk: list[int], policy: str | None) -> Tally:
    scenario, total = _RUNNING[content_hash], Tally()
    for seed in chunk:
        total.add(play(scenario, seed, seating(scenario, seed, policy)))
    return total


def _count(scenario: Scenario, state: State, seats: Mapping[SeatId, str], tally: Tally) -> None:
    tally.finished = int(state.table.phase not in PLAY)
    tally.endings[state.table.ending or "none"] += 1
    tally.injects.update(state.script.arrived.keys())
    facts = Facts(scenario, state)
    for objective in scenario.objectives:
        if objective.evidence is not None and objective.evidence.holds(facts):
            tally.met.update((policy, objective.id) for policy in seats.values())
    tally.options.update(_used(scenario, state))


def _used(scenario: Scenario, state: State) -> set[str]:
    """Measures, clauses and packages of the texts that were adopted."""
    drafts = [text.draft for text in state.council.texts.values() if text.adopted_round]
    used = {line.measure for draft in drafts for line in draft.lines}
    used |= {switch.clause for draft in drafts for switch in draft.clauses}
    lines = {frozenset(line.measure for line in draft.lines) for draft in drafts}
    return used | {
        id_
        for id_, package in scenario.packages.items()
        if frozenset(line.measure for line in package.draft.lines) in lines
    }


def _told(scenario: Scenario, total: Tally, seconds: float) -> dict[str, Any]:
    asked = [one.id for one in scenario.objectives if one.evidence is not None]
    options = (*scenario.played, *scenario.clauses, *scenario.packages)
    return {
        "games": total.games,
        "finished": total.finished,
        "actions": total.actions,
        "endings": {one.id: total.endings[one.id] for one in sorted(scenario.endings, key=lambda one: one.rank)},
        "scores": {
            policy: {one: round(total.met[policy, one] / total.held[policy], 4) for one in asked}
            for policy in POLICIES
            if total.held[policy]
        },
        "injects": {one: total.injects[one] for one in sorted(scenario.injects)},
        "unreached": {
            "injects": [one for one in sorted(scenario.injects) if not total.injects[one]],
            "endings": [one.id for one in scenario.endings if not total.endings[one.id]],
            "options": [one for one in options if not total.options[one]],
        },
        "timing": {"seconds": round(seconds, 3)},
    }
