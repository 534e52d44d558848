"""Opinions scored: what a seat said of an act, against what the law says of that very act on what was known.

An act that was done is on record, and is read as its actors knew things when they did it: that of the injured state and
that of third states may be two, and a seat that took part in one is scored on that. Of a text that came to nothing it
is the act that it would have brought, as the seat knew things when votes were opened. An opinion on a wording that was
changed afterwards, or on a measure alone that was never begun, is not scored.

The score is Brier's (1950) over three answers: the chosen one is held as likely as the seat was sure, the other two
share the rest. It is proper: nobody gains by saying anything but what one thinks.
"""

from __future__ import annotations

from crisis_game.assessment.history import History
from crisis_game.assessment.model import AssessedAct, Brier
from crisis_game.engine.shared_values import ActiveId
from crisis_game.engine.state import Opinion
from crisis_game.law.finding import Legality
from crisis_game.law.order import gravest
from crisis_game.scenario.ids import Answer, SeatId

ANSWERS: tuple[Answer, ...] = ("lawful", "contested", "unlawful")


def scored_opinions(history: History, acts: tuple[AssessedAct, ...], seat: SeatId) -> tuple[Brier, ...]:
    """A seat's opinions with their scores; those on nothing, or on what could not be proved, are left out."""
    scores = (_scored(history, acts, seat, opinion) for opinion in history.state.record.opinions.get(seat, ()))
    return tuple(score for score in scores if score is not None)


def subject_of(seat: SeatId, opinion: Opinion) -> ActiveId:
    """The measure in force that an opinion was on, if it came into force."""
    return f"{opinion.text or f'{seat}-r{opinion.round}'}/{opinion.measure}"


def brier(answer: Answer, sure: int, verdict: Answer) -> int:
    """The score of one answer, times 10,000: from 0 to 20,000."""
    rest = (100 - sure) // 2
    held = {option: sure if option == answer else rest for option in ANSWERS}
    return sum((held[option] - (100 if option == verdict else 0)) ** 2 for option in ANSWERS)


def _scored(history: History, acts: tuple[AssessedAct, ...], seat: SeatId, opinion: Opinion) -> Brier | None:
    verdict = None if opinion.void else _verdict(history, acts, seat, opinion)
    if verdict is None or verdict == "insufficient-facts":
        return None
    before = opinion.before
    return Brier(
        opinion=opinion,
        verdict=verdict,
        score=brier(opinion.answer, opinion.sure, verdict),
        before=brier(before[0], before[1], verdict) if before else None,
    )


def _verdict(history: History, acts: tuple[AssessedAct, ...], seat: SeatId, opinion: Opinion) -> Legality | None:
    """What the law says to the question that was asked of the act; None where it says nothing."""
    done = [act for act in acts if act.subject == subject_of(seat, opinion)]
    if not done:
        return history.foreseen.get((seat, opinion.subject))
    own = [act for act in done if seat in act.participants]
    words = [word for act in own or done if (word := act.known.judgement.answer(opinion.question)) is not None]
    return gravest(words) if words else None
