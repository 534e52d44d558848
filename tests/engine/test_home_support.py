"""Home politics, income, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from crisis_game.conditions.condition import always, condition
from crisis_game.engine import answer, home_support, injects
from crisis_game.engine.events.world import EndingReached, MinisterFell
from crisis_game.engine.state import Account
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.scenario import model
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.builders import pressing
from tests.engine.play import check_events, kinds, told
from tests.engine.worlds import adopt, at_answer


def answered(working: Working) -> Working:
    """The same desk, after ANSWER."""
    before = working.state.fork()
    answer.answer(working)
    check_events(before, tuple(working.events))
    return working


# Home ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("support", "moved"), [(50, 50), (59, 59), (60, 59), (41, 41), (40, 41), (20, 23), (90, 86)])
def test_home_drifts_by_a_tenth_of_its_distance_toward_zero(support: int, moved: int) -> None:
    working = at_answer()
    working.state.accounts["AAA"].home = support
    home_support.drift(working)
    assert working.state.accounts["AAA"].home == moved


def test_a_minister_falls_below_fifteen_and_another_brings_a_new_brief_for_that_seat_alone() -> None:
    working = at_answer(phase="consultation")
    text = builders.put_on_table(working.state, "aaa-1")
    due = adopt(working, builders.ESCORT_TEXT, "bbb-1")
    text.pledges.update({("BBB", "escort"): "full", ("CCC", "escort"): "full"})
    due.pledges["BBB", "escort"] = "full"
    working.state.accounts["BBB"].home = 14
    working.state.accounts["CCC"].home = 15
    home_support.change_ministers(working)
    assert kinds(working.events) == ["minister-fell", "letter-came"]
    assert working.state.accounts["BBB"].home == 40
    assert text.pledges == {("CCC", "escort"): "full"}
    assert due.pledges == {("BBB", "escort"): "full"}
    assert working.seen("BBB").own.brief == prose("New brief of BBB.")
    assert working.seen("CCC").own.brief == prose("Brief of CCC.")
    assert View(working.seen("BBB")).brief == prose("New brief of BBB.")
    letters = {seat: View(working.seen(seat)).mail for seat in ("BBB", "CCC")}
    assert [line.words for line in letters["BBB"]] == [prose("New brief of BBB.")]
    assert [line.sender for line in letters["BBB"]] == ["capital"]
    assert letters["CCC"] == ()
    assert told([event for event in working.events if isinstance(event, MinisterFell)]) == [
        "The government of BBB has changed its minister."
    ]


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
