"""How a course goes: drought, epidemic, whatever nobody decides; it steps by its gauge, or by draw.

A step with `at` comes when the pressed gauge has reached that, and goes when it falls below; one without comes by
chance, once its turn on the ladder has come. Where nothing new comes, the step that has come goes on.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.bargainer import HOLD
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import Scores
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.model import Actor, Step

CERTAIN = 100


def goes(working: Working, actor: Actor, luck: Mapping[str, int]) -> Scores:
    """What comes as things stand: the first step that does, of those apart, then the next one up; else what goes on.

    Each score is how likely the step is, in per cent, and what is left of that after its draw; 0 or more comes.

    Args:
        working: the desk.
        actor: the course.
        luck: the draw of this round for each step, 1-100; the same when it is sealed and when it is opened.
    """
    likely = {step.id: _likely(working, actor, step) for step in _open(working, actor)}
    left = {id_: chance - luck.get(id_, CERTAIN) for id_, chance in likely.items()}
    choice = next((id_ for id_, rest in left.items() if rest >= 0), _goes_on(working, actor))
    rows = sorted(left.items(), key=lambda row: row[0] != choice)
    first = [] if choice in left else [(choice, 0)]
    bare = {choice: 0, **likely}
    return Scores(choice, tuple(sorted(bare.items())), (*first, *rows))


def _open(working: Working, actor: Actor) -> list[Step]:
    """The steps that may come now: those apart, then the next on the ladder."""
    level, facts = working.state.world.actors[actor.id].level, Facts(working.scenario, working.state)
    steps = [step for step in actor.steps if step.level in (0, level + 1)]
    steps.sort(key=lambda step: step.level)
    return [step for step in steps if step.when is None or step.when.holds(facts)]


def _likely(working: Working, actor: Actor, step: Step) -> int:
    if step.at is None:
        return step.chance
    return CERTAIN if _pressed(working, actor) >= step.at else 0


def _goes_on(working: Working, actor: Actor) -> str:
    """The highest step on the ladder that has come and has not gone again; holding where there is none."""
    level = working.state.world.actors[actor.id].level
    come = [step for step in actor.steps if 0 < step.level <= level]
    lasting = [step for step in come if step.at is None or _pressed(working, actor) >= step.at]
    return max(lasting, key=lambda step: step.level).id if lasting else HOLD


def _pressed(working: Working, actor: Actor) -> int:
    return working.state.world.gauges.get(actor.presses or "", 0)
