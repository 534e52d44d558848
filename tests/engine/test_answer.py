"""ANSWER: every term of every gauge, in its order; home; endings. What is published in SITUATION beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.engine import answer, injects
from crisis_game.engine.events.world import GaugeMoved
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import DemandMade
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.ids import Delivery
from tests.engine import builders
from tests.engine.builders import pressing
from tests.engine.play import check_events
from tests.engine.worlds import FULL, adopt, at_answer, put_in_force, terms, why

ESCORT = Draft(lines=(MeasureLine("escort"),), aim="passage", claims=("state-did-it",))


def switched(*clauses: str, draft: Draft = ESCORT) -> Draft:
    """A draft with some clauses on."""
    return replace(draft, clauses=tuple(Switch(clause, 10 if clause == "off-ramp" else 0) for clause in clauses))


def answered(working: Working) -> Working:
    """The same desk, after ANSWER."""
    before = working.state.fork()
    answer.answer(working)
    check_events(before, tuple(working.events))
    return working


# Cohesion -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("best", "expected"), [("without-a-no", [6]), ("adopted", [3]), ("failed", [-6]), ("", [])])
def test_cohesion_counts_the_best_result_of_the_round(best: str, expected: list[int]) -> None:
    working = at_answer()
    working.state.council.best, working.state.council.sheet = best, ("chair-1",)
    assert terms(answered(working), "cohesion") == expected


def test_the_result_of_an_earlier_round_does_not_count_again_where_nothing_was_put() -> None:
    working = at_answer(round_=2)
    working.state.council.best = "without-a-no"
    assert terms(answered(working), "cohesion") == []


@pytest.mark.parametrize(
    ("deliveries", "expected"),
    [(("full", "full"), []), (("full", "half"), []), (("half", "none"), [-4]), (("none", "none"), [-8])],
)
def test_each_due_pledge_unmet_costs_four(deliveries: tuple[Delivery, Delivery], expected: list[int]) -> None:
    working = at_answer()
    for seat, level in zip(("AAA", "BBB"), deliveries, strict=True):
        working.state.orders.settled[seat, "aaa-1", "escort"] = ("full", level)
    assert terms(answered(working), "cohesion") == expected


@pytest.mark.parametrize(
    ("measure", "changes", "expected"),
    [
        ("escort", {"notified": False}, [-8]),
        ("escort", {"notified": True}, []),
        ("targeted-sanctions", {"notified": False}, []),
        ("escort", {"notified": False, "began": 1}, []),
    ],
)
def test_new_measures_of_weight_done_alone_without_notice_cost_eight(
    measure: str, changes: dict[str, Any], expected: list[int]
) -> None:
    working = at_answer(round_=2)
    put_in_force(working, measure, {"AAA": "full"}, **changes)
    assert terms(answered(working), "cohesion") == expected


@pytest.mark.parametrize(("adopted_round", "expected"), [(2, [4]), (1, [])])
def test_half_comes_back_when_the_next_round_endorses_it(adopted_round: int, expected: list[int]) -> None:
    working = at_answer(round_=2)
    alone = put_in_force(working, "escort", {"AAA": "full"}, notified=False, began=1)
    alone.status, alone.ended = "ended", 2
    adopt(working, ESCORT, "bbb-1", adopted_round)
    put_in_force(working, "escort", authority="bbb-1", began=1, endorsed=True)
    assert terms(answered(working), "cohesion") == expected


def test_a_seat_outvoted_on_its_declared_line_costs_three_and_haste_costs_three() -> None:
    working = at_answer()
    working.state.council.votes_against_red_line += [(1, "CCC", "aaa-1"), (0, "BBB", "aaa-0")]
    working.state.table.emergency = "aaa-1"
    assert terms(answered(working), "cohesion") == [-3, -3]


# Standing -----------------------------------------------------------------------------------------------------------


def test_an_off_ramp_beside_pressure_counts_once() -> None:
    working = at_answer()
    adopt(working, switched("off-ramp"))
    put_in_force(working, "escort", authority="aaa-1")
    assert terms(answered(working), "standing") == [3]
    working.state.table.round = 2
    assert terms(answered(working), "standing") == []


@pytest.mark.parametrize("beside", ["protest", "mediation"])
def test_an_off_ramp_beside_words_or_help_alone_is_no_restraint(beside: str) -> None:
    working = at_answer()
    adopt(working, switched("off-ramp"))
    put_in_force(working, beside, authority="aaa-1")
    assert terms(answered(working), "standing") == []


@pytest.mark.parametrize(("measure", "expected"), [("targeted-sanctions", [2]), ("escort", [])])
def test_exemptions_count_where_a_measure_has_a_use_for_them(measure: str, expected: list[int]) -> None:
    working = at_answer()
    adopt(working, switched("exemptions"))
    put_in_force(working, measure, authority="aaa-1")
    assert terms(answered(working), "standing") == expected


def test_an_inquiry_into_own_harm_counts_once_by_clause_or_by_request() -> None:
    working = at_answer()
    adopt(working, switched("inquiry"))
    put_in_force(working, "escort", authority="aaa-1")
    working.state.commitments.inquiries["own-harm"] = 1
    assert terms(answered(working), "standing") == [2]
    asked = at_answer()
    asked.state.commitments.inquiries["own-harm"] = 1
    assert terms(answered(asked), "standing") == [2]


@pytest.mark.parametrize(
    ("authority", "reporter", "expected"),
    [("aaa-1", None, [-5]), ("aaa-1", "CCC", []), (None, "BBB", []), (None, "CCC", [-5]), (None, None, [-5])],
)
def test_force_unreported_in_its_round_costs_five(
    authority: str | None, reporter: str | None, expected: list[int]
) -> None:
    working = at_answer()
    adopt(working, replace(ESCORT, lines=(MeasureLine("limited-force", "XXX"),)))
    put_in_force(working, "limited-force", {"BBB": "full"}, authority, author="BBB")
    if reporter:
        working.state.commitments.reports.append((1, reporter, "state-did-it", "suspected"))
    answered(working)
    assert [amount for amount, text in zip(terms(working, "standing"), why(working, "standing"), strict=True)
            if text == "force unreported this round"] == expected  # fmt: skip


@pytest.mark.parametrize(("degree", "expected"), [("armed", [-5]), ("minor", [-5]), ("threat", []), ("none", [])])
def test_small_force_unreported_costs_as_much_as_any(degree: Any, expected: list[int]) -> None:
    measures = builders.tiny().measures
    force = replace(measures["limited-force"], use_of_force=degree)
    working = at_answer(builders.tiny(measures={**measures, "limited-force": force}))
    put_in_force(working, "limited-force", {"BBB": "full"}, author="BBB")
    answered(working)
    unreported = "force unreported this round"
    reasons = zip(terms(working, "standing"), why(working, "standing"), strict=True)
    assert [amount for amount, text in reasons if text == unreported] == expected


def test_the_emergency_procedure_costs_three_for_want_of_consultation() -> None:
    working = at_answer()
    working.state.table.emergency = "aaa-1"
    assert terms(answered(working), "standing") == [-3]


# Grip, escalation, deterrence -----------------------------------------------------------------------------------------


def test_presence_takes_half_its_effect_off_grip_force_the_whole_and_trade_nothing() -> None:
    working = at_answer()
    for measure, seat in (("escort", "AAA"), ("limited-force", "BBB"), ("targeted-sanctions", "CCC")):
        put_in_force(working, measure, author=seat)
    working.state.commitments.reports.append((1, "BBB", "state-did-it", "rumoured"))
    answered(working)
    escort, force = 22 * 80 // 100, 45 * 80 // 100
    assert terms(working, "grip")[:2] == [-(escort // 2), -force]
    assert pressing(working.state).pain == escort + force + 14 * 70 * 80 * 50 // 100**3


@pytest.mark.parametrize(
    ("clauses", "heat"),
    [((), [9, 6]), (("off-ramp",), [6, 4]), (("limits",), [6, 6]), (("limits", "off-ramp"), [4, 4])],
)
def test_heat_grows_without_a_way_back_and_shrinks_by_limits(clauses: tuple[str, ...], heat: list[int]) -> None:
    working = at_answer()
    adopt(working, switched(*clauses))
    for measure in ("escort", "targeted-sanctions"):
        put_in_force(working, measure, authority="aaa-1")
    assert terms(answered(working), "escalation")[:3] == [*heat, -4]


def test_heat_is_felt_once_and_by_what_is_active_only() -> None:
    working = at_answer(round_=2)
    put_in_force(working, "escort", began=1)
    put_in_force(working, "targeted-sanctions").status = "dormant"
    assert terms(answered(working), "escalation")[0] == -4


def test_mediation_cools_by_six_beside_four() -> None:
    working = at_answer()
    working.state.commitments.mediation.append(1)
    assert terms(answered(working), "escalation")[:2] == [-6, -4]


@pytest.mark.parametrize(("owed", "delivered"), [((), 50), (("full",), 100), (("none",), 0)])
def test_deterrence_goes_half_way_to_what_stands_before_the_adversary(
    owed: tuple[Delivery, ...], delivered: int
) -> None:
    working = at_answer()
    put_in_force(working, "escort")
    for level in owed:
        working.state.orders.settled["AAA", "aaa-1", "escort"] = ("full", level)
    cohesion = 55 - (4 if owed == ("none",) else 0)
    target = (40 * delivered + 30 * cohesion + 30 * (5 * 8)) // 100
    assert terms(answered(working), "deterrence")[0] == (35 + target) // 2 - 35


def test_an_end_date_costs_deterrence_in_the_round_of_adoption() -> None:
    working = at_answer()
    working.state.world.gauges["deterrence"] = 20
    adopt(working, switched("end-date"))
    adopt(working, switched("end-date"), "bbb-1", 0)
    assert terms(answered(working), "deterrence")[1:] == [-4]


@pytest.mark.parametrize(("by_round", "grip", "expected"), [(1, 20, []), (1, 40, [-10]), (2, 40, []), (0, 40, [])])
def test_a_demand_that_passes_unmet_costs_ten_once(by_round: int, grip: int, expected: list[int]) -> None:
    working = at_answer()
    working.state.world.gauges.update(grip=grip, deterrence=20)
    working.state.commitments.demands.append(DemandMade("AAA", "XXX", "passage", by_round))
    answered(working)
    assert terms(working, "deterrence")[1:] == expected


def test_moves_of_deterrence_are_for_the_facilitator_alone() -> None:
    working = at_answer()
    working.state.world.gauges["deterrence"] = 20
    answered(working)
    audiences = {event.gauge: event.to for event in working.events if isinstance(event, GaugeMoved)}
    assert audiences["deterrence"] == ()
    assert audiences["escalation"] is None


# Harm ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "escorted", "expected"),
    [(0, False, [1]), (0, True, [1, -1]), (1, False, [2]), (1, True, [2, -2]), (2, True, [4, -3]), (3, False, [9])],
)
def test_harm_of_the_step_is_lessened_by_an_escort_never_below_nothing(
    level: int, escorted: bool, expected: list[int]
) -> None:
    working = at_answer()
    pressing(working.state).level = level
    if escorted:
        put_in_force(working, "escort", {"AAA": "half"})
    _hold(working)
    assert terms(answered(working), "harm") == expected


def test_an_escort_of_which_nobody_gives_anything_shields_nobody() -> None:
    working = at_answer()
    put_in_force(working, "escort", {"AAA": "none"})
    _hold(working)
    assert terms(answered(working), "harm") == [1]


def test_a_strike_harms_beside_the_step_and_force_by_members_does() -> None:
    working = at_answer()
    pressing(working.state).level = 3
    pressing(working.state).luck["strike"] = 99
    put_in_force(working, "limited-force")
    assert terms(answered(working), "harm") == [9, 10, 8]


def test_own_harm_costs_a_point_of_standing_for_each_two_and_no_more_when_it_stays() -> None:
    working = at_answer()
    put_in_force(working, "limited-force", basis="self-defence")
    answered(working)
    assert working.state.world.own_harm == 8
    assert terms(working, "standing")[-1] == -4
    for measure in working.state.measures.values():
        measure.status = "ended"
    working.state.table.round = 2
    answered(working)
    assert terms(working, "standing") == []


def _hold(working: Working) -> None:
    pressing(working.state).luck["hold"] = 99


# All of it ----------------------------------------------------------------------------------------------------------


def test_gauges_move_in_the_order_of_the_rules() -> None:
    working = at_answer()
    working.state.council.best, working.state.council.sheet = "adopted", ("aaa-1",)
    adopt(working, switched("off-ramp"))
    put_in_force(working, "escort", authority="aaa-1")
    pressing(working.state).luck["harass"] = 99
    answered(working)
    moved = [event.gauge for event in working.events if isinstance(event, GaugeMoved)]
    assert moved == [
        "cohesion", "standing", "grip", "escalation", "deterrence", "grip", "escalation", "harm",
    ]  # fmt: skip


def test_what_a_bound_cuts_off_is_named_so_that_the_sum_is_right() -> None:
    working = at_answer()
    working.state.world.gauges["harm"] = 100
    _hold(working)
    answered(working)
    move = next(candidate for candidate in working.state.world.moves if candidate.gauge == "harm")
    assert move.after == 100 == move.before + sum(term.amount for term in move.terms)
    assert [term.amount for term in move.terms] == [1, -1]


def test_every_seat_but_the_facilitator_sees_deterrence_as_an_estimate() -> None:
    working = at_answer()
    assert Seen(working.scenario, working.state, "facilitator").gauge("deterrence") == 35
    working.state.world.estimates["deterrence"] = 41
    assert {Seen(working.scenario, working.state, seat).gauge("deterrence") for seat in FULL} == {41}


def test_the_estimate_is_drawn_each_round_within_eight() -> None:
    shown = set()
    for seed in range(40):
        working = at_answer(round_=2, phase="briefing")
        working.state.table.seed = seed
        injects.open_round(working)
        shown.add(working.state.world.estimates["deterrence"] - 35)
    assert min(shown) >= -8
    assert max(shown) <= 8
    assert len(shown) > 8
