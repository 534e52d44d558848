"""The engine's five functions: decide, apply, evolve, legal, and step for those who own their state.

    decide(scenario, state, submission) -> events or a refusal     all chance and all scripted reactions happen here
    apply(state, event)                                            the fold: total, no chance, clock or I/O
    evolve(state, events) -> state                                 fork, then apply
    legal(seen) -> offers                                          every draw from an offer is accepted

A command is accepted if and only if an offer admits it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crisis_game.engine import commands
from crisis_game.engine.act import Act, Group, Offer, Refusal, Submission
from crisis_game.engine.acts import ACTS
from crisis_game.engine.event import Event, apply
from crisis_game.engine.events import EVENTS
from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import SESSION
from crisis_game.engine.state import State
from crisis_game.engine.unit_of_work import Fold, Working
from crisis_game.scenario.ids import Beat
from crisis_game.scenario.model import Scenario

EVENT_KINDS: dict[str, type[Event]] = {kind.kind: kind for kind in EVENTS}

_OFFERED: dict[tuple[str, Beat], tuple[type[Act], ...]] = {}
_RARE: dict[tuple[str, Beat], tuple[type[Act], ...]] = {}


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
    command = submission.command
    own = submission.seat == submission.by == SESSION
    seen = _Session(scenario, state) if own else Seen(scenario, state, submission.seat)
    refused = refusal(seen, command)
    return carry_out(scenario, state, submission, fold) if refused is None else refused


def refusal(seen: Seen, command: Act) -> Refusal | None:
    """Why a command is not possible, with the nearest that are; None where it is."""
    refused = command.refusal(seen)
    return None if refused is None else _with_alternatives(refused, seen, command.group)


def carry_out(scenario: Scenario, state: State, submission: Submission, fold: Fold | None = None) -> tuple[Event, ...]:
    """As `step`, for a command that was found possible in this very state, by an offer or by its act.

    Nothing is asked a second time: a command from outside, or of an earlier state, goes through `step`.
    """
    working = Working(scenario, state, fold)
    commands.carry_out(working, submission.seat, submission.command)
    return tuple(working.events)


def evolve(state: State, events: Iterable[Event]) -> State:
    """A new state after the events; the old one is not touched."""
    new = state.fork()
    for event in events:
        apply(new, event)
    return new


def legal(seen: Seen, memo: Memo | None = None) -> tuple[Offer, ...]:
    """Everything that a seat can do now, one offer for each kind of command.

    Args:
        seen: what the seat may know now.
        memo: of the game, in which it is kept which acts are open.
    """
    acts = _open(seen) if memo is None else seen.remembers(memo, "open", _open)
    return tuple(Offer(act, seen) for act in acts)


def _open(seen: Seen) -> tuple[type[Act], ...]:
    return tuple(act for act in offered(seen) if act.closed(seen) is None)


def offered(seen: Seen) -> tuple[type[Act], ...]:
    """The acts that belong to a seat's role in this beat, whether they are open now or not."""
    key = (seen.role, seen.beat)
    if key not in _OFFERED:
        _OFFERED[key] = tuple(act for act in ACTS if key[0] in act.roles and key[1] in act.beats)
        _RARE[key] = tuple(act for act in _OFFERED[key] if _is_rare(act))
    absent = [act for act in _RARE[key] if not act.belongs(seen)]
    return tuple(act for act in _OFFERED[key] if act not in absent) if absent else _OFFERED[key]


def _is_rare(act: type[Act]) -> bool:
    """Whether an act is not there for every seat that could have it."""
    return "belongs" in vars(act)


class _Session(Seen):
    """The session's own eyes: it opens the exercise and tells that time is over."""

    __slots__ = ()

    def __init__(self, scenario: Scenario, state: State) -> None:
        super().__init__(scenario, state, SESSION)

    @property
    def role(self) -> str:
        """Always `session`."""
        return "session"


def _with_alternatives(refusal: Refusal, seen: Seen, group: Group) -> Refusal:
    """The refusal with the nearest things that are possible: those of the same group first."""
    acts = sorted((offer.act for offer in legal(seen)), key=lambda act: (act.group != group, act.kind))
    return replace(refusal, instead=tuple(acts[:5]))
