"""The engine's five functions: decide, apply, evolve, legal, and step for those who own their state.

    decide(scenario, state, submission) -> events or a refusal     all chance and all scripted reactions happen here
    apply(state, event)                                            the fold: total, no chance, clock or I/O
    evolve(state, events) -> state                                 fork, then apply
    legal(seen) -> offers                                          every draw from an offer is accepted

A command is accepted if and only if an offer admits it.
"""

from __future__ import annotations

from collections.abc import Iterable

from crisis_game.engine.act import Act, Offer, Refusal
from crisis_game.engine.acts import ACTS
from crisis_game.engine.commands import Submission
from crisis_game.engine.event import Event, apply
from crisis_game.engine.events import EVENTS
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.engine.working import Fold, Working
from crisis_game.scenario.ids import Beat
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

BY_COMMAND: dict[type, Act] = {act.command: act for act in ACTS}
EVENT_KINDS: dict[str, type[Event]] = {kind.kind: kind for kind in EVENTS}

_OFFERED: dict[tuple[str, Beat], tuple[Act, ...]] = {}


def decide(scenario: Scenario, state: State, submission: Submission) -> tuple[Event, ...] | Refusal:
    """What comes of a submission: its events in order, or why it is not possible. The state is not touched."""
    return step(scenario, state.fork(), submission)


def step(
    scenario: Scenario, state: State, submission: Submission, fold: Fold | None = None
) -> tuple[Event, ...] | Refusal:
    """As `decide`, on a state that the caller owns: the events have been applied to it. A refusal changes nothing.

    Args:
        scenario: what is played.
        state: goes on by the events.
        submission: what is wanted.
        fold: lets each event happen in this state; None applies it and no more.
    """
    act = BY_COMMAND.get(type(submission.command))
    if act is None:
        return Refusal("no-such-command", Text("There is no such command."))
    seen = _Session(scenario, state) if submission.by == "session" else Seen(scenario, state, submission.seat)
    refusal = act.refuses(seen, submission.command)
    if refusal is not None:
        return _with_alternatives(refusal, seen, act)
    return carry_out(scenario, state, submission, fold)


def carry_out(scenario: Scenario, state: State, submission: Submission, fold: Fold | None = None) -> tuple[Event, ...]:
    """As `step`, for a command that was found possible in this very state, by an offer or by its act.

    Nothing is asked a second time: a command from outside, or of an earlier state, goes through `step`.
    """
    working = Working(scenario, state, fold)
    act = BY_COMMAND[type(submission.command)]
    if act.price is not None and (spent := act.spends(working.seen(submission.seat), submission.command)) is not None:
        working.emit(spent)
    act.happen(working, submission.seat, submission.command)
    return tuple(working.events)


def evolve(state: State, events: Iterable[Event]) -> State:
    """A new state after the events; the old one is not touched."""
    new = state.fork()
    for event in events:
        apply(new, event)
    return new


def legal(seen: Seen) -> tuple[Offer, ...]:
    """Everything that a seat can do now, one offer for each kind of command."""
    return tuple(Offer(act, seen) for act in offered(seen) if act.closed(seen) is None)


def offered(seen: Seen) -> tuple[Act, ...]:
    """The acts that belong to a seat's role in this beat, whether they are open now or not."""
    key = (seen.role, seen.beat)
    if key not in _OFFERED:
        _OFFERED[key] = tuple(act for act in ACTS if key[0] in act.roles and key[1] in act.beats)
    return _OFFERED[key]


def why_not(seen: Seen, kind: str) -> Refusal | None:
    """Why a kind of command is not possible now; None where it is. Raises StopIteration for an unknown kind."""
    return next(act for act in ACTS if act.kind == kind).closed(seen)


class _Session(Seen):
    """The session's own eyes: it opens the exercise and tells that time is over."""

    __slots__ = ()

    def __init__(self, scenario: Scenario, state: State) -> None:
        super().__init__(scenario, state, "session")

    @property
    def role(self) -> str:
        """Always `session`."""
        return "session"


def _with_alternatives(refusal: Refusal, seen: Seen, wanted: Act) -> Refusal:
    """The refusal with the nearest things that are possible: those of the same group first."""
    kinds = sorted((offer.act.group != wanted.group, offer.kind) for offer in legal(seen))
    return Refusal(refusal.code, refusal.because, refusal.article, tuple(kind for _, kind in kinds[:5]))
