"""Promises and offers: when they fall due, and what keeps them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.charter.rules import Leaf, Whole
from crisis_game.charter.tally import tally
from crisis_game.engine.acts.talk import MakeOffer, MakePromise
from crisis_game.engine.promises import settle_promises
from crisis_game.engine.shared_values import Gift
from crisis_game.engine.state import ActiveMeasure, Consent
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Switch
from crisis_game.scenario.ids import Delivery, Vote
from tests.engine import builders
from tests.engine.play import do, told


@pytest.fixture
def desk() -> Working:
    return builders.desk()


def count(working: Working, text: str, **votes: Vote) -> None:
    """Count the votes on a text, as the ballot does."""
    tabled = working.state.council.texts[text]
    tabled.votes.update(votes)
    tabled.result = tally(Leaf("count", Whole(2)), {seat: votes.get(seat, "abstain") for seat in builders.MEMBERS})
    tabled.status = "adopted" if tabled.result.adopted else "failed"
    tabled.adopted_round = working.state.table.round if tabled.result.adopted else 0


def settled(working: Working) -> dict[str, str]:
    """Settle, and say what became of each."""
    settle_promises(working)
    return {id_: promise.status for id_, promise in working.state.commitments.promises.items()}


def deliver(working: Working, measure: str, level: Delivery, seat: str = "AAA") -> None:
    """Let a measure run under the text, with one delivery."""
    id_ = f"aaa-1/{measure}"
    working.state.measures[id_] = ActiveMeasure(
        id_, measure, "XXX", "aaa-1", "AAA", "charter", "passage", 1, deliveries={seat: level}
    )


def test_an_offer_is_due_when_its_text_is_adopted_with_that_yes(desk: Working) -> None:
    do(desk, "AAA", MakeOffer("BBB", Gift("pay", amount=3), "aaa-1"))
    do(desk, "AAA", MakeOffer("CCC", Gift("pay", amount=3), "aaa-1"))
    count(desk, "aaa-1", AAA="yes", BBB="yes", CCC="no")
    assert settled(desk) == {"p:AAA>BBB:1": "kept", "p:AAA>CCC:1": "void"}
    assert {seat: account.treasury for seat, account in desk.state.accounts.items()} == {"AAA": 5, "BBB": 11, "CCC": 6}


def test_an_offer_falls_away_with_its_text(desk: Working) -> None:
    do(desk, "AAA", MakeOffer("BBB", Gift("pay", amount=3), "aaa-1"))
    count(desk, "aaa-1", BBB="yes")
    assert settled(desk) == {"p:AAA>BBB:1": "void"}
    assert desk.state.accounts["AAA"].credit == 3


def test_an_offer_for_a_text_still_on_the_table_waits(desk: Working) -> None:
    do(desk, "AAA", MakeOffer("BBB", Gift("pay", amount=3), "aaa-1"))
    assert settled(desk) == {"p:AAA>BBB:1": "open"}


def test_who_cannot_pay_breaks_its_word_and_all_see_what_that_costs(desk: Working) -> None:
    do(desk, "AAA", MakePromise("BBB", Gift("pay", amount=8)))
    do(desk, "AAA", MakePromise("CCC", Gift("pay", amount=1)))
    assert settled(desk) == {"p:AAA>BBB:1": "kept", "p:AAA>CCC:1": "broken"}
    assert desk.state.accounts["AAA"].treasury == 0
    assert desk.state.accounts["AAA"].credit == 2
    assert told(desk.events, "BBB") == [
        "AAA keeps its word to BBB.",
        "Treasury +8: as AAA promised BBB.",
        "Credit of AAA -1: a promise to CCC was not kept.",
    ]


def test_what_is_settled_is_not_settled_again(desk: Working) -> None:
    do(desk, "AAA", MakePromise("BBB", Gift("pay", amount=1)))
    settle_promises(desk)
    settle_promises(desk)
    assert desk.state.accounts["BBB"].treasury == 9


@pytest.mark.parametrize(("level", "outcome"), [("full", "kept"), ("half", "broken"), ("none", "broken")])
def test_a_delivery_is_kept_in_full(desk: Working, level: Delivery, outcome: str) -> None:
    do(desk, "AAA", MakePromise("BBB", Gift("deliver", "escort")))
    deliver(desk, "escort", level)
    assert settled(desk) == {"p:AAA>BBB:1": outcome}


def test_a_delivery_falls_away_where_no_text_asks_for_it(desk: Working) -> None:
    do(desk, "AAA", MakePromise("BBB", Gift("deliver", "escort")))
    assert settled(desk) == {"p:AAA>BBB:1": "void"}


@pytest.mark.parametrize(("vote", "outcome"), [("yes", "kept"), ("abstain", "broken"), ("no", "broken")])
def test_a_vote_is_kept_by_a_yes(desk: Working, vote: Vote, outcome: str) -> None:
    do(desk, "CCC", MakePromise("BBB", Gift("vote", "aaa-1")))
    count(desk, "aaa-1", CCC=vote, AAA="yes", BBB="yes")
    assert settled(desk) == {"p:CCC>BBB:1": outcome}


def test_a_vote_falls_away_where_there_was_none(desk: Working) -> None:
    do(desk, "CCC", MakePromise("BBB", Gift("vote", "aaa-1")))
    desk.state.council.texts["aaa-1"].status = "withdrawn"
    assert settled(desk) == {"p:CCC>BBB:1": "void"}


@pytest.mark.parametrize(
    ("level", "outcome"), [("given", "kept"), ("limited", "kept"), ("withdrawn", "broken"), ("none", "broken")]
)
def test_a_base_is_kept_open(desk: Working, level: str, outcome: str) -> None:
    do(desk, "AAA", MakePromise("BBB", Gift("base", "harbour")))
    desk.state.commitments.consents["harbour"] = Consent(level, ("escort",))
    assert settled(desk) == {"p:AAA>BBB:1": outcome}


@pytest.mark.parametrize(("has", "outcome"), [(True, "kept"), (False, "broken")])
def test_a_clause_stands_in_the_text_that_was_put(desk: Working, has: bool, outcome: str) -> None:
    do(desk, "AAA", MakeOffer("BBB", Gift("clause", "review"), "aaa-1"))
    do(desk, "AAA", MakePromise("CCC", Gift("clause", "review")))
    text = desk.state.council.texts["aaa-1"]
    if has:
        text.draft = replace(text.draft, clauses=(*text.draft.clauses, Switch("review")))
    count(desk, "aaa-1", AAA="yes", BBB="yes")
    assert settled(desk) == {"p:AAA>BBB:1": outcome, "p:AAA>CCC:1": outcome}


@pytest.mark.parametrize(("in_both", "outcome"), [(True, "kept"), (False, "broken")])
def test_a_clause_is_owed_in_every_text_of_ones_own_that_is_put(desk: Working, in_both: bool, outcome: str) -> None:
    do(desk, "AAA", MakePromise("CCC", Gift("clause", "review")))
    first = desk.state.council.texts["aaa-1"]
    second = builders.put_on_table(desk.state, "aaa-2", first.draft, "AAA")
    for text in (first, second) if in_both else (first,):
        text.draft = replace(text.draft, clauses=(*text.draft.clauses, Switch("review")))
    for text in (first, second):
        count(desk, text.id, AAA="yes", BBB="yes")
    assert settled(desk) == {"p:AAA>CCC:1": outcome}


def test_a_clause_falls_away_with_a_text_that_was_not_put(desk: Working) -> None:
    do(desk, "AAA", MakePromise("CCC", Gift("clause", "review")))
    desk.state.council.texts["aaa-1"].status = "lapsed"
    assert settled(desk) == {"p:AAA>CCC:1": "void"}
