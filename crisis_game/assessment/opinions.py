"""Opinions scored: what a seat said of the key act of a round, against the verdict on what it knew then.

The key act is the gravest text put to the vote: that is what is on the table while opinions are given. Whether it was
adopted came out later. Where no text had measures, it is the last step of the other side.

The score is Brier's (1950) over three answers: the chosen one is held as likely as the seat was sure, the other two
share the rest. It is proper: nobody gains by saying anything but what one thinks.
"""

from __future__ import annotations

from crisis_game.assessment.acts import worst
from crisis_game.assessment.history import History
from crisis_game.assessment.model import AssessedAct, Brier
from crisis_game.engine.state import Opinion
from crisis_game.law.finding import Legality
from crisis_game.scenario.ids import Answer, SeatId

ANSWERS: tuple[Answer, ...] = ("lawful", "contested", "unlawful")


def scored_opinions(found: History, acts: tuple[AssessedAct, ...], seat: SeatId) -> tuple[Brier, ...]:
    """A seat's opinions with their scores; those on nothing, or on what could not be proved, are left out."""
    scores = (_scored(found, acts, seat, one) for one in found.state.record.opinions.get(seat, ()))
    return tuple(one for one in scores if one is not None)


def key_acts(found: History, acts: tuple[AssessedAct, ...], round_: int) -> tuple[AssessedAct, ...]:
    """What opinions of a round were about, as far as it is on record.

    The gravest measure of the gravest text put to the vote, if it was adopted; it can be several acts, that of the
    injured state and that of third states. Where no text had measures, the last step of the other side before.
    """
    subject = found.subjects.get(round_)
    if subject is None:
        return last_step(acts, round_)
    ours = [one for one in acts if one.text == subject]
    key = max(ours, key=lambda one: (one.rung, one.subject), default=None)
    return tuple(one for one in ours if key and one.subject == key.subject)


def last_step(acts: tuple[AssessedAct, ...], round_: int) -> tuple[AssessedAct, ...]:
    """The last step that the other side had taken before the vote of a round; empty if it had taken none."""
    theirs = [one for one in acts if not one.ours and one.round < round_]
    return (max(theirs, key=lambda one: (one.round, one.id)),) if theirs else ()


def brier(answer: Answer, sure: int, verdict: Answer) -> int:
    """The score of one answer, times 10,000: from 0 to 20,000."""
    rest = (100 - sure) // 2
    held = {one: sure if one == answer else rest for one in ANSWERS}
    return sum((held[one] - (100 if one == verdict else 0)) ** 2 for one in ANSWERS)


def _scored(found: History, acts: tuple[AssessedAct, ...], seat: SeatId, opinion: Opinion) -> Brier | None:
    about, answers = _known_answers(found, acts, seat, opinion.round)
    verdict = worst(answers)
    if not answers or verdict == "insufficient-facts":
        return None
    before = opinion.before
    return Brier(
        round=opinion.round,
        about=about,
        answer=opinion.answer,
        sure=opinion.sure,
        verdict=verdict,
        score=brier(opinion.answer, opinion.sure, verdict),
        before=brier(before[0], before[1], verdict) if before else None,
    )


def _known_answers(
    found: History, acts: tuple[AssessedAct, ...], seat: SeatId, round_: int
) -> tuple[str, list[Legality]]:
    """What an opinion was about, and what the law says of it on what its seat knew."""
    subject = found.subjects.get(round_)
    if subject is not None:
        return subject, list(found.readings.get((round_, seat), ()))
    step = last_step(acts, round_)
    return (step[0].id if step else ""), [one.known.judgement.legality for one in step]
