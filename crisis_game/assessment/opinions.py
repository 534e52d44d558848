"""Opinions scored: what a seat said of the key act of a round, against the verdict on what was known then.

The score is Brier's (1950) over three answers: the chosen one is held as likely as the seat was sure, the other two
share the rest. It is proper: nobody gains by saying anything but what one thinks.
"""

from __future__ import annotations

from crisis_game.assessment.acts import worst
from crisis_game.assessment.model import AssessedAct, Brier
from crisis_game.engine.state import Opinion, State
from crisis_game.law.finding import Legality
from crisis_game.scenario.ids import Answer, SeatId

ANSWERS: tuple[Answer, ...] = ("lawful", "contested", "unlawful")


def scored_opinions(state: State, acts: tuple[AssessedAct, ...], seat: SeatId) -> tuple[Brier, ...]:
    """A seat's opinions with their scores; those on nothing on record, or on what could not be proved, are left out."""
    found = (_scored(state, acts, one) for one in state.record.opinions.get(seat, ()))
    return tuple(one for one in found if one is not None)


def key_acts(state: State, acts: tuple[AssessedAct, ...], round_: int) -> tuple[AssessedAct, ...]:
    """What opinions of a round are about: the adopted measure of highest rung, else the adversary's last step.

    One measure can be several acts: that of the injured state, and that of third states.
    """
    adopted = {one.id for one in state.council.texts.values() if one.round == round_ and one.adopted_round == round_}
    ours = [one for one in acts if one.text in adopted]
    if ours:
        key = max(ours, key=lambda one: (one.rung, one.subject))
        return tuple(one for one in ours if one.subject == key.subject)
    theirs = [one for one in acts if not one.ours and one.round <= round_]
    return (max(theirs, key=lambda one: (one.round, one.id)),) if theirs else ()


def brier(answer: Answer, sure: int, verdict: Answer) -> int:
    """The score of one answer, times 10,000: from 0 to 20,000."""
    rest = (100 - sure) // 2
    held = {one: sure if one == answer else rest for one in ANSWERS}
    return sum((held[one] - (100 if one == verdict else 0)) ** 2 for one in ANSWERS)


def _scored(state: State, acts: tuple[AssessedAct, ...], opinion: Opinion) -> Brier | None:
    key = key_acts(state, acts, opinion.round)
    verdict: Legality = worst([one.known.judgement.legality for one in key])
    if not key or verdict == "insufficient-facts":
        return None
    before = opinion.before
    return Brier(
        round=opinion.round,
        about=key[0].id,
        answer=opinion.answer,
        sure=opinion.sure,
        verdict=verdict,
        score=brier(opinion.answer, opinion.sure, verdict),
        before=brier(before[0], before[1], verdict) if before else None,
    )
