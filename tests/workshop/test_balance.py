"""What the tests of balance read from outcomes, and that perturbations change what they say they change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.turns import SetReady
from crisis_game.players.absent import Absent
from crisis_game.players.playout import playout
from crisis_game.players.policy import Policy
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.balance import (
    Outcome,
    changed_endings,
    clause_shares,
    decision_weights,
    outcome,
    total_variation,
    worlds_won,
)
from crisis_game.workshop.perturbed_policies import Contrary, Forced

GAME = Outcome(("state", "insecure"), "held", 10, 20, 50, 60, 0, (), 0, 5, 100)


def with_endings(*endings: str) -> list[Outcome]:
    return [replace(GAME, ending=ending) for ending in endings]


def test_total_variation_is_none_for_the_same_and_one_for_nothing_in_common() -> None:
    held, war = with_endings("held", "held"), with_endings("war", "war")
    assert total_variation(held, held) == 0
    assert total_variation(held, war) == 1
    assert total_variation(held, with_endings("held", "war")) == pytest.approx(0.5)


def test_endings_are_compared_seed_by_seed() -> None:
    assert changed_endings(with_endings("a", "b", "c"), with_endings("a", "c", "b")) == pytest.approx(2 / 3)


def test_a_world_is_won_only_by_one_that_is_alone_best() -> None:
    good, bad = replace(GAME, grip=5, harm=20), replace(GAME, grip=30, harm=20)
    won = worlds_won({"one": [good], "other": [bad]})
    assert won["grip"] == {"one": 1, "other": 0}
    assert won["harm"] == {"one": 0, "other": 0}


def test_clauses_are_counted_by_text() -> None:
    texts = (frozenset({"limits"}), frozenset({"limits", "review"}))
    assert clause_shares([replace(GAME, clauses=texts)]) == {"limits": 1.0, "review": 0.5}


def test_nobody_acts_in_an_absent_seat(hesk: Scenario) -> None:
    game = playout(hesk, 1, dict.fromkeys(hesk.members, "statesman"))
    game.seats = {seat: Absent() if seat == "BEL" else player for seat, player in game.seats.items()}
    done = [submission.command for submission, _ in game.moves() if submission.seat == "BEL"]
    assert done
    assert all(isinstance(command, SetReady) for command in done)


def test_a_contrary_round_has_only_noes(hesk: Scenario) -> None:
    game = playout(hesk, 1, dict.fromkeys(hesk.members, "statesman"))
    game.seats = {seat: Contrary(player, 1) for seat, player in game.seats.items()}
    votes: dict[bool, list[str]] = {True: [], False: []}
    for submission, _ in game.moves():
        if isinstance(submission.command, CastVote):
            votes[game.state.table.round == 1].append(submission.command.vote)
    assert set(votes[True]) == {"no"}
    assert "yes" in votes[False]


@pytest.mark.parametrize(("per_cent", "levels"), [(0, {"none"}), (100, {"full"})])
def test_forced_deliveries_are_all_or_nothing(hesk: Scenario, per_cent: int, levels: set[str]) -> None:
    game = playout(hesk, 1, dict.fromkeys(hesk.members, "statesman"))
    game.seats = {seat: Forced(player, per_cent) for seat, player in game.seats.items()}
    orders = [submission.command for submission, _ in game.moves() if isinstance(submission.command, Deliver)]
    assert {order.level for order in orders if isinstance(order, Deliver)} == levels


def test_an_outcome_reads_the_end_of_a_game(hesk: Scenario) -> None:
    game_outcome = outcome(hesk, 1, "dove")
    assert game_outcome.ending in {ending.id for ending in hesk.endings}
    assert game_outcome.world[0] in hesk.truths
    assert outcome(hesk, 1, "dove", _same) == game_outcome


def _same(_: str, player: Policy) -> Policy:
    return player


def test_only_games_that_came_to_a_round_count_for_its_weight() -> None:
    whole = [replace(GAME, rounds=1), replace(GAME, rounds=2)]
    other = [replace(GAME, rounds=1), replace(GAME, rounds=2, ending="war")]
    weights = decision_weights(lambda _, perturb: other if perturb else whole, 2)
    assert weights == {1: 0.5, 2: 1.0}
