"""Opinions scored: what a seat said of the key act of a round, against the verdict on what it knew then.

The key act is the gravest text put to the vote: that is what is on the table while opinions are given. Whether it was
adopted came out later. Where no text had measures, it is the last step of the other side.

The score is Brier's (1950) over three answers: the chosen one is held as likely as the seat was sure, the other two
share the rest. It is proper: nobody gains by saying anything but what one thinks.
"""

from __future__ import annotations

from crisis_game.assessment.assessed_acts import worst
from crisis_game.assessment.history import History
from crisis_game.assessment.model import AssessedAct, Brier
from crisis_game.engine.state import Opinion
from crisis_game.law.finding import Legality
from crisis_game.scenario.ids import Answer, SeatId

ANSWERS: tuple[Answer, ...] = ("lawful", "contested", "unlawful")


def scored_opinions(history: History, acts: tuple[AssessedAct, ...], seat: SeatId) -> tuple[Brier, ...]:
    """A seat's opinions with their scores; those on nothing, or on what could not be proved, are left out."""
    scores = (_scored(history, acts, seat, opinion) for opinion in history.state.record.opinions.get(seat, ()))
    return tuple(score for score in scores if score is not None)


def key_acts(history: History, acts: tuple[AssessedAct, ...], round_: int) -> tuple[AssessedAct, ...]:
    """What opinions of a round were about, as far as it is on record.

    The gravest measure of the gravest text put to the vote, if it was adopted; it can be several acts, that of the
    injured state and that of third states. Where no text had measures, the last step of the other side before.
    """
    subject = history.subjects.get(round_)
    if subject is None:
        return last_step(acts, round_)
    ours = [act for act in acts if act.text == subject]
    key = max(ours, key=lambda act: (act.rung, act.subject), default=None)
    return tuple(act for act in ours if key and act.subject == key.subject)


def last_step(acts: tuple[AssessedAct, ...], round_: int) -> tuple[AssessedAct, ...]:
    """The last step that the other side had taken before the vote of a round; empty if it had taken none."""
    theirs = [act for act in acts if not act.ours and act.round < round_]
    return (max(theirs, key=lambda act: (act.round, act.id)),) if theirs else ()


def brier(answer: Answer, sure: int, verdict: Answer) -> int:
    """The score of one answer, times 10,000: from 0 to 20,000."""
    rest = (100 - sure) // 2
    held = {other: sure if other == answer else rest for other in ANSWERS}
    return sum((held[other] - (100 if other == verdict else 0)) ** 2 for other in ANSWERS)


def _scored(history: History, acts: tuple[AssessedAct, ...], seat: SeatId, opinion: Opinion) -> Brier | None:
    about, answers = _known_answers(history, acts, seat, opinion.round)
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
    history: History, acts: tuple[AssessedAct, ...], seat: SeatId, round_: int
) -> tuple[str, list[Legality]]:
    """What an opinion was about, and what the law says of it on what its seat knew."""
    subject = history.subjects.get(round_)
    if subject is not None:
        return subject, list(history.readings.get((round_, seat), ()))
    step = last_step(acts, round_)
    return (step[0].id if step else ""), [act.known.judgement.legality for act in step]
