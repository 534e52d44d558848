"""The phases of a crisis as a state machine: one table of passages, and the machine that takes them.

`transitions` runs the phases: a session, a replay and a rehearsal all go through `move_on`. Guards have no side
effects. The machine keeps no state of its own; it reads and sets the phase of what it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Protocol, get_args

from crisis_game.engine.state import State
from crisis_game.scenario.ids import Phase

if TYPE_CHECKING:
    from transitions import Machine

Guard = Callable[[State, int], bool]


class InPhase(Protocol):
    """What the machine moves: it is in one phase, and enters another when that is set."""

    phase: Phase


def play_goes_on(state: State, rounds: int) -> bool:
    """Whether another round follows this one."""
    return state.table.ending is None and not state.table.closing and state.table.round < rounds


def _emergency_called(state: State, _rounds: int) -> bool:
    return state.table.emergency is not None


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
    Passage("next-round", "review", "briefing", play_goes_on),
    Passage("finish", "review", "hot-wash"),
    Passage("debrief", "hot-wash", "debrief"),
    Passage("close", "debrief", "closed"),
)
"""Every passage, in the order in which guards are asked."""


@cache
def machine() -> Machine:
    """The machine: every passage a trigger of its name, with its guard as condition."""
    from transitions import Machine  # only who plays needs it, and it takes a hundredth of a second to import

    passages = [
        {"trigger": passage.name, "source": passage.source, "dest": passage.target, "conditions": passage.guard}
        for passage in PASSAGES
    ]
    return Machine(None, list(get_args(Phase)), "lobby", passages, auto_transitions=False, model_attribute="phase")


def move_on(moved: InPhase, state: State, rounds: int) -> bool:
    """Take the first open passage out of a phase; False where none is, which is so in the last phase alone.

    Args:
        moved: what is in a phase; the machine sets the phase that it enters.
        state: what guards ask about.
        rounds: how many rounds are played.
    """
    built = machine()
    return any(built.events[name].trigger(moved, state, rounds) for name in built.get_triggers(moved.phase))


def ways() -> Iterator[tuple[str, str, str]]:
    """Every passage as the machine has it: its name, where it comes from, where it leads."""
    for name, event in machine().events.items():
        for way in chain.from_iterable(event.transitions.values()):
            yield name, way.source, way.dest or way.source


def drawing() -> str:
    """The machine as a Mermaid state diagram, for the documentation."""
    first, *_, last = phases = get_args(Phase)
    states = [f'state "{phase}" as {_id(phase)}' for phase in phases]
    arrows = [f"{_id(source)} --> {_id(target)}: {name}" for name, source, target in ways()]
    lines = [*states, f"[*] --> {_id(first)}", *arrows, f"{_id(last)} --> [*]"]
    return "".join(f"{line}\n" for line in ("stateDiagram-v2", *(f"    {inner_line}" for inner_line in lines)))


def _id(phase: str) -> str:
    """A phase's name as an id in Mermaid, which takes a hyphen for the start of an arrow."""
    return phase.replace("-", "_")
