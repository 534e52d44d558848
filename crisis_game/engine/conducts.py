"""The record of acts: a conduct is opened for each act of legal weight, grows, and is read.

One for each measure in force and standing of those who carry it (the injured state, third states), one for each act of
a member alone, one for each step of the adversary. Facts are raw; the judge draws the conclusions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from crisis_game.engine import gauges, ground
from crisis_game.engine.conditions import Facts
from crisis_game.engine.conduct_facts import Planned, facts_of
from crisis_game.engine.effects import harm_of
from crisis_game.engine.events.record import Blamed, ConductEnded, ConductGrew, ConductOpened
from crisis_game.engine.events.world import OnceMarked
from crisis_game.engine.state import ActiveMeasure, ConductState, State, Term, TextState
from crisis_game.engine.working import Working
from crisis_game.law.conduct import Conduct, FactValue
from crisis_game.law.finding import Judgement
from crisis_game.law.judge import judge
from crisis_game.scenario.ids import StateId
from crisis_game.texts import Text

Reading = Literal["public", "known", "true"]

DEFECTS = ("l3-vote", "l3-consultation", "l3-competence", "report-unsc", "cm-procedure")
"""Rules whose breach the world sees as a defect of procedure."""

GREAT_RUNG = 5
"""From this rung an act is of weight."""


def orders_done(working: Working) -> None:
    """After the orders: put new acts on record, let the others grow, end those that ended."""
    for _, active in sorted(working.state.measures.items()):
        for injured in (True, False):
            _record(working, active, injured)


def step_done(working: Working) -> None:
    """After the adversary's answer: put its step on record."""
    done, actor = working.state.world.last_step, working.scenario.adversary.state
    step = next((one for one in working.scenario.adversary.steps if one.id == done), None)
    if step is None or actor is None:
        return
    facts = {
        "actor_standing": "none",
        "unsc_authorisation": "none",
        "report_filed": False,
        "days_of_delay": 0,
        **step.facts,
    }
    id_ = f"{actor.lower()}-r{working.state.table.round}/{step.id}"
    working.emit(ConductOpened(id_, actor, (actor,), step.id, max(5, step.level + 4), facts, {}, {}, {}))


def reading(conduct: ConductState, which: Reading) -> Conduct:
    """A conduct as the judge takes it, in one reading."""
    over: dict[str, FactValue] = getattr(conduct, which)
    return Conduct(conduct.id, conduct.actor, {**conduct.facts, **over}, tuple(conduct.procedure), conduct.participants)


def judged(state: State, which: Reading) -> dict[str, Judgement]:
    """All conducts judged in one reading, by id."""
    return {id_: judge(reading(one, which)) for id_, one in sorted(state.record.conducts.items())}


def read_in_public(working: Working) -> None:
    """What the world sees: visibly unlawful acts of weight and visible defects cost the members' case standing.

    Each act and each defect counts once. Worded as what the world does, never as a verdict.
    """
    numbers = working.scenario.numbers
    terms: list[Term] = []
    for id_, conduct in sorted(working.state.record.conducts.items()):
        if conduct.actor == working.scenario.adversary.state or conduct.ended is not None:
            continue
        judgement = judge(reading(conduct, "public"))
        grave = judgement.severity in ("grave", "peremptory") and conduct.rung >= GREAT_RUNG
        if judgement.legality == "unlawful" and grave and _blame(working, id_, conduct, unlawful=True):
            terms.append(Term(numbers.standing_unlawful, Text("protests at {act}", {"act": _name(working, conduct)})))
        for finding in judgement.findings:
            visible = finding.rule in DEFECTS and finding.verdict == "unlawful"
            if visible and _blame(working, finding.rule, conduct, unlawful=False):
                why = Text("criticism of how {act} came about", {"act": _name(working, conduct)})
                terms.append(Term(numbers.standing_defect, why))
    harm = working.state.world.own_harm // numbers.standing_harm
    counted = sum(one.startswith("own-harm:") for one in working.state.world.once)
    if harm > counted:
        terms.append(gauges.term(-(harm - counted), "harm done by the members' own measures"))
        _count_harm(working, counted, harm)
    gauges.move(working, "standing", terms)


def _count_harm(working: Working, counted: int, harm: int) -> None:
    for number in range(counted, harm):
        working.emit(OnceMarked(f"own-harm:{number}"))


def _blame(working: Working, what: str, conduct: ConductState, unlawful: bool) -> bool:
    """Whether this is blamed for the first time; it has been after this. An act counts once for all who carry it."""
    mark = f"{conduct.subject}:{'unlawful' if unlawful else what}"
    if mark in working.state.record.blamed:
        return False
    working.emit(Blamed(mark, unlawful))
    return True


def _name(working: Working, conduct: ConductState) -> Text:
    active = working.state.measures.get(conduct.subject)
    return Text("{measure:measure}", {"measure": active.measure if active else conduct.subject})


def _record(working: Working, active: ActiveMeasure, injured: bool) -> None:
    """One conduct of a measure: of the injured state, or of the third states that take part."""
    id_ = f"{active.id}:{'injured' if injured else 'third-state'}"
    on_record = working.state.record.conducts.get(id_)
    if active.status == "ended":
        if on_record is not None and on_record.ended is None:
            working.emit(ConductEnded(id_))
        return
    participants = tuple(one for one in _carriers(active) if (one == _victim(working, active)) == injured)
    if on_record is not None:
        _grow(working, active, id_, participants or on_record.participants)
    elif participants and active.status == "active":
        _open(working, active, id_, participants, injured)


def _carriers(active: ActiveMeasure) -> tuple[StateId, ...]:
    return tuple(sorted(seat for seat, level in active.deliveries.items() if level != "none"))


def _victim(working: Working, active: ActiveMeasure) -> StateId | None:
    incident = ground.public(working.scenario, working.state).answered(_claims(working, active))
    return working.scenario.incidents[incident].victim if incident else None


def _claims(working: Working, active: ActiveMeasure) -> tuple[str, ...]:
    """The claims of its text; for an act alone, those that accuse its target."""
    text = working.state.council.texts.get(active.authority or "")
    if text is not None:
        return text.draft.claims
    claims = working.scenario.claims
    return tuple(id_ for id_ in sorted(working.state.knowledge.public) if claims[id_].accuses == active.target)


def _open(working: Working, active: ActiveMeasure, id_: str, participants: tuple[StateId, ...], injured: bool) -> None:
    scenario, state = working.scenario, working.state
    act = planned(working, active, participants, injured)
    actor = participants[0] if active.authority is None or injured else scenario.charter.id
    public = facts_of(act, ground.public(scenario, state))
    known = facts_of(act, ground.known(scenario, state, participants[0]))
    true = facts_of(act, ground.true(scenario, state))
    shared = {name: value for name, value in public.items() if known.get(name) == value == true.get(name)}
    over = [{name: value for name, value in one.items() if name not in shared} for one in (public, known, true)]
    rung = act.measure.rung
    working.emit(ConductOpened(id_, actor, participants, active.id, rung, shared, over[0], over[1], over[2]))


def _grow(working: Working, active: ActiveMeasure, id_: str, participants: tuple[StateId, ...]) -> None:
    """Facts that came since: reports, verification, harm, the aim reached, the host's consent withdrawn."""
    conduct = working.state.record.conducts[id_]
    act = planned(working, active, participants, injured=id_.endswith(":injured"))
    now = facts_of(replace(act, began=active.began), ground.public(working.scenario, working.state))
    own_harm = conduct.facts.get("own_harm", 0)
    now["own_harm"] = (own_harm if isinstance(own_harm, int) else 0) + harm_of(working, active)
    aim = working.scenario.aims.get(active.aim)
    if aim is not None and aim.reached.holds(Facts(working.scenario, working.state)):
        over = conduct.facts.get("rounds_after_aim", -1)
        now["aim_reached"], now["rounds_after_aim"] = True, (over if isinstance(over, int) else -1) + 1
    growing = {name: now[name] for name in GROWING if name in now and now[name] != conduct.facts.get(name)}
    if growing or participants != conduct.participants:
        working.emit(ConductGrew(id_, growing, participants))


GROWING = (
    "report_filed", "days_to_report", "council_informed", "own_harm", "aim_reached", "rounds_after_aim",
    "council_mandate", "council_measures_in_force", "unsc_had_acted", "unsc_blocked_by_veto",
    "independent_verification", "host_base_consent", "inside_base_terms", "inquiry_opened",
)  # fmt: skip
"""Facts that can come to an act after it began."""


def _wanted(active: ActiveMeasure, text: TextState | None) -> bool:
    """Whether the target of a measure carries it too, or voted for it."""
    given = active.deliveries.get(active.target or "", "none") != "none"
    return given or (text is not None and text.votes.get(active.target or "") == "yes")


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
        claims=_claims(working, active),
        clauses=text.draft.clauses if text else (),
        participants=participants,
        injured=injured,
        wanted=_wanted(active, text),
        began=active.began,
        by_text=text is not None,
        notified=active.notified,
        disputed=bool(result and result.disputed),
        emergency=state.table.emergency == active.authority and active.authority is not None,
        sheet=active.sheet,
        aimed_at=scenario.targets.get(active.sheet.target) if active.sheet else None,
        harm=harm_of(working, active),
    )
