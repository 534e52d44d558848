"""The turns of seats without a person: the one way in which sessions, rehearsals and tests play them.

People come first. In SITUATION and ORDERS policies act when all people are ready, each all that it wants to. TABLE
runs in waves, in each of which every seat without a person makes one move; when all people are ready the waves that are
left run, until one passes in which nobody moves. Before a deadline closes a beat they act in the same way.

What is wanted is given out command by command, and whoever asks has it carried out in the very state that it came from
before asking on. Draws hang on the place alone: seat, round, phase and wave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from crisis_game.engine.act import Act
from crisis_game.engine.acts.facilitator import PERSON
from crisis_game.engine.acts.turns import BeginWave, Listen, SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.rounds import waits_for
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import SESSION, Sender, by_policy
from crisis_game.engine.state import State, Table
from crisis_game.engine.unit_of_work import Working
from crisis_game.players.one_move import is_answer
from crisis_game.players.policy import Policy
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario

MOST_COMMANDS = 60
"""Commands that a policy may give in one turn before it is taken to be done."""

PLAY = ("briefing", "consultation", "drafting", "voting", "response", "consequences", "review")

Place = tuple[str, int]
"""A beat of a game: its phase and round."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be submitted next, for which seat and by whom.

    Attributes:
        possible: whether it was found possible in what the policy saw, so that nobody needs to ask again.
    """

    seat: SeatId
    sender: Sender
    command: Act
    possible: bool = False


def is_over(state: State) -> bool:
    """Whether play has begun and ended."""
    return state.table.phase not in (*PLAY, "lobby")


def in_turn(players: Mapping[SeatId, Policy], table: Table) -> list[tuple[SeatId, Policy]]:
    """Players in the order in which they speak: each round another speaks first, in each game another begins.

    What is tabled first is put first, so that nobody may always begin.
    """
    seats = sorted(players.items())
    first = (table.seed + table.round) % max(1, len(seats))
    return seats[first:] + seats[:first]


class Turns:
    """The seats without a person in one state, which whoever has the turns carried out moves on.

    Args:
        scenario: what is played.
        state: where it stands.
        players: the policies by seat.
    """

    def __init__(self, scenario: Scenario, state: State, players: Mapping[SeatId, Policy]) -> None:
        self._scenario = scenario
        self._state = state
        self._players = players

    @property
    def place(self) -> Place:
        """The beat that is played."""
        return self._state.table.phase, self._state.table.round

    def after(self, seat: SeatId, command: Act, *, by_clock: bool = False) -> Iterator[Wish]:
        """What follows from something that was done, until people are waited for or play is over.

        Args:
            seat: whose deed it was.
            command: the deed.
            by_clock: whether waves come by the clock, and not from what people do.
        """
        if not self._waits_for_people():
            yield from self._until_people()
        elif isinstance(command, BeginWave | Listen):
            yield from self._moves()
        elif not by_clock and command.initiative and self._is_person(seat) and self._wave_is_left():
            yield from self._wave()
        else:
            yield from self._answers(self._asked_by_people)

    def beat(self) -> Iterator[Wish]:
        """All that is still wanted in this beat, seat by seat; at TABLE first the waves that are left."""
        here = self.place
        if here[0] == "consultation":
            yield from self._waves()
        for seat, player in self._in_turn():
            if self.place == here and here[0] != "consultation":
                yield from self._turn(seat, player)
            if self.place == here and seat not in self._state.ready:
                yield Wish(seat, by_policy(player.name), SetReady())

    # --------------------------------------------------------------------------------------------------------------

    def _until_people(self) -> Iterator[Wish]:
        """Beat by beat, until people are waited for or play is over.

        Raises RuntimeError where a beat does not close: a fault of ours.
        """
        while not is_over(self._state) and not self._waits_for_people():
            here = self.place
            yield from self.beat()
            if self.place == here:
                raise RuntimeError("the policies do not come to rest")

    def _waves(self) -> Iterator[Wish]:
        """The waves that are left, until one passes in which nobody does anything; then what was asked since."""
        moves = True
        while moves and self._wave_is_left():
            moves = False
            for number, wish in enumerate(self._wave()):
                moves = moves or number > 0
                yield wish
        yield from self._answers(lambda _: True)

    def _wave(self) -> Iterator[Wish]:
        yield Wish(SESSION, SESSION, BeginWave())
        yield from self._moves()

    def _moves(self) -> Iterator[Wish]:
        """One move of each seat, in the wave that has begun."""
        for seat, player in self._in_turn():
            yield from self._turn(seat, player)

    def _answers(self, of: Callable[[SeatId], bool]) -> Iterator[Wish]:
        """Answers of these seats to what they were asked: they wait for no wave."""
        for seat, player in self._in_turn():
            if of(seat):
                yield from self._turn(seat, player, answers=True)

    def _asked_by_people(self, seat: SeatId) -> bool:
        return any(self._is_person(by) for by, _, _ in self._seen(seat).asked)

    def _turn(self, seat: SeatId, player: Policy, *, answers: bool = False) -> Iterator[Wish]:
        """All that a seat wants to do now, or what it has to answer; no more once it is ready."""
        here, table = self.place, self._state.table
        stream = Stream(table.seed, f"policy:{seat}:{table.round}:{table.phase}:{len(self._state.waves.begun)}")
        for _ in range(MOST_COMMANDS):
            if self.place != here or seat in self._state.ready:
                return
            seen = self._seen(seat)
            choice = player.choose(seen, stream)
            if isinstance(choice.command, SetReady) or (answers and not is_answer(seen, choice.command)):
                return
            yield Wish(seat, by_policy(player.name), choice.command, choice.possible)

    def _in_turn(self) -> list[tuple[SeatId, Policy]]:
        return in_turn(self._players, self._state.table)

    def _seen(self, seat: SeatId) -> Seen:
        return Seen(self._scenario, self._state, seat)

    def _is_person(self, seat: SeatId) -> bool:
        return self._state.table.holders.get(seat) == PERSON

    def _waits_for_people(self) -> bool:
        return any(map(self._is_person, waits_for(Working(self._scenario, self._state))))

    def _wave_is_left(self) -> bool:
        seen = self._seen(FACILITATOR)
        return seen.beat == "table" and seen.wave < seen.numbers.waves and bool(seen.movers)
