"""ANSWER: what the world makes of a round, in the order of GAME section 3; and how it ends.

Cohesion, standing, the effect of the measures, escalation, deterrence; then the adversary acts; then harm, home,
ending.
"""

from __future__ import annotations

from crisis_game.engine import adversary, conducts, gauges, home
from crisis_game.engine.conditions import Facts
from crisis_game.engine.effects import Effect, delivered_share, effects, harm_of
from crisis_game.engine.events.world import EndingReached, MeasureEffect, OnceMarked, PressureFelt
from crisis_game.engine.gauges import term
from crisis_game.engine.offers_made import open_offer
from crisis_game.engine.state import ActiveMeasure, Term, TextState
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import grade_rank
from crisis_game.scenario.model import Ending


def answer(working: Working) -> None:
    """Let the world answer."""
    gauges.move(working, "cohesion", _cohesion(working))
    gauges.move(working, "standing", _standing(working))
    found = _felt(working)
    gauges.move(working, "grip", [one for effect in found for one in _grip(working, effect)])
    gauges.move(working, "escalation", _heat(working))
    gauges.move(working, "deterrence", _deterrence(working, found))
    adversary.act(working)
    conducts.step_done(working)
    gauges.move(working, "harm", _harm(working))
    home.drift(working)
    conducts.read_in_public(working)
    _check_ending(working, final=True)


def end(working: Working) -> None:
    """The last reading: which ending it is."""
    if working.state.table.ending is None:
        _check_ending(working, final=False)


def _check_ending(working: Working, final: bool) -> None:
    """The ending of lowest rank that holds; before the end only those that end play at once."""
    facts = Facts(working.scenario, working.state)
    for ending in sorted(working.scenario.endings, key=lambda one: one.rank):
        if (ending.final or not final) and ending.when.holds(facts):
            working.emit(EndingReached(ending.id, _variant(ending, facts)))
            return


def _variant(ending: Ending, facts: Facts) -> int:
    return next((place for place, one in enumerate(ending.variants) if one.when.holds(facts)), -1)


def _cohesion(working: Working) -> list[Term]:
    numbers, state = working.scenario.numbers, working.state
    round_ = state.table.round
    terms = []
    if state.council.best == "without-a-no":
        terms.append(term(numbers.cohesion_unanimous, "adopted without a no"))
    elif state.council.best == "adopted":
        terms.append(term(numbers.cohesion_adopted, "adopted"))
    elif state.council.best == "failed":
        terms.append(term(numbers.cohesion_failed, "no text adopted"))
    unmet = _unmet(working)
    terms.append(term(numbers.cohesion_unmet * unmet, "{count} due pledges not met", count=unmet))
    for one in _alone(working, round_):
        terms.append(term(numbers.cohesion_alone, "{seat:state} acted alone without notice", seat=one.author))
    for one in _alone(working, round_ - 1):
        if one.endorsed and one.ended == round_:
            terms.append(term(-numbers.cohesion_alone // 2, "what {seat:state} did alone is endorsed", seat=one.author))
    for voted, seat, _ in state.council.votes_against_red_line:
        if voted == round_:
            terms.append(term(numbers.cohesion_red_line, "{seat:state} outvoted on its red line", seat=seat))
    if state.table.emergency:
        terms.append(term(numbers.cohesion_emergency, "emergency procedure"))
    return terms


def _unmet(working: Working) -> int:
    """Pledges due this round of which nothing was delivered."""
    return sum(owed != "none" and given == "none" for owed, given in working.state.orders.settled.values())


def _alone(working: Working, round_: int) -> list[ActiveMeasure]:
    """Measures of rung 5 or more begun in a round, alone and without notice."""
    measures = working.scenario.measures
    return [
        one
        for _, one in sorted(working.state.measures.items())
        if one.authority is None and one.began == round_ and not one.notified and measures[one.measure].rung >= 5
    ]


def _standing(working: Working) -> list[Term]:
    numbers, state = working.scenario.numbers, working.state
    terms = [*_published(working), *_haste(working)]
    in_force = [one for one in state.council.texts.values() if one.status == "adopted"]
    for neighbour in working.scenario.neighbours:
        if _heard_and_answered(working, neighbour, in_force) and _once(working, f"heard:{neighbour}"):
            terms.append(term(numbers.standing_heard, "{state:state} heard and answered", state=neighbour))
    running = any(one.status == "active" for one in state.measures.values())
    if running and open_offer(state) and _once(working, "off-ramp"):
        terms.append(term(numbers.standing_off_ramp, "off-ramp kept open beside measures"))
    for clause, amount, why in (
        ("exemptions", numbers.standing_exemptions, "exemptions in use"),
        ("inquiry", numbers.standing_inquiry, "inquiry into own harm"),
    ):
        if running and any(one.draft.switch(clause) for one in in_force) and _once(working, clause):
            terms.append(term(amount, why))
    if state.table.emergency:
        terms.append(term(numbers.standing_emergency, "no consultation"))
    if _force_unreported(working):
        terms.append(term(numbers.standing_unreported, "force unreported this round"))
    return terms


def _once(working: Working, mark: str) -> bool:
    """Whether a gain that counts once has not been counted; it has been after this."""
    if mark in working.state.world.once:
        return False
    working.emit(OnceMarked(mark))
    return True


def _published(working: Working) -> list[Term]:
    """Independent results published this round, and claims of reports that they prove too high."""
    numbers, state = working.scenario.numbers, working.state
    terms = []
    for one in state.knowledge.verifications:
        if one.answer in ("confirmed", "refuted") and _once(working, f"result:{one.claim}:{one.round}"):
            terms.append(term(numbers.standing_result, "independent result on {claim:claim}", claim=one.claim))
    for round_, seat, claim, grade in state.commitments.reports:
        refuted = any(one.claim == claim and one.answer == "refuted" for one in state.knowledge.verifications)
        if refuted and grade_rank(grade) >= 1 and _once(working, f"overclaim:{seat}:{claim}:{round_}"):
            terms.append(term(numbers.standing_overclaim, "{seat:state} reported more than proved true", seat=seat))
    return terms


def _haste(working: Working) -> list[Term]:
    """Measures of rung 5 or more begun before an answer that was asked for, and refuted by it."""
    state, measures = working.state, working.scenario.measures
    terms = []
    for one in state.knowledge.verifications:
        hasty = [
            active
            for active in state.measures.values()
            if measures[active.measure].rung >= 5
            and active.began <= one.round
            and _rests_on(working, active, one.claim)
        ]
        if one.answer == "refuted" and hasty and _once(working, f"haste:{one.claim}"):
            terms.append(
                term(working.scenario.numbers.standing_haste, "acted on {claim:claim}, now refuted", claim=one.claim)
            )
    return terms


def _rests_on(working: Working, active: ActiveMeasure, claim: str) -> bool:
    text = working.state.council.texts.get(active.authority or "")
    return text is not None and claim in text.draft.claims


def _heard_and_answered(working: Working, neighbour: str, in_force: list[TextState]) -> bool:
    asks = working.scenario.neighbours[neighbour].asks_clause
    heard = neighbour in working.state.commitments.hearings
    return heard and any(one.draft.switch("hearing") or (asks and one.draft.switch(asks)) for one in in_force)


def _force_unreported(working: Working) -> bool:
    measures, round_ = working.scenario.measures, working.state.table.round
    began = [one for one in working.state.measures.values() if one.began == round_ and one.status == "active"]
    force = any(measures[one.measure].use_of_force in ("minor", "armed") for one in began)
    return force and not any(when == round_ for when, *_ in working.state.commitments.reports)


def _felt(working: Working) -> tuple[Effect, ...]:
    """The effects of the measures, told with their terms; pressure and participation noted."""
    found = effects(working)
    for one in found:
        working.emit(
            MeasureEffect(
                one.active.id, one.base, one.participation, one.weight, one.readiness, one.delay, one.ramp, one.effect
            )
        )
    pain = sum(one.effect for one in found)
    present = [one.participation for one in found if _kind(working, one) in ("presence", "force")]
    own_harm = sum(harm_of(working, one) for one in working.state.measures.values() if one.status == "active")
    heavy = pain >= working.scenario.numbers.heavy_pain
    working.emit(PressureFelt(pain, max(present, default=0), delivered_share(working), own_harm, heavy))
    return found


def _kind(working: Working, effect: Effect) -> str:
    return working.scenario.measures[effect.active.measure].kind


def _grip(working: Working, effect: Effect) -> list[Term]:
    """Presence takes half its effect off grip, force the whole, words and trade nothing."""
    share = {"presence": 2, "force": 1}.get(_kind(working, effect))
    if share is None:
        return []
    return [term(-(effect.effect // share), "{measure:measure}", measure=effect.active.measure)]


def _heat(working: Working) -> list[Term]:
    numbers, state = working.scenario.numbers, working.state
    terms = [
        _heat_of(working, one)
        for _, one in sorted(state.measures.items())
        if one.status == "active" and one.began == state.table.round
    ]
    if state.table.round in state.commitments.mediation:
        terms.append(term(-numbers.cooling_mediation, "mediation"))
    for _, one in sorted(state.measures.items()):
        cooling = working.scenario.measures[one.measure].cooling
        if one.status == "active" and cooling:
            terms.append(term(-cooling, "{measure:measure}", measure=one.measure))
    terms.append(term(-numbers.cooling, "cooling"))
    return terms


def _heat_of(working: Working, active: ActiveMeasure) -> Term:
    numbers, measure = working.scenario.numbers, working.scenario.measures[active.measure]
    heat = measure.heat
    if measure.rung >= 3 and not open_offer(working.state):
        heat = heat * numbers.heat_no_way_back // 100
    text = working.state.council.texts.get(active.authority or "")
    if measure.rung >= 5 and text is not None and text.draft.switch("limits"):
        heat = heat * numbers.heat_limits // 100
    return term(heat, "{measure:measure}", measure=active.measure)


def _deterrence(working: Working, found: tuple[Effect, ...]) -> list[Term]:
    """Half-way to what the adversary sees before it: pledges delivered, cohesion, forces present; then signs."""
    numbers, state = working.scenario.numbers, working.state
    before = state.world.gauges.get("deterrence", 0)
    present = [
        working.scenario.measures[one.active.measure].rung * one.participation * numbers.theatre_step // 100
        for one in found
        if _kind(working, one) in ("presence", "force")
    ]
    target = (
        numbers.deterrence_delivered * state.world.delivered
        + numbers.deterrence_cohesion * state.world.gauges["cohesion"]
        + numbers.deterrence_theatre * min(100, sum(present))
    ) // 100
    terms = [term((before + target) // 2 - before, "half-way to {target}", target=target)]
    dated = [
        one
        for one in state.council.texts.values()
        if one.adopted_round == state.table.round and one.draft.switch("end-date")
    ]
    terms.extend(term(numbers.deterrence_end_date, "end date in {text}", text=one.id) for one in dated)
    facts = Facts(working.scenario, state)
    for demand in state.commitments.demands:
        met = working.scenario.aims[demand.aim].reached.holds(facts)
        mark = f"bluff:{demand.by}:{demand.aim}:{demand.by_round}"
        if demand.by_round == state.table.round and not met and _once(working, mark):
            terms.append(term(numbers.deterrence_bluff, "a demand of {seat:state} passed unmet", seat=demand.by))
    return terms


def _harm(working: Working) -> list[Term]:
    numbers, world, scenario = working.scenario.numbers, working.state.world, working.scenario
    step = next((one for one in scenario.adversary.steps if one.level and one.level == world.level), None)
    done = next((one for one in scenario.adversary.steps if one.id == world.last_step and one.level == 0), None)
    active = [one for _, one in sorted(working.state.measures.items()) if one.status == "active"]
    shielded = any(scenario.measures[one.measure].protects and one.deliveries for one in active)
    base = step.harm if step else numbers.harm_idle
    spared = min(base, numbers.harm_escort) if shielded else 0
    name = step.id if step else "free"
    terms = [term(base, "{step:step}", step=name), term(-spared, "shielded by escort")]
    if done is not None:
        terms.append(term(done.harm, "{step:step}", step=done.id))
    terms.extend(term(harm_of(working, one), "{measure:measure}", measure=one.measure) for one in active)
    return terms
