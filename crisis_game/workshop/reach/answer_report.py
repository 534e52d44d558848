"""The answer as people and programs read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crisis_game.scenario.reading.reachability_proofs import PlacedProof
from crisis_game.texts import Wording
from crisis_game.workshop.reach.goals import KINDS, Goal
from crisis_game.workshop.reach.reachability import Answer


def as_text(answer: Answer, wording: Wording) -> str:
    """What cannot happen, what was not reached, what was reached."""
    return "".join(f"{line}\n" for line in _lines(answer, wording))


def _lines(answer: Answer, wording: Wording) -> Iterator[str]:
    reached = answer.reached
    games = (
        f"{reached.rehearsed + reached.searched} games, {reached.rehearsed} rehearsed and {reached.searched} searched"
    )
    if answer.never:
        yield f"Cannot happen ({len(answer.never)}):"
        for goal, proof in answer.never.items():
            yield f"  {goal}  {_place(proof)}"
            yield from (f"      {wording.say(reason)}" for reason in proof.reasons)
    if answer.missing:
        stopped = ", when time ran out" if reached.stopped else ""
        yield f"Not reached in {games}{stopped} ({len(answer.missing)}):"
        for kind in KINDS:
            ids = [goal.id for goal in answer.missing if goal.kind == kind]
            yield from (f"  {kind}: {', '.join(ids)}",) if ids else ()
    if reached.witnesses:
        yield f"Reached in {games} ({len(reached.witnesses)}):"
        width = max(len(str(goal)) for goal in reached.witnesses)
        for goal in (goal for goal in answer.goals if goal in reached.witnesses):
            yield f"  {goal!s:{width}}  {_reached(answer, goal)}"


def _reached(answer: Answer, goal: Goal) -> str:
    reached = answer.reached
    times, by_search = reached.times[goal], reached.by_search[goal]
    often = f"in {times} of {reached.rehearsed} rehearsals" if times else f"by search alone, in {by_search}"
    often = f"first in round {reached.rounds[goal]}, {often}"
    path = answer.files.get(goal)
    return f"{often}, witness {path}" if path is not None else often


def as_plain(answer: Answer, wording: Wording) -> dict[str, Any]:
    """The answer as plain data for programs; depends on scenario, goals, games and seed alone, unless `stopped`."""
    reached = answer.reached
    return {
        "rehearsals": reached.rehearsed,
        "searches": reached.searched,
        "stopped": reached.stopped,
        "never": [
            {**_name(goal), "place": _place(proof), "because": [wording.say(reason) for reason in proof.reasons]}
            for goal, proof in answer.never.items()
        ],
        "not_reached": [_name(goal) for goal in answer.missing],
        "reached": [
            {
                **_name(goal),
                "round": reached.rounds[goal],
                "rehearsals": reached.times[goal],
                "searches": reached.by_search[goal],
                "steps": len(reached.witnesses[goal].submissions),
                "witness": str(answer.files[goal]) if goal in answer.files else None,
            }
            for goal in answer.goals
            if goal in reached.witnesses
        ],
    }


def _name(goal: Goal) -> dict[str, str]:
    return {"kind": goal.kind, "id": goal.id}


def _place(proof: PlacedProof) -> str:
    file, span = proof.place
    return f"{file}:{span.line}:{span.column}"
