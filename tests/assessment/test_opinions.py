from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.assessment import assess
from crisis_game.assessment.assessed_acts import worst
from crisis_game.assessment.history import history
from crisis_game.assessment.opinion_scores import ANSWERS, brier, key_acts
from crisis_game.engine.events.ballots import OpinionGiven
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


@pytest.mark.parametrize(("name", "policy"), [("first-watch", ""), ("hesk-strait", "hawk"), ("tiny", "random")])
def test_opinions_are_scored_against_what_their_seat_knew_of_the_gravest_text(name: str, policy: str) -> None:
    played = game(name, 1, policy)
    found, told = history(played.scenario, played.events), assess(played.scenario, played.events)
    measures = played.scenario.measures

    def rung(text: str) -> int:
        return max((measures[line.measure].rung for line in played.state.council.texts[text].draft.lines), default=0)

    for round_, subject in found.subjects.items():
        counted = [one.id for one in played.state.council.texts.values() if one.round == round_ and one.result]
        assert subject in counted
        assert rung(subject) == max(map(rung, counted))
    for seat in told.seats:
        for one in seat.opinions:
            answers = found.readings.get((one.round, seat.seat))
            if one.round in found.subjects:
                assert one.about == found.subjects[one.round]
                assert one.verdict == worst(list(answers or ()))
            assert one.score == brier(one.answer, one.sure, one.verdict)


def test_where_no_text_has_measures_the_opinion_is_of_the_last_step_of_the_other_side() -> None:
    played = game("hesk-strait", 1, "hawk")
    found, told = history(played.scenario, played.events), assess(played.scenario, played.events)
    steps = [one for one in told.acts if not one.ours]
    assert steps
    found.subjects.clear()
    last = found.state.table.round + 1
    assert key_acts(found, told.acts, last) == (max(steps, key=lambda one: (one.round, one.id)),)
    assert key_acts(found, told.acts, 1) == ()


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
