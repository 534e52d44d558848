"""A rehearsal: many games by policies, and what came of them.

Sums are of whole numbers, so that the same seed gives the same result for any number of processes, here or on a
cluster.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from multiprocessing import active_children
from typing import Any

from crisis_game.engine.chance import GREATEST_SEED, draw
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.counterfactual_games import play_weighed, weigh
from crisis_game.workshop.rehearsal_counts import Tally
from crisis_game.workshop.rehearsal_data import rehearsal_data
from crisis_game.workshop.rehearsed_game import count, play_through

__all__ = ["Chunk", "Plan", "Rehearsal", "Tally", "play", "rehearse", "seating", "seeds"]

CHUNK = 4
"""Games that a process plays at a time: few enough for progress and for stopping soon."""

Progress = Callable[[int], None]
"""Told how many games are done."""

Chunk = tuple[tuple[int, bool], ...]
"""Seeds of games, and whether the decisions of each are weighed."""

Portable = tuple[str, dict[str, bytes], dict[str, str]]
"""The files of a scenario, as they go to another process."""

Play = Callable[[ScenarioFiles, list[Chunk], str | None], Generator[Tally, None, None]]
"""Plays chunks somewhere, in any order; closed, it stops what it started."""

FAULTS = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is rehearsed.

    Attributes:
        games: how many, at least 1.
        seed: from which the seeds of the games are drawn.
        policy: who holds all seats; None draws a policy for each seat by the game's seed.
        jobs: processes, at least 1.
        decisions: in how many of the games, spread evenly over them, decisions are weighed by playing again with
            another choice; at most `games`.
    """

    games: int
    seed: int = 0
    policy: str | None = None
    jobs: int = 1
    decisions: int = 0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of a rehearsal.

    Attributes:
        result: plain data (see `workshop.rehearsal_data`); all but `timing` depend on scenario, games, seed, policy and
            decisions alone.
        faults: seeds of games that broke off, with what went wrong.
        stopped: whether somebody stopped it, so that only some of the games were played.
    """

    result: dict[str, Any]
    faults: Mapping[int, str]
    stopped: bool = False


def rehearse(
    files: ScenarioFiles, plan: Plan, progress: Progress | None = None, play_chunks: Play | None = None
) -> Rehearsal:
    """Play the games and tell what came of them; an interrupt ends it with what is done so far.

    Args:
        files: of the scenario.
        plan: what is played.
        progress: told how many games are done.
        play_chunks: where the games are played; by default in this process, or in `plan.jobs` of its own.

    Raises:
        FaultyScenarioError: if the scenario has errors.
    """
    began = time.perf_counter()
    scenario = load_scenario(files)
    chunks, total, stopped = chunked(plan), Tally(), False
    where = play_chunks or (_here if plan.jobs == 1 or len(chunks) == 1 else _Pool(plan.jobs))
    try:
        with closing(where(files, chunks, plan.policy)) as parts:
            for part in parts:
                total.add(part)
                if progress is not None:
                    progress(total.games)
    except KeyboardInterrupt:
        stopped = True
    result = rehearsal_data(scenario, total)
    result["timing"] = {"seconds": round(time.perf_counter() - began, 3)}
    return Rehearsal(result, total.faults, stopped)


def seeds(plan: Plan) -> list[int]:
    """The seeds of the games."""
    return [draw(plan.seed, "rehearsal", "game", number, 0, GREATEST_SEED) for number in range(plan.games)]


def chunked(plan: Plan) -> list[Chunk]:
    """The games as they are handed out; those whose decisions are weighed lie evenly among them."""
    games = [
        (seed, (number + 1) * plan.decisions // plan.games > number * plan.decisions // plan.games)
        for number, seed in enumerate(seeds(plan))
    ]
    return [tuple(games[start : start + CHUNK]) for start in range(0, plan.games, CHUNK)]


def seating(scenario: Scenario, seed: int, policy: str | None) -> dict[SeatId, str]:
    """Who holds which seat: one policy all of them, or for each seat one drawn by the seed."""
    return {seat: policy or POLICIES[draw(seed, "policy", seat, 0, 0, len(POLICIES) - 1)] for seat in scenario.members}


def play(scenario: Scenario, seed: int, seats: Mapping[SeatId, str], decisions: bool = False) -> Tally:
    """One game, counted, its decisions weighed where that is asked for.

    A game that breaks off is a fault of ours or of the scenario; its seed is kept.
    """
    tally = Tally(games=1)
    tally.held.update(seats.values())
    try:
        weighed = play_weighed(scenario, seed, seats) if decisions else None
        count(scenario, weighed.game if weighed else play_through(scenario, seed, seats), seats, tally)
        if weighed:
            weigh(weighed, seats, tally)
    except FAULTS as fault:
        tally.faults[seed] = f"{type(fault).__name__}: {fault}"
    return tally


def play_chunk(scenario: Scenario, chunk: Chunk, policy: str | None) -> Tally:
    """The tally of some games; one that fails is counted among the faults, by its seed."""
    total = Tally()
    for seed, decisions in chunk:
        total.add(play(scenario, seed, seating(scenario, seed, policy), decisions))
    return total


def portable(files: ScenarioFiles) -> Portable:
    """The files in a form that goes to another process."""
    return files.main, dict(files.contents), dict(files.shown)


# ------------------------------------------------------------------------------------------------------------------

_READ: dict[str, Scenario] = {}
"""The scenario that a process of the pool rehearses: read once a process."""


def _here(files: ScenarioFiles, chunks: list[Chunk], policy: str | None) -> Generator[Tally, None, None]:
    scenario = load_scenario(files)
    for chunk in chunks:
        yield play_chunk(scenario, chunk, policy)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Processes on this machine. Nobody waits for what they are at when it is stopped."""

    jobs: int

    def __call__(self, files: ScenarioFiles, chunks: list[Chunk], policy: str | None) -> Generator[Tally, None, None]:
        others, running = set(active_children()), set[Future[Tally]]()
        pool = ProcessPoolExecutor(min(self.jobs, len(chunks)), initializer=_start_process, initargs=(portable(files),))
        try:
            left: Iterator[Chunk] = iter(chunks)
            running = {pool.submit(_in_pool, chunk, policy) for chunk in islice(left, 2 * self.jobs)}
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                running |= {pool.submit(_in_pool, chunk, policy) for chunk in islice(left, len(done))}
                for part in done:
                    yield part.result()
        finally:
            for process in set(active_children()) - others if running else ():
                process.terminate()
            pool.shutdown(wait=True, cancel_futures=True)


def _start_process(files: Portable) -> None:
    """Read the scenario; an interrupt is for the parent, which stops this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _READ["scenario"] = load_scenario(ScenarioFiles(*files))


def _in_pool(chunk: Chunk, policy: str | None) -> Tally:
    return play_chunk(_READ["scenario"], chunk, policy)
