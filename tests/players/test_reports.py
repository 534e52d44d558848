"""Policies report to the Security Council what they do themselves or voted for, never another's act as their own."""

from __future__ import annotations

import pytest

from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.chance import Stream
from crisis_game.engine.unit_of_work import Working
from crisis_game.players import orders_moves
from crisis_game.players.character import CHARACTERS
from crisis_game.players.mind import Mind
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.ids import Delivery, SeatId, Vote
from tests.engine import builders
from tests.engine.worlds import adopt, at_answer, put_in_force


def reports(working: Working, seat: SeatId) -> list[ReportToCouncil]:
    """What a statesman in this seat would report."""
    seen, character = working.seen(seat), CHARACTERS["statesman"]
    mind = Mind(seen, character, Weighing(seen, character), Stream(1, "policy"))
    return [command for command, _ in orders_moves.moves(mind) if isinstance(command, ReportToCouncil)]


@pytest.mark.parametrize("seat", ["BBB", "CCC"])
def test_anothers_force_is_not_reported_as_ones_own(seat: SeatId) -> None:
    working = at_answer(phase="voting")
    put_in_force(working, "limited-force", {"AAA": "full"}, author="AAA")
    assert [len(reports(working, reporter)) for reporter in ("AAA", seat)] == [1, 0]


@pytest.mark.parametrize(("vote", "delivery", "count"), [("yes", "none", 1), ("no", "none", 0), ("no", "half", 1)])
def test_force_under_a_text_is_reported_by_who_voted_for_it_or_gives_to_it(
    vote: Vote, delivery: Delivery, count: int
) -> None:
    working = at_answer(round_=2, phase="voting")
    adopt(working, builders.ESCORT_TEXT, "aaa-1", 1).votes["BBB"] = vote
    put_in_force(working, "limited-force", {"AAA": "full", "BBB": delivery}, "aaa-1")
    assert len(reports(working, "BBB")) == count
