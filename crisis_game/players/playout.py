"""One game by policies, without a save: for rehearsals, hinges and tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crisis_game.engine.act import Act, Refusal, Submission
from crisis_game.engine.acts.turns import SetReady, Start
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.machine import carry_out, step
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import SESSION, by_policy, numbered
from crisis_game.engine.state import State, Table
from crisis_game.engine.unit_of_work import Fold
from crisis_game.players.policy import Policy
from crisis_game.players.seat_policies import seat_policy
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario

MOST_MOVES = 60
"""Commands that a policy may give in one turn before it is taken to be ready."""

MOST_TURNS = 4
"""Turns that a patient policy waits for others at the table before it is ready."""

Place = tuple[str, int]
"""A beat of a game: its phase and round."""

PLAY = ("briefing", "consultation", "drafting", "voting", "response", "consequences", "review")


def in_turn(players: Mapping[SeatId, Policy], table: Table) -> list[tuple[SeatId, Policy]]:
    """Players in the order in which they speak: each round another speaks first, in each game another begins.

    What is tabled first is put first, so that nobody may always begin.
    """
    seats = sorted(players.items())
    first = (table.seed + table.round) % max(1, len(seats))
    return seats[first:] + seats[:first]


def is_over(state: State) -> bool:
    """Whether play has begun and ended."""
    return state.table.phase not in (*PLAY, "lobby")


@dataclass(slots=True)
class Playout:
    """A game as it is played: its state, what happened, how many commands were accepted.

    Attributes:
        fold: lets each event happen in this state; None applies it and no more.
    """

    scenario: Scenario
    state: State
    seats: Mapping[SeatId, Policy]
    actions: int = 0
    fold: Fold | None = None
    _streams: dict[SeatId, Stream] = field(init=False)

    def __post_init__(self) -> None:
        """Give each seat a stream of its own; games that go on from one state in two ways meet the same draws."""
        table = self.state.table
        self._streams = {seat: Stream(table.seed, f"policy:{seat}:{table.round}:{table.phase}") for seat in self.seats}

    @property
    def place(self) -> Place:
        """The beat that is played."""
        return self.state.table.phase, self.state.table.round

    @property
    def goes_on(self) -> bool:
        """Whether there is another beat to be played."""
        return self.state.table.phase in PLAY

    def moves(self) -> Iterator[tuple[Submission, tuple[Event, ...]]]:
        """Play to the end; each accepted submission with its events."""
        while self.goes_on:
            yield from self.beat()

    def fork(self, state: State, seats: Mapping[SeatId, Policy], fold: Fold | None = None) -> Playout:
        """The game as it goes on from a copy of its state, by policies that meet the same draws.

        Between two beats only: what a beat has come to is not copied.
        """
        other = Playout(self.scenario, state, seats, self.actions, fold)
        other._streams = {seat: stream.fork() for seat, stream in self._streams.items()}
        return other

    def run(self) -> State:
        """Play to the end and give the last state."""
        for _ in self.moves():
            pass
        return self.state

    def beat(self) -> Iterator[tuple[Submission, tuple[Event, ...]]]:
        """Turns of the seats that are not ready, until all are.

        At the table a patient policy that has nothing more to do waits to see what the others do.
        """
        here, seats = self.place, in_turn(self.seats, self.state.table)
        turns = MOST_TURNS if self.state.table.phase == "consultation" else 1
        for turn in range(turns):
            before = self.actions
            for seat, player in seats:
                yield from self._turn(seat, player, waits=player.patient and turn < turns - 1)
                if self.place != here:
                    return
            if self.actions == before:
                break
        for seat, player in seats:
            if self.place == here and seat not in self.state.ready:
                yield self._submit(seat, player, SetReady())

    def _turn(self, seat: SeatId, player: Policy, waits: bool) -> Iterator[tuple[Submission, tuple[Event, ...]]]:
        """All that a seat wants to do now; then it is ready, or waits."""
        here = self.place
        for _ in range(MOST_MOVES):
            if self.place != here or seat in self.state.ready:
                return
            choice = player.choose(Seen(self.scenario, self.state, seat), self._streams[seat])
            if waits and isinstance(choice.command, SetReady):
                return
            yield self._submit(seat, player, choice.command, possible=choice.possible)

    def _submit(
        self, seat: SeatId, player: Policy, command: Act, *, possible: bool = False
    ) -> tuple[Submission, tuple[Event, ...]]:
        self.actions += 1
        submission = Submission(numbered(seat, self.actions), seat, by_policy(player.name), command)
        events = (carry_out if possible else step)(self.scenario, self.state, submission, self.fold)
        if isinstance(events, Refusal):
            raise RuntimeError(f"{player.name} in {seat} wanted {command}, refused: {events.code}")
        return submission, events


def opening(seed: int) -> Submission:
    """The first submission of every game."""
    return Submission(numbered(SESSION, 0), SESSION, SESSION, Start(seed))


def taken(scenario: Scenario, state: State, submission: Submission, fold: Fold | None = None) -> tuple[Event, ...]:
    """What comes of a submission that must be possible; the state goes on by it.

    Raises:
        RuntimeError: if it is refused.
    """
    events = step(scenario, state, submission, fold)
    if isinstance(events, Refusal):
        raise RuntimeError(f"{submission.command} by {submission.seat} is refused: {events.code}")
    return events


def playout(scenario: Scenario, seed: int, policies: Mapping[SeatId, str] | None = None) -> Playout:
    """A game from the start, by the policies named, else by those of the scenario."""
    state = State()
    taken(scenario, state, opening(seed))
    return going_on(scenario, state, policies or {})


def going_on(scenario: Scenario, state: State, policies: Mapping[SeatId, str], fold: Fold | None = None) -> Playout:
    """A game from a state that the caller owns, by policies from there on."""
    return Playout(scenario, state, players_of(scenario, policies), fold=fold)


def players_of(scenario: Scenario, policies: Mapping[SeatId, str]) -> dict[SeatId, Policy]:
    """A player for each member: the policy named, else that of the scenario."""
    return {seat: seat_policy(policies.get(seat) or scenario.states[seat].policy) for seat in scenario.members}
