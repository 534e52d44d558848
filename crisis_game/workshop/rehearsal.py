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
from dataclasses import dataclass, field, replace
from itertools import islice
from multiprocessing import active_children
from typing import Any

from crisis_game.engine.chance import GREATEST_SEED, draw
from crisis_game.players.levels import PLAIN, Level
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.counterfactual_games import play_weighed, weigh
from crisis_game.workshop.game_records import RecordsInOrder, TellRecord, game_record
from crisis_game.workshop.rehearsal_counts import Record, Tally
from crisis_game.workshop.rehearsal_data import rehearsal_data
from crisis_game.workshop.rehearsed_game import count, play_through

__all__ = ["SHIPPED", "Chunk", "Plan", "Rehearsal", "Tally", "play", "rehearse", "seating", "seeds"]

SHIPPED = "shipped"
"""In place of a policy's name: in each seat the one that the scenario names for it."""

CHUNK = 4
"""Games that a process plays at a time: few enough for progress and for stopping soon."""

Progress = Callable[[int], None]
"""Told how many games are done."""

Chunk = tuple[tuple[int, bool], ...]
"""Seeds of games, and whether the decisions of each are weighed."""

Portable = tuple[str, dict[str, bytes], dict[str, str]]
"""The files of a scenario, as they go to another process."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is rehearsed.

    Attributes:
        games: how many, at least 1.
        seed: from which the seeds of the games are drawn.
        policy: who holds all seats but those in `seats`: a policy, or `SHIPPED` for the scenario's own in each seat;
            None draws a policy for each seat by the game's seed.
        jobs: processes, at least 1.
        decisions: in how many of the games, spread evenly over them, decisions are weighed by playing again with
            another choice; at most `games`.
        seats: who holds single seats in all games, by `players.seat_policies`.
        records: whether a record of each game is made.
        level: how well the policies play; `absent` and `alone`, which only measure, have none.
    """

    games: int
    seed: int = 0
    policy: str | None = None
    jobs: int = 1
    decisions: int = 0
    seats: Mapping[SeatId, str] = field(default_factory=dict)
    records: bool = False
    level: Level = PLAIN


Play = Callable[[ScenarioFiles, list[Chunk], Plan], Generator[Tally, None, None]]
"""Plays chunks of a plan somewhere, in any order; closed, it stops what it started."""

FAULTS = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of a rehearsal.

    Attributes:
        result: plain data (see `workshop.rehearsal_data`); all but `timing` depend on scenario, games, seed, policy,
            seats, decisions and level alone.
        faults: seeds of games that broke off, with what went wrong.
        stopped: whether somebody stopped it, so that only some of the games were played.
    """

    result: dict[str, Any]
    faults: Mapping[int, str]
    stopped: bool = False


def rehearse(
    files: ScenarioFiles,
    plan: Plan,
    progress: Progress | None = None,
    play_chunks: Play | None = None,
    tell: TellRecord | None = None,
) -> Rehearsal:
    """Play the games and tell what came of them; an interrupt ends it with what is done so far.

    Args:
        files: of the scenario.
        plan: what is played.
        progress: told how many games are done.
        play_chunks: where the games are played; by default in this process, or in `plan.jobs` of its own.
        tell: told the record of each game that came to its end, in the order of the plan's seeds.

    Raises:
        FaultyScenarioError: if the scenario has errors.
    """
    began = time.perf_counter()
    scenario = load_scenario(files)
    plan = replace(plan, records=tell is not None)
    chunks, total, stopped, in_order = chunked(plan), Tally(), False, RecordsInOrder(seeds(plan), tell or _nobody)
    where = play_chunks or (_here if plan.jobs == 1 or len(chunks) == 1 else _Pool(plan.jobs))
    try:
        with closing(where(files, chunks, plan)) as parts:
            for part in parts:
                in_order.take(part)
                total.add(part)
                if progress is not None:
                    progress(total.games)
    except KeyboardInterrupt:
        stopped = True
    in_order.tell_the_rest()
    result = rehearsal_data(scenario, total)
    result["level"] = plan.level
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


def seating(
    scenario: Scenario, seed: int, policy: str | None, seats: Mapping[SeatId, str] | None = None
) -> dict[SeatId, str]:
    """Who holds which seat: those of `seats` as it says, the others one policy, the scenario's own, or one by lot.

    Args:
        scenario: whose members' seats they are.
        seed: of the game, by which policies are drawn.
        policy: as in a `Plan`.
        seats: as in a `Plan`; None for no such seat.
    """
    held = {seat: policy or POLICIES[draw(seed, "policy", seat, 0, 0, len(POLICIES) - 1)] for seat in scenario.members}
    if policy == SHIPPED:
        held = {seat: scenario.states[seat].policy for seat in scenario.members}
    return {**held, **(seats or {})}


def play(
    scenario: Scenario,
    seed: int,
    seats: Mapping[SeatId, str],
    decisions: bool = False,
    records: bool = False,
    level: Level = PLAIN,
) -> Tally:
    """One game, counted, its decisions weighed and its record made where that is asked for.

    A game that breaks off is a fault of ours or of the scenario; its seed is kept.
    """
    tally = Tally(games=1)
    tally.held.update(seats.values())
    try:
        weighed = play_weighed(scenario, seed, seats, level) if decisions else None
        game = weighed.game if weighed else play_through(scenario, seed, seats, level=level)
        count(scenario, game, seats, tally)
        if records:
            tally.records[seed] = game_record(game.history.occasions, game.state, game.actions, seats)
        if weighed:
            weigh(weighed, seats, tally)
    except FAULTS as fault:
        tally.faults[seed] = f"{type(fault).__name__}: {fault}"
    return tally


def play_chunk(scenario: Scenario, chunk: Chunk, plan: Plan) -> Tally:
    """The tally of some games; one that fails is counted among the faults, by its seed."""
    total = Tally()
    for seed, decisions in chunk:
        seats = seating(scenario, seed, plan.policy, plan.seats)
        total.add(play(scenario, seed, seats, decisions, plan.records, plan.level))
    return total


def portable(files: ScenarioFiles) -> Portable:
    """The files in a form that goes to another process."""
    return files.main, dict(files.contents), dict(files.shown)


# ------------------------------------------------------------------------------------------------------------------

_READ: dict[str, Scenario] = {}
"""The scenario that a process of the pool rehearses: read once a process."""


def _nobody(_: Record) -> None:
    """Nobody is told."""


def _here(files: ScenarioFiles, chunks: list[Chunk], plan: Plan) -> Generator[Tally, None, None]:
    scenario = load_scenario(files)
    for chunk in chunks:
        yield play_chunk(scenario, chunk, plan)


@dataclass(frozen=True, slots=True)
class _Pool:
    """Processes on this machine. Nobody waits for what they are at when it is stopped."""

    jobs: int

    def __call__(self, files: ScenarioFiles, chunks: list[Chunk], plan: Plan) -> Generator[Tally, None, None]:
        others, running = set(active_children()), set[Future[Tally]]()
        pool = ProcessPoolExecutor(min(self.jobs, len(chunks)), initializer=_start_process, initargs=(portable(files),))
        try:
            left: Iterator[Chunk] = iter(chunks)
            running = {pool.submit(_in_pool, chunk, plan) for chunk in islice(left, 2 * self.jobs)}
            while running:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                running |= {pool.submit(_in_pool, chunk, plan) for chunk in islice(left, len(done))}
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


def _in_pool(chunk: Chunk, plan: Plan) -> Tally:
    return play_chunk(_READ["scenario"], chunk, plan)
