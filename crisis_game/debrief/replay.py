"""A log step by step: who did what, and what came of it. Before the end only what the save's own seat may see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crisis_game.engine.event import Event
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.exercise.replay import LogLine
from crisis_game.players.turns import PLAY
from crisis_game.scenario.ids import BEAT_OF, FACILITATOR, Phase, SeatId
from crisis_game.texts import Text

_LOBBY: Phase = "lobby"

"""Commands that no menu offers."""


@dataclass(frozen=True, slots=True)
class ReplayedEvent:
    """One event: its kind, and its sentence where it has one."""

    kind: str
    words: Text | None


@dataclass(frozen=True, slots=True)
class Block:
    """One entry of a log.

    Attributes:
        n: its number.
        round, beat: where it stands, after it.
        seat: for whom it was done; by: who did it, a person or a policy's name.
        command: the kind of command, `name` in words; both None where the reader may not know.
        events: what came of it, as far as the reader may see.
    """

    n: int
    round: int
    beat: str
    seat: SeatId
    by: str
    command: str | None
    name: Text | None
    events: tuple[ReplayedEvent, ...]


def replay(steps: Iterable[LogLine], reader: SeatId) -> Iterator[Block]:
    """The log as one reader may see it: all of it once play is over, or for the facilitator.

    Entries of which the reader sees nothing are left out.
    """
    log = tuple(steps)
    everything = reader == FACILITATOR or is_over(log)
    round_, phase = 0, _LOBBY
    for step in log:
        for entered in (event for event in step.events if isinstance(event, PhaseEntered)):
            round_, phase = entered.round, entered.phase
        seen = [event for event in step.events if everything or event.to is None or reader in event.to]
        if seen:
            yield _block(step, round_, phase, seen, everything or step.submission.seat == reader)


def is_over(log: Iterable[LogLine]) -> bool:
    """Whether play has ended."""
    entered = [event.phase for step in log for event in step.events if isinstance(event, PhaseEntered)]
    return bool(entered) and entered[-1] not in PLAY


def _block(step: LogLine, round_: int, phase: Phase, seen: list[Event], open_: bool) -> Block:
    submission = step.submission
    command = submission.command if open_ else None
    return Block(
        n=step.n,
        round=round_,
        beat=BEAT_OF[phase],
        seat=submission.seat,
        by=submission.by,
        command=command.kind if command else None,
        name=command.name if command else None,
        events=tuple(ReplayedEvent(event.kind, event.tell()) for event in seen),
    )
