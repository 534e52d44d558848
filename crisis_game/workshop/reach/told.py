"""The answer as people and programs read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crisis_game.scenario.reading.proofs import Told
from crisis_game.texts import Wording
from crisis_game.workshop.reach.goals import KINDS, Goal
from crisis_game.workshop.reach.reach import Answer


def as_text(answer: Answer, wording: Wording) -> str:
    """What cannot happen, what was not reached, what was reached."""
    return "".join(f"{line}\n" for line in _lines(answer, wording))


def _lines(answer: Answer, wording: Wording) -> Iterator[str]:
    found = answer.reached
    games = f"{found.rehearsed + found.searched} games, {found.rehearsed} rehearsed and {found.searched} searched"
    if answer.never:
        yield f"Cannot happen ({len(answer.never)}):"
        for goal, told in answer.never.items():
            yield f"  {goal}  {_place(told)}"
            yield from (f"      {wording.say(one)}" for one in told.reasons)
    if answer.missing:
        stopped = ", when time ran out" if found.stopped else ""
        yield f"Not reached in {games}{stopped} ({len(answer.missing)}):"
        for kind in KINDS:
            ids = [one.id for one in answer.missing if one.kind == kind]
            yield from (f"  {kind}: {', '.join(ids)}",) if ids else ()
    if found.witnesses:
        yield f"Reached in {games} ({len(found.witnesses)}):"
        width = max(len(str(one)) for one in found.witnesses)
        for goal in (one for one in answer.goals if one in found.witnesses):
            yield f"  {goal!s:{width}}  {_reached(answer, goal)}"


def _reached(answer: Answer, goal: Goal) -> str:
    found = answer.reached
    times, bent = found.times[goal], found.bent[goal]
    often = f"in {times} of {found.rehearsed} rehearsals" if times else f"by search alone, in {bent}"
    often = f"first in round {found.rounds[goal]}, {often}"
    path = answer.files.get(goal)
    return f"{often}, witness {path}" if path is not None else often


def as_plain(answer: Answer, wording: Wording) -> dict[str, Any]:
    """The answer as plain data for programs; depends on scenario, goals, games and seed alone, unless `stopped`."""
    found = answer.reached
    return {
        "rehearsals": found.rehearsed,
        "searches": found.searched,
        "stopped": found.stopped,
        "never": [
            {**_name(goal), "place": _place(told), "because": [wording.say(one) for one in told.reasons]}
            for goal, told in answer.never.items()
        ],
        "not_reached": [_name(goal) for goal in answer.missing],
        "reached": [
            {
                **_name(goal),
                "round": found.rounds[goal],
                "rehearsals": found.times[goal],
                "searches": found.bent[goal],
                "steps": len(found.witnesses[goal].submissions),
                "witness": str(answer.files[goal]) if goal in answer.files else None,
            }
            for goal in answer.goals
            if goal in found.witnesses
        ],
    }


def _name(goal: Goal) -> dict[str, str]:
    return {"kind": goal.kind, "id": goal.id}


def _place(told: Told) -> str:
    file, span = told.place
    return f"{file}:{span.line}:{span.column}"
