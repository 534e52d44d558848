"""The acts on record, judged in three readings, with the facilitator's verdicts beside the judge's."""

from __future__ import annotations

from crisis_game.assessment.history import History
from crisis_game.assessment.model import READINGS, AssessedAct, Judged, Overruling, Reading
from crisis_game.engine import conduct_decisions
from crisis_game.engine.conducts import reading
from crisis_game.engine.state import ConductState, State
from crisis_game.law.finding import Finding, Legality
from crisis_game.law.judge import judge
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text, prose

WORST_FIRST: tuple[Legality, ...] = ("unlawful", "insufficient-facts", "contested", "lawful")
"""Of several answers, the one that stands for all."""


def assessed_acts(history: History) -> tuple[AssessedAct, ...]:
    """All acts on record, by the round in which they began, those of the members first."""
    acts = [_act(history, conduct) for _, conduct in sorted(history.state.record.conducts.items())]
    return tuple(sorted(acts, key=lambda act: (act.round, not act.ours)))


def worst(answers: list[Legality]) -> Legality:
    """The answer that stands for several; lawful where there is none: nothing was done."""
    return next((answer for answer in WORST_FIRST if answer in answers), "lawful")


def _act(history: History, conduct: ConductState) -> AssessedAct:
    active = history.state.measures.get(conduct.subject)
    judged = {which: _judged(conduct, which) for which in READINGS}
    return AssessedAct(
        id=conduct.id,
        title=title_of(history.state, conduct),
        actor=actor_of(history.scenario, conduct),
        participants=conduct.participants,
        subject=conduct.subject,
        text=active.authority if active else None,
        round=conduct.round,
        ended=conduct.ended,
        rung=conduct.rung,
        ours=conduct.actor != history.scenario.adversary.state,
        public=judged["public"],
        known=judged["known"],
        true=judged["true"],
        overruled=_overruled(history, conduct),
        cured=_cured(history, conduct, judged["known"]),
    )


def _judged(conduct: ConductState, which: Reading) -> Judged:
    facts = reading(conduct, which)
    return Judged(facts, judge(facts))


def title_of(state: State, conduct: ConductState) -> Text:
    """What an act was: a measure and whom it was aimed at, a decision, or a step of the other side."""
    active = state.measures.get(conduct.subject)
    if active is None:
        return conduct_decisions.title(state, conduct) or Text("{step:step}", {"step": conduct.subject})
    if active.target is None:
        return Text("{measure:measure}", {"measure": active.measure})
    return Text("{measure:measure}, towards {target:state}", {"measure": active.measure, "target": active.target})


def actor_of(scenario: Scenario, conduct: ConductState) -> Prose:
    """The name of who answers for an act: a state, or the organisation."""
    state = scenario.states.get(conduct.actor)
    if state is not None:
        return state.name
    return scenario.charter.name if conduct.actor == scenario.charter.id else prose(conduct.actor)


def _overruled(history: History, conduct: ConductState) -> dict[str, Overruling]:
    start = f"{conduct.id}/"
    return {
        id_.removeprefix(start): Overruling(verdict, reason)
        for id_, (verdict, reason) in sorted(history.state.record.overruled.items())
        if id_.startswith(start)
    }


def _cured(history: History, conduct: ConductState, now: Judged) -> tuple[Finding, ...]:
    """Findings that stood at the end of its first round, and stand no more."""
    first = history.first.get(conduct.id)
    if first is None or first.facts == conduct.facts:
        return ()
    standing = {finding.rule for finding in now.judgement.adverse}
    return tuple(finding for finding in judge(reading(first, "known")).adverse if finding.rule not in standing)
