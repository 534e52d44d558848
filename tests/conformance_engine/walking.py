"""Walks through whole exercises for tests: every seat in turn does something drawn from what it is offered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from crisis_game.engine.act import Act, Refusal, Submission
from crisis_game.engine.acts.turns import SetReady, Start
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.machine import legal, step
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import at_keyboard
from crisis_game.engine.state import State
from crisis_game.exercise.session_opening import read
from crisis_game.players.turns import PLAY
from crisis_game.scenario.ids import FACILITATOR, SeatId
from crisis_game.scenario.model import Scenario

TINY = str(Path(__file__).parents[1] / "data" / "tiny.yaml")
ASKING = str(Path(__file__).parents[1] / "data" / "asking.yaml")
MANY = str(Path(__file__).parents[1] / "data" / "many-press.yaml")
QUARRELS = tuple(str(Path(__file__).parents[1] / "data" / f"{name}.yaml") for name in ("quarrel", "sketch-quarrel"))
"""Charters whose clauses bite, for what occurs nowhere else."""
SCENARIOS = (TINY, ASKING, MANY, "first-watch", "hesk-strait")
SELDOM = frozenset(("advance", "end-exercise", "retract"))
"""What would end a walk early if it were drawn as often as the rest."""

Move = tuple[Submission, tuple[Event, ...]]


@cache
def loaded(name: str) -> Scenario:
    """A scenario by id or path."""
    return read(name)[0]


class Walk:
    """One walk; its state is its own.

    Args:
        scenario: what is walked through.
        seed: of all chance.
        led: of a hundred turns of the facilitator's, in how many they do something.

    Attributes:
        scenario, state: what is walked through, and where it stands.
        log: what was done, with its events.
        seats: all that take part.
    """

    def __init__(self, scenario: Scenario, seed: int, led: int = 8) -> None:
        self.scenario = scenario
        self.state = State()
        self._led = led
        self.log: list[Move] = []
        self.seats: tuple[SeatId, ...] = (*scenario.states, FACILITATOR)
        self._stream = Stream(seed, "walk")
        self.submit(Submission("start", "session", "session", Start(seed)))

    @property
    def over(self) -> bool:
        """Whether play is over."""
        return self.state.table.phase not in PLAY

    def seen(self, seat: SeatId) -> Seen:
        """What a seat may know now."""
        return Seen(self.scenario, self.state, seat)

    def submit(self, submission: Submission) -> tuple[Event, ...]:
        """Do something that must be possible."""
        events = step(self.scenario, self.state, submission)
        assert not isinstance(events, Refusal), (submission, events)
        self.log.append((submission, events))
        return events

    def wish(self) -> Submission:
        """What some seat wants to do next."""
        while True:
            seat = self._stream.pick(self.seats)
            command = self._drawn(seat)
            if command is not None:
                return Submission(f"{len(self.log)}", seat, at_keyboard(seat), command)

    def twin(self, seed: int) -> Walk:
        """Another walk from here, with other draws and an empty log."""
        other = object.__new__(Walk)
        other.scenario, other.seats, other.state, other._led = self.scenario, self.seats, self.state.fork(), self._led
        other.log, other._stream = [], Stream(seed, "twin")
        return other

    def standing(self) -> Walk:
        """The walk as it stands now; what is walked later leaves it as it is."""
        other = object.__new__(Walk)
        other.scenario, other.seats, other.state, other._led = self.scenario, self.seats, self.state.fork(), self._led
        other.log, other._stream = list(self.log), self._stream
        return other

    def moves(self, most: int) -> Iterator[Move]:
        """Walk on, until play is over or so many moves are made."""
        for _ in range(most):
            if self.over:
                return
            self.submit(self.wish())
            yield self.log[-1]

    def _drawn(self, seat: SeatId) -> Act | None:
        if seat == FACILITATOR and not self._stream.chance(self._led):
            return None
        offers = {offer.kind: offer for offer in legal(self.seen(seat))}
        if SetReady.kind in offers and self._stream.chance(15):
            return SetReady()
        kind = self._stream.pick(sorted(offers)) if offers else ""
        if not kind or (kind in SELDOM and not self._stream.chance(20)):
            return None
        return offers[kind].draw(self._stream)
