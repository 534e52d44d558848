"""Talk: who hears what, how questions are answered, what may be said how often."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.declarations import DeclareRedLine, Demand, Notify
from crisis_game.engine.acts.talk import (
    AskPosition,
    AskWhy,
    GiveReason,
    MakeOffer,
    MakePromise,
    Say,
    TakePosition,
    Warn,
)
from crisis_game.engine.shared_values import Change, Gift
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.numbers import Numbers
from tests.engine import builders, parts
from tests.engine.play import do, kinds, refused, told


@pytest.fixture
def desk() -> Working:
    return builders.desk()


def test_private_words_reach_their_readers_alone(desk: Working) -> None:
    events = do(desk, "AAA", Say(("BBB", "NNN"), "  Between us.  "))
    assert [letter.words for letter in desk.seen("BBB").letters] == ["Between us."]
    assert [letter.words for letter in desk.seen("NNN").letters] == ["Between us."]
    assert [letter.words for letter in desk.seen("AAA").letters] == ["Between us."]
    assert [letter.words for letter in desk.seen("facilitator").letters] == ["Between us."]
    assert not list(desk.seen("CCC").letters)
    assert not told(events, "CCC")
    assert told(events, "BBB") == ["AAA to BBB and NNN: Between us."]


def test_words_to_nobody_are_public(desk: Working) -> None:
    events = do(desk, "XXX", Say((), "We inspect."))
    assert all(list(desk.seen(seat).letters) for seat in builders.SEATS)
    assert told(events, "AAA") == ["XXX: We inspect."]


def test_words_to_the_facilitator_stay_there(desk: Working) -> None:
    do(desk, "AAA", Say(("facilitator",), "We are lost."))
    assert list(desk.seen("facilitator").letters)
    assert not list(desk.seen("BBB").letters)


def test_the_number_of_a_letter_tells_nothing_of_letters_one_may_not_see(desk: Working) -> None:
    other = builders.desk()
    do(desk, "AAA", Say(("BBB",), "Secret."))
    for working in (desk, other):
        do(working, "AAA", Say((), "Public."))
    assert list(desk.seen("CCC").letters) == list(other.seen("CCC").letters)


@pytest.mark.parametrize(
    ("to", "words", "code"),
    [
        (("AAA",), "To myself.", "no-such-seat"),
        (("CCC", "BBB"), "Out of order.", "no-such-seat"),
        (("BBB", "BBB"), "Twice.", "no-such-seat"),
        (("ZZZ",), "To nobody.", "no-such-seat"),
        (("BBB",), "   ", "too-long"),
        (("BBB",), "x" * 601, "too-long"),
        (("BBB",), "a\x1b[31m", "too-long"),
    ],
)
def test_words_that_cannot_be_sent(desk: Working, to: tuple[str, ...], words: str, code: str) -> None:
    assert refused(desk, "AAA", Say(to, words)) == code


def test_a_seat_can_only_say_so_much_in_a_beat() -> None:
    desk = builders.desk(builders.tiny(numbers=replace(Numbers(), talk=3)))
    do(desk, "AAA", Say((), "One."))
    do(desk, "AAA", AskPosition("BBB", "aaa-1"))
    do(desk, "AAA", MakePromise("BBB", Gift("pay", amount=1)))
    assert refused(desk, "AAA", Say((), "Four.")) == "enough-said"
    assert refused(desk, "AAA", Warn("XXX", "protest")) == "enough-said"
    do(desk, "AAA", TakePosition("aaa-1", "support"))
    do(desk, "BBB", Say((), "We have not spoken yet."))


def test_a_question_waits_until_its_asker_has_the_answer(desk: Working) -> None:
    do(desk, "AAA", AskPosition("BBB", "aaa-1"))
    do(desk, "CCC", AskPosition("BBB", "aaa-1"))
    do(desk, "AAA", AskPosition("BBB", "aaa-1"))
    assert desk.seen("BBB").asked == (("AAA", "aaa-1", "position"), ("CCC", "aaa-1", "position"))
    do(desk, "BBB", TakePosition("aaa-1", "oppose", to=("AAA",)))
    assert desk.seen("BBB").asked == (("CCC", "aaa-1", "position"),)
    do(desk, "BBB", TakePosition("aaa-1", "oppose"))
    assert desk.seen("BBB").asked == ()


def test_a_position_told_to_some_is_not_known_to_others(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "support"))
    wants = (Change("clause", "limits", False),)
    events = do(desk, "BBB", TakePosition("aaa-1", "oppose", wants, 2, ("AAA",)))
    stances = {seat: desk.seen(seat).position("aaa-1", "BBB").stance for seat in ("AAA", "CCC")}
    assert stances == {"AAA": "oppose", "CCC": "support"}
    assert not told(events, "CCC")
    assert told(events, "AAA") == [
        "BBB opposes aaa-1. It asks for a text without the clause limits, and 2 from others."
    ]


def test_a_public_position_stands_in_place_of_what_was_told_before(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "oppose", to=("AAA",)))
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with"))
    assert desk.seen("AAA").position("aaa-1", "BBB").stance == "could-live-with"


@pytest.mark.parametrize(
    "wants",
    [
        (Change("clause", "nothing", True),),
        (Change("clause", "limits", True),),
        (Change("clause", "off-ramp", True, 40),),
        (Change("clause", "end-date", False),),
        (Change("measure", "escort", True),),
        (Change("measure", "war", True),),
        (Change("measure", "protest", True, 3),),
        (Change("claim", "old-field", True),),
        (Change("aim", "passage", True),),
        (Change("aim", "glory", True),),
        (Change("basis", "charter", False),),
        (Change("measure", "protest", True),) * 2,
        (
            Change("measure", "protest", True),
            Change("measure", "mediation", True),
            Change("measure", "limited-force", True),
            Change("clause", "limits", False),
        ),
        ("limits",),
    ],
)
def test_changes_that_no_position_can_ask_for(desk: Working, wants: tuple[Change, ...]) -> None:
    assert refused(desk, "BBB", TakePosition("aaa-1", "oppose", wants)) == "no-such-change"


def test_positions_belong_to_the_table() -> None:
    assert refused(builders.desk(phase="briefing"), "AAA", TakePosition("aaa-1", "support")) == "wrong-beat"


def test_reasons_go_to_the_one_who_asked(desk: Working) -> None:
    assert refused(desk, "BBB", GiveReason("AAA", "aaa-1", "Because.")) == "nobody-asked"
    do(desk, "AAA", AskWhy("BBB", "aaa-1"))
    assert refused(desk, "BBB", GiveReason("CCC", "aaa-1", "Because.")) == "nobody-asked"
    assert refused(desk, "BBB", GiveReason("AAA", "chair-1", "Because.")) == "not-asked"
    events = do(desk, "BBB", GiveReason("AAA", "aaa-1", "Our dead."))
    assert told(events, "AAA") == ["BBB to AAA on aaa-1: Our dead."]
    assert not told(events, "CCC")
    assert desk.seen("BBB").asked == ()


def test_questions_about_texts_that_have_left_the_table_are_gone(desk: Working) -> None:
    do(desk, "AAA", AskWhy("BBB", "aaa-1"))
    desk.state.council.texts["aaa-1"].status = "withdrawn"
    assert desk.seen("BBB").asked == ()
    assert refused(desk, "BBB", GiveReason("AAA", "aaa-1", "Because.")) == "nobody-asked"


def test_a_red_line_is_drawn_once_and_read_by_all_from_then_on(desk: Working) -> None:
    assert desk.seen("BBB").red_line("AAA") is None
    do(desk, "AAA", DeclareRedLine())
    assert desk.seen("BBB").red_line("AAA") is not None
    assert refused(desk, "AAA", DeclareRedLine()) == "red-line-known"


def test_who_has_no_red_line_declares_none() -> None:
    states = {**builders.tiny().states, "AAA": parts.state("AAA", red_line=None)}
    assert refused(builders.desk(builders.tiny(states=states)), "AAA", DeclareRedLine()) == "no-red-line"


def test_a_demand_has_a_date_that_can_be_met(desk: Working) -> None:
    assert refused(desk, "AAA", Demand("XXX", "passage", 4)) == "no-such-round"
    assert refused(desk, "AAA", Demand("XXX", "passage", 0)) == "no-such-round"
    assert refused(desk, "AAA", Demand("BBB", "passage", 2)) == "no-such-state"
    events = do(desk, "AAA", Demand("XXX", "passage", 2))
    assert told(events, "XXX") == ["AAA demands of XXX by the end of round 2: passage."]
    assert refused(desk, "AAA", Demand("XXX", "passage", 3)) == "all-demanded"
    desk.state.table.round = 3
    do(desk, "AAA", Demand("XXX", "passage", 3))


def test_notices_and_warnings_are_kept_for_the_record(desk: Working) -> None:
    do(desk, "AAA", Notify("escort"))
    assert refused(desk, "AAA", Notify("escort")) == "no-such-measure"
    do(desk, "AAA", Warn("XXX", "limited-force"))
    assert desk.state.commitments.notices == {("AAA", "escort")}
    assert desk.seen("XXX").commitments.warnings == [(1, "AAA", "XXX", "limited-force")]


def test_offers_and_promises_are_between_two(desk: Working) -> None:
    events = do(desk, "AAA", MakeOffer("BBB", Gift("pay", amount=2), "aaa-1"))
    do(desk, "AAA", MakePromise("BBB", Gift("base", "harbour")))
    assert list(desk.seen("BBB").commitments.promises) == ["p:AAA>BBB:1", "p:AAA>BBB:2"]
    assert not desk.seen("CCC").commitments.promises
    assert kinds(events) == ["gift-promised"]
    assert told(events, "BBB") == ["AAA offers BBB for its yes on aaa-1: 2 of its treasury."]
    assert not told(events, "CCC")


@pytest.mark.parametrize(
    ("seat", "gift", "text", "code"),
    [
        ("AAA", Gift("pay", amount=9), "aaa-1", "no-such-gift"),
        ("AAA", Gift("pay"), "aaa-1", "no-such-gift"),
        ("AAA", Gift("base", "tracks"), "aaa-1", "no-such-gift"),
        ("AAA", Gift("deliver", "protest"), "aaa-1", "no-such-gift"),
        ("AAA", Gift("deliver", "escort"), "chair-1", "no-such-text"),
        ("AAA", Gift("vote", "aaa-1"), "aaa-1", "no-such-text"),
        ("AAA", Gift("clause", "limits"), "aaa-1", "no-such-gift"),
        ("AAA", Gift("clause", "review"), "chair-1", "no-such-text"),
        ("CCC", Gift("clause", "review"), "aaa-1", "no-such-gift"),
    ],
)
def test_what_cannot_be_offered(desk: Working, seat: str, gift: Gift, text: str, code: str) -> None:
    assert refused(desk, seat, MakeOffer("BBB", gift, text)) == code


def test_a_clause_can_be_offered_for_ones_own_text(desk: Working) -> None:
    do(desk, "AAA", MakeOffer("BBB", Gift("clause", "review"), "aaa-1"))


def test_who_has_nothing_cannot_give(desk: Working) -> None:
    desk.state.council.texts.clear()
    desk.state.accounts["BBB"].treasury = 0
    assert refused(desk, "BBB", MakePromise("AAA", Gift("pay", amount=1))) == "nothing-to-give"
    assert refused(desk, "BBB", MakeOffer("AAA", Gift("pay", amount=1), "aaa-1")) == "no-text"
