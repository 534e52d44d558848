"""Where the exercise stands: phase, round, clock, who is ready."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.engine.seeing.eyes import Eyes
from crisis_game.engine.shared_values import Hidden
from crisis_game.engine.state import MoveSeen
from crisis_game.scenario import model
from crisis_game.scenario.ids import BEAT_OF, Beat, Phase, SeatId


@dataclass(frozen=True, slots=True)
class WaveSeen:
    """One wave of this TABLE, as a seat may know it.

    Attributes:
        number: from 1.
        moves: what seats without a person did in it, oldest first.
    """

    number: int
    moves: tuple[MoveSeen, ...]


class TableSeen(Eyes):
    """Where we stand."""

    __slots__ = ()

    @property
    def phase(self) -> Phase:
        """The phase."""
        return self._state.table.phase

    @property
    def beat(self) -> Beat:
        """The beat."""
        return BEAT_OF[self._state.table.phase]

    @property
    def round(self) -> int:
        """The round, from 1; 0 before the start."""
        return self._state.table.round

    @property
    def rounds(self) -> int:
        """How many rounds are planned."""
        return self._scenario.lesson.rounds

    @property
    def lesson(self) -> model.Lesson:
        """How it is played."""
        return self._scenario.lesson

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self._state.table.paused

    @property
    def extra_seconds(self) -> int:
        """Seconds that the facilitator has given this beat beside its own."""
        return self._state.table.extra_seconds

    @property
    def emergency(self) -> str | None:
        """The text under the emergency procedure, where one was called this round."""
        return self._state.table.emergency

    @property
    def last_emergency(self) -> int:
        """The round of the last emergency procedure; far below 0 for never."""
        return self._state.table.last_emergency

    @property
    def emergencies(self) -> int:
        """How often the emergency procedure has been used."""
        return self._state.table.emergencies

    @property
    def closing(self) -> bool:
        """Whether play ends with this beat."""
        return self._state.table.closing

    @property
    def ending(self) -> str | None:
        """The ending, once it has come."""
        return self._state.table.ending

    @property
    def to_reveal(self) -> tuple[Hidden, ...]:
        """What there is to reveal, for the facilitator alone: a scenario may have nobody who presses."""
        actors = self._state.world.actors.values() if self._all else ()
        minds: tuple[Hidden, ...] = ("temperament",) if any(actor.temperament for actor in actors) else ()
        scores: tuple[Hidden, ...] = ("scores",) if any(actor.done or actor.ordered for actor in actors) else ()
        return ("truth", *minds, *scores) if self._all else ()

    @property
    def revealed(self) -> frozenset[str]:
        """What has been revealed before the debrief: `truth`, `temperament`, `scores`."""
        return frozenset(self._state.table.revealed)

    @property
    def wave(self) -> int:
        """How many waves have begun in the TABLE of this round; 0 when it opens."""
        return len(self._state.waves.begun)

    @property
    def waves(self) -> tuple[WaveSeen, ...]:
        """These waves, newest last, with the moves that this seat may know of."""
        return tuple(
            WaveSeen(number, tuple(move.move for move in wave.moves if self.reads(move.to)))
            for number, wave in enumerate(self._state.waves.begun, 1)
        )

    @property
    def movers(self) -> tuple[SeatId, ...]:
        """Members of the table without a person: each makes one move in a wave."""
        council = self._state.council
        return tuple(
            seat for seat in self.members if self.holder(seat) != "person" and seat not in council.without_seat
        )

    def is_ready(self, seat: SeatId | None = None) -> bool:
        """Whether a seat (else one's own) is ready."""
        return (seat or self.seat) in self._state.ready

    def holder(self, seat: SeatId) -> str:
        """Who holds a seat: `person`, or a policy's name; `policy` for a seat of others held by any policy."""
        held = self._state.table.holders.get(seat, "policy")
        return held if seat == self.seat or held == "person" or self._all else "policy"
