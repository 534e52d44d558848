"""What measures do: each factor of the product by itself, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.engine import vote_counting
from crisis_game.engine.effects import delivered_share, effect_of, effects, harm_of
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.engine.state import Consent
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.ids import Delivery
from tests.engine import builders, parts
from tests.engine.worlds import adopt, at_answer, put_in_force

LEVELS: tuple[Delivery, ...] = ("full", "half", "none")
ECONOMIC = Draft(lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", claims=("state-did-it",))


@pytest.mark.parametrize(
    ("levels", "participation"),
    [
        (("full", "full", "full"), 100),
        (("half", "half", "half"), 50),
        (("full", "none", "none"), 33),
        (("full", "half", "none"), 50),
        (("half", "none", "none"), 16),
        (("none", "none", "none"), 0),
    ],
)
def test_participation_is_the_share_of_all_capability(levels: tuple[Delivery, ...], participation: int) -> None:
    working = at_answer()
    active = put_in_force(working, "escort", dict(zip(builders.MEMBERS, levels, strict=True)))
    effect = effect_of(working, active)
    assert effect is not None
    assert (effect.participation, effect.weight) == (participation, participation)


@pytest.mark.parametrize(("standing", "after_leak"), [(100, 100), (50, 84), (0, 67), (61, 87)])
def test_economic_measures_leak_by_what_standing_lacks_and_a_gap_counts_twice(standing: int, after_leak: int) -> None:
    working = at_answer()
    working.state.world.gauges["standing"] = standing
    effect = effect_of(working, put_in_force(working, "targeted-sanctions"))
    assert effect is not None
    assert (effect.participation, effect.weight) == (after_leak, after_leak * after_leak // 100)


@pytest.mark.parametrize(
    ("measure", "given_", "expected"),
    [
        ("escort", {"AAA": "full"}, 53),
        ("escort", {"AAA": "full", "BBB": "full", "CCC": "full"}, 100),
        ("escort", {}, 0),
        ("targeted-sanctions", {"AAA": "full", "BBB": "full", "CCC": "full"}, 100),
    ],
)
def test_a_mandate_adds_twenty_to_what_is_given_at_most_a_hundred(
    measure: str, given_: dict[str, Delivery], expected: int
) -> None:
    working = at_answer()
    working.state.world.gauges["standing"] = 100
    working.state.commitments.council_measures["mandate"] = 1
    active = put_in_force(working, measure)
    active.deliveries = given_
    effect = effect_of(working, active)
    assert effect is not None
    assert effect.participation == expected


def test_readiness_is_weighed_by_what_each_gives() -> None:
    states = (parts.state("AAA", readiness=5), parts.state("BBB", readiness=0), *parts.states()[2:])
    scenario = builders.tiny(states=builders.by_id(states))
    working = at_answer(scenario)
    effect = effect_of(working, put_in_force(working, "escort", {"AAA": "full", "BBB": "half"}))
    assert effect is not None
    assert effect.readiness == (100 * 100 + 50 * 50) // 150


@pytest.mark.parametrize(("began", "delay"), [(1, 100), (2, 85), (3, 70), (5, 40), (9, 40)])
def test_delay_takes_fifteen_a_round_down_to_forty(began: int, delay: int) -> None:
    working = at_answer(round_=began)
    adopt(working, builders.ESCORT_TEXT)
    effect = effect_of(working, put_in_force(working, "escort", authority="aaa-1"))
    assert effect is not None
    assert effect.delay == delay


def test_delay_is_counted_from_the_latest_act_answered_also_by_one_who_acts_alone() -> None:
    claims = (*parts.claims(), replace(parts.claims()[0], id="boarded", incident="boarding"))
    scenario = builders.tiny(claims=builders.by_id(claims))
    working = at_answer(scenario, round_=4)
    working.state.knowledge.public["boarded"] = "suspected"
    working.state.world.incidents["boarding"] = type(working.state.world.incidents["sinking"])(3)
    effect = effect_of(working, put_in_force(working, "escort"))
    assert effect is not None
    assert effect.delay == 85


def test_an_emergency_loses_nothing_to_delay() -> None:
    working = at_answer(round_=4)
    adopt(working, builders.ESCORT_TEXT).confirmed = False
    effect = effect_of(working, put_in_force(working, "escort", authority="aaa-1"))
    assert effect is not None
    assert effect.delay == 100


@pytest.mark.parametrize(("rounds", "ramp"), [(0, 50), (1, 100), (5, 100)])
def test_a_measure_comes_under_way_in_its_rounds(rounds: int, ramp: int) -> None:
    working = at_answer(round_=6)
    effect = effect_of(working, put_in_force(working, "targeted-sanctions", began=6 - rounds))
    assert effect is not None
    assert effect.ramp == ramp


def test_words_act_in_their_round_whoever_says_them_and_help_does_nothing() -> None:
    working = at_answer()
    said = put_in_force(working, "protest", {"AAA": "full"})
    effect = effect_of(working, said)
    assert effect is not None
    assert (effect.participation, effect.readiness, effect.effect) == (100, 100, 2)
    working.state.table.round = 2
    assert effect_of(working, said) is None
    assert effect_of(working, put_in_force(working, "mediation")) is None


def test_exemptions_cost_a_fifth_of_an_economic_base_and_of_no_other() -> None:
    working = at_answer()
    adopt(working, replace(builders.ESCORT_TEXT, clauses=(Switch("exemptions"),)))
    bases = {
        name: effect.base
        for name in ("escort", "targeted-sanctions")
        if (effect := effect_of(working, put_in_force(working, name, authority="aaa-1"))) is not None
    }
    assert bases == {"escort": 22, "targeted-sanctions": 11}


def test_only_what_is_active_has_an_effect() -> None:
    working = at_answer()
    put_in_force(working, "escort").status = "dormant"
    put_in_force(working, "limited-force", author="BBB").status = "ended"
    put_in_force(working, "targeted-sanctions", author="CCC")
    assert [effect.active.measure for effect in effects(working)] == ["targeted-sanctions"]


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(("escort", "targeted-sanctions", "limited-force")),
    st.tuples(*[st.sampled_from(LEVELS)] * 3),
    st.integers(0, 100),
    st.integers(1, 9),
)
def test_an_effect_lies_between_nothing_and_its_base_and_more_given_is_never_less(
    measure: str, levels: tuple[Delivery, ...], standing: int, began: int
) -> None:
    working = at_answer(round_=9)
    working.state.world.gauges["standing"] = standing
    given_ = dict(zip(builders.MEMBERS, levels, strict=True))
    active = put_in_force(working, measure, given_, began=began)
    effect = effect_of(working, active)
    assert effect is not None
    assert 0 <= effect.effect <= effect.base
    active.deliveries["CCC"] = "full"
    more = effect_of(working, active)
    assert more is not None
    assert more.participation >= effect.participation


@pytest.mark.parametrize(
    ("settled", "share"),
    [
        ({}, 50),
        ({"AAA": ("full", "full")}, 100),
        ({"AAA": ("full", "half"), "BBB": ("full", "none")}, 25),
        ({"AAA": ("half", "full"), "BBB": ("half", "half")}, 100),
        ({"AAA": ("full", "half"), "BBB": ("half", "half"), "CCC": ("full", "none")}, 50),
    ],
)
def test_what_is_delivered_of_what_is_due(settled: dict[str, tuple[Delivery, Delivery]], share: int) -> None:
    working = at_answer()
    for seat, pair in settled.items():
        working.state.orders.settled[seat, "aaa-1", "escort"] = pair
    assert delivered_share(working) == share


def test_harm_of_force_is_its_own_and_its_targets_less_what_care_spares() -> None:
    working = at_answer()
    careful = ForceSheet("battery", verify=True, warn=True)
    active = put_in_force(working, "limited-force", sheet=careful)
    assert harm_of(working, active) == 8 + 2 - 2 * 2
    active.sheet = None
    assert harm_of(working, active) == 8
    active.deliveries = {"AAA": "none"}
    assert harm_of(working, active) == 0


def test_exemptions_spare_the_harm_of_what_they_bear_on() -> None:
    harmful = replace(
        next(measure for measure in parts.measures() if measure.id == "targeted-sanctions"), moves={"harm": 3}
    )
    others = (measure for measure in parts.measures() if measure.id != "targeted-sanctions")
    working = at_answer(builders.tiny(measures=builders.by_id((*others, harmful))))
    adopt(working, replace(ECONOMIC, clauses=(Switch("exemptions"),)))
    assert harm_of(working, put_in_force(working, "targeted-sanctions", authority="aaa-1")) == 0
    assert harm_of(working, put_in_force(working, "targeted-sanctions", author="BBB")) == 3


def test_a_measure_begins_when_its_host_first_consents_and_not_before() -> None:
    working = at_answer(phase="response")
    text = adopt(working, builders.ESCORT_TEXT)
    text.pledges.update({("AAA", "escort"): "full", ("BBB", "escort"): "full"})
    statuses = []
    for round_, level in enumerate(("none", "given", "withdrawn", "given"), 1):
        working.state.table.round = round_
        working.state.orders = type(working.state.orders)()
        working.state.commitments.consents["harbour"] = Consent(level)
        vote_counting.deliver(working)
        active = working.state.measures["aaa-1/escort"]
        statuses.append((active.status, active.began))
    assert statuses == [("dormant", 1), ("active", 2), ("dormant", 2), ("active", 2)]


def test_what_another_text_takes_over_while_it_waits_has_not_begun_either() -> None:
    working = at_answer(phase="response")
    working.state.commitments.consents["harbour"] = Consent("none")
    adopt(working, builders.ESCORT_TEXT).pledges["AAA", "escort"] = "full"
    vote_counting.deliver(working)
    working.state.table.round = 2
    working.state.orders = type(working.state.orders)()
    adopt(working, builders.ESCORT_TEXT, "bbb-1").pledges["AAA", "escort"] = "full"
    working.state.commitments.consents["harbour"] = Consent("given")
    vote_counting.deliver(working)
    assert working.state.measures["aaa-1/escort"].status == "ended"
    assert working.state.measures["bbb-1/escort"].began == 2
