"""Playing a log anew: each entry's events must follow from its command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crisis_game.engine.act import Refusal
from crisis_game.engine.commands import Submission
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.state import State
from crisis_game.exercise.chain import Raw
from crisis_game.exercise.entry import events_bytes, read_submission
from crisis_game.scenario.model import Scenario


class UnsoundError(Exception):
    """A log does not hold; the message is one sentence without the name of the file."""


@dataclass(frozen=True, slots=True)
class Step:
    """One accepted submission with its events."""

    n: int
    submission: Submission
    events: tuple[Event, ...]


def replay(scenario: Scenario, state: State, entries: Iterable[Raw]) -> Iterator[Step]:
    """Play entries anew, one by one.

    Args:
        scenario: what was played.
        state: a new state, which belongs to the replay: it stands after each entry when that is given.
        entries: the log as it is stored, from its first entry.

    Raises:
        UnsoundError: at the first entry of which the stored events are not those that follow.
    """
    for n, command, events, _, _ in entries:
        try:
            submission = read_submission(command)
        except ValueError as fault:
            raise UnsoundError(f"entry {n}: its command cannot be read: {fault}.") from fault
        decided = step(scenario, state, submission)
        if isinstance(decided, Refusal):
            raise UnsoundError(f"entry {n}: this version of the game refuses its command ({decided.code}).")
        if events_bytes(decided) != events:
            raise UnsoundError(f"entry {n}: in this version of the game other events follow from its command.")
        yield Step(n, submission, decided)
