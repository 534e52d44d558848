"""The games that bars are measured on: for each council, one on every seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.bars.kept_games import KeptGames, kept_games
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

    @property
    def in_words(self) -> str:
        """What it is called where its games are kept."""
        return " ".join((self.policy or "mixed", *(f"{seat}={name}" for seat, name in self.seats)))


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
def playing(files: ScenarioFiles, seeds: Sequence[int], jobs: int, kept_in: Path | None = None) -> Iterator[Games]:
    """Games on these seeds.

    Args:
        files: of the scenario.
        seeds: of the games of each council.
        jobs: processes.
        kept_in: a file where games are kept between runs.

    Raises:
        BrokenGameError: where games are asked for and one breaks off.
        FaultyScenarioError: if the scenario has errors.
        KeptGamesError: if games cannot be read from the file.
    """
    scenario = load_scenario(files)
    kept = kept_games(kept_in, scenario.content_hash)
    if jobs == 1:
        yield Games(scenario, len(seeds), _with_kept(kept, seeds, partial(map, partial(_record, scenario))))
        return
    with ProcessPoolExecutor(jobs, initializer=_start_process, initargs=(portable(files),)) as pool:
        yield Games(
            scenario, len(seeds), _with_kept(kept, seeds, partial(pool.map, _in_pool, chunksize=GAMES_AT_A_TIME))
        )


PlayEach = Callable[[Sequence[Council], Sequence[int]], Iterable[Record]]
"""Plays a game of each council on the seed beside it."""


def _with_kept(kept: KeptGames, seeds: Sequence[int], play: PlayEach) -> PlayCouncil:
    """Plays of a council what is not kept, and keeps it."""

    def games(council: Council) -> Sequence[Record]:
        name = council.in_words
        left = [seed for seed in seeds if kept.get((name, seed)) is None]
        played: dict[int, Record] = {}
        for seed, record in zip(left, play([council] * len(left), left), strict=True):
            kept.keep((name, seed), record)
            played[seed] = record
        return [played[seed] if seed in played else kept.games[name, seed] for seed in seeds]

    return games


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
