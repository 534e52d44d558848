"""The games that bars are measured on: for each council, one on every seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.game_records import play_record
from crisis_game.workshop.rehearsal import FAULTS, SHIPPED, Portable, portable, seating
from crisis_game.workshop.rehearsal_counts import Record

GAMES_AT_A_TIME = 4
"""Games that a process takes at a time."""


class BrokenGameError(Exception):
    """A game broke off; one sentence says which, and how."""


@dataclass(frozen=True, slots=True)
class Council:
    """Who sits in all games of a bar.

    Attributes:
        policy: as in a `Plan`: one policy, `SHIPPED`, or None for policies by lot.
        seats: seats in other hands, with who holds them.
    """

    policy: str | None = SHIPPED
    seats: tuple[tuple[SeatId, str], ...] = ()


SHIPPED_COUNCIL, MIXED_COUNCIL = Council(), Council(None)

PlayCouncil = Callable[[Council], Sequence[Record]]
"""The games of a council, in the order of the seeds."""


@dataclass(slots=True)
class Games:
    """The games of all councils on the same seeds, each played once.

    Attributes:
        seeds: how many games each council plays.
    """

    scenario: Scenario
    seeds: int
    play: PlayCouncil
    _played: dict[Council, Sequence[Record]] = field(default_factory=dict)

    def of(self, council: Council) -> Sequence[Record]:
        """The games of a council, in the order of the seeds."""
        if council not in self._played:
            self._played[council] = self.play(council)
        return self._played[council]

    def with_seat(self, seat: SeatId, name: str) -> Sequence[Record]:
        """The games of the shipped council with one seat in the hands of a policy."""
        own = self.scenario.states[seat].policy
        return self.of(SHIPPED_COUNCIL if name == own else Council(SHIPPED, ((seat, name),)))


@contextmanager
def playing(files: ScenarioFiles, seeds: Sequence[int], jobs: int) -> Iterator[Games]:
    """Games on these seeds, played by so many processes.

    Raises:
        BrokenGameError: where games are asked for and one breaks off.
        FaultyScenarioError: if the scenario has errors.
    """
    scenario = load_scenario(files)
    if jobs == 1:
        yield Games(scenario, len(seeds), lambda council: [_record(scenario, council, seed) for seed in seeds])
        return
    with ProcessPoolExecutor(jobs, initializer=_start_process, initargs=(portable(files),)) as pool:

        def play(council: Council) -> Sequence[Record]:
            return list(pool.map(partial(_in_pool, council), seeds, chunksize=GAMES_AT_A_TIME))

        yield Games(scenario, len(seeds), play)


def _record(scenario: Scenario, council: Council, seed: int) -> Record:
    try:
        return play_record(scenario, seed, seating(scenario, seed, council.policy, dict(council.seats)))
    except FAULTS as fault:
        raise BrokenGameError(f"the game with seed {seed} broke off: {type(fault).__name__}: {fault}") from fault


_READ: dict[str, Scenario] = {}
"""The scenario that a process of the pool plays: read once a process."""


def _start_process(files: Portable) -> None:
    _READ["scenario"] = load_scenario(ScenarioFiles(*files))


def _in_pool(council: Council, seed: int) -> Record:
    return _record(_READ["scenario"], council, seed)
