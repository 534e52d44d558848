"""The way back that members hold open to the adversary, and whether terms were settled."""

from __future__ import annotations

from crisis_game.conditions.vocabulary import ConditionFacts
from crisis_game.engine import ally_acts, force_cover
from crisis_game.engine.state import State
from crisis_game.scenario.ids import ActorId
from crisis_game.scenario.model import Actor, Scenario


def open_offer(scenario: Scenario, state: State) -> int:
    """How far the widest open off-ramp goes, in per cent of what is at stake; 0 where none is open.

    It is open while an adopted text with the clause `off-ramp` is in force. While members use force that nothing covers
    no door is, or half of one where the others disown all of that force (GAME2, sections 2 and 3).
    """
    widest = offered(state)
    bare = force_cover.uncovered(scenario, state) if widest else ()
    if not bare:
        return widest
    return widest // 2 if all(ally_acts.is_disowned(scenario, state, force.active) for force in bare) else 0


def offered(state: State) -> int:
    """How far the widest off-ramp of the adopted texts goes, in per cent, open or not; 0 where none stands."""
    widest = 0
    for text in state.council.texts.values():
        switch = text.draft.switch("off-ramp") if text.status == "adopted" else None
        if switch is not None:
            widest = max(widest, switch.value)
    return widest


def settled(scenario: Scenario, state: State, facts: ConditionFacts, actor: ActorId = "") -> bool:
    """Whether it is settled with an actor, or with any where none is named.

    Terms are a text with the motion `settlement`, which takes the consent that its author asks for. The actor takes
    them by stepping back, while the offer is open and what the author asks for besides holds; never while members use
    force that nothing covers, disowned or not.

    Args:
        scenario: that is played.
        state: where things stand.
        facts: the same as conditions read it.
        actor: with whom.
    """
    named = [scenario.actors[actor]] if actor else scenario.actors.values()
    return any(_settled(scenario, state, facts, settling) for settling in named)


def _settled(scenario: Scenario, state: State, facts: ConditionFacts, actor: Actor) -> bool:
    own = state.world.actors.get(actor.id)
    if actor.settlement is None or own is None or own.last_step != "back":
        return False
    terms = any(
        text.status == "adopted"
        and (motion := text.draft.motion) is not None
        and motion.kind == "settlement"
        and motion.subject in (None, actor.id)
        for text in state.council.texts.values()
    )
    is_open = open_offer(scenario, state) > 0 and not force_cover.uncovered(scenario, state)
    return terms and is_open and can_settle(state, facts, actor)


def can_settle(state: State, facts: ConditionFacts, actor: Actor) -> bool:
    """Whether an actor could let go of what it holds now: the round has come, and what its author asks for holds."""
    terms = actor.settlement
    return terms is not None and state.table.round >= terms.round and terms.when.holds(facts)
