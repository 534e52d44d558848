"""Home politics, income, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from crisis_game.conditions.condition import Formula, always, condition
from crisis_game.conditions.parser import parse
from crisis_game.engine import answer, home_support, injects, vote_counting
from crisis_game.engine.events.accounts import HomeMoved
from crisis_game.engine.events.world import EndingReached, MinisterFell
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.shared_values import Gift
from crisis_game.engine.state import Account, Commitment
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.builders import pressing
from tests.engine.play import check_events, kinds, told
from tests.engine.worlds import adopt, at_answer, put_in_force


def answered(working: Working) -> Working:
    """The same desk, after ANSWER."""
    before = working.state.fork()
    answer.answer(working)
    check_events(before, tuple(working.events))
    return working


# Home ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("support", "back"), [(60, 0), (69, 0), (70, -1), (51, 0), (50, 1), (20, 4), (95, -3)])
def test_home_goes_a_tenth_of_the_way_back_to_its_start(support: int, back: int) -> None:
    working = at_answer()
    working.state.accounts["AAA"].home = support
    home_support.move(working)
    assert working.state.accounts["AAA"].home == support + back


def because(working: Working, seat: SeatId) -> dict[Code, int]:
    """What moved support at home of a seat, by the reason."""
    moves = (event for event in working.events if isinstance(event, HomeMoved) and event.seat == seat)
    return {move.why.code: move.amount for move in moves}


def test_where_an_author_wrote_no_rows_fear_costs_votes_and_ones_own_text_count() -> None:
    working = at_answer()
    text = adopt(working, builders.ESCORT_TEXT, "aaa-1")
    text.votes.update(AAA="yes", BBB="no", CCC="abstain")
    put_in_force(working, "limited-force", {"AAA": "full", "BBB": "half"}, "aaa-1")
    put_in_force(working, "escort", {"AAA": "full"}, "aaa-1")
    pressing(working.state).level = 2
    home_support.move(working)
    assert because(working, "AAA") == {Code.HOME_LEVEL: -3, Code.HOME_COST: -4, Code.HOME_OWN_TEXT: 3}
    assert because(working, "BBB") == {Code.HOME_LEVEL: -3, Code.HOME_COST: -2, Code.HOME_VOTED_DOWN: -2}
    assert because(working, "CCC") == {Code.HOME_LEVEL: -3}


def test_the_rows_of_a_state_stand_in_place_of_those() -> None:
    rows = (
        model.HomeRow(condition("round >= 2"), Formula("-2 * round", parse("-2 * round")), prose("It lasts.")),
        model.HomeRow(condition("round >= 9"), Formula("-9", parse("-9")), prose("It lasts too long.")),
    )
    states = {**builders.tiny().states}
    states["BBB"] = replace(states["BBB"], home_moves=rows, home=60)
    working = at_answer(builders.tiny(states=states), round_=2)
    working.state.accounts["BBB"].home = 60
    pressing(working.state).level = 2
    home_support.move(working)
    (move,) = (event for event in working.events if isinstance(event, HomeMoved) and event.seat == "BBB")
    assert (move.amount, move.why) == (-4, coded(Code.ROW, row="home:BBB:0"))
    assert [*working.seen("BBB").home_reasons] == ["home:BBB:0", "home:BBB:1"]
    assert working.seen("AAA").home_reasons == {}


def governed(home: int, *later: int) -> Working:
    """What becomes of the government of BBB with so much support at the end of rounds that follow each other."""
    working = at_answer(round_=1)
    for round_, support in enumerate((home, *later), 1):
        working.state.table.round = round_
        working.state.accounts["BBB"].home = support
        home_support.govern(working)
    return working


@pytest.mark.parametrize(
    ("support", "fallen"),
    [((29,), 0), ((29, 29), 1), ((30, 29), 0), ((29, 30), 0), ((29, 30, 29), 0), ((10, 5, 29), 1), ((9, 9, 9, 9), 2)],
)
def test_a_government_falls_below_thirty_a_round_after_it_was_warned(support: tuple[int, ...], fallen: int) -> None:
    assert governed(*support).state.accounts["BBB"].ministers == fallen


def test_the_next_government_has_a_brief_of_its_own_for_that_seat_alone_and_owes_nothing() -> None:
    working = at_answer(phase="consultation")
    text = builders.put_on_table(working.state, "aaa-1")
    due = adopt(working, builders.ESCORT_TEXT, "bbb-1")
    text.pledges.update({("BBB", "escort"): "full", ("CCC", "escort"): "full"})
    due.pledges["BBB", "escort"] = "full"
    promises = working.state.commitments.promises
    for seat in ("BBB", "CCC"):
        promises[seat] = Commitment(seat, seat, "AAA", Gift("pay", amount=1), None, 1)
    for round_ in (1, 2):
        working.state.table.round = round_
        working.state.accounts["BBB"].home = 29
        home_support.govern(working)
    assert kinds(working.events) == ["government-warned", "letter-came", "minister-fell", "letter-came"]
    assert working.state.accounts["BBB"].home == 45
    assert text.pledges == {("CCC", "escort"): "full"}
    assert due.pledges == {("BBB", "escort"): "full"}
    assert [promises[seat].status for seat in ("BBB", "CCC")] == ["void", "open"]
    assert working.seen("BBB").own.brief == prose("New brief of BBB.")
    assert working.seen("CCC").own.brief == prose("Brief of CCC.")
    letters = {seat: View(working.seen(seat)).mail for seat in ("BBB", "CCC")}
    assert [line.words for line in letters["BBB"]][1:] == [prose("New brief of BBB.")]
    assert [line.sender for line in letters["BBB"]] == ["capital", "capital"]
    assert letters["CCC"] == ()
    assert told([event for event in working.events if isinstance(event, MinisterFell)]) == [
        "The government of BBB has fallen, and another is in its place."
    ]


@pytest.mark.parametrize(
    ("vote", "declared", "lost"),
    [("yes", False, 10), ("abstain", False, 10), ("no", False, 10), ("no", True, 14), ("yes", True, 10)],
)
def test_a_red_line_that_is_crossed_costs_at_home_and_more_where_one_was_outvoted_on_it(
    vote: Vote, declared: bool, lost: int
) -> None:
    working = at_answer(phase="voting")
    force = Draft(lines=(MeasureLine("limited-force", "XXX"),), claims=("state-did-it",))
    text = builders.put_on_table(working.state, "aaa-1", force, "AAA")
    text.status = "put"
    text.votes.update(AAA="yes", BBB="yes", CCC=vote)
    working.state.council.sheet = ("aaa-1",)
    if declared:
        working.state.commitments.red_lines["CCC"] = 1
    before = working.state.accounts["CCC"].home
    vote_counting.count(working)
    assert working.state.accounts["CCC"].home == before - lost
    assert [working.seen("CCC").trust(seat) for seat in ("AAA", "BBB")] == ([0, 0] if vote == "yes" else [-2, -2])


@pytest.mark.parametrize(
    ("support", "attention", "saved", "expected"),
    [(60, 0, 0, 3), (60, 1, 1, 4), (60, 3, 1, 4), (29, 0, 0, 2), (29, 2, 1, 3), (30, 0, 0, 3)],
)
def test_a_round_brings_attention_money_and_less_to_the_weary(
    support: int, attention: int, saved: int, expected: int
) -> None:
    working = at_answer(round_=2, phase="briefing")
    working.state.accounts["AAA"] = Account(attention, 0, 5, support, 3)
    injects.open_round(working)
    account = working.state.accounts["AAA"]
    assert (account.attention, account.saved, account.treasury) == (expected, saved, 7)


def test_dead_of_ones_own_cost_five_at_home() -> None:
    working = at_answer()
    injects.happen(working, "boarding")
    assert working.state.accounts["CCC"].home == 60
    deadly = {"boarding": replace(working.scenario.incidents["boarding"], dead=2)}
    again = at_answer(replace(working.scenario, incidents=MappingProxyType(deadly)))
    injects.happen(again, "boarding")
    injects.happen(again, "boarding")
    assert again.state.accounts["CCC"].home == 55


# Endings ------------------------------------------------------------------------------------------------------------


def test_an_ending_that_ends_play_at_once_is_read_in_every_answer_the_others_only_after_the_last() -> None:
    working = answered(at_answer())
    assert working.state.table.ending is None
    answer.end(working)
    assert working.state.table.ending == "held"
    hot = at_answer()
    hot.state.world.gauges["escalation"] = 99
    pressing(hot.state).luck["hold"] = 99
    assert answered(hot).state.table.ending == "war"
    answer.end(hot)
    assert sum(isinstance(event, EndingReached) for event in hot.events) == 1


def test_the_lowest_rank_that_holds_is_reached_with_the_first_variant_that_holds() -> None:
    nothing = prose("")
    variants = tuple(model.Variant(condition(line), prose(line)) for line in ("grip > 90", "grip > 1", "true"))
    first = model.Ending("first", 1, condition("grip > 90"), nothing, nothing, ())
    third, second = (model.Ending(f"no-{n}", n, always(), nothing, nothing, variants) for n in (3, 2))
    working = at_answer(builders.tiny(endings=(third, second, first)))
    answer.end(working)
    reached = next(event for event in working.events if isinstance(event, EndingReached))
    assert (reached.ending, reached.variant) == ("no-2", 1)
