"""The record of acts: a conduct is opened for each act of legal weight, grows until it ends, and is read.

One for each measure in force and standing of those who carry it (the injured state, third states), one for each act of
a member alone; the other side's steps stand in `conduct_steps`, decisions without a measure in `conduct_decisions`,
articles invoked in `conduct_invocations`.
Facts are raw; the judge draws the conclusions. They stand in three readings: *public* (what all members know, and it
grows with that), *known* (what those who act knew when they began), *true*.
"""

from __future__ import annotations

from crisis_game.engine import conduct_decisions, conduct_invocations, conduct_lending, legal_situation, way_back
from crisis_game.engine.conditions import Facts
from crisis_game.engine.conduct_facts import Planned, facts_of
from crisis_game.engine.conduct_learning import learn
from crisis_game.engine.effects import harm_of
from crisis_game.engine.events.record import ConductEnded, ConductGrew, ConductOpened
from crisis_game.engine.force_cover import wanted
from crisis_game.engine.readings import Reading, laid_apart, reading
from crisis_game.engine.state import ActiveMeasure, ConductState, State
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.conduct import FactValue
from crisis_game.law.finding import Judgement
from crisis_game.law.judge import judge
from crisis_game.scenario.fact_rows import row_names
from crisis_game.scenario.ids import StateId

__all__ = ["Reading", "begun_before", "end_over", "judged", "orders_done", "reading"]

GROWING = (
    "report_filed", "days_to_report", "council_informed", "own_harm", "aim_reached", "rounds_after_aim",
    "council_mandate", "council_measures_in_force", "unsc_had_acted", "unsc_blocked_by_veto",
    "host_base_consent", "inside_base_terms", "harm_alleged", "inquiry_opened", "redress_paid",
    "court_seised", "target_complied", "wrong_ceased", "measure_lifted",
)  # fmt: skip
"""Facts that can come to an act after it began, the same in all readings."""

LEARNT = ("attack_author", "author_grade", "independent_verification")
"""Facts on which all members can come to know more than those who acted knew when they began."""

CONFIRMED = "independent_verification"
"""The one of these that also becomes true with time: neutral verifiers had not looked when the act began."""


def begun_before(working: Working) -> None:
    """Put on record what began before the exercise, in no round of it."""
    _record_all(working)


def orders_done(working: Working) -> None:
    """After the orders: put new acts on record, let the others grow, end those that ended."""
    _record_all(working)
    conduct_decisions.record(working)
    conduct_invocations.record(working)
    conduct_lending.record(working)


def end_over(working: Working) -> None:
    """End the conducts of measures that have ended."""
    for id_, conduct in sorted(working.state.record.conducts.items()):
        active = working.state.measures.get(conduct.subject)
        if active is not None and active.status == "ended" and conduct.ended is None:
            working.emit(ConductEnded(id_))


def judged(state: State, which: Reading) -> dict[str, Judgement]:
    """All acts judged in one reading, by id; not what was left undone."""
    conducts = sorted(state.record.conducts.items())
    return {id_: judge(reading(conduct, which)) for id_, conduct in conducts if not conduct.omission}


def _record_all(working: Working) -> None:
    for _, active in sorted(working.state.measures.items()):
        for injured in (True, False):
            _record(working, active, injured)


def _record(working: Working, active: ActiveMeasure, injured: bool) -> None:
    """One conduct of a measure: of the injured state, or of the third states that take part."""
    id_ = f"{active.id}:{'injured' if injured else 'third-state'}"
    on_record = working.state.record.conducts.get(id_)
    if active.status == "ended":
        if on_record is not None and on_record.ended is None:
            working.emit(ConductEnded(id_))
        return
    participants = tuple(carrier for carrier in _carriers(active) if (carrier == _victim(working, active)) == injured)
    if on_record is not None:
        _grow(working, active, on_record, participants or on_record.participants)
    elif participants and active.status == "active":
        _open(working, active, id_, participants, injured)


def _carriers(active: ActiveMeasure) -> tuple[StateId, ...]:
    return tuple(sorted(seat for seat, level in active.deliveries.items() if level != "none"))


def _victim(working: Working, active: ActiveMeasure) -> StateId | None:
    scenario, state = working.scenario, working.state
    incident = legal_situation.public(scenario, state).answered(legal_situation.rests_on(scenario, state, active))
    return scenario.incidents[incident].victim if incident else None


def _open(working: Working, active: ActiveMeasure, id_: str, participants: tuple[StateId, ...], injured: bool) -> None:
    scenario, state = working.scenario, working.state
    act = planned(working, active, participants, injured)
    actor = participants[0] if active.authority is None or injured else scenario.charter.id
    all_know = legal_situation.public(scenario, state)
    shared, public, known, true = laid_apart(
        facts_of(act, all_know),
        facts_of(act, legal_situation.known(scenario, state, participants[0])),
        facts_of(act, legal_situation.true(scenario, state)),
        (*LEARNT, *_by_world(working, act, all_know)),
    )
    shared |= _after_harm(working, active, participants, act.harm) | _with_the_target(working, act)
    if act.by_text and active.measure in state.council.opinions:
        shared["departs_from_opinion"] = state.council.opinions[active.measure] == "unlawful"
    rung = act.measure.rung
    working.emit(ConductOpened(id_, actor, participants, active.id, rung, shared, public, known, true))


def _grow(working: Working, active: ActiveMeasure, conduct: ConductState, participants: tuple[StateId, ...]) -> None:
    """Facts that came since: reports, harm, the aim reached, the Council's doing; and what all have learnt."""
    scenario, state = working.scenario, working.state
    act = planned(working, active, participants, injured=conduct.id.endswith(":injured"))
    all_know = legal_situation.public(scenario, state)
    now, apart = facts_of(act, all_know), _by_world(working, act, all_know)
    if apart:
        learn(working, conduct, apart, now, facts_of(act, legal_situation.true(scenario, state)))
    learnt = _changed(conduct.public, {name: now[name] for name in LEARNT if name in now})
    confirmed = _changed(conduct.true, {CONFIRMED: now[CONFIRMED]} if CONFIRMED in now else {})
    harm = _number(conduct, "own_harm") + (act.harm if active.status == "active" else 0)
    now |= {"own_harm": harm, **_after_harm(working, active, participants, harm), **_aim(working, active, conduct)}
    now |= _with_the_target(working, act, conduct)
    growing = _changed(conduct.facts, {name: now[name] for name in GROWING if name in now and name not in apart})
    if growing or learnt or confirmed or participants != conduct.participants:
        working.emit(ConductGrew(conduct.id, growing, participants, learnt, confirmed))


def _by_world(working: Working, act: Planned, ground: legal_situation.Ground) -> tuple[str, ...]:
    """The facts of an act that depend on the world.

    Those of rows of its measure and of the incident it answers, and all of the consent that it needs, which comes and
    goes.
    """
    incident = ground.answered(act.claims)
    of_incident = row_names(working.scenario.incidents[incident].facts) if incident else ()
    of_measure = row_names(working.scenario.measures[act.measure.id].facts)
    consent = working.scenario.consents.get(act.measure.needs or "")
    tables = (consent.facts, consent.without) if consent else ()
    of_consent = dict.fromkeys(name for table in tables for name in (*table, *row_names(table)))
    return (*of_measure, *of_consent, *of_incident)


def _changed(before: dict[str, FactValue], now: dict[str, FactValue]) -> dict[str, FactValue]:
    return {name: value for name, value in now.items() if before.get(name) != value}


def _number(conduct: ConductState, name: str) -> int:
    value = conduct.facts.get(name)
    return value if isinstance(value, int) else 0


def _aim(working: Working, active: ActiveMeasure, conduct: ConductState) -> dict[str, FactValue]:
    """Whether the aim is reached, and for how many rounds the act went on since."""
    aim = working.scenario.aims.get(active.aim)
    if aim is None or not aim.reached.holds(Facts(working.scenario, working.state)):
        return {}
    gone_on = _number(conduct, "rounds_after_aim") + 1 if conduct.facts.get("aim_reached") is True else 0
    return {"aim_reached": True, "rounds_after_aim": gone_on}


def _after_harm(
    working: Working, active: ActiveMeasure, participants: tuple[StateId, ...], harm: int
) -> dict[str, FactValue]:
    """What was done about harm that force did: an inquiry, redress."""
    if not harm or working.scenario.measures[active.measure].kind != "force":
        return {}
    text = working.state.council.texts.get(active.authority or "")
    clause = text is not None and text.draft.switch("inquiry") is not None
    inquiry = clause or "own-harm" in working.state.commitments.inquiries
    redress = any(
        working.state.accounts[participant].redress
        for participant in participants
        if participant in working.state.accounts
    )
    return {"harm_alleged": True, "inquiry_opened": inquiry, "redress_paid": redress}


def _with_the_target(working: Working, act: Planned, conduct: ConductState | None = None) -> dict[str, FactValue]:
    """How the dispute with the target stands: before arbitrators, or over since the target did what was asked.

    It did where it was settled with it, or where it obeyed an award; all can follow both. Who can no longer be said to
    have done so has gone back on it.
    """
    cases = working.state.council.arbitrations.values()
    own = [case for case in cases if act.target in case.parties and not {*act.participants}.isdisjoint(case.parties)]
    complied = any(case.obeyed and case.against == act.target for case in own) or _is_settled(working, act.target)
    facts: dict[str, FactValue] = {}
    if own:
        facts["court_seised"] = any(case.is_open and all(map(case.answers.get, case.parties)) for case in own)
    if complied or (conduct is not None and "target_complied" in conduct.facts):
        facts |= {"target_complied": complied, "wrong_ceased": complied, "measure_lifted": False}
    return facts


def _is_settled(working: Working, target: StateId | None) -> bool:
    """Whether it is settled with the target of a measure, where that is somebody with whom it can be."""
    scenario, state = working.scenario, working.state
    known = target is not None and target in scenario.actors
    return known and way_back.settled(scenario, state, Facts(scenario, state), str(target))


def planned(working: Working, active: ActiveMeasure, participants: tuple[StateId, ...], injured: bool) -> Planned:
    """A measure in force as the facts of an act are read from it."""
    scenario, state = working.scenario, working.state
    text = state.council.texts.get(active.authority or "")
    aim = scenario.aims.get(active.aim)
    result = text.result if text else None
    return Planned(
        measure=scenario.measures[active.measure],
        target=active.target,
        basis=active.basis,
        purpose=aim.purpose if aim else "restore-status-quo",
        claims=legal_situation.rests_on(scenario, state, active),
        clauses=text.draft.clauses if text else (),
        participants=participants,
        injured=injured,
        wanted=wanted(active, text),
        began=active.began,
        by_text=text is not None,
        notified=active.notified,
        disputed=bool(result and result.disputed),
        binds=result.binds if result else "all",
        emergency=text is not None and not text.confirmed,
        sheet=active.sheet,
        aimed_at=scenario.targets.get(active.sheet.target) if active.sheet else None,
        harm=harm_of(working, active),
        rests=active.status == "dormant",
    )
