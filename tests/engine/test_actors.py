"""Actors beside each other: several that press, members among them, courses that nobody decides, nobody at all."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.engine import actors, answer, course
from crisis_game.engine.acts.facilitator import Reveal
from crisis_game.engine.acts.settlement import ChooseReaction, OpenBackChannel
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.conditions import Facts
from crisis_game.engine.draft_rules import why_invalid
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.machine import offered
from crisis_game.engine.state import Scores
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, Motion, Switch
from crisis_game.scenario.ids import FACILITATOR
from tests.engine import builders, parts
from tests.engine.builders import first_actor
from tests.engine.on_record import record
from tests.engine.play import do, refused, told
from tests.engine.worlds import adopt, at_answer, put_in_force

RIVAL = parts.adversary(
    id="YYY",
    victim="CCC",
    steps=tuple(replace(step, id=f"y-{step.id}") for step in parts.adversary().steps),
    temperaments={"patient": parts.temperament("patient", appetite=7, resolve=34)},
)
"""A second state that presses."""


def drought(**changes: Any) -> model.Actor:
    """Rain that fails: a dry month by chance, dust from thirst 40, and rain that ends it once the round has come."""
    steps = (
        replace(parts.step("dry", 1, 8, 0, 0, 0), chance=50),
        replace(parts.step("dust", 2, 14, 0, 0, 0), at=40),
        replace(parts.step("rain", 0, -20, 0, 0, 0), when=condition("round >= 4"), chance=100),
    )
    plain = parts.actor(
        "SKY", kind="nature", name=parts.prose("The rains"), model="course", presses="thirst", steps=steps,
        hold_text=parts.prose("No cloud."),
    )  # fmt: skip
    return replace(plain, **changes)


def dry_land(sky: model.Actor | None = None, thirst: int = 30, round_: int = 1) -> Working:
    """ANSWER where nobody presses but the sky."""
    gauges = {**builders.tiny().gauges, "thirst": parts.gauge("thirst")}
    scenario = builders.tiny(actors=builders.by_id((sky or drought(),)), gauges=gauges)
    working = at_answer(scenario, round_=round_)
    working.state.world.gauges["thirst"] = thirst
    own = working.state.world.actors["SKY"]
    own.temperament, own.ordered = "", None
    own.luck = {"dry": 100, "dust": 100, "rain": 100}
    return working


def deeds(working: Working) -> list[tuple[str, str, int]]:
    """Who did what, and where on its ladder that led."""
    return [(event.actor, event.done, event.level) for event in working.events if isinstance(event, StepTaken)]


# Courses --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("draw", "done"), [(50, "dry"), (51, "hold")])
def test_a_step_without_a_threshold_comes_by_chance(draw: int, done: str) -> None:
    working = dry_land()
    working.state.world.actors["SKY"].luck["dry"] = draw
    actors.act(working)
    assert deeds(working) == [("SKY", done, int(done == "dry"))]
    assert working.state.world.gauges["thirst"] == (38 if done == "dry" else 30)


@pytest.mark.parametrize(("thirst", "done"), [(39, "dry"), (40, "dust")])
def test_a_step_with_a_threshold_comes_with_its_gauge(thirst: int, done: str) -> None:
    working = dry_land(thirst=thirst)
    working.state.world.actors["SKY"].level = 1
    actors.act(working)
    assert deeds(working)[0][1] == done


def test_what_has_come_goes_on_and_presses_in_each_round() -> None:
    working = dry_land()
    working.state.world.actors["SKY"].level = 1
    for _ in range(3):
        actors.act(working)
    assert [done for _, done, _ in deeds(working)] == ["dry", "dry", "dust"]
    assert working.state.world.gauges["thirst"] == 30 + 8 + 8 + 14


def test_a_step_goes_when_its_gauge_falls_below() -> None:
    working = dry_land(thirst=39)
    working.state.world.actors["SKY"].level = 2
    actors.act(working)
    assert deeds(working) == [("SKY", "dry", 1)]


def test_a_step_apart_comes_first_once_its_condition_holds() -> None:
    early, late = dry_land(round_=3), dry_land(round_=4)
    for working in (early, late):
        working.state.world.actors["SKY"].level = 1
        actors.act(working)
    assert deeds(early) == [("SKY", "dry", 1)]
    assert deeds(late) == [("SKY", "rain", 1)]


@given(gain=st.integers(0, 400))
def test_a_temperament_says_how_much_each_step_gains(gain: int) -> None:
    minds = {"failed": parts.temperament("failed", gain=gain)}
    working = dry_land(drought(temperaments=minds))
    own = working.state.world.actors["SKY"]
    own.temperament, own.level = "failed", 1
    actors.act(working)
    assert working.state.world.gauges["thirst"] == min(100, 30 + 8 * gain // 100)


def test_nobody_answers_for_a_course_and_nobody_is_told_of_an_adversary() -> None:
    working = dry_land()
    working.state.world.actors["SKY"].level = 1
    answer.answer(working)
    assert record(working) == {}
    assert working.scenario.adversary is None
    assert not [line for seat in builders.MEMBERS for line in told(working.events, seat) if "adversary" in line.lower()]


def test_a_course_has_no_signs_but_its_authors() -> None:
    silent = tuple(replace(step, hint=parts.NOTHING) for step in drought().steps)
    for sky, signs in ((drought(), 1), (drought(steps=silent), 0)):
        working = dry_land(sky)
        working.state.table.seed = next(
            seed for seed in range(100) if course.goes(working, sky, dict(_luck(working, seed))).choice == "dry"
        )
        actors.seal(working)
        assert len([letter for letter in working.state.mail.letters if letter.channel == "hint"]) == signs


def _luck(working: Working, seed: int) -> list[tuple[str, int]]:
    working.state.table.seed = seed
    return [(step.id, working.draw("course", step.id, 1, 100)) for step in first_actor(working).steps]


# Several --------------------------------------------------------------------------------------------------------------


def two(**changes: Any) -> Working:
    """ANSWER with two states that press."""
    working = at_answer(builders.tiny(actors=parts.actors(RIVAL), **changes), round_=3)
    working.state.world.actors["YYY"].temperament = "patient"
    return working


def test_each_has_an_order_luck_and_a_ladder_of_its_own() -> None:
    working = two()
    actors.seal(working)
    first, second = working.state.world.actors.values()
    assert first.luck.keys() != second.luck.keys()
    second.luck = dict.fromkeys(second.luck, 0) | {"y-harass": 99}
    first.luck = dict.fromkeys(first.luck, 0) | {"hold": 99}
    actors.act(working)
    assert deeds(working) == [("XXX", "hold", 0), ("YYY", "y-harass", 1)]
    facts = Facts(working.scenario, working.state)
    assert (facts.call("level", ("XXX",)), facts.call("level", ("YYY",)), facts.number("level")) == (0, 1, 0)


def test_a_second_beside_it_changes_nothing_for_the_first() -> None:
    alone, together = at_answer(round_=3), two()
    for working in (alone, together):
        actors.seal(working)
    assert alone.state.world.actors["XXX"] == together.state.world.actors["XXX"]


def test_pressure_is_felt_by_whom_it_is_aimed_at_and_by_the_first_where_that_is_nobody() -> None:
    working = two()
    put_in_force(working, "escort", target="YYY")
    put_in_force(working, "targeted-sanctions", target=None, author="BBB")
    answer.answer(working)
    facts = Facts(working.scenario, working.state)
    pains = [facts.call("pain", (id_,)) for id_ in ("XXX", "YYY")]
    assert all(isinstance(pain, int) and pain > 0 for pain in pains)
    assert pains[0] != pains[1]


def test_the_steps_of_each_are_acts_of_its_own() -> None:
    working = two()
    for id_, step in (("XXX", "harass"), ("YYY", "y-inspect")):
        working.state.world.actors[id_].level = 0 if id_ == "XXX" else 1
        working.state.world.actors[id_].luck[step] = 99
    answer.answer(working)
    assert {conduct.actor: conduct.subject for conduct in record(working).values()} == {
        "XXX": "harass",
        "YYY": "y-inspect",
    }
    assert not any(working.scenario.is_ours(conduct.actor, conduct.subject) for conduct in record(working).values())


def test_a_back_channel_reaches_both() -> None:
    desk = builders.desk(builders.tiny(actors=parts.actors(RIVAL)))
    do(desk, "AAA", OpenBackChannel())
    assert {letter.sender for letter in desk.state.mail.letters} == {"XXX", "YYY"}


def test_terms_name_with_whom_they_settle_and_settle_with_nobody_else() -> None:
    working = two()
    seen = working.seen("AAA")
    adopt(working, replace(builders.PROTEST_TEXT, clauses=(Switch("off-ramp", 12),)))
    refusals = {subject: why_invalid(seen, _terms(subject)) for subject in (None, "XXX", "YYY")}
    assert [refusals[subject] is None for subject in (None, "XXX", "YYY")] == [False, True, True]
    adopt(working, _terms("YYY"), "bbb-1")
    for own in working.state.world.actors.values():
        own.last_step = "back"
    facts = Facts(working.scenario, working.state)
    assert [facts.call("settled", (id_,)) for id_ in ("XXX", "YYY")] == [False, True]
    assert facts.truth("settled")


def _terms(subject: str | None) -> Draft:
    return Draft(motion=Motion("settlement", subject), aim="passage")


# Members that press ---------------------------------------------------------------------------------------------------


def quarrel() -> model.Scenario:
    """BBB presses, with its seat and its vote."""
    inside = parts.adversary(id="BBB", victim="AAA", kind=None)
    return builders.tiny(actors=builders.by_id((inside, parts.neighbour())))


def test_the_seat_of_a_member_that_presses_chooses_its_step_and_others_never_see_the_act() -> None:
    desk = builders.desk(quarrel(), phase="voting")
    assert refused(desk, "AAA", ChooseReaction("hold")) == "not-your-seat"
    assert ChooseReaction not in offered(desk.seen("AAA"))
    assert ChooseReaction in offered(desk.seen("BBB"))
    do(desk, "BBB", ChooseReaction("hold"))
    assert desk.state.world.actors["BBB"].chosen == "hold"


def test_it_is_waited_for_once() -> None:
    desk = builders.desk(quarrel(), phase="voting")
    do(desk, "BBB", SetReady())
    assert "BBB" in desk.state.ready


def test_its_steps_are_no_acts_of_the_organisation_and_its_other_acts_are() -> None:
    scenario = quarrel()
    assert not scenario.is_ours("BBB", "harass")
    assert scenario.is_ours("BBB", "escort")
    assert scenario.is_ours("AAA", "harass")


# Nobody ---------------------------------------------------------------------------------------------------------------


def test_where_nobody_presses_an_answer_still_comes() -> None:
    working = at_answer(builders.tiny(actors=builders.by_id((parts.neighbour(),))))
    put_in_force(working, "escort", target=None)
    answer.answer(working)
    assert deeds(working) == []
    facts = Facts(working.scenario, working.state)
    assert (facts.number("level"), facts.number("pain"), facts.number("risk"), facts.truth("settled")) == (
        0,
        0,
        0,
        False,
    )
    assert not facts.truth("accused")


def test_what_is_revealed_says_of_whom() -> None:
    working = two()
    working.state.table.phase = "consultation"
    working.state.world.actors["XXX"].temperament = "opportunist"
    for id_, choice in (("XXX", "hold"), ("YYY", "back")):
        working.state.world.actors[id_].done = Scores(choice, ((choice, 1),), ((choice, 1),))
    minds = do(working, FACILITATOR, Reveal("temperament"))
    scores = do(working, FACILITATOR, Reveal("scores"))

    assert told(minds, "CCC") == ["The facilitator reveals of XXX: opportunist.",
                                  "The facilitator reveals of YYY: patient."]  # fmt: skip
    assert told(scores, "CCC") == ["The facilitator reveals how XXX weighed its steps: hold +1.",
                                   "The facilitator reveals how YYY weighed its steps: back +1."]  # fmt: skip


def test_where_nobody_is_minded_in_some_way_there_is_nothing_of_that_to_reveal() -> None:
    working = dry_land()
    assert working.seen(FACILITATOR).to_reveal == ("truth",)
    assert working.seen("AAA").to_reveal == ()
    assert refused(working, FACILITATOR, Reveal("temperament")) == "nothing-such"
    assert told(do(working, FACILITATOR, Reveal("truth")), "AAA")[0].startswith("The facilitator reveals what truly")
