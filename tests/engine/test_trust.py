"""Trust: which deeds move it, how it fades, and that nobody knows another's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.charter.rules import Leaf, Whole
from crisis_game.charter.tally import tally
from crisis_game.engine import trust
from crisis_game.engine.acts.talk import MakePromise, TakePosition
from crisis_game.engine.acts.texts import ReviseText
from crisis_game.engine.events.accounts import Deed
from crisis_game.engine.promises import settle_promises
from crisis_game.engine.shared_values import Change, Gift
from crisis_game.engine.state import ActiveMeasure
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Delivery, Vote
from tests.engine import builders
from tests.engine.play import do

INQUIRY = Change("clause", "inquiry", True)


@pytest.fixture
def desk() -> Working:
    return builders.desk()


def count(working: Working, **votes: Vote) -> None:
    text = working.state.council.texts["aaa-1"]
    text.votes.update(votes)
    text.result = tally(Leaf("count", Whole(2)), {seat: votes.get(seat, "abstain") for seat in builders.MEMBERS})


def moved(working: Working) -> dict[tuple[str, str], int]:
    """All trust that is not 0."""
    return {
        (seat, other): value
        for seat, account in working.state.accounts.items()
        for other, value in account.trust.items()
        if value
    }


@pytest.mark.parametrize(("given_level", "worth"), [("full", 1), ("half", -1), ("none", -1)])
def test_those_who_voted_for_a_text_remember_who_kept_its_pledge(
    desk: Working, given_level: Delivery, worth: int
) -> None:
    count(desk, AAA="yes", BBB="yes", CCC="no")
    desk.state.orders.settled["AAA", "aaa-1", "escort"] = ("full", given_level)
    trust.orders_done(desk)
    assert moved(desk) == {("BBB", "AAA"): worth}


def test_a_promise_broken_is_remembered_by_whom_it_was_made_to(desk: Working) -> None:
    do(desk, "AAA", MakePromise("BBB", Gift("pay", amount=3)))
    desk.state.accounts["AAA"].treasury = 0
    settle_promises(desk)
    assert moved(desk) == {("BBB", "AAA"): -2}


def test_a_clause_taken_in_is_remembered_by_who_asked_for_it(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "oppose", (INQUIRY,), 0))
    do(desk, "CCC", TakePosition("aaa-1", "oppose", (), 0))
    do(desk, "AAA", ReviseText("aaa-1", INQUIRY))
    assert moved(desk) == {("BBB", "AAA"): 1}


def test_a_yes_that_was_told_and_not_given_is_remembered_by_the_sponsor(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "support"))
    do(desk, "CCC", TakePosition("aaa-1", "support"))
    count(desk, AAA="yes", BBB="no", CCC="yes")
    trust.orders_done(desk)
    assert moved(desk) == {("AAA", "BBB"): -1}


def alone(working: Working, *, notified: bool) -> ActiveMeasure:
    now = working.state.table.round
    active = ActiveMeasure("a", "limited-force", "XXX", None, "AAA", "none-claimed", "", now, notified=notified)
    working.state.measures["a"] = active
    return active


def test_who_acts_alone_without_notice_is_trusted_less_by_all(desk: Working) -> None:
    alone(desk, notified=False)
    trust.orders_done(desk)
    assert moved(desk) == {("BBB", "AAA"): -2, ("CCC", "AAA"): -2}
    desk.state.accounts["BBB"].trust.clear()
    alone(desk, notified=True)
    trust.orders_done(desk)
    assert ("BBB", "AAA") not in moved(desk)


def test_while_it_uses_force_that_nothing_covers_nobody_trusts_it(desk: Working) -> None:
    desk.state.accounts["BBB"].trust["AAA"] = 3
    active = alone(desk, notified=True)
    assert desk.seen("BBB").trust("AAA") == 0
    assert desk.seen("CCC").trust("AAA") == -3
    assert desk.seen("AAA").trust("AAA") == 0
    active.status = "dormant"
    assert desk.seen("BBB").trust("AAA") == 3


def test_it_fades_by_one_every_second_round(desk: Working) -> None:
    desk.state.accounts["AAA"].trust.update({"BBB": 3, "CCC": -2})
    for round_, left in ((1, (3, -2)), (2, (3, -2)), (3, (2, -1)), (4, (2, -1)), (5, (1, 0)), (7, (0, 0))):
        desk.state.table.round = round_
        trust.open_round(desk)
        assert tuple(desk.state.accounts["AAA"].trust.values()) == left


@given(deeds=st.lists(st.sampled_from(sorted(trust.WORTH)), max_size=12))
def test_it_never_leaves_its_bounds(deeds: list[Deed]) -> None:
    working = builders.desk()
    for deed in deeds:
        trust.note(working, "AAA", "BBB", deed)
        assert -3 <= working.seen("AAA").trust("BBB") <= 3
    assert not working.state.accounts["BBB"].trust


def test_only_who_trusts_learns_of_it(desk: Working) -> None:
    trust.note(desk, "AAA", "BBB", "alone")
    event = desk.events[-1]
    assert event.to == ("AAA",)
    assert event.tell() is None
    assert desk.seen("BBB").trust("AAA") == 0
