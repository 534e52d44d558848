"""The adversary's steps that go on: that whose level holds, and one apart in the round in which it is taken."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.model import Step


def steps_on(working: Working) -> Iterator[Step]:
    """The steps of which what runs is taken in this round."""
    yield from (step for step in (step_held(working), step_apart(working)) if step is not None)


def step_held(working: Working) -> Step | None:
    """The step whose level holds; None where the adversary is on none."""
    level = working.state.world.level
    return next((step for step in working.scenario.adversary.steps if step.level and step.level == level), None)


def step_apart(working: Working) -> Step | None:
    """The step apart that was taken in this round, if it was one."""
    last = working.state.world.last_step
    return next((step for step in working.scenario.adversary.steps if step.id == last and step.level == 0), None)
