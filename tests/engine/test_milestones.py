"""Milestones: reached at the fixed points of a round, in the order of the file, and kept or let go."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.engine import answer, injects, milestones
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.script import MilestoneLeft, MilestoneReached
from crisis_game.engine.machine import evolve
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.texts import prose
from tests.engine import builders, parts
from tests.engine.play import check_events
from tests.engine.worlds import at_answer


def milestone(id_: str, when: str, follows: bool = False) -> model.Milestone:
    return model.Milestone(id_, condition(when), follows)


def remembering(*remembered: model.Milestone, inject: str = "false") -> Working:
    """A desk at the opening of SITUATION of a scenario with these milestones, and one inject on a condition."""
    news = parts.inject("news", None, when=condition(inject))
    return at_answer(
        builders.tiny(milestones=builders.by_id(remembered), injects=builders.by_id([news]), reactions={}),
        1,
        "briefing",
    )


def reached(working: Working) -> dict[str, int]:
    return dict(working.state.script.milestones)


def asked(working: Working, line: str) -> bool:
    return condition(line).holds(Facts(working.scenario, working.state))


def test_one_that_latches_stays_and_one_that_follows_goes() -> None:
    working = remembering(milestone("hot", "escalation >= 60"), milestone("heated", "escalation >= 60", follows=True))
    for escalation in (50, 60, 50, 70):
        working.state.world.gauges["escalation"] = escalation
        milestones.read(working)
    seen = [(type(event), event.milestone) for event in working.events]  # type: ignore[attr-defined]
    assert seen == [
        (MilestoneReached, "hot"),
        (MilestoneReached, "heated"),
        (MilestoneLeft, "heated"),
        (MilestoneReached, "heated"),
    ]


def test_rounds_are_counted_since_it_was_reached_and_anew_when_it_is_reached_again() -> None:
    working = remembering(milestone("heated", "escalation >= 60", follows=True))
    counted = []
    for round_, escalation in ((1, 50), (2, 60), (3, 60), (4, 50), (5, 60)):
        working.state.table.round = round_
        working.state.world.gauges["escalation"] = escalation
        milestones.read(working)
        counted.append(next(number for number in range(-1, 9) if asked(working, f"since('heated') == {number}")))
    assert counted == [-1, 0, 1, -1, 0]


def test_each_sees_those_above_it_at_the_same_point() -> None:
    working = remembering(milestone("first", "round >= 1"), milestone("second", "is('first') and since('first') == 0"))
    milestones.read(working)
    assert reached(working) == {"first": 1, "second": 1}


@pytest.mark.parametrize("opening", [injects.situation, injects.table, injects.orders, injects.answer])
def test_they_are_read_before_what_arrives_at_the_opening_of_each_beat(opening: Callable[[Working], None]) -> None:
    working = remembering(milestone("begun", "round >= 1"))
    opening(working)
    assert reached(working) == {"begun": 1}


def test_what_arrives_at_a_beat_can_ask_for_what_was_reached_there() -> None:
    working = remembering(milestone("begun", "round >= 1"), inject="is('begun')")
    injects.situation(working)
    assert set(working.state.script.arrived) == {"news"}


def test_an_ending_is_read_after_the_milestones_of_its_round() -> None:
    over, last = prose("It is over."), prose("It goes on.")
    ending = model.Ending("over", 1, condition("is('answered')"), over, over, (), final=True)
    last_of_all = model.Ending("last", 9, condition("true"), last, last, ())
    scenario = builders.tiny(
        milestones=builders.by_id([milestone("answered", "round >= 1")]), endings=(ending, last_of_all), reactions={}
    )
    working = at_answer(scenario)
    answer.answer(working)
    assert working.state.table.ending == "over"


def test_no_seat_is_told_and_all_can_be_saved() -> None:
    working = remembering(milestone("hot", "true"), milestone("cold", "false", follows=True))
    working.state.script.milestones["cold"] = 1
    before = working.state.fork()
    milestones.read(working)
    assert {event.to for event in working.events} == {()}
    check_events(before, tuple(working.events))
    assert evolve(before, working.events).script.milestones == {"hot": 1}


def test_a_scenario_without_them_has_no_event_of_them() -> None:
    working = remembering()
    milestones.read(working)
    assert working.events == []


@given(st.lists(st.integers(0, 100), min_size=1, max_size=9))
def test_what_latches_is_kept_from_its_first_round_and_what_follows_is_as_its_condition(heats: Iterable[int]) -> None:
    working = remembering(milestone("hot", "escalation >= 60"), milestone("heated", "escalation >= 60", follows=True))
    first: int | None = None
    for round_, escalation in enumerate(heats, 1):
        working.state.table.round = round_
        working.state.world.gauges["escalation"] = escalation
        milestones.read(working)
        first = round_ if first is None and escalation >= 60 else first
        assert reached(working).get("hot") == first
        assert ("heated" in reached(working)) is (escalation >= 60)
