"""The two policies beside the six: one that never does anything, and one that uses force alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.acts.turns import SetReady
from crisis_game.players.force_alone import strength
from crisis_game.players.playout import Playout, playout
from crisis_game.players.policy import POLICIES
from crisis_game.players.seat_policies import UnknownPolicyError, check_policy, seat_policy
from crisis_game.scenario.model import Scenario


def game(hesk: Scenario, name: str, seat: str = "ARD", seed: int = 3) -> Playout:
    return playout(hesk, seed, {seat: name})


def orders(played: Playout, seat: str = "ARD") -> list[tuple[int, ActAlone]]:
    return [
        (played.state.table.round, submission.command)
        for submission, _ in played.moves()
        if submission.seat == seat and isinstance(submission.command, ActAlone)
    ]


def rounds_of(played: Playout, measure: str, seat: str) -> set[int]:
    """The rounds at whose end a measure worked by a seat's own order."""
    rounds: set[int] = set()
    while played.goes_on:
        here = played.state.table.round
        for _ in played.beat():
            pass
        if not played.goes_on or played.state.table.round != here:
            running = [
                active
                for active in played.state.measures.values()
                if active.authority is None and active.author == seat
            ]
            rounds.update(here for active in running if active.measure == measure and active.status == "active")
    return rounds


def test_an_absent_seat_does_nothing_but_wait(hesk: Scenario) -> None:
    commands = [submission.command for submission, _ in game(hesk, "absent").moves() if submission.seat == "ARD"]
    assert commands
    assert all(isinstance(command, SetReady) for command in commands)


def test_force_alone_is_ordered_at_the_first_table_whatever_the_others_do(hesk: Scenario) -> None:
    round_, order = orders(game(hesk, "alone:interdict"))[0]
    assert round_ == 1
    assert (order.measure, order.target, order.only_if_failed) == ("interdict", hesk.adversary, False)


def test_the_measure_that_was_named_is_in_force_each_round_that_is_paid_for(hesk: Scenario) -> None:
    played = game(hesk, "alone:interdict")
    rounds = rounds_of(played, "interdict", "ARD")
    assert rounds == set(range(1, played.state.table.round + 1))
    assert len(rounds) > 2
    penniless = replace(hesk, states={**hesk.states, "EST": replace(hesk.states["EST"], treasury=0)})
    waited = rounds_of(game(penniless, "alone:interdict", "EST"), "interdict", "EST")
    assert waited
    assert 1 not in waited


def test_the_strongest_force_it_can_use_comes_first(hesk: Scenario) -> None:
    """Of the whole catalogue: beyond Ardane's means are land and air, and Esker's base is Delma's."""
    assert orders(game(hesk, "alone"))[0][1].measure == "blockade"
    assert orders(game(hesk, "alone", "DEL"), "DEL")[0][1].measure == "limited-force"


def test_armed_force_is_stronger_than_any_other(hesk: Scenario) -> None:
    by_strength = sorted(hesk.measures.values(), key=strength, reverse=True)
    forms = [each.use_of_force == "armed" for each in by_strength]
    assert forms == sorted(forms, reverse=True)
    assert by_strength[0].id == "full-defence"


def test_it_takes_its_host_s_no_for_an_answer(hesk: Scenario) -> None:
    """Limited force flies from Esker: who owns the base takes it at once, others only where Delma consents."""
    assert orders(game(hesk, "alone:limited-force", "DEL"), "DEL")[0][0] == 1
    for seed in range(3):
        played = game(hesk, "alone:limited-force", "COR", seed)
        for submission, _ in played.moves():
            if submission.seat == "COR" and isinstance(submission.command, ActAlone):
                consent = played.state.commitments.consents["esker-base"]
                assert submission.command.measure != "limited-force" or consent.level in ("given", "limited")


def test_for_the_rest_it_is_a_hawk(hesk: Scenario) -> None:
    """Without ships Estrin has no force to use: then nothing but the hawk is left."""
    without_ships = replace(hesk.states["EST"], means={"trade": 1})
    unarmed = replace(hesk, states={**hesk.states, "EST": without_ships})
    alone, hawk = (
        [submission.command for submission, _ in game(unarmed, name, "EST").moves()] for name in ("alone", "hawk")
    )
    assert alone == hawk


@pytest.mark.parametrize("name", [*POLICIES, "absent", "alone", "alone:interdict", "alone:protest"])
def test_a_policy_has_its_name(hesk: Scenario, name: str) -> None:
    check_policy(hesk, name)
    assert seat_policy(name).name == name.partition(":")[0]


@pytest.mark.parametrize(
    ("name", "what", "word"),
    [
        ("bully", "policy", "bully"),
        ("hawk:interdict", "policy", "hawk:interdict"),
        ("absent:", "policy", "absent:"),
        ("alone:", "measure", ""),
        ("alone:interdikt", "measure", "interdikt"),
        ("", "policy", ""),
    ],
)
def test_an_unknown_name_says_which_part_is_unknown(hesk: Scenario, name: str, what: str, word: str) -> None:
    with pytest.raises(UnknownPolicyError) as unknown:
        check_policy(hesk, name)
    assert (unknown.value.what, unknown.value.word) == (what, word)


@pytest.mark.parametrize("name", ["bully", "alone:", "hawk:interdict"])
def test_nobody_plays_under_an_unknown_name(name: str) -> None:
    with pytest.raises(KeyError):
        seat_policy(name)
