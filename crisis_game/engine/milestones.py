"""Milestones at the fixed points of a round: the opening of each beat, the end of ANSWER, and of the exercise."""

from __future__ import annotations

from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.script import MilestoneLeft, MilestoneReached
from crisis_game.engine.unit_of_work import Working


def read(working: Working) -> None:
    """Read all milestones in the order of the file; each sees those above it as they stand now."""
    facts, reached = Facts(working.scenario, working.state), working.state.script.milestones
    for id_, milestone in working.scenario.milestones.items():
        if id_ in reached and not milestone.follows:
            continue
        holds = milestone.when.holds(facts)
        if holds and id_ not in reached:
            working.emit(MilestoneReached(id_))
        elif not holds and id_ in reached:
            working.emit(MilestoneLeft(id_))
