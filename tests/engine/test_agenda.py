"""Which texts are put to the vote: those with most support told, then those tabled first, whoever tabled them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from crisis_game.engine import agenda, table
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.state import Position
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.scenario.ids import Stance
from crisis_game.texts import Text, Wording
from tests.engine import builders
from tests.engine.play import do, told


def desk_of(*texts: tuple[str, tuple[str, ...]], places: int = 2) -> Working:
    """A table with these texts and their sponsors, in order of tabling, of which so many go to the vote."""
    numbers = replace(builders.tiny().numbers, texts_at_once=places)
    desk = builders.desk(builders.tiny(numbers=numbers))
    desk.state.council.texts.clear()
    for id_, sponsors in texts:
        builders.put_on_table(desk.state, id_).sponsors = list(sponsors)
    return desk


def put(desk: Working) -> tuple[str, ...]:
    """What is put to the vote, as foretold at the table to every seat and as it then comes."""
    foretold = {agenda.put_as_it_stands(desk.seen(seat)) for seat in builders.SEATS}
    left = {agenda.not_put_as_it_stands(desk.seen(seat)) for seat in builders.SEATS}
    table.put_to_vote(desk)
    lapsed = {tuple(text.id for text in desk.state.council.texts.values() if text.status == "lapsed")}
    assert (foretold, left) == ({desk.state.council.sheet}, lapsed)
    return desk.state.council.sheet


def test_sponsors_count_and_what_is_put_goes_in_order_of_tabling_the_chairs_last() -> None:
    desk = desk_of(("chair-1", ()), ("aaa-1", ("AAA",)), ("bbb-1", ("BBB",)), ("ccc-1", ("CCC", "AAA")))
    assert put(desk) == ("aaa-1", "ccc-1", "chair-1")
    assert any("bbb-1 lapses" in line for line in told(desk.events))


@pytest.mark.parametrize("order", list(permutations(("AAA", "BBB", "CCC"))))
def test_of_equal_texts_those_tabled_first_are_put_whoever_tabled_them(order: tuple[str, ...]) -> None:
    desk = desk_of(*((f"{seat.lower()}-1", (seat,)) for seat in order))
    assert put(desk) == tuple(f"{seat.lower()}-1" for seat in order[:2])


@pytest.mark.parametrize(
    ("stance", "to", "first"),
    [
        ("support", (), "bbb-1"),
        ("could-live-with", (), "aaa-1"),
        ("oppose", (), "aaa-1"),
        ("support", ("BBB",), "aaa-1"),
    ],
    ids=["support", "could-live-with", "oppose", "in-confidence"],
)
def test_support_told_to_all_counts_like_a_sponsors_name(stance: Stance, to: tuple[str, ...], first: str) -> None:
    desk = desk_of(("aaa-1", ("AAA",)), ("bbb-1", ("BBB",)), places=1)
    do(desk, "CCC", TakePosition("bbb-1", stance, (), 0, to))
    assert put(desk) == (first,)


def test_a_sponsor_that_also_says_so_counts_once() -> None:
    desk = desk_of(("aaa-1", ("AAA",)), ("bbb-1", ("BBB",)), places=1)
    desk.state.council.texts["bbb-1"].positions["BBB"] = Position("support")
    assert put(desk) == ("aaa-1",)


def test_a_suspended_member_brings_nothing_to_the_vote() -> None:
    desk = desk_of(("aaa-1", ("AAA",)), ("bbb-1", ("BBB", "CCC")), places=1)
    desk.emit(StandingChanged("CCC", suspended=True))
    assert put(desk) == ("aaa-1",)


def test_a_text_that_will_not_be_put_says_so_while_that_can_be_changed() -> None:
    desk = desk_of(("chair-1", ()), ("aaa-1", ("AAA",)), ("bbb-1", ("BBB",)), places=1)
    view = View(desk.seen("CCC"))
    assert [text.id for text in view.texts if text.left_out] == ["bbb-1"]
    words = Wording().say(view.text("bbb-1").left_out or Text(""))
    assert words.endswith("that is one text, the one with most support; behind this stand 1 of 3.")
    do(desk, "CCC", TakePosition("bbb-1", "support"))
    assert [text.id for text in View(desk.seen("CCC")).texts if text.left_out] == ["aaa-1"]
