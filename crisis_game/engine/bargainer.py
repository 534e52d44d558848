"""How a bargainer chooses: it weighs its steps, and weighs them again once it sees what members did.

Scores (GAME section 7), all in whole numbers:

    forward = appetite x gain / 10 - deterrence x risk / 100   (+ a bonus if an offer can be pocketed)
    hold    = hold - pain / 6
    back    = pain + face x offer - resolve - pressed gauge / 5 + deterrence / 10

each with what moves it, and luck drawn once a round and step. The highest acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine import force_cover
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import Scores
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer
from crisis_game.scenario.model import Actor, Score, Step, Temperament
from crisis_game.scenario.model_actors import Scored
from crisis_game.scenario.standard_gauges import DETERRENCE, ESCALATION

HOLD = "hold"
BACK = "back"

SMALL_PAIN = 8
"""Pain below which an offer can be pocketed."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a bargainer weighs now: scores without luck, and whether its way forward pockets an offer."""

    bare: dict[str, int]
    pockets: bool


def mind_of(working: Working, actor: Actor) -> Temperament:
    """How an actor is minded."""
    return actor.temperaments[working.state.world.actors[actor.id].temperament]


def weigh(working: Working, actor: Actor, leaked: int) -> Weighed:
    """What it weighs as things stand.

    Args:
        working: the desk.
        actor: the bargainer.
        leaked: what positions on force that came to it add to deterrence as it reads it.
    """
    own, world, numbers = working.state.world.actors[actor.id], working.state.world, working.scenario.numbers
    mind = mind_of(working, actor)
    deterrence = world.gauges.get(DETERRENCE, 0) + leaked
    offer = open_offer(working.scenario, working.state)
    pockets = _would_pocket(working, actor, mind, offer)
    bare = {HOLD: numbers.hold - own.pain // numbers.hold_pain}
    pressed = world.gauges.get(actor.presses or "", 0)
    bare[BACK] = own.pain + mind.face * offer - mind.resolve - pressed // 5 + deterrence // 10
    for step in candidates(working, actor):
        bare[step.id] = mind.appetite * step.gain // 10 - deterrence * step.risk // 100
        bare[step.id] += numbers.pocket_bonus if pockets and step.level else 0
    facts = Facts(working.scenario, working.state)
    for _, amounts in rows_that_hold(facts, actor, own.temperament):
        for name in bare:
            bare[name] += amounts.get(_kind(actor, name), 0)
    return Weighed(bare, pockets)


def chosen(working: Working, actor: Actor, weighed: Weighed, luck: Mapping[str, int]) -> Scores:
    """Scores in order: highest first; equal ones hold, then back, then the lower step, steps apart last.

    Whoever holds its seat has chosen, as far as that step is still open.
    """
    chosen_by_seat = working.state.world.actors[actor.id].chosen
    steps = sorted(actor.steps, key=lambda step: (step.level == 0, step.level))
    order = [HOLD, BACK, *(step.id for step in steps)]
    rows = [(name, score + luck.get(name, 0)) for name, score in weighed.bare.items()]
    rows.sort(key=lambda row: (-row[1], order.index(row[0])))
    choice = chosen_by_seat if chosen_by_seat in weighed.bare else None
    return Scores(choice or rows[0][0], tuple(sorted(weighed.bare.items())), tuple(rows))


def candidates(working: Working, actor: Actor) -> tuple[Step, ...]:
    """The steps forward that are open: the next on the ladder, and steps apart at its end or when all is hot."""
    level, facts = working.state.world.actors[actor.id].level, Facts(working.scenario, working.state)
    top = max((step.level for step in actor.steps), default=0)
    usual = {level + 1: True, 0: level >= top or _is_hot(working)}
    near = sorted((step for step in actor.steps if step.level in usual), key=lambda step: -step.level)
    return tuple(step for step in near if (usual[step.level] if step.when is None else step.when.holds(facts)))


def _is_hot(working: Working) -> bool:
    """Whether escalation opens steps apart: sooner while members use force that nothing covers (GAME2, section 3)."""
    numbers, escalation = working.scenario.numbers, working.state.world.gauges.get(ESCALATION)
    if escalation is None:
        return False
    uncovered = force_cover.uncovered(working.scenario, working.state)
    from_ = min(numbers.strike_uncovered, numbers.strike_escalation) if uncovered else numbers.strike_escalation
    return escalation >= from_


def rows_that_hold(facts: Facts, actor: Actor, temperament: str) -> list[tuple[Score, Mapping[Scored, int]]]:
    """The rows of scores that hold in a situation, of an actor and of a temperament, with what they add."""
    mind = actor.temperaments.get(temperament)
    rows = (*actor.scores, *(mind.scores if mind is not None else ()))
    return [(row, _amounts(row, facts)) for row in rows if row.when.holds(facts)]


def _amounts(row: Score, facts: Facts) -> dict[Scored, int]:
    formulas = {"forward": row.forward, "apart": row.apart, "hold": row.hold, "back": row.back}
    kinds: tuple[Scored, ...] = ("forward", "apart", "hold", "back")
    return {kind: formula.value(facts) for kind in kinds if (formula := formulas[kind]) is not None}


def _kind(actor: Actor, name: str) -> Scored:
    """The kind of a score by the name of its choice."""
    if name == HOLD:
        return "hold"
    if name == BACK:
        return "back"
    step = actor.step(name)
    return "forward" if step is not None and step.level else "apart"


def _would_pocket(working: Working, actor: Actor, mind: Temperament, offer: int) -> bool:
    """Whether it would take an offer and give nothing: it hardly feels pressure, and its hand is not shown."""
    own = working.state.world.actors[actor.id]
    return mind.pockets and offer > 0 and own.pain < SMALL_PAIN and not own.pocketed and not _is_shown(working, actor)


def _is_shown(working: Working, actor: Actor) -> bool:
    """Whether it is established to all that the actor did what it is accused of."""
    known, claims = working.state.knowledge.public, working.scenario.claims
    return any(claims[id_].accuses == actor.id and grade_rank(grade) >= 3 for id_, grade in known.items())
