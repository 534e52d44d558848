"""One game by policies, without a save: for rehearsals, hinges and tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.acts.turns import Start
from crisis_game.engine.event import Event
from crisis_game.engine.machine import carry_out, step
from crisis_game.engine.sender import SESSION, numbered
from crisis_game.engine.state import State
from crisis_game.engine.unit_of_work import Fold
from crisis_game.players.levels import PLAIN, Level
from crisis_game.players.policy import Policy
from crisis_game.players.seat_policies import seat_policy
from crisis_game.players.turns import PLAY, Place, Turns, Wish
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario


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
        return Playout(self.scenario, state, seats, self.actions, fold)

    def run(self) -> State:
        """Play to the end and give the last state."""
        for _ in self.moves():
            pass
        return self.state

    def beat(self) -> Iterator[tuple[Submission, tuple[Event, ...]]]:
        """What all seats want in this beat, until it closes."""
        for wish in Turns(self.scenario, self.state, self.seats).beat():
            yield self._submit(wish)

    def _submit(self, wish: Wish) -> tuple[Submission, tuple[Event, ...]]:
        self.actions += 1
        submission = Submission(numbered(wish.seat, self.actions), wish.seat, wish.sender, wish.command)
        events = (carry_out if wish.possible else step)(self.scenario, self.state, submission, self.fold)
        if isinstance(events, Refusal):
            raise RuntimeError(f"{wish.sender} in {wish.seat} wanted {wish.command}, refused: {events.code}")
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


def going_on(
    scenario: Scenario, state: State, policies: Mapping[SeatId, str], fold: Fold | None = None, level: Level = PLAIN
) -> Playout:
    """A game from a state that the caller owns, by policies of a level from there on."""
    return Playout(scenario, state, players_of(scenario, policies, level), fold=fold)


def players_of(scenario: Scenario, policies: Mapping[SeatId, str], level: Level = PLAIN) -> dict[SeatId, Policy]:
    """A player of a level for each member: the policy named, else that of the scenario."""
    named = {seat: policies.get(seat) or scenario.states[seat].policy for seat in scenario.members}
    return {seat: seat_policy(name, level) for seat, name in named.items()}
