"""The facilitator rates what was expected and what was to be learnt: always, for a seat or for all, seen by nobody."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.engine.acts.facilitator import SendInject
from crisis_game.engine.acts.ratings import Rate
from crisis_game.engine.events.ratings import Rated
from crisis_game.engine.seeing.projected_state import projected_state
from crisis_game.engine.state import Rating
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Phase
from crisis_game.scenario.model import Objective
from crisis_game.texts import prose
from tests.engine import builders, parts
from tests.engine.play import check_events, check_offers, do, refused, told
from tests.engine.worlds import at_answer

FACILITATOR = "facilitator"


def desk(phase: Phase = "briefing") -> Working:
    """A game with an inject that can be sent, and an objective."""
    objectives = (Objective("ask-first", prose("Asks first.")),)
    scenario = builders.tiny(injects=builders.by_id((parts.inject("news", 4),)), objectives=objectives)
    return at_answer(scenario, 1, phase)


def test_a_rating_is_kept_with_its_round_and_a_later_one_stands_instead() -> None:
    working = desk()
    do(working, FACILITATOR, Rate("objective:ask-first", "AAA", "S", " Late, but asked. "))
    events = do(working, FACILITATOR, Rate("objective:ask-first", "AAA", "P"))
    do(working, FACILITATOR, Rate("objective:ask-first", "", "M"))
    assert working.state.desk.ratings == {
        ("objective:ask-first", "AAA"): Rating("P", "", 1),
        ("objective:ask-first", ""): Rating("M", "", 1),
    }
    check_events(working.state, events)


@pytest.mark.parametrize("phase", ["briefing", "drafting", "voting", "review", "debrief", "closed"])
def test_it_is_possible_in_every_phase(phase: Phase) -> None:
    working = desk(phase)
    do(working, FACILITATOR, Rate("objective:ask-first", "", "U"))
    check_offers(working, (FACILITATOR,), ("facilitator",), 1)


def test_an_inject_can_be_rated_once_it_has_come() -> None:
    working = desk()
    assert refused(working, FACILITATOR, Rate("inject:news")) == "nothing-to-rate"
    do(working, FACILITATOR, SendInject("news"))
    do(working, FACILITATOR, Rate("inject:news", "BBB", "U", "Nobody read it."))
    assert told([Rated("inject:news", "BBB", "U", "Nobody read it.")]) == ["Rated U, BBB: news. Nobody read it."]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Rate("objective:other"), "nothing-to-rate"),
        (Rate("inject:"), "nothing-to-rate"),
        (Rate("objective:ask-first", "XXX"), "no-such-seat"),
        (Rate("objective:ask-first", "", "met"), "no-such-rating"),  # type: ignore[arg-type]
        (Rate("objective:ask-first", "", "P", 601 * "x"), "too-long"),
    ],
)
def test_what_is_no_rating_is_refused(wrong: Any, code: str) -> None:
    assert refused(desk(), FACILITATOR, wrong) == code


def test_no_seat_sees_it_or_can_do_it() -> None:
    working = desk()
    events = do(working, FACILITATOR, Rate("objective:ask-first", "AAA", "U"))
    assert [event.to for event in events] == [()]
    for seat in ("AAA", "XXX", "observer"):
        assert refused(working, seat, Rate("objective:ask-first")) == "not-your-seat"
        assert (working.seen(seat).ratings, working.seen(seat).rateable) == ({}, ())
        assert projected_state(working.scenario, working.state, seat).desk.ratings == {}
