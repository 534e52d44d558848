"""Playing a log anew: each entry's events must follow from its command."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

from crisis_game.engine import codec
from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.sender import Sender
from crisis_game.engine.state import State
from crisis_game.exercise.chain import Raw
from crisis_game.exercise.entry import events_bytes, read_submission
from crisis_game.scenario.model import Scenario

Play = Callable[[Submission], "tuple[Event, ...] | Refusal"]
"""Plays one submission where the caller keeps a game."""


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
    sent: dict[tuple[Sender, str], int] = {}
    for n, command, events, _, _ in entries:
        try:
            submission = read_submission(command)
        except ValueError as fault:
            raise UnsoundError(f"entry {n}: its command cannot be read: {fault}.") from fault
        first = sent.setdefault((submission.by, submission.ref), n)
        if first != n:
            raise UnsoundError(f"entry {n}: it was sent before, as entry {first}, and counts once.")
        decided = step(scenario, state, submission)
        if isinstance(decided, Refusal):
            raise UnsoundError(f"entry {n}: this version of the game refuses its command ({decided.code}).")
        if events_bytes(decided) != events:
            raise UnsoundError(f"entry {n}: in this version of the game other events follow from its command.")
        yield Step(n, submission, decided)


class LogLine(Protocol):
    """An accepted submission with what came of it: a session's step or a save's entry."""

    @property
    def n(self) -> int:
        """Its number, from 1."""
        ...

    @property
    def submission(self) -> Submission:
        """Who wanted what."""
        ...

    @property
    def events(self) -> tuple[Event, ...]:
        """What came of it."""
        ...


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a log first comes out otherwise: the event of then and of now; None where one has none."""

    n: int
    was: Event | None
    now: Event | None


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a log goes no further: a command that does not apply any more, and why."""

    n: int
    submission: Submission
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Way:
    """How far an old log goes on a new scenario.

    Attributes:
        done: how many of its entries applied.
        differs: where things first came out otherwise; None where they never did.
        stop: the first command that does not apply; None where all do.
    """

    done: int
    differs: Difference | None
    stop: Stop | None


def as_far_as_it_goes(log: Iterable[LogLine], play: Play) -> Way:
    """Play the commands of an old log anew, until one does not apply any more.

    Args:
        log: what was accepted then, oldest first.
        play: plays one submission on the new scenario.
    """
    done, differs = 0, None
    for line in log:
        now = play(line.submission)
        if isinstance(now, Refusal):
            return Way(done, differs, Stop(line.n, line.submission, now))
        done += 1
        differs = differs or _difference(line, now)
    return Way(done, differs, None)


def _difference(line: LogLine, now: tuple[Event, ...]) -> Difference | None:
    """The first event that is not as it was."""
    for was, is_ in zip_longest(line.events, now):
        if was is None or is_ is None or codec.write(was) != codec.write(is_):
            return Difference(line.n, was, is_)
    return None
