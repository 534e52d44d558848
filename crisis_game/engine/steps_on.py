"""Steps that go on: those whose level holds, and those apart in the round in which they are taken."""

from __future__ import annotations

from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.model import Step


def steps_on(working: Working) -> list[Step]:
    """The steps of which what runs is taken in this round."""
    return [*held(working), *apart(working)]


def held(working: Working) -> list[Step]:
    """The steps whose level holds, one at most of each who presses."""
    pressing, world = working.scenario.pressing, working.state.world
    steps = [(step, world.actors[id_].level) for id_, actor in pressing.items() for step in actor.steps]
    return [step for step, level in steps if step.level and step.level == level]


def apart(working: Working) -> list[Step]:
    """The steps apart that were taken in this round."""
    pressing, world = working.scenario.pressing, working.state.world
    steps = [(step, world.actors[id_].last_step) for id_, actor in pressing.items() for step in actor.steps]
    return [step for step, last in steps if not step.level and step.id == last]
