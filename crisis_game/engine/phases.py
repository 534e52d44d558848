"""The phases of a crisis as a state machine: one table of passages, and the machine that is its definition.

`transitions` holds the definition, and `drawing` draws it; play reads `NEXT`, a table derived from the same passages. A
test holds the two equal. Callbacks have no side effects, and the state stores the phase's name only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, get_args

from crisis_game.engine.state import State
from crisis_game.scenario.ids import Phase

if TYPE_CHECKING:
    from transitions import Machine

Guard = Callable[[State, int], bool]


def _emergency_called(state: State, _rounds: int) -> bool:
    return state.table.emergency is not None


def _play_goes_on(state: State, rounds: int) -> bool:
    return state.table.ending is None and not state.table.closing and state.table.round < rounds


def _is_closing(state: State, _rounds: int) -> bool:
    return state.table.closing


def _always(_state: State, _rounds: int) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Passage:
    """A way from one phase to another, open when its guard holds; of several the first open one is taken."""

    name: str
    source: Phase
    target: Phase
    guard: Guard = _always


PASSAGES: tuple[Passage, ...] = (
    Passage("open", "lobby", "briefing"),
    Passage("end-before-table", "briefing", "hot-wash", _is_closing),
    Passage("emergency", "briefing", "voting", _emergency_called),
    Passage("consult", "briefing", "consultation"),
    Passage("draft", "consultation", "drafting"),
    Passage("end-before-vote", "drafting", "hot-wash", _is_closing),
    Passage("vote", "drafting", "voting"),
    Passage("respond", "voting", "response"),
    Passage("answer", "response", "consequences"),
    Passage("review", "consequences", "review"),
    Passage("next-round", "review", "briefing", _play_goes_on),
    Passage("finish", "review", "hot-wash"),
    Passage("debrief", "hot-wash", "debrief"),
    Passage("close", "debrief", "closed"),
)
"""Every passage, in the order in which guards are asked."""

NEXT: dict[Phase, tuple[Passage, ...]] = {
    phase: tuple(one for one in PASSAGES if one.source == phase) for phase in get_args(Phase)
}
"""The passages out of each phase."""


def passage(state: State, rounds: int) -> Passage | None:
    """The passage that is open now; None from the last phase."""
    return next((one for one in NEXT[state.table.phase] if one.guard(state, rounds)), None)


def machine() -> Machine:
    """The definition as a `transitions` machine: every passage a trigger of its name, with its guard as condition."""
    from transitions import Machine

    passages = [
        {"trigger": one.name, "source": one.source, "dest": one.target, "conditions": one.guard} for one in PASSAGES
    ]
    return Machine(None, list(get_args(Phase)), "lobby", passages, auto_transitions=False)


def drawing() -> str:
    """The machine as a Mermaid state diagram, for the documentation."""
    first, *_, last = phases = get_args(Phase)
    states = [f'state "{phase}" as {_id(phase)}' for phase in phases]
    ways = [
        f"{_id(way.source)} --> {_id(way.dest or way.source)}: {name}"
        for name, event in machine().events.items()
        for way in chain.from_iterable(event.transitions.values())
    ]
    lines = [*states, f"[*] --> {_id(first)}", *ways, f"{_id(last)} --> [*]"]
    return "".join(f"{line}\n" for line in ("stateDiagram-v2", *(f"    {one}" for one in lines)))


def _id(phase: str) -> str:
    """A phase's name as an id in Mermaid, which takes a hyphen for the start of an arrow."""
    return phase.replace("-", "_")
