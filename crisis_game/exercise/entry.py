"""One accepted submission with its events, and how it is written.

A command is written with `ref`, `seat`, `by` and `command`. `by` is `person:KEY`, `facilitator`, `session` or
`policy:NAME`; `by` and `ref` together stand in a log once.
"""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.engine import codec
from crisis_game.engine.act import Submission
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.event import Event
from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.engine.sender import Sender, read_ref, read_sender
from crisis_game.exercise.chain import Raw, canonical, from_canonical

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log.

    Attributes:
        n: its number, from 1.
        submission: who wanted what.
        events: what came of it.
        head: the chain's head after it.
        at: seconds since 1970 when it was accepted; outside the chain.
    """

    n: int
    submission: Submission
    events: tuple[Event, ...]
    head: bytes
    at: float


def command_bytes(submission: Submission) -> bytes:
    """A submission in its canonical form."""
    return canonical(codec.write(submission))


def events_bytes(events: tuple[Event, ...]) -> bytes:
    """Events in their canonical form."""
    return canonical([codec.write(event) for event in events])


def read_entry(raw: Raw, *, of_other_rules: bool = False) -> Entry:
    """An entry from how it is stored; what sent it may be anything where it is of other rules. Raises ValueError."""
    n, command, events, head, at = raw
    return Entry(n, read_submission(command, of_other_rules=of_other_rules), read_events(events), head, at)


def read_submission(data: bytes, *, of_other_rules: bool = False) -> Submission:
    """A submission from its canonical form.

    Args:
        data: as it is stored.
        of_other_rules: whether rules wrote it that had other words for senders; these are taken as they stand.

    Raises:
        ValueError: with one sentence, without a stop.
    """
    plain = from_canonical(data)
    if not isinstance(plain, dict) or set(plain) != {"ref", "seat", "by", "command"}:
        raise ValueError("a submission has ref, seat, by and command")
    texts = [plain[name] for name in ("ref", "seat", "by")]
    if not all(isinstance(text, str) and len(text) <= LONGEST_NAME for text in texts):
        raise ValueError("ref, seat and by are short texts")
    ref, seat, by = texts
    command = codec.read_kind(BY_KIND, plain["command"], "command")
    if of_other_rules:
        return Submission(ref, seat, Sender(by), command)
    return Submission(read_ref(ref), seat, read_sender(by), command)


def read_events(data: bytes) -> tuple[Event, ...]:
    """Events from their canonical form. Raises ValueError with one sentence."""
    plain = from_canonical(data)
    if not isinstance(plain, list):
        raise ValueError("events are a list")
    return tuple(codec.read_kind(EVENT_KINDS, event, f"event {place}") for place, event in enumerate(plain, 1))
