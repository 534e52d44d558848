"""The other side's steps on record: what it did, and what it answered where members used force first."""

from __future__ import annotations

from crisis_game.engine.conditions import Facts
from crisis_game.engine.conduct_learning import learn
from crisis_game.engine.events.record import ConductEnded, ConductOpened
from crisis_game.engine.fact_readings import as_it_is, as_known
from crisis_game.engine.readings import Raw, Reading, laid_apart, reading
from crisis_game.engine.state import ConductState
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.judge import judge
from crisis_game.scenario.fact_rows import row_names
from crisis_game.scenario.model import Actor, Step

LEAST_RUNG = 5
"""Every step of the other side is an act of weight."""

ATTACKING_RUNG = 8
"""From this rung force by members, if it was a wrong, is an armed attack; below, its gravity is disputed."""


BOTH: tuple[Reading, Reading] = ("public", "true")
"""The readings of a step: whoever takes it knows what it does."""


def step_done(working: Working) -> None:
    """After all who press have acted: end the steps they have gone back from, and put those they took on record."""
    for actor in working.scenario.pressing.values():
        if actor.answers_for_it:
            _end_left(working, actor)
            _learn(working, actor)
            _record(working, actor)


def _record(working: Working, actor: Actor) -> None:
    step = actor.step(working.state.world.actors[actor.id].last_step)
    if step is None:
        return
    as_all_know, as_it_was = (_facts(working, step, which) for which in BOTH)
    shared, public, known, true = laid_apart(as_all_know, as_it_was, as_it_was, row_names(step.facts))
    id_ = f"{actor.id.lower()}-r{working.state.table.round}/{step.id}"
    rung = max(LEAST_RUNG, step.level + 4)
    working.emit(ConductOpened(id_, actor.id, (actor.id,), step.id, rung, shared, public, known, true))


def _end_left(working: Working, actor: Actor) -> None:
    """A step on the ladder lasts while the actor stands on it or above; one apart is over with its round."""
    level = working.state.world.actors[actor.id].level
    for id_, step in _going_on(working, actor):
        if step.level == 0 or step.level > level:
            working.emit(ConductEnded(id_))


def _learn(working: Working, actor: Actor) -> None:
    """What all have learnt of steps that go on, where their facts depend on the world."""
    for id_, step in _going_on(working, actor):
        if names := row_names(step.facts):
            conduct = working.state.record.conducts[id_]
            learn(working, conduct, names, *(_facts(working, step, which) for which in BOTH))


def _going_on(working: Working, actor: Actor) -> list[tuple[str, Step]]:
    """The acts on record that are steps of this actor and go on, with the steps."""
    conducts = sorted(working.state.record.conducts.items())
    mine = (
        (id_, actor.step(conduct.subject))
        for id_, conduct in conducts
        if conduct.actor == actor.id and conduct.ended is None and not conduct.omission
    )
    return [(id_, step) for id_, step in mine if step is not None]


def _facts(working: Working, step: Step, which: Reading) -> Raw:
    promises = working.state.commitments
    situation: Raw = {
        "actor_standing": "none",
        "unsc_authorisation": "none",
        "report_filed": False,
        "days_of_delay": 0,
    }
    acted: Raw = {"unsc_had_acted": bool(promises.council_measures), "unsc_blocked_by_veto": promises.vetoed}
    world = Facts(working.scenario, working.state)
    public = working.state.knowledge.public
    own = as_it_is(step.facts, world) if which == "true" else as_known(step.facts, world, public)
    return {**own.over(situation), **acted, **_answered(working, step, which)}


def _answered(working: Working, step: Step, which: Reading) -> Raw:
    """What armed force by members, used before, makes of an armed step that would else have answered nothing.

    As far as the resort to it was a wrong it was an attack, which is on or over. A lawful resort gives no right to
    answer it, however the force was used.
    """
    force = _force(working) if step.facts.get("use_of_force") == "armed" else []
    wrong = [(act, resort) for act in force if (resort := judge(reading(act, which)).resort) not in (None, "lawful")]
    if not wrong:
        return {"attack_timing": "none"} if force else {}
    gravest, resort = max(wrong, key=lambda pair: (pair[1] == "unlawful", pair[0].rung))
    plain = resort == "unlawful"
    return {
        "attack_timing": "ongoing" if any(act.ended is None for act, _ in wrong) else "ended",
        "attack_gravity": "armed-attack" if plain and gravest.rung >= ATTACKING_RUNG else "disputed",
        "attributed_to_state": "established",
        "prior_wrong_by_target": "established" if plain else "disputed",
        "harm_of_trigger": max(_harm(act) for act, _ in wrong),
    }


def _force(working: Working) -> list[ConductState]:
    """Acts of armed force by members, on record."""
    return [
        conduct
        for _, conduct in sorted(working.state.record.conducts.items())
        if working.scenario.is_ours(conduct.actor, conduct.subject) and conduct.facts.get("use_of_force") == "armed"
    ]


def _harm(conduct: ConductState) -> int:
    harm = conduct.facts.get("own_harm")
    return harm if isinstance(harm, int) else 0
