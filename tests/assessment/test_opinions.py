from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.assessment import assess
from crisis_game.assessment.opinions import ANSWERS, brier, key_acts
from crisis_game.engine.events.texts import OpinionGiven
from crisis_game.engine.state import Opinion
from crisis_game.scenario.ids import Answer
from tests.assessment.games import game


@pytest.mark.parametrize(("sure", "right", "wrong"), [(50, 3750, 8750), (70, 1350, 12350), (90, 150, 17150)])
def test_scores_of_right_and_wrong_answers(sure: int, right: int, wrong: int) -> None:
    assert brier("lawful", sure, "lawful") == right
    assert brier("lawful", sure, "unlawful") == wrong
    assert brier("contested", sure, "lawful") == wrong


@given(st.permutations(ANSWERS), st.sampled_from([50, 70, 90]))
def test_saying_what_one_holds_costs_least(answers: list[Answer], sure: int) -> None:
    """Proper: who holds an answer so likely loses least, on average, by saying just that."""
    held, *others = answers
    likely = {held: Fraction(sure, 100), **{one: Fraction(100 - sure, 200) for one in others}}

    def cost(answer: Answer, said: int) -> Fraction:
        return sum((likely[one] * brier(answer, said, one) for one in ANSWERS), Fraction(0))

    honest = cost(held, sure)
    assert all(honest <= cost(answer, said) for answer in ANSWERS for said in (50, 70, 90))


def test_opinions_are_scored_against_what_was_known_of_the_key_act() -> None:
    played = game("first-watch", 1)
    found = assess(played.scenario, played.events)
    key = key_acts(played.state, found.acts, 1)
    scored = [one for seat in found.seats for one in seat.opinions]
    assert scored
    for one in scored:
        assert one.about == key[0].id
        assert one.score == brier(one.answer, one.sure, one.verdict)
        assert one.verdict in {act.known.judgement.legality for act in key}


def test_an_opinion_on_nothing_is_not_scored_and_one_before_counsel_is_scored_beside() -> None:
    played = game("first-watch", 1)
    seat = played.scenario.members[0]
    nothing = OpinionGiven(seat, Opinion("round-0", 0, "lawful", 90))
    changed = OpinionGiven(seat, Opinion("round-1", 1, "contested", 50, before=("unlawful", 90)))
    found = assess(played.scenario, [*played.events, nothing, changed])
    mine = next(one for one in found.seats if one.seat == seat)
    assert [one.round for one in mine.opinions] == [1]
    assert mine.opinions[0].before == brier("unlawful", 90, mine.opinions[0].verdict)
    assert mine.brier == mine.opinions[0].score
