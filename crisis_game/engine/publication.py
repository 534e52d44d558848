"""What independent results do when they are published at the opening of a round.

They lift standing; they take it from those who had claimed more, or had not waited for an answer that was asked for.
"""

from __future__ import annotations

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine import gauges
from crisis_game.engine.events.accounts import CreditMoved
from crisis_game.engine.gauges import once, term
from crisis_game.engine.legal_situation import rests_on
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import ActiveMeasure, Term, Verification
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ClaimId, SeatId
from crisis_game.scenario.standard_gauges import STANDING

HASTY_RUNG = 5
"""From this rung an act is hasty while an answer that was asked for is awaited."""

SHOWN_FALSE = -1
"""Credit lost by a member whose own claim is shown false, or that acted on it before the answer it had asked for."""


def publish(working: Working) -> None:
    """Let the results of this round and all that hangs on them move standing, and credit."""
    answered = [
        verification
        for verification in working.state.knowledge.verifications
        if verification.answer in ("confirmed", "refuted")
    ]
    refuted = {verification.claim for verification in answered if verification.answer == "refuted"}
    gauges.move(
        working, STANDING, [*_results(working, answered), *_overclaims(working, refuted), *_haste(working, refuted)]
    )


def _results(working: Working, answered: list[Verification]) -> list[Term]:
    amount = working.scenario.numbers.standing_result
    return [
        term(amount, Code.INDEPENDENT_RESULT, claim=verification.claim)
        for verification in answered
        if once(working, f"result:{verification.claim}:{verification.round}")
    ]


def _overclaims(working: Working, refuted: set[ClaimId]) -> list[Term]:
    """Reports that fixed a claim at a higher grade than a rumour, where it is now shown false."""
    terms = []
    for round_, seat, claim, grade in working.state.commitments.reports:
        too_high = claim in refuted and grade_rank(grade) >= 1
        if too_high and once(working, f"overclaim:{seat}:{claim}:{round_}"):
            amount = working.scenario.numbers.standing_overclaim
            terms.append(term(amount, Code.OVERCLAIM, seat=seat))
            why = coded(Code.REPORTED_FALSE, claim=claim)
            working.emit(CreditMoved(seat, SHOWN_FALSE, why))
    return terms


def _haste(working: Working, refuted: set[ClaimId]) -> list[Term]:
    """Acts of weight that did not wait for an answer that had been asked for, and that it refutes."""
    terms = []
    for claim in sorted(refuted):
        hasty = _hasty(working, claim)
        if hasty and once(working, f"haste:{claim}"):
            amount = working.scenario.numbers.standing_haste
            terms.append(term(amount, Code.HASTE, claim=claim))
            for seat in _askers_among(working, claim, hasty):
                why = coded(Code.HASTY_ASKER, claim=claim)
                working.emit(CreditMoved(seat, SHOWN_FALSE, why))
    return terms


def _hasty(working: Working, claim: ClaimId) -> list[ActiveMeasure]:
    """Measures of weight resting on a claim that began between the question about it and its answer."""
    state, measures = working.state, working.scenario.measures
    asked = min(verification.round for verification in state.knowledge.verifications if verification.claim == claim)
    return [
        active
        for active in sorted(state.begun, key=lambda active: active.id)
        if measures[active.measure].rung >= HASTY_RUNG
        and asked <= active.began < state.table.round
        and claim in rests_on(working.scenario, state, active)
    ]


def _askers_among(working: Working, claim: ClaimId, hasty: list[ActiveMeasure]) -> list[SeatId]:
    """Members that asked about a claim and carry a hasty measure all the same."""
    asked = {verification.by for verification in working.state.knowledge.verifications if verification.claim == claim}
    carry = {seat for active in hasty for seat, level in active.deliveries.items() if level != "none"}
    return sorted(asked & carry & set(working.state.accounts))
