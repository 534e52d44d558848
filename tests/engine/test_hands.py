"""Votes by raised hands: recorded by the facilitator for people's seats, counted as if each had voted."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from crisis_game.engine import vote_counting
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.hands import RecordVote
from crisis_game.engine.events.ballots import VoteCast
from crisis_game.engine.events.hands import HandsRecorded
from crisis_game.engine.machine import legal
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.pages.hands import hand_sheets
from crisis_game.pages.parts import sentences
from crisis_game.scenario.ids import Vote
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from tests.engine.play import check_events, check_offers, do, refused, told
from tests.engine.test_ballots import VOTES, voting

FACILITATOR = "facilitator"


def council(*people: str) -> Working:
    """A vote on a text, with people in these seats and policies in the others."""
    working = voting()
    for seat in ("AAA", "BBB", "CCC"):
        working.state.table.holders[seat] = "person" if seat in people else "dove"
    return working


ALL = ("AAA", "BBB", "CCC")


@pytest.mark.parametrize("votes", list(product(VOTES, repeat=3)))
def test_hands_count_as_if_each_had_voted(votes: tuple[Vote, Vote, Vote]) -> None:
    each, by_hand = council(*ALL), council(*ALL)
    for seat, vote in zip(ALL, votes, strict=True):
        do(each, seat, CastVote("aaa-1", vote))
    raised = {vote: tuple(seat for seat, own in zip(ALL, votes, strict=True) if own == vote) for vote in VOTES}
    do(by_hand, FACILITATOR, RecordVote("aaa-1", raised["yes"], raised["no"], raised["abstain"]))
    assert by_hand.state == each.state
    for working in (each, by_hand):
        vote_counting.count(working)
    assert by_hand.state == each.state


def test_the_log_says_that_they_were_recorded_and_tells_nobody_how_others_voted() -> None:
    working = council(*ALL)
    events = do(working, FACILITATOR, RecordVote("aaa-1", ("AAA", "CCC"), ("BBB",)))
    assert [(event.kind, event.to) for event in events] == [
        ("vote-cast", ("AAA",)),
        ("vote-cast", ("CCC",)),
        ("vote-cast", ("BBB",)),
        ("hands-recorded", None),
    ]
    assert told(events, "CCC") == [
        "CCC yes on aaa-1.",
        "The facilitator records the votes of AAA, BBB and CCC on aaa-1, by raised hands.",
    ]
    check_events(council(*ALL).state, events)


def test_who_raised_no_hand_is_left_as_it_was_and_a_new_hand_replaces_a_vote() -> None:
    working = council(*ALL)
    do(working, "AAA", CastVote("aaa-1", "yes"))
    do(working, "BBB", CastVote("aaa-1", "yes"))
    events = do(working, FACILITATOR, RecordVote("aaa-1", no=("AAA",)))
    assert [type(event) for event in events] == [VoteCast, HandsRecorded]
    assert working.state.council.texts["aaa-1"].votes == {"AAA": "no", "BBB": "yes"}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (RecordVote("aaa-1", ("CCC",)), "no-such-hand"),
        (RecordVote("aaa-1", ("AAA",), ("AAA",)), "no-such-hand"),
        (RecordVote("aaa-1", ("BBB", "AAA")), "no-such-hand"),
        (RecordVote("aaa-1", ("XXX",)), "no-such-hand"),
        (RecordVote("aaa-1"), "no-hands"),
        (RecordVote("aaa-9", ("AAA",)), "no-such-text"),
    ],
)
def test_what_are_no_hands_is_refused(command: Any, code: str) -> None:
    assert refused(council("AAA", "BBB"), FACILITATOR, command) == code


def test_only_the_facilitator_records_and_only_where_people_vote() -> None:
    assert refused(council(*ALL), "AAA", RecordVote("aaa-1", ("AAA",))) == "not-your-seat"
    assert "record-vote" not in {offer.kind for offer in legal(council().seen(FACILITATOR))}
    for _ in range(5):
        check_offers(council("AAA", "CCC"), (FACILITATOR,), ("facilitator",), 3)


def test_the_sheet_has_a_row_for_each_hand_and_makes_the_command() -> None:
    working = council("AAA", "CCC")
    wording = Wording("en", names(working.scenario))
    do(working, "CCC", CastVote("aaa-1", "no"))
    sheets = hand_sheets(View(working.seen(FACILITATOR)))
    sheet = next(sheet for sheet in sheets.sheets if sheet.text == "aaa-1")
    assert [(row.seat, row.vote) for row in sheet.rows] == [("AAA", None), ("CCC", "no")]
    words = " | ".join(sentences(sheets.page.parts, wording))
    assert "no hand yet" in words
    assert "needed:" in words
    votes: dict[str, Vote] = {"AAA": "abstain", "BBB": "yes", "CCC": "yes"}
    command = sheet.recorded(votes)
    assert command == RecordVote("aaa-1", ("CCC",), (), ("AAA",))
    do(working, FACILITATOR, command)
    assert working.state.council.texts["aaa-1"].votes == {"AAA": "abstain", "CCC": "yes"}


def test_there_is_no_sheet_where_nothing_is_put_to_the_vote() -> None:
    working = council(*ALL)
    working.state.table.phase = "drafting"
    assert hand_sheets(View(working.seen(FACILITATOR))).sheets == ()
    assert hand_sheets(View(council().seen(FACILITATOR))).sheets == ()
