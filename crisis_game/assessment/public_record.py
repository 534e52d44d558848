"""The record of acts as all members may read it while play goes on: what is open, who protests, verdicts where shown.

Only the public reading enters: nothing that one seat knows alone, and nothing of what is true.
"""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.assessment.assessed_acts import actor_of, title_of
from crisis_game.engine.conducts import reading
from crisis_game.engine.state import ConductState, State
from crisis_game.law.finding import Finding, Judgement, Legality
from crisis_game.law.judge import judge
from crisis_game.law.order import RULES
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text


@dataclass(frozen=True, slots=True)
class PublicAct:
    """One line of the record.

    Attributes:
        title: what was done, to whom; actor: who answers for it.
        ours: whether members did it; else the other side.
        open: names of the tests of law that are open on what all know.
        protested, criticised: whether the world protests at it, or at how it came about.
        verdict, findings: of the judge on what all know; None and empty where the exercise shows them at the end.
    """

    id: str
    title: Text
    actor: Prose
    participants: tuple[str, ...]
    round: int
    ended: int | None
    rung: int
    ours: bool
    open: tuple[Text, ...]
    protested: bool
    criticised: bool
    verdict: Legality | None
    findings: tuple[Finding, ...]


def public_record(scenario: Scenario, state: State) -> tuple[PublicAct, ...]:
    """All acts so far, newest first, those of the members before the other side's."""
    acts = [_act(scenario, state, conduct) for _, conduct in sorted(state.record.conducts.items())]
    return tuple(sorted(acts, key=lambda act: (-act.round, not act.ours)))


def _act(scenario: Scenario, state: State, conduct: ConductState) -> PublicAct:
    judgement = judge(reading(conduct, "public"))
    shown = scenario.lesson.verdicts == "each-round"
    marks = {mark for mark in state.record.blamed if mark.startswith(f"{conduct.subject}:")}
    unlawful = f"{conduct.subject}:unlawful"
    return PublicAct(
        id=conduct.id,
        title=title_of(state, conduct),
        actor=actor_of(scenario, conduct),
        participants=conduct.participants,
        round=conduct.round,
        ended=conduct.ended,
        rung=conduct.rung,
        ours=conduct.actor != scenario.adversary.state,
        open=_open(judgement),
        protested=unlawful in marks,
        criticised=bool(marks - {unlawful}),
        verdict=judgement.legality if shown else None,
        findings=judgement.findings if shown else (),
    )


def _open(judgement: Judgement) -> tuple[Text, ...]:
    """Names of the tests that have no clear answer on what all know."""
    undecided = (
        finding.rule for finding in judgement.findings if finding.verdict in ("contested", "insufficient-facts")
    )
    return tuple(RULES[rule].name for rule in undecided)
