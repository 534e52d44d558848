"""ANSWER: what the world makes of a round, in the order of GAME section 3; and how it ends.

Cohesion, standing, the effect of the measures, escalation, deterrence; then the adversary acts; then harm, home,
ending.
"""

from __future__ import annotations

from crisis_game.engine import (
    actors,
    conduct_steps,
    force_goes_on,
    gauges,
    home_support,
    milestones,
    neighbours,
    public_reading,
)
from crisis_game.engine.conditions import Facts, first_variant
from crisis_game.engine.effects import Effect, delivered_share, effects, harm_of
from crisis_game.engine.events.world import EndingReached, MeasureEffect, PressureFelt
from crisis_game.engine.gauges import once, term
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.state import ActiveMeasure, Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer


def answer(working: Working) -> None:
    """Let the world answer."""
    neighbours.hear_by_clause(working)
    gauges.move(working, "cohesion", _cohesion(working))
    gauges.move(working, "standing", _standing(working))
    neighbours.reply(working)
    measure_effects = _felt(working)
    gauges.move(working, "grip", [grip_term for effect in measure_effects for grip_term in _grip(working, effect)])
    gauges.move(working, "escalation", _heat(working))
    gauges.move(working, "deterrence", _deterrence(working, measure_effects))
    actors.act(working)
    conduct_steps.step_done(working)
    gauges.move(working, "harm", _harm(working))
    home_support.drift(working)
    home_support.change_ministers(working)
    public_reading.read_in_public(working)
    milestones.read(working)
    _check_ending(working, final=True)


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


def _cohesion(working: Working) -> list[Term]:
    numbers, state = working.scenario.numbers, working.state
    round_ = state.table.round
    terms = [*_of_the_vote(working)]
    unmet = _unmet(working)
    terms.append(term(numbers.cohesion_unmet * unmet, Code.DUE_UNMET, n=unmet))
    for alone in _alone(working, round_):
        terms.append(term(numbers.cohesion_alone, Code.ALONE_UNANNOUNCED, seat=alone.author))
    for alone in _alone(working, round_ - 1):
        if _endorsed(working, alone):
            terms.append(term(-numbers.cohesion_alone // 2, Code.ALONE_ENDORSED, seat=alone.author))
    for voted, seat, _ in state.council.votes_against_red_line:
        if voted == round_:
            terms.append(term(numbers.cohesion_red_line, Code.OUTVOTED, seat=seat))
    if state.table.emergency:
        terms.append(term(numbers.cohesion_emergency, Code.EMERGENCY))
    return [*terms, force_goes_on.cost(working, numbers.cohesion_uncovered)]


def _of_the_vote(working: Working) -> list[Term]:
    """What the best result of this round's vote does; nothing where no text was put."""
    numbers, council = working.scenario.numbers, working.state.council
    if not council.sheet or not council.best:
        return []
    results: dict[str, tuple[int, Code]] = {
        "without-a-no": (numbers.cohesion_unanimous, Code.ADOPTED_WITHOUT_NO),
        "adopted": (numbers.cohesion_adopted, Code.ADOPTED),
        "failed": (numbers.cohesion_failed, Code.NONE_ADOPTED),
    }
    return [term(*results[council.best])]


def _unmet(working: Working) -> int:
    """Pledges due this round of which nothing was delivered."""
    return sum(owed != "none" and given == "none" for owed, given in working.state.orders.settled.values())


def _alone(working: Working, round_: int) -> list[ActiveMeasure]:
    """Measures of rung 5 or more begun in a round, alone and without notice."""
    measures = working.scenario.measures
    return [
        begun
        for begun in sorted(working.state.begun, key=lambda begun: begun.id)
        if begun.authority is None
        and begun.began == round_
        and not begun.notified
        and measures[begun.measure].rung >= 5
    ]


def _endorsed(working: Working, alone: ActiveMeasure) -> bool:
    """Whether a text of this round took over what a member had begun alone."""
    round_, texts = working.state.table.round, working.state.council.texts
    return any(
        active.endorsed
        and (active.measure, active.target) == (alone.measure, alone.target)
        and texts[active.authority].adopted_round == round_
        for active in working.state.measures.values()
        if active.authority is not None
    )


def _standing(working: Working) -> list[Term]:
    numbers, state = working.scenario.numbers, working.state
    terms = neighbours.standing(working)
    if _presses(working) and open_offer(working.scenario, state) and once(working, "off-ramp"):
        terms.append(term(numbers.standing_off_ramp, Code.OFF_RAMP_OPEN))
    if _exempts(working) and once(working, "exemptions"):
        terms.append(term(numbers.standing_exemptions, Code.EXEMPTIONS))
    if _inquires(working) and once(working, "inquiry"):
        terms.append(term(numbers.standing_inquiry, Code.INQUIRY_INTO_HARM))
    if state.table.emergency:
        terms.append(term(numbers.standing_emergency, Code.NO_CONSULTATION))
    if _force_unreported(working):
        terms.append(term(numbers.standing_unreported, Code.FORCE_UNREPORTED))
    return [*terms, force_goes_on.cost(working, numbers.standing_uncovered)]


def _presses(working: Working) -> bool:
    """Whether a measure runs that presses the other side: an offer beside words and help alone is no restraint."""
    measures = working.scenario.measures
    return any(measures[active.measure].kind not in ("words", "help") for active in _active(working))


def _exempts(working: Working) -> bool:
    """Whether a measure that can spare food and medicine runs under a text that has it do so."""
    measures, texts = working.scenario.measures, working.state.council.texts
    return any(
        texts[active.authority].draft.switch("exemptions")
        for active in _active(working)
        if active.authority is not None and measures[active.measure].exempts
    )


def _inquires(working: Working) -> bool:
    """Whether the members look into their own conduct, by a clause beside measures or at a member's request."""
    texts = working.state.council.texts.values()
    clause = any(text.draft.switch("inquiry") for text in texts if text.status == "adopted")
    return (clause and _presses(working)) or "own-harm" in working.state.commitments.inquiries


def _active(working: Working) -> list[ActiveMeasure]:
    return [active for _, active in sorted(working.state.measures.items()) if active.status == "active"]


def _force_unreported(working: Working) -> bool:
    """Whether force was begun in this round without a report: under a text by anybody, alone by its author."""
    measures, round_ = working.scenario.measures, working.state.table.round
    reporters = {seat for when, seat, *_ in working.state.commitments.reports if when == round_}
    began = [active for active in _active(working) if active.began == round_]
    force = [active for active in began if measures[active.measure].uses_force]
    return any(active.author not in reporters if active.authority is None else not reporters for active in force)


def _is_given(active: ActiveMeasure) -> bool:
    return any(level != "none" for level in active.deliveries.values())


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
    present = [effect.participation for effect in measure_effects if _kind(working, effect) in ("presence", "force")]
    own_harm = sum(harm_of(working, active) for active in _active(working))
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


def _kind(working: Working, effect: Effect) -> str:
    return working.scenario.measures[effect.active.measure].kind


def _grip(working: Working, effect: Effect) -> list[Term]:
    """Presence takes half its effect off grip, force the whole, words and trade nothing."""
    share = {"presence": 2, "force": 1}.get(_kind(working, effect))
    if share is None:
        return []
    return [term(-(effect.effect // share), Code.MEASURE, measure=effect.active.measure)]


def _heat(working: Working) -> list[Term]:
    round_ = working.state.table.round
    begun = [_heat_of(working, active) for active in _active(working) if active.began == round_]
    return [*begun, *force_goes_on.heat(working), *force_goes_on.cooling(working, _cooling(working))]


def _cooling(working: Working) -> list[Term]:
    """All that cools: mediation that was asked for, measures that cool, the crisis by itself."""
    numbers, state, measures = working.scenario.numbers, working.state, working.scenario.measures
    asked = state.table.round in state.commitments.mediation
    return [
        term(-numbers.cooling_mediation if asked else 0, Code.MEDIATION_ASKED),
        *(term(-measures[active.measure].cooling, Code.MEASURE, measure=active.measure) for active in _active(working)),
        term(-numbers.cooling, Code.COOLING),
    ]


def _heat_of(working: Working, active: ActiveMeasure) -> Term:
    numbers, measure = working.scenario.numbers, working.scenario.measures[active.measure]
    heat = measure.heat
    if measure.rung >= 3 and not open_offer(working.scenario, working.state):
        heat = heat * numbers.heat_no_way_back // 100
    text = working.state.council.texts.get(active.authority or "")
    if measure.rung >= 5 and text is not None and text.draft.switch("limits"):
        heat = heat * numbers.heat_limits // 100
    return term(heat, Code.MEASURE, measure=active.measure)


def _deterrence(working: Working, measure_effects: tuple[Effect, ...]) -> list[Term]:
    """Half-way to what the adversary sees before it: pledges delivered, cohesion, forces present; then signs."""
    numbers, state = working.scenario.numbers, working.state
    before = state.world.gauges["deterrence"]
    target = (
        numbers.deterrence_delivered * state.world.delivered
        + numbers.deterrence_cohesion * state.world.gauges["cohesion"]
        + numbers.deterrence_theatre * _theatre(working, measure_effects)
    ) // 100
    dated = [
        term(numbers.deterrence_end_date, Code.END_DATE_IN, text=text.id)
        for text in state.council.texts.values()
        if text.adopted_round == state.table.round and text.draft.switch("end-date")
    ]
    return [term((before + target) // 2 - before, Code.HALF_WAY, target=target), *dated, *_bluffs(working)]


def _theatre(working: Working, measure_effects: tuple[Effect, ...]) -> int:
    """How much force is to be seen: the higher its rung and the more take part, the more; at most 100."""
    step = working.scenario.numbers.theatre_step
    present = (effect for effect in measure_effects if _kind(working, effect) in ("presence", "force"))
    return min(
        100,
        sum(
            working.scenario.measures[effect.active.measure].rung * effect.participation * step // 100
            for effect in present
        ),
    )


def _bluffs(working: Working) -> list[Term]:
    """Demands whose date has come and that are not met; each counts once."""
    facts, round_ = Facts(working.scenario, working.state), working.state.table.round
    return [
        term(working.scenario.numbers.deterrence_bluff, Code.DEMAND_UNMET, seat=demand.by)
        for demand in working.state.commitments.demands
        if demand.by_round == round_
        and not working.scenario.aims[demand.aim].reached.holds(facts)
        and once(working, f"bluff:{demand.by}:{demand.aim}:{demand.by_round}")
    ]


def _harm(working: Working) -> list[Term]:
    numbers, world, scenario = working.scenario.numbers, working.state.world, working.scenario
    steps = [(step, world.actors[id_]) for id_, actor in scenario.pressing.items() for step in actor.steps]
    standing = [step for step, own in steps if step.level and step.level == own.level]
    done = [step for step, own in steps if not step.level and step.id == own.last_step]
    active = _active(working)
    shielded = any(scenario.measures[running.measure].protects and _is_given(running) for running in active)
    base = sum(step.harm for step in standing) if standing else numbers.harm_idle
    spared = min(base, numbers.harm_escort) if shielded else 0
    terms = [term(step.harm, Code.STEP, step=step.id) for step in standing] or [term(base, Code.CRISIS_GOES_ON)]
    terms.append(term(-spared, Code.SHIELDED))
    terms.extend(term(step.harm, Code.STEP, step=step.id) for step in done)
    terms.extend(term(harm_of(working, running), Code.MEASURE, measure=running.measure) for running in active)
    return terms
