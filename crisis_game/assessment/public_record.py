"""The record of acts as all members may read it while play goes on: what is open, who protests, verdicts where shown.

Only the public reading enters: nothing that one seat knows alone, and nothing of what is true.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crisis_game.assessment.assessed_acts import actor_of, overrulings
from crisis_game.assessment.deeds import deed_of, name_of, title_of
from crisis_game.assessment.model import Overruling
from crisis_game.engine.conducts import reading
from crisis_game.engine.state import AllyAnswer, ConductState, State
from crisis_game.law.conduct import Conduct
from crisis_game.law.derived import settled_facts
from crisis_game.law.finding import Judgement
from crisis_game.law.legitimacy import Band, legitimacy
from crisis_game.law.legitimacy_facts import process_of
from crisis_game.law.order import RULES
from crisis_game.law.ruling import ruling
from crisis_game.law.ruling_model import Ruled
from crisis_game.law.tree import OPEN, Tree, tree
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text


@dataclass(frozen=True, slots=True)
class PublicAct:
    """One line of the record.

    Attributes:
        subject: the measure in force or the step that it is, as opinions name it.
        title: what was done, to whom; name: the same for a column of a table; actor: who answers for it.
        ours: whether members did it; else the other side.
        omission: it is something left undone.
        questions: what is open in law on what all know, as questions: first the one on which the act turns.
        protested, criticised: whether the world protests at it, or at how it came about.
        answers: what the other members said of what one of them did alone; empty for any other act.
        ruled: what the judge says on what all know; None where the exercise shows it at the end.
        legitimacy: how legitimate an act is, on what all know; None where rulings wait, and of what was left undone.
        overruled: the facilitator's verdicts by rule; none where rulings wait.
    """

    id: str
    subject: str
    title: Text
    name: Text
    actor: Prose
    participants: tuple[str, ...]
    round: int
    ended: int | None
    rung: int
    ours: bool
    omission: bool
    questions: tuple[Text, ...]
    protested: bool
    criticised: bool
    ruled: Ruled | None
    legitimacy: Band | None
    answers: tuple[tuple[SeatId, AllyAnswer], ...] = ()
    overruled: Mapping[str, Overruling] = field(default_factory=dict)


def public_record(scenario: Scenario, state: State) -> tuple[PublicAct, ...]:
    """All acts so far, newest first, those of the members before the other side's; then what was left undone."""
    conducts = sorted(state.record.conducts.items())
    acts = [_act(scenario, state, conduct) for _, conduct in conducts if not conduct.hidden]
    return tuple(sorted(acts, key=lambda act: (act.omission, -act.round, not act.ours)))


def _act(scenario: Scenario, state: State, conduct: ConductState) -> PublicAct:
    public = reading(conduct, "public")
    issues = tree(public)
    shown = scenario.lesson.verdicts == "each-round"
    marks = {mark for mark in state.record.blamed if mark.startswith(f"{conduct.subject}:")}
    unlawful = f"{conduct.subject}:unlawful"
    asked = state.commitments.ally_acts.get(conduct.id)
    return PublicAct(
        id=conduct.id,
        subject=conduct.subject,
        title=title_of(state, conduct),
        name=name_of(state, conduct),
        actor=actor_of(scenario, conduct),
        participants=conduct.participants,
        round=conduct.round,
        ended=conduct.ended,
        rung=conduct.rung,
        ours=scenario.is_ours(conduct.actor, conduct.subject),
        omission=conduct.omission != "",
        questions=_questions(issues),
        protested=unlawful in marks,
        criticised=bool(marks - {unlawful}),
        ruled=Ruled(issues, ruling(public, issues, deed_of(scenario, state, conduct))) if shown else None,
        legitimacy=_legitimacy(public, issues.judgement) if shown and not conduct.omission else None,
        answers=tuple(sorted(asked.answers.items())) if asked is not None else (),
        overruled=overrulings(state, conduct.id) if shown else {},
    )


def _legitimacy(public: Conduct, judgement: Judgement) -> Band:
    return legitimacy(process_of(settled_facts(public), {}, judgement)).band


def _questions(tree: Tree) -> tuple[Text, ...]:
    """What has no clear answer on what all know: where the act turns, then what is open beside it."""
    turning = (tree.turning,) if tree.turning and tree.judgement.legality in OPEN else ()
    beside = (issue.finding for issue in tree.beside if issue.finding.verdict in OPEN)
    return tuple(RULES[finding.rule].asks for finding in (*turning, *beside))
