"""A running exercise: it accepts submissions, keeps them durably, tells listeners, and lets policies act."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from crisis_game.assessment.public_record import PublicAct, public_record
from crisis_game.engine.act import Refusal
from crisis_game.engine.chance import Stream
from crisis_game.engine.commands import Command, HandSeat, SetReady, Start, Submission
from crisis_game.engine.event import Event
from crisis_game.engine.machine import apply, decide
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.exercise.save import Save, SaveError
from crisis_game.players.playout import PLAY
from crisis_game.players.policy import Policy, policy
from crisis_game.scenario.ids import BEAT_OF, SeatId
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario

PERSON = "person"
MOST_TURNS = 400
"""Commands that policies may give on end before it is a person's turn again; more would be a fault of ours."""

Listener = Callable[["Step"], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One accepted submission with its events."""

    n: int
    submission: Submission
    events: tuple[Event, ...]


class Session:
    """One exercise on one machine.

    Attributes:
        scenario: what is played.
        log: all accepted submissions with their events, oldest first.
    """

    def __init__(self, scenario: Scenario, save: Save | None) -> None:
        self.scenario = scenario
        self.log: list[Step] = []
        self._save = save
        self._state = State()
        self._policies: dict[SeatId, Policy] = {}
        self._listeners: list[Listener] = []

    @classmethod
    def start(
        cls, scenario: Scenario, roster: Mapping[SeatId, str], save: Save | None, seed: int | None = None
    ) -> Session:
        """Open an exercise: who holds which seat, and the first briefing.

        Args:
            scenario: what is played.
            roster: `person` or a policy's name by seat; a member that is missing plays by its scenario's policy.
            save: where it is kept; None keeps nothing.
            seed: of all chance; None draws one from the system.
        """
        session = cls(scenario, save)
        for seat in scenario.members:
            session._accept(
                _by_session(f"seat-{seat}", HandSeat(seat, roster.get(seat) or scenario.states[seat].policy))
            )
        session._accept(_by_session("start", Start(secrets.randbits(63) if seed is None else seed)))
        session.let_policies_act()
        return session

    @classmethod
    def resume(cls, scenario: Scenario, save: Save) -> Session:
        """Go on with an exercise: its events are folded, nothing is decided anew.

        Raises:
            SaveError: if an entry of the save cannot be read.
        """
        session = cls(scenario, save)
        for entry in save.entries():
            _fold(session._state, entry.events, entry.n)
            session.log.append(Step(entry.n, entry.submission, entry.events))
        session.let_policies_act()
        return session

    # What is asked of it ------------------------------------------------------------------------------------------

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        return self._state.table.phase not in (*PLAY, "lobby")

    @property
    def persons(self) -> tuple[SeatId, ...]:
        """Seats held by people, in the order of their ids."""
        return tuple(sorted(seat for seat, holder in self._state.table.holders.items() if holder == PERSON))

    @property
    def holders(self) -> dict[SeatId, str]:
        """Who holds each seat."""
        return dict(self._state.table.holders)

    @property
    def head(self) -> bytes | None:
        """The head of the save's chain; None without a save."""
        return self._save.head if self._save else None

    @property
    def save(self) -> Save | None:
        """Where the exercise is kept."""
        return self._save

    def seen(self, seat: SeatId) -> Seen:
        """What a seat may know now."""
        return Seen(self.scenario, self._state, seat)

    def waiting(self) -> tuple[SeatId, ...]:
        """People whom the beat waits for: those not ready."""
        return tuple(seat for seat in self.persons if seat not in self._state.table.ready)

    def own_log(self, seat: SeatId) -> list[Step]:
        """The log as one seat may read it: its own numbering, only what it sees."""
        seen = self.seen(seat)
        found: list[Step] = []
        for step in self.log:
            events = tuple(event for event in step.events if seen.reads(event.to))
            if events:
                found.append(Step(len(found) + 1, step.submission, events))
        return found

    def record(self) -> tuple[PublicAct, ...]:
        """The acts on record as all members may read them now, newest first."""
        return public_record(self.scenario, self._state)

    def final_state(self) -> State:
        """A copy of the whole state, for the debrief; nobody in play may have it."""
        return self._state.fork()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of each accepted submission; call what comes back to be told no more."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # What is done -------------------------------------------------------------------------------------------------

    def submit(self, seat: SeatId, command: Command, by: str = PERSON) -> Refusal | None:
        """Submit a command for a seat; None when it is accepted and durable, then policies have answered.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        refusal = self._accept(Submission(secrets.token_hex(6), seat, by, command))
        if refusal is None:
            self.let_policies_act()
        return refusal

    def let_policies_act(self) -> None:
        """Let every seat held by a policy do what it wants to do, until only people are waited for."""
        for _ in range(MOST_TURNS):
            if self.finished or not self._one_round_of_policies():
                return
        raise RuntimeError("the policies do not come to rest")

    def _one_round_of_policies(self) -> bool:
        """One command of each policy that has one; False when none has."""
        acted = False
        for seat, player in self._players():
            if self.finished:
                return True
            stream = Stream(self._state.table.seed, f"policy:{seat}:{len(self.log)}")
            command = player.choose(self.seen(seat), stream).command
            if isinstance(command, SetReady) and seat in self._state.table.ready:
                continue
            acted |= self._accept(Submission(f"{seat}-{len(self.log)}", seat, player.name, command)) is None
        return acted

    def _players(self) -> list[tuple[SeatId, Policy]]:
        """The seats held by policies, in the order of their ids."""
        held = sorted((seat, name) for seat, name in self._state.table.holders.items() if name != PERSON)
        for seat, name in held:
            if seat not in self._policies or self._policies[seat].name != name:
                self._policies[seat] = policy(name)
        return [(seat, self._policies[seat]) for seat, _ in held]

    def _accept(self, submission: Submission) -> Refusal | None:
        """Decide, save, then apply and tell: in this order, so that what is acknowledged is kept."""
        decided = decide(self.scenario, self._state, submission)
        if isinstance(decided, Refusal):
            return decided
        after = self._state.fork()
        _fold(after, decided, len(self.log) + 1)
        if self._save is not None:
            self._save.append([(submission, decided)], standing(after))
        self._state = after
        step = Step(len(self.log) + 1, submission, decided)
        self.log.append(step)
        for listener in tuple(self._listeners):
            listener(step)
        return None


def standing(state: State) -> dict[str, Any]:
    """Where an exercise stands, for lists of saves."""
    table = state.table
    return {"round": table.round, "beat": BEAT_OF[table.phase], "finished": table.phase not in (*PLAY, "lobby")}


def header(scenario: Scenario, files: ScenarioFiles, seat: str) -> dict[str, Any]:
    """The header of a new save: which scenario, of which content, whose main seat."""
    return {"scenario": scenario.id, "content_hash": scenario.content_hash, "main": files.main, "seat": seat}


def _by_session(ref: str, command: Command) -> Submission:
    return Submission(ref, "session", "session", command)


def _fold(state: State, events: tuple[Event, ...], n: int) -> None:
    """Apply events; one that does not fit the state is a fault of the save."""
    try:
        for event in events:
            apply(state, event)
    except (KeyError, IndexError, AttributeError, TypeError, ValueError) as fault:
        raise SaveError(f"entry {n} does not follow from what went before; the save was altered.") from fault
