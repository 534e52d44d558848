"""ANSWER: what the world makes of a round, in the order of GAME section 3; and how it ends.

What members decided moves the gauges first, and what is done about the crisis; then the adversary acts; then what runs
as long as it goes on is counted, home, ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crisis_game.engine import (
    actors,
    ally_acts,
    conduct_steps,
    gauge_terms,
    gauges,
    home_support,
    milestones,
    neighbours,
    public_reading,
)
from crisis_game.engine.conditions import Facts, first_variant
from crisis_game.engine.effects import Effect, delivered_share, effects, harm_of, in_use, is_present
from crisis_game.engine.events.world import EndingReached, MeasureEffect, PressureFelt
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.standard_gauges import COHESION, DETERRENCE, ESCALATION, GRIP, HARM, STANDING

DECIDED = (COHESION, STANDING)
"""Gauges that move by what members decided, before it takes effect: economic measures leak by standing."""

DONE = (GRIP, ESCALATION, DETERRENCE)
"""Gauges that move by what is done about the crisis, before the adversary acts: it looks at them."""

AFTER = (HARM,)
"""Gauges that move once it has acted."""


def answer(working: Working) -> None:
    """Let the world answer."""
    own = [gauge for id_, gauge in working.scenario.gauges.items() if id_ not in (*DECIDED, *DONE, *AFTER)]
    neighbours.hear_by_clause(working)
    _move(working, DECIDED)
    neighbours.reply(working)
    measure_effects = _felt(working)
    _move(working, (*DONE, *(gauge.id for gauge in own if gauge.taken != "running")), measure_effects)
    actors.act(working)
    conduct_steps.step_done(working)
    _move(working, (*AFTER, *(gauge.id for gauge in own if gauge.taken == "running")))
    home_support.move(working)
    home_support.govern(working)
    public_reading.read_in_public(working)
    milestones.read(working)
    if not _waits_for_allies(working):
        _check_ending(working, final=True)


def _waits_for_allies(working: Working) -> bool:
    """Whether there is a round left in which members say what they make of what one of them has just done alone."""
    is_last = working.state.table.closing or working.state.table.round >= working.scenario.lesson.rounds
    return not is_last and ally_acts.awaits_answers(working.scenario, working.state)


def _move(working: Working, moved: Iterable[GaugeId], measure_effects: Sequence[Effect] = ()) -> None:
    """Move those of some gauges that there are, each by all its terms."""
    for gauge in moved:
        if gauge in working.scenario.gauges:
            gauges.move(working, gauge, gauge_terms.terms(working, gauge, measure_effects))


def end(working: Working) -> None:
    """The last reading: which ending it is."""
    milestones.read(working)
    if working.state.table.ending is None:
        _check_ending(working, final=False)


def _check_ending(working: Working, final: bool) -> None:
    """The ending of lowest rank that holds; before the end only those that end play at once."""
    facts = Facts(working.scenario, working.state)
    for ending in sorted(working.scenario.endings, key=lambda ending: ending.rank):
        if (ending.final or not final) and ending.when.holds(facts):
            working.emit(EndingReached(ending.id, first_variant(facts, ending.variants)))
            return


def _felt(working: Working) -> tuple[Effect, ...]:
    """The effects of the measures, told with their terms; pressure and participation noted."""
    measure_effects = effects(working)
    for effect in measure_effects:
        working.emit(
            MeasureEffect(
                effect.active.id,
                effect.base,
                effect.participation,
                effect.weight,
                effect.readiness,
                effect.delay,
                effect.ramp,
                effect.effect,
            )
        )
    pain = _pain(working, measure_effects)
    present = [effect.participation for effect in measure_effects if is_present(working, effect)]
    own_harm = sum(harm_of(working, active) for active in in_use(working))
    heavy = tuple(id_ for id_, felt in pain if felt >= working.scenario.numbers.heavy_pain)
    working.emit(PressureFelt(pain, max(present, default=0), delivered_share(working), own_harm, heavy))
    return measure_effects


def _pain(working: Working, measure_effects: tuple[Effect, ...]) -> tuple[tuple[str, int], ...]:
    """The pressure on each of those who press: by what is aimed at it; the first also feels what is aimed at nobody."""
    pain = dict.fromkeys(working.scenario.pressing, 0)
    first = next(iter(pain), None)
    for effect in measure_effects:
        target = effect.active.target if effect.active.target in pain else first
        if target is not None:
            pain[target] += effect.effect
    return tuple(pain.items())
