from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.assessment import assess
from crisis_game.assessment.history import history
from crisis_game.assessment.opinion_scores import ANSWERS, brier, subject_of
from crisis_game.engine.events.ballots import OpinionGiven
from crisis_game.engine.state import Opinion
from crisis_game.law.finding import LegalQuestion
from crisis_game.scenario.ids import Answer, SeatId
from crisis_game.scenario.model import Like
from tests.assessment.games import Game, game, play, scenario


@pytest.mark.parametrize(("sure", "right", "wrong"), [(50, 3750, 8750), (70, 1350, 12350), (90, 150, 17150)])
def test_scores_of_right_and_wrong_answers(sure: int, right: int, wrong: int) -> None:
    assert brier("lawful", sure, "lawful") == right
    assert brier("lawful", sure, "unlawful") == wrong
    assert brier("contested", sure, "lawful") == wrong


@given(st.permutations(ANSWERS), st.sampled_from([50, 70, 90]))
def test_saying_what_one_holds_costs_least(answers: list[Answer], sure: int) -> None:
    """Proper: who holds an answer so likely loses least, on average, by saying just that."""
    held, *others = answers
    likely = {held: Fraction(sure, 100), **{answer: Fraction(100 - sure, 200) for answer in others}}

    def cost(answer: Answer, said: int) -> Fraction:
        return sum((likely[verdict] * brier(answer, said, verdict) for verdict in ANSWERS), Fraction(0))

    honest = cost(held, sure)
    assert all(honest <= cost(answer, said) for answer in ANSWERS for said in (50, 70, 90))


@pytest.mark.parametrize(("name", "policy"), [("first-watch", ""), ("hesk-strait", "hawk"), ("hesk-strait", "random")])
def test_each_opinion_is_scored_on_the_very_act_that_it_names(name: str, policy: str) -> None:
    played = game(name, 1, policy)
    past, assessment = history(played.scenario, played.events), assess(played.scenario, played.events)
    scored = [(seat.seat, scored_opinion) for seat in assessment.seats for scored_opinion in seat.opinions]
    assert scored
    for seat, scored_opinion in scored:
        opinion = scored_opinion.opinion
        assert not opinion.void
        done = [act for act in assessment.acts if act.subject == subject_of(seat, opinion)]
        own = [act for act in done if seat in act.participants] or done
        words = {act.known.judgement.answer(opinion.question) for act in own}
        assert scored_opinion.verdict in (words or {past.foreseen[seat, opinion.subject]})
        assert scored_opinion.score == brier(opinion.answer, opinion.sure, scored_opinion.verdict)


@cache
def forcible() -> Game:
    """A council that wants nothing so much as to stop ships, and has no red lines."""
    sheet = scenario("hesk-strait")
    states = {id_: replace(state, likes={"interdict": Like(3)}, red_line=None) for id_, state in sheet.states.items()}
    return play(replace(sheet, states=states), 2, "hawk")


def on_force(played: Game, question: LegalQuestion, **changes: object) -> Opinion:
    """An opinion on a forcible act that was done under a text."""
    act = next(
        candidate
        for candidate in assess(played.scenario, played.events).acts
        if candidate.text and candidate.public.judgement.resort and candidate.public.judgement.manner
    )
    measure = act.subject.rpartition("/")[2]
    return replace(Opinion(act.round, act.text or "", measure, question, "lawful", 90), **changes)


def scores(played: Game, *opinions: Opinion, seat: SeatId = "ARD") -> list[tuple[str, str]]:
    """What a seat is scored on, question and verdict, when these are its opinions."""
    kept = [event for event in played.events if not isinstance(event, OpinionGiven)]
    assessment = assess(played.scenario, [*kept, *(OpinionGiven(seat, opinion) for opinion in opinions)])
    mine = next(reading for reading in assessment.seats if reading.seat == seat)
    return [(scored_opinion.opinion.question, scored_opinion.verdict) for scored_opinion in mine.opinions]


def test_resort_is_scored_against_resort_and_conduct_against_conduct() -> None:
    played = forcible()
    resort, conduct = on_force(played, "resort"), on_force(played, "conduct")
    acts = [act for act in assess(played.scenario, played.events).acts if act.subject == subject_of("ARD", resort)]
    judgements = [act.known.judgement for act in acts if "ARD" in act.participants]
    own = next(judgement for judgement in judgements if judgement.resort is not None)
    assert own.resort is not None
    assert own.manner is not None
    assert scores(played, resort, conduct) == [("resort", own.resort), ("conduct", own.manner)]


def test_an_opinion_on_an_act_that_was_not_done_is_not_scored_on_another() -> None:
    played = forcible()
    resort = on_force(played, "resort")
    assert scores(played, replace(resort, void=True)) == [], "the text was changed"
    assert scores(played, replace(resort, text="")) == [], "it is not the same alone"
    assert scores(played, replace(resort, measure="envoys-recalled")) == []
    assert scores(played, replace(resort, round=resort.round + 1, text="ard-99")) == []


def test_of_a_text_that_came_to_nothing_the_act_that_it_would_have_brought_is_scored() -> None:
    played = game("hesk-strait", 2, "random")
    past, assessment = history(played.scenario, played.events), assess(played.scenario, played.events)
    texts = played.state.council.texts
    lapsed = [
        (seat, opinion)
        for seat, opinions in played.state.record.opinions.items()
        for opinion in opinions
        if opinion.text and not opinion.void and texts[opinion.text].result and not texts[opinion.text].adopted_round
    ]
    assert lapsed
    scored = {
        (seat.seat, scored_opinion.opinion.subject): scored_opinion.verdict
        for seat in assessment.seats
        for scored_opinion in seat.opinions
    }
    for seat, opinion in lapsed:
        foreseen = past.foreseen[seat, opinion.subject]
        proven = foreseen not in (None, "insufficient-facts")
        assert scored.get((seat, opinion.subject)) == (foreseen if proven else None)


def test_an_opinion_before_counsel_is_scored_beside_the_one_after() -> None:
    played = forcible()
    changed = on_force(played, "resort", answer="contested", sure=50, before=("unlawful", 90))
    assessment = assess(played.scenario, [*played.events, OpinionGiven("ARD", changed)])
    mine = next(reading for reading in assessment.seats if reading.seat == "ARD")
    (scored,) = [scored_opinion for scored_opinion in mine.opinions if scored_opinion.opinion == changed]
    assert scored.before == brier("unlawful", 90, scored.verdict)
    assert mine.brier == sum(scored_opinion.score for scored_opinion in mine.opinions) // len(mine.opinions)
