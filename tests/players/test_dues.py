"""A policy pays what it owes, but for a member that presses the others by its dues, until it has stepped back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.membership import PayDues
from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.players import membership_moves
from crisis_game.players.character import CHARACTERS
from crisis_game.players.mind import Mind
from crisis_game.players.playout import Playout, playout
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario


@pytest.fixture(scope="module")
def quarrel() -> Playout:
    """`the-quarrel` as it opens: TAR stands on the first step of its ladder and owes its dues."""
    return playout(load_scenario(find("the-quarrel")), 1)


def paid(played: Playout, seat: str, level: int, character: str = "statesman") -> list[int]:
    """What a seat would pay now, if TAR stood at that place of its ladder."""
    state = played.state.fork()
    state.world.actors["TAR"] = replace(state.world.actors["TAR"], level=level)
    seen = Seen(played.scenario, state, seat)
    mind = Mind(seen, CHARACTERS[character], Weighing(seen, CHARACTERS[character]), Stream(1, "policy"))
    return [move.amount for move, _ in membership_moves.moves(mind) if isinstance(move, PayDues)]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_who_withholds_does_not_pay_while_it_stands_on_its_ladder(quarrel: Playout, level: int) -> None:
    assert quarrel.state.world.actors["TAR"].level == 1
    assert paid(quarrel, "TAR", level) == []


def test_who_has_stepped_back_pays(quarrel: Playout) -> None:
    assert paid(quarrel, "TAR", 0) == [5]


def test_the_others_pay_whatever_it_does(quarrel: Playout) -> None:
    assert [paid(quarrel, seat, 2) for seat in ("MUR", "BEX")] == [[2], [1]]


def test_who_presses_by_something_else_pays() -> None:
    scenario = load_scenario(find("the-quarrel"))
    unpaid = replace(scenario.incidents["unpaid"], kind=("dispute",))
    other = replace(scenario, incidents={**scenario.incidents, "unpaid": unpaid})
    assert paid(playout(other, 1), "TAR", 2) == [5]
