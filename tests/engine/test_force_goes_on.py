"""What the world makes of force: no door beside it, heat and cooling, steps apart, standing and cohesion."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine import actors, answer, bargainer
from crisis_game.engine.bargainer import BACK
from crisis_game.engine.conditions import Facts
from crisis_game.engine.draft_rules import motions, why_invalid
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import offered, open_offer
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from tests.engine import builders
from tests.engine.builders import first_actor, pressing
from tests.engine.worlds import adopt, at_answer, put_in_force, terms, why

FORCE = Draft(lines=(MeasureLine("limited-force", "XXX"),), aim="passage", claims=("state-did-it",))
OFF_RAMP = replace(builders.PROTEST_TEXT, clauses=(Switch("off-ramp", 12),))


def using_force(began: int, *, covered: bool, round_: int = 2, heat: int | None = None) -> Working:
    """AAA uses force since a round, under a text or alone; the off-ramp of another text stands."""
    scenario = builders.tiny()
    if heat is not None:
        limited = replace(scenario.measures["limited-force"], moves={"escalation": heat})
        scenario = replace(scenario, measures={**scenario.measures, "limited-force": limited})
    working = at_answer(scenario, round_)
    adopt(working, OFF_RAMP, "ccc-1", 1)
    if covered:
        adopt(working, FORCE, "aaa-1", 1)
    put_in_force(working, "limited-force", {"AAA": "full"}, began=began, authority="aaa-1" if covered else None)
    return working


def moved(working: Working, gauge: str) -> dict[str, int]:
    """What a gauge moved by in ANSWER, by reason."""
    answer.answer(working)
    return dict(zip(why(working, gauge), terms(working, gauge), strict=True))


# The door -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("covered", "width"), [(True, 12), (False, 0)])
def test_no_door_is_open_beside_uncovered_force(covered: bool, width: int) -> None:
    working = using_force(2, covered=covered)
    assert open_offer(working.scenario, working.state) == width
    assert Seen(working.scenario, working.state, "AAA").offer_open == width
    assert offered(working.state) == 12


def test_the_adversary_loses_its_face_times_the_offer() -> None:
    scores = []
    for covered in (True, False):
        working = using_force(2, covered=covered)
        pressing(working.state).temperament = next(iter(working.scenario.temperaments))
        face = bargainer.mind_of(working, first_actor(working)).face
        actors.act(working)
        assert pressing(working.state).done is not None
        scores.append(dict(pressing(working.state).done.bare)[BACK])
    assert scores[0] - scores[1] == face * 12


@pytest.mark.parametrize("covered", [True, False])
def test_nothing_can_be_settled_beside_uncovered_force(covered: bool) -> None:
    working = using_force(1, covered=covered, round_=3)
    state = working.state
    adopt(working, Draft(motion=Motion("settlement")), "bbb-1", 3)
    pressing(state).last_step, state.world.gauges["grip"] = BACK, 0
    assert Facts(working.scenario, state).truth("settled") is covered


def test_terms_cannot_be_tabled_beside_it_and_the_refusal_says_why() -> None:
    for covered in (True, False):
        working = using_force(1, covered=covered, round_=3)
        seen = Seen(working.scenario, working.state, "BBB")
        refusal = why_invalid(seen, Draft(motion=Motion("settlement")))
        assert (Motion("settlement") in motions(seen)) is covered
        assert (refusal is None) is covered
        assert covered or (refusal is not None and refusal.code == "force-uncovered")


# Heat and cooling ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("covered", "began", "heat", "expected"),
    [
        (False, 2, 24, None),
        (False, 1, 24, 3),
        (False, 1, 7, None),
        (False, 1, 8, 1),
        (True, 2, 24, None),
        (True, 1, 24, 2),
        (True, 1, 11, None),
        (True, 1, 12, 1),
        (False, 1, -16, None),
    ],
)
def test_force_that_goes_on_heats_by_a_part_of_its_heat(
    covered: bool, began: int, heat: int, expected: int | None
) -> None:
    reason = "{measure:measure} goes on" if covered else "{measure:measure} goes on uncovered"
    working = using_force(began, covered=covered, heat=heat)
    assert moved(working, "escalation").get(reason) == expected


def test_what_is_no_force_does_not_heat_again() -> None:
    working = at_answer(round_=2)
    put_in_force(working, "escort", {"AAA": "full"}, began=1)
    assert not [reason for reason in moved(working, "escalation") if "goes on" in reason]


@pytest.mark.parametrize("covered", [True, False])
def test_beside_uncovered_force_only_the_crisis_itself_cools(covered: bool) -> None:
    working = using_force(1, covered=covered)
    working.state.commitments.mediation.append(2)
    by = moved(working, "escalation")
    taken_back = "a round cools no further" if covered else "no more cools while force runs uncovered"
    assert by["a member asked for mediation"] + by["the crisis cools by itself"] == -10
    assert by[taken_back] == (2 if covered else 6)


@pytest.mark.parametrize(("mediation", "taken_back"), [(3, None), (4, None), (5, 1)])
def test_all_cooling_of_a_round_sums_to_eight_at_most(mediation: int, taken_back: int | None) -> None:
    scenario = builders.tiny()
    working = at_answer(replace(scenario, numbers=replace(scenario.numbers, cooling_mediation=mediation)))
    working.state.commitments.mediation.append(1)
    assert moved(working, "escalation").get("a round cools no further") == taken_back


# Steps apart --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("covered", "escalation", "is_open"),
    [(False, 54, False), (False, 55, True), (True, 55, False), (True, 59, False), (True, 60, True)],
)
def test_steps_apart_open_sooner_beside_uncovered_force(covered: bool, escalation: int, is_open: bool) -> None:
    working = using_force(2, covered=covered)
    working.state.world.gauges["escalation"] = escalation
    pressing(working.state).level = 0
    assert any(step.level == 0 for step in bargainer.candidates(working, first_actor(working))) is is_open


# Standing and cohesion ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("gauge", ["standing", "cohesion"])
@pytest.mark.parametrize(
    ("covered", "began", "expected"), [(False, 2, None), (False, 1, -4), (True, 2, None), (True, 1, None)]
)
def test_each_further_round_of_uncovered_force_costs_four(
    gauge: str, covered: bool, began: int, expected: int | None
) -> None:
    working = using_force(began, covered=covered)
    assert moved(working, gauge).get("force goes on uncovered: {measures:measure}") == expected


def test_force_that_ends_in_a_round_costs_no_more_and_keeps_the_door_shut_until_the_next() -> None:
    working = using_force(1, covered=False)
    (active,) = working.state.measures.values()
    active.status, active.ended = "ended", 2
    assert open_offer(working.scenario, working.state) == 0
    assert "force goes on uncovered: {measures:measure}" not in moved(working, "cohesion")
    assert "{measure:measure} goes on uncovered" not in why(working, "escalation")
    working.state.table.round = 3
    assert open_offer(working.scenario, working.state) == 12


def test_two_measures_cost_no_more_than_one() -> None:
    working = using_force(1, covered=False)
    put_in_force(working, "limited-force", {"CCC": "full"}, author="CCC", began=1)
    assert moved(working, "cohesion")["force goes on uncovered: {measures:measure}"] == -4
