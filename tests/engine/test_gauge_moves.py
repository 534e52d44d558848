"""What moves gauges by measures and steps, each as it takes them; and what is silent where a gauge is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.engine.effects import effect_of
from crisis_game.engine.events.world import EstimateShown, GaugeMoved
from crisis_game.engine.injects import happen, open_round
from crisis_game.engine.seen import Seen
from crisis_game.players.playout import playout
from crisis_game.scenario.draft import Switch
from crisis_game.scenario.ids import Delivery
from crisis_game.scenario.standard_gauges import GAUGES
from tests.engine import builders
from tests.engine.builders import pressing
from tests.engine.gauge_worlds import answered, thirsty, with_gauges, with_thirst, words_of
from tests.engine.test_told import WildGame
from tests.engine.worlds import adopt, put_in_force, terms

LEVELS: tuple[Delivery, ...] = ("full", "half", "none")


@pytest.mark.parametrize(
    ("taken", "expected"),
    [("delivered", [-5, -5, -5]), ("begun", [-10, 0, 0]), ("running", [-10, -10, -10])],
)
def test_a_gauge_takes_a_measure_as_it_says(taken: str, expected: list[int]) -> None:
    working = thirsty(with_thirst({"escort": {"thirst": -10}}, taken=taken))
    put_in_force(working, "escort", {"AAA": "half", "BBB": "half", "CCC": "half"})
    working.state.accounts.clear()
    course = []
    for round_ in (1, 2, 3):
        working.state.table.round = round_
        before = working.state.world.gauges["thirst"]
        working.state.world.gauges["standing"] = 50
        answered(working)
        course.append(working.state.world.gauges["thirst"] - before)
    ready = 80
    assert course == ([-(10 * 50 * ready // 100**2)] * 3 if taken == "delivered" else expected)


def test_help_moves_what_takes_deliveries_and_presses_nobody() -> None:
    working = thirsty(with_thirst({"mediation": {"thirst": -18}}))
    active = put_in_force(working, "mediation", {"AAA": "full", "BBB": "full", "CCC": "full"})
    effect = effect_of(working, active)
    assert effect is not None
    assert effect.effect == 0
    answered(working)
    assert terms(working, "thirst") == [-(18 * effect.participation * effect.readiness // 100**2)]
    assert pressing(working.state).pain == 0


@pytest.mark.parametrize(
    ("taken", "level", "expected"),
    [("delivered", 0, [6]), ("begun", 0, [6]), ("running", 0, [6]), ("running", 2, [9]), ("begun", 2, [])],
)
def test_a_step_moves_a_gauge_once_or_while_its_level_holds(taken: str, level: int, expected: list[int]) -> None:
    steps = {"harass": {"thirst": 6}, "inspect": {"thirst": 9}}
    working = thirsty(with_thirst(steps=steps, taken=taken))
    pressing(working.state).level = level
    pressing(working.state).luck["hold" if level else "harass"] = 99
    answered(working)
    assert terms(working, "thirst") == expected


def test_a_step_apart_that_is_taken_moves_a_running_gauge_once() -> None:
    working = thirsty(with_thirst(steps={"strike": {"thirst": 7}, "close": {"thirst": 2}}, taken="running"))
    pressing(working.state).level = 3
    pressing(working.state).luck["strike"] = 99
    assert terms(answered(working), "thirst") == [2, 7]
    working.state.table.round = 2
    pressing(working.state).luck["strike"], pressing(working.state).luck["hold"] = -99, 99
    assert terms(answered(working), "thirst") == [2]


def test_an_incident_moves_each_gauge_that_it_names() -> None:
    scenario = with_thirst()
    boarding = replace(scenario.incidents["boarding"], moves={"thirst": 5, "standing": -2})
    working = thirsty(replace(scenario, incidents={**scenario.incidents, "boarding": boarding}))
    happen(working, "boarding")
    assert (terms(working, "thirst"), terms(working, "standing")) == ([5], [-2])


def test_the_strongest_shield_spares_and_no_second() -> None:
    shields = {"escort": {"harm": -3}, "targeted-sanctions": {"harm": -5}, "mediation": {"harm": -1}}
    working = thirsty(with_thirst(shields))
    pressing(working.state).level = 3
    pressing(working.state).luck["hold"] = 99
    for measure, seat in zip(shields, builders.MEMBERS, strict=True):
        put_in_force(working, measure, author=seat)
    assert terms(answered(working), "harm") == [9, -5]


def test_an_economic_measure_with_exemptions_moves_a_fifth_less() -> None:
    working = thirsty(with_thirst({"targeted-sanctions": {"thirst": -100}}))
    without = effect_of(working, put_in_force(working, "targeted-sanctions"))
    adopt(working, replace(builders.ESCORT_TEXT, clauses=(Switch("exemptions"),)))
    spared = effect_of(working, put_in_force(working, "targeted-sanctions", authority="aaa-1"))
    assert without is not None
    assert spared is not None
    assert (without.moves["thirst"], spared.moves["thirst"]) == (-100, -80)


@settings(max_examples=80, deadline=None)
@given(st.integers(-100, 100), st.tuples(*[st.sampled_from(LEVELS)] * 3), st.integers(1, 6))
def test_what_falls_is_floored_as_what_rises(amount: int, levels: tuple[Delivery, ...], began: int) -> None:
    working = thirsty(with_thirst(), round_=6)
    effect = effect_of(
        working, put_in_force(working, "escort", dict(zip(builders.MEMBERS, levels, strict=True)), began=began)
    )
    assert effect is not None
    assert effect.of(-amount) == -effect.of(amount)
    assert abs(effect.of(amount)) <= abs(amount)
    assert effect.of(effect.base) == effect.effect


@settings(max_examples=60, deadline=None)
@given(
    st.fixed_dictionaries(
        {
            id_: st.integers(-100, 100)
            for id_ in ("protest", "mediation", "targeted-sanctions", "escort", "limited-force")
        }
    ),
    st.fixed_dictionaries({id_: st.integers(-100, 100) for id_ in ("harass", "inspect", "strike")}),
    st.sampled_from(("delivered", "begun", "running")),
    st.integers(0, 3),
)
def test_the_terms_that_are_told_are_the_move(
    moves: dict[str, int], steps: dict[str, int], taken: str, level: int
) -> None:
    scenario = with_thirst(
        {id_: {"thirst": by} for id_, by in moves.items()},
        {id_: {"thirst": by} for id_, by in steps.items()},
        taken=taken,
    )
    working = thirsty(scenario)
    pressing(working.state).level = level
    for measure in moves:
        put_in_force(working, measure)
    answered(working)
    for event in working.events:
        if isinstance(event, GaugeMoved):
            assert event.after == event.before + sum(term.amount for term in event.terms)
            assert scenario.gauges[event.gauge].low <= event.after <= scenario.gauges[event.gauge].high


# Gauges that are not there ------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(sorted(GAUGES))), st.integers(0, 1000))
def test_a_gauge_that_is_left_out_appears_in_no_event_of_a_game(used: set[str], seed: int) -> None:
    scenario = with_gauges(sorted(used))
    game = WildGame(scenario, seed)
    state = game.play()
    assert set(state.world.gauges) == used | {"hold"}
    assert words_of(game.events) <= used


@pytest.mark.parametrize("used", [(), ("harm", "cohesion", "standing"), ("escalation",), tuple(GAUGES)])
def test_policies_play_without_gauges_to_the_end(used: tuple[str, ...]) -> None:
    state = playout(with_gauges(used), 3).run()
    assert state.table.ending is not None
    assert set(state.world.gauges) == {*used, "hold"}


def test_each_gauge_that_is_seen_as_an_estimate_has_one_of_its_own() -> None:
    working = thirsty(with_thirst(seen="estimate", start=90), round_=2, phase="briefing")
    open_round(working)
    shown = {event.gauge: event.value for event in working.events if isinstance(event, EstimateShown)}
    assert set(shown) == {"deterrence", "thirst"}
    assert abs(shown["thirst"] - 90) <= 8
    seen = Seen(working.scenario, working.state, "AAA")
    assert (seen.gauge("thirst"), seen.gauge("deterrence")) == (shown["thirst"], shown["deterrence"])
    assert seen.gauge("bread", 7) == 7
