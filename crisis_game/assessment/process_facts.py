"""What the organisation's legitimacy is read from: the gravest act that it answers for, and the log of the whole.

The act gives cause, means, proportion and aim, as it gives them for a case outside play; the log gives what only play
knows: who was heard, who voted how, what was verified, which clauses stood, who paid.
"""

from __future__ import annotations

from dataclasses import replace

from crisis_game.assessment.history import History
from crisis_game.assessment.model import AssessedAct, BurdenSharing, Consistency, OrganisationRead
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import State, TextState
from crisis_game.law.derived import settled_facts
from crisis_game.law.finding import GRAVEST_FIRST
from crisis_game.law.legitimacy import legitimacy
from crisis_game.law.legitimacy_facts import ProcessFacts, left_undone, process_of
from crisis_game.law.order import gravest
from crisis_game.scenario.ids import ClaimId
from crisis_game.scenario.model import Scenario

STANCE_SHARE = {"for": 100, "wary": 50, "against": 0}
DUE_PROCESS = ("reasons", "hearing", "review")
GREAT_RUNG = 5


def organisation(
    history: History,
    acts: tuple[AssessedAct, ...],
    omissions: tuple[AssessedAct, ...],
    fairness: tuple[Consistency, BurdenSharing],
) -> OrganisationRead:
    """The organisation's profile, on what all members knew; what its members left undone counts in it."""
    scenario, ours = history.scenario, [act for act in acts if act.ours]
    process = process_facts(history, ours, fairness)
    process = left_undone(process, [omission.public.conduct.facts for omission in omissions if omission.ours])
    return OrganisationRead(scenario.charter.id, scenario.charter.name, process.legality, process, legitimacy(process))


def process_facts(
    history: History, ours: list[AssessedAct], fairness: tuple[Consistency, BurdenSharing]
) -> ProcessFacts:
    """The process facts of an exercise."""
    scenario, state = history.scenario, history.state
    measured = [text for text in state.council.texts.values() if text.adopted_round and text.draft.lines]
    process = replace(
        _gravest(ours),
        legality=gravest(act.public.judgement.gravest for act in ours) if ours else "lawful",
        unlike_treatment=fairness[0].unlike,
        burden_gap=fairness[1].gap,
        procedure_defects=state.record.defects,
        world_support=state.world.gauges.get("standing"),
    )
    process = _with_input(process, history, measured)
    if measured:
        process = _with_decisions(process, scenario, state, measured)
    return _with_redress(process, state)


def _gravest(ours: list[AssessedAct]) -> ProcessFacts:
    """What the gravest act tells, the worst in law, then the highest on the ladder; the cause is the gravest of all."""
    if not ours:
        return ProcessFacts("lawful")
    ranked = sorted(ours, key=lambda act: (GRAVEST_FIRST.index(act.public.judgement.gravest), -act.rung, act.id))
    acts = [_of_act(act) for act in ranked]
    return replace(acts[0], cause=max((facts.cause for facts in acts if facts.cause is not None), default=None))


def _of_act(act: AssessedAct) -> ProcessFacts:
    return process_of(settled_facts(act.public.conduct), {}, act.public.judgement)


def _with_input(process: ProcessFacts, history: History, measured: list[TextState]) -> ProcessFacts:
    """Who was asked and heard, and who was for it."""
    scenario, state = history.scenario, history.state
    alone = any(active.authority is None and not active.notified for active in state.begun)
    neighbours = scenario.petitioners
    return replace(
        process,
        consulted=(not alone and not state.table.emergencies) if state.begun or measured else None,
        heard_share=_heard(history),
        neighbours_heard=bool(state.commitments.hearings) if neighbours else None,
        neighbour_support=_mean([_stance(scenario, state, neighbour) for neighbour in neighbours]),
        member_support=_mean([_in_favour(text) for text in measured]),
    )


def _heard(history: History) -> int | None:
    """Share of members that spoke to all before a vote, over the rounds in which there was one."""
    rounds = {text.round for text in history.state.council.texts.values() if text.result is not None}
    members = frozenset(history.scenario.members)
    return _mean([100 * len(members & history.spoke.get(round_, set())) // len(members) for round_ in sorted(rounds)])


def _stance(scenario: Scenario, state: State, neighbour: str) -> int:
    """How far a neighbour stands behind it; one that was heard and got its clause is no longer wary."""
    sheet = scenario.petitioners[neighbour]
    answered = neighbour in state.commitments.hearings and any(
        text.adopted_round and sheet.asks is not None and sheet.asks.met_by(text.draft)
        for text in state.council.texts.values()
    )
    return 100 if answered and sheet.stance == "wary" else STANCE_SHARE[sheet.stance]


def _in_favour(text: TextState) -> int:
    votes = [vote for vote in text.votes.values() if vote != "absent"]
    return 100 * votes.count("yes") // len(votes) if votes else 0


def _with_decisions(process: ProcessFacts, scenario: Scenario, state: State, measured: list[TextState]) -> ProcessFacts:
    """How it was decided: reasons, verification, bounds, due process, whether the aim was reached."""
    economic = [text for text in measured if _has(scenario, text, "economic")]
    return replace(
        process,
        reasons_given=bool(state.commitments.reports) or all(text.draft.switch("reasons") for text in measured),
        verification=_verified(state, measured),
        acted_before_answer=_hasty(scenario, state),
        rule_disputed=any(text.result is not None and text.result.disputed is not None for text in measured),
        end_set=all(text.draft.switch("end-date") is not None for text in measured),
        review_set=all(text.draft.switch("review") or text.draft.switch("end-date") for text in measured),
        way_back=any(text.draft.switch("off-ramp") is not None for text in measured),
        due_process=_mean([_due_process(text) for text in economic]),
        aim_reached=_aims_reached(scenario, state, measured),
    )


def _with_redress(process: ProcessFacts, state: State) -> ProcessFacts:
    """Whether harm that members did was looked into and repaired; nothing is asked where there was none."""
    if not state.world.own_harm:
        return replace(process, harm_alleged=False)
    repaired = any(account.redress for account in state.accounts.values())
    return replace(process, harm_alleged=True, inquiry=bool(state.commitments.inquiries), redress=repaired)


def _has(scenario: Scenario, text: TextState, kind: str) -> bool:
    return any(scenario.measures[line.measure].kind == kind for line in text.draft.lines)


def _verified(state: State, measured: list[TextState]) -> int | None:
    """How far the claims that measures rest on were confirmed; no access is half, as far as one could go."""
    worth = {"confirmed": 100, "no-access": 50}
    answers: dict[ClaimId, int] = {}
    for verification in state.knowledge.verifications:
        answers[verification.claim] = max(answers.get(verification.claim, 0), worth.get(verification.answer, 0))
    claims = {claim for text in measured for claim in text.draft.claims}
    return _mean([answers.get(claim, 0) for claim in sorted(claims)])


def _hasty(scenario: Scenario, state: State) -> bool | None:
    """Whether a measure of weight began before an answer on its claims that had been asked for."""
    asked = state.knowledge.verifications
    if not asked:
        return None
    for active in state.begun:
        text = state.council.texts.get(active.authority or "")
        weighty = text is not None and scenario.measures[active.measure].rung >= GREAT_RUNG
        if (
            weighty
            and text
            and any(
                verification.claim in text.draft.claims and verification.round >= active.began for verification in asked
            )
        ):
            return True
    return False


def _due_process(text: TextState) -> int:
    guaranteed = sum(text.draft.switch(clause) is not None for clause in DUE_PROCESS)
    return 100 if guaranteed == len(DUE_PROCESS) else 50 if guaranteed else 0


def _aims_reached(scenario: Scenario, state: State, measured: list[TextState]) -> bool | None:
    facts = Facts(scenario, state)
    aims = {text.draft.aim for text in measured if text.draft.aim in scenario.aims}
    return all(scenario.aims[aim].reached.holds(facts) for aim in aims) if aims else None


def _mean(values: list[int]) -> int | None:
    return sum(values) // len(values) if values else None
