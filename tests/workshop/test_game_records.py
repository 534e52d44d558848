"""The record of one game: what it tells, that it tells the same again, and in which order records come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.workshop.game_records import RecordsInOrder, play_record
from crisis_game.workshop.rehearsal import SHIPPED, Plan, rehearse, seating, seeds
from crisis_game.workshop.rehearsal_counts import Record, Tally

KEYS = {
    "seed", "world", "seats", "ending", "good", "rounds",
    "gauges", "adopted", "moved", "objectives", "crossed", "fell", "actions",
}  # fmt: skip


@pytest.fixture(scope="module")
def files() -> ScenarioFiles:
    return find("first-watch")


@pytest.fixture(scope="module")
def watch(files: ScenarioFiles) -> Scenario:
    return load_scenario(files)


def records(files: ScenarioFiles, plan: Plan) -> list[Record]:
    written: list[Record] = []
    rehearse(files, plan, tell=written.append)
    return written


def test_a_record_has_the_keys_of_the_contract(hesk: Scenario) -> None:
    record = play_record(hesk, 7, seating(hesk, 7, SHIPPED))
    assert set(record) == KEYS
    assert record["seed"] == 7
    assert set(record["world"]) == {"truth", "temperament"}
    assert set(record["seats"]) == set(hesk.members)
    assert set(record["gauges"]) == set(hesk.gauges)
    assert len(record["adopted"]) == len(record["moved"]) == record["rounds"]
    assert all(set(texts) <= set(hesk.measures) and texts == sorted(texts) for texts in record["adopted"])
    assert set(record["objectives"]) == {objective.id for objective in hesk.objectives}
    assert all(set(seats) == set(hesk.members) for seats in record["objectives"].values())


def test_the_first_text_of_the_shipped_council_is_in_its_round(hesk: Scenario) -> None:
    first = ["demand-note", "mine-sweep", "relief-corridor", "verification"]
    assert play_record(hesk, 7, seating(hesk, 7, SHIPPED))["adopted"][0] == first


@pytest.mark.parametrize("seed", range(8))
def test_good_is_what_the_scenario_calls_good(watch: Scenario, seed: int) -> None:
    record = play_record(watch, seed, seating(watch, seed, SHIPPED))
    assert record["good"] == (record["ending"] in ("port-works", "by-water"))


def test_an_objective_is_met_or_not_by_its_evidence(watch: Scenario) -> None:
    absent = play_record(watch, 1, dict.fromkeys(watch.members, "absent"))
    shipped = play_record(watch, 0, seating(watch, 0, SHIPPED))
    assert absent["objectives"]["ask-before"] == dict.fromkeys(watch.members, "not")
    assert shipped["objectives"]["ask-before"] in [dict.fromkeys(watch.members, met) for met in ("met", "partly")]


def test_a_seat_that_nobody_can_content_loses_its_line_and_its_government(hesk: Scenario) -> None:
    angry, content = (replace(hesk, numbers=replace(hesk.numbers, home_fall=least)) for least in (100, 0))
    hawks = dict.fromkeys(hesk.members, "hawk")
    assert play_record(angry, 1, hawks)["fell"] == list(hesk.members)
    assert play_record(content, 1, hawks)["fell"] == []
    farrow = (play_record(hesk, seed, dict.fromkeys(hesk.members, "legalist")) for seed in (3, 6, 8))
    assert any("FAR" in record["crossed"] for record in farrow)


@pytest.mark.parametrize("changed", [{"jobs": 2}, {"decisions": 3}, {"jobs": 2, "decisions": 9}])
def test_the_same_seed_gives_the_same_records_in_the_same_order(files: ScenarioFiles, changed: Any) -> None:
    plan = Plan(games=9, seed=4, policy=SHIPPED, seats={"ALD": "absent"})
    assert records(files, plan) == records(files, replace(plan, **changed))


def test_a_rehearsal_tells_the_records_of_its_games(files: ScenarioFiles, watch: Scenario) -> None:
    plan = Plan(games=5, seed=4, seats={"BRE": "hawk"})
    by_themselves = [play_record(watch, seed, seating(watch, seed, None, {"BRE": "hawk"})) for seed in seeds(plan)]
    assert records(files, plan) == by_themselves


def test_one_seat_is_in_other_hands_and_the_rest_as_before(watch: Scenario) -> None:
    for policy in (None, "dove", SHIPPED):
        whole, changed = (seating(watch, 9, policy, seats) for seats in ({}, {"CAS": "absent"}))
        assert changed == {**whole, "CAS": "absent"}
    assert seating(watch, 9, SHIPPED) == {seat: watch.states[seat].policy for seat in watch.members}


def part(*seeds_: int, faults: tuple[int, ...] = ()) -> Tally:
    return Tally(records={seed: {"seed": seed} for seed in seeds_}, faults=dict.fromkeys(faults, "broke off"))


def test_records_are_told_in_the_order_of_their_seeds() -> None:
    order: list[int] = []
    in_order = RecordsInOrder([5, 3, 8, 1], lambda record: order.append(record["seed"]))
    for come, so_far in ((part(8), []), (part(5, faults=(3,)), [5, 8]), (part(1), [5, 8, 1])):
        in_order.take(come)
        assert order == so_far
        assert not come.records


def test_what_waits_is_told_when_no_more_comes() -> None:
    order: list[int] = []
    in_order = RecordsInOrder([5, 3, 8, 1], lambda record: order.append(record["seed"]))
    in_order.take(part(1, 3))
    in_order.tell_the_rest()
    assert order == [3, 1]
