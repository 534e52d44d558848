"""The acts on record, judged in three readings, with the facilitator's verdicts beside the judge's."""

from __future__ import annotations

from crisis_game.assessment.deeds import deed_of, name_of, title_of
from crisis_game.assessment.history import History
from crisis_game.assessment.model import READINGS, AssessedAct, Judged, Overruling, Reading
from crisis_game.engine.conducts import reading
from crisis_game.engine.state import ConductState, State
from crisis_game.law.finding import Finding
from crisis_game.law.judge import judge
from crisis_game.law.order import RULES
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, prose


def assessed_acts(history: History) -> tuple[AssessedAct, ...]:
    """All acts on record, by the round in which they began, those of the members first."""
    return _assessed(history, omissions=False)


def assessed_omissions(history: History) -> tuple[AssessedAct, ...]:
    """All that was left undone, by the round in which it was due, by the members first."""
    return _assessed(history, omissions=True)


def _assessed(history: History, *, omissions: bool) -> tuple[AssessedAct, ...]:
    conducts = sorted(history.state.record.conducts.items())
    acts = [_act(history, conduct) for _, conduct in conducts if bool(conduct.omission) is omissions]
    return tuple(sorted(acts, key=lambda act: (act.round, not act.ours)))


def _act(history: History, conduct: ConductState) -> AssessedAct:
    active = history.state.measures.get(conduct.subject)
    judged = {which: _judged(conduct, which) for which in READINGS}
    return AssessedAct(
        id=conduct.id,
        title=title_of(history.state, conduct),
        name=name_of(history.state, conduct),
        actor=actor_of(history.scenario, conduct),
        participants=conduct.participants,
        subject=conduct.subject,
        text=active.authority if active else None,
        round=conduct.round,
        ended=conduct.ended,
        rung=conduct.rung,
        ours=history.scenario.is_ours(conduct.actor, conduct.subject),
        public=judged["public"],
        known=judged["known"],
        true=judged["true"],
        deed=deed_of(history.scenario, history.state, conduct),
        overruled=overrulings(history.state, conduct.id),
        cured=_cured(history, conduct, judged["known"]),
    )


def _judged(conduct: ConductState, which: Reading) -> Judged:
    facts = reading(conduct, which)
    return Judged(facts, judge(facts))


def actor_of(scenario: Scenario, conduct: ConductState) -> Prose:
    """The name of who answers for an act: a state, or the organisation."""
    state = scenario.states.get(conduct.actor)
    if state is not None:
        return state.name
    return scenario.charter.short if conduct.actor == scenario.charter.id else prose(conduct.actor)


def overrulings(state: State, conduct: str) -> dict[str, Overruling]:
    """The facilitator's verdicts on one act, by the rule of the finding beside which each stands."""
    by_finding = state.record.overruled
    given = ((rule, by_finding.get(f"{conduct}/{rule}")) for rule in RULES)
    return {rule: Overruling(*verdict) for rule, verdict in given if verdict is not None}


def _cured(history: History, conduct: ConductState, now: Judged) -> tuple[Finding, ...]:
    """Findings that stood at the end of its first round, and stand no more."""
    first = history.first.get(conduct.id)
    if first is None or first.facts == conduct.facts:
        return ()
    standing = {finding.rule for finding in now.judgement.adverse}
    return tuple(finding for finding in judge(reading(first, "known")).adverse if finding.rule not in standing)
