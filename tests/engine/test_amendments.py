"""Amendments: taken over or turned down by the sponsor, or decided by an open ballot before the table closes."""

from __future__ import annotations

import pytest

from crisis_game.engine import table
from crisis_game.engine.acts.amendments import AnswerAmendment, ProposeAmendment, PutAmendment, VoteAmendment
from crisis_game.engine.acts.texts import ReviseText, TableText
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.shared_values import Change
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import MeasureLine, Switch
from crisis_game.scenario.ids import Vote
from tests.engine import builders
from tests.engine.builders import PROTEST_TEXT
from tests.engine.play import check_offers, do, random_play, refused

END_DATE = Change("clause", "end-date", True, 3)
PROPOSAL = ProposeAmendment("aaa-1", END_DATE)


@pytest.fixture
def desk() -> Working:
    return builders.desk()


def status(working: Working, amendment: str = "aaa-1/bbb-1") -> str:
    return working.state.council.amendments[amendment].status


def test_a_sponsor_takes_over_what_another_proposes(desk: Working) -> None:
    do(desk, "BBB", PROPOSAL)
    assert desk.state.council.texts["aaa-1"].draft.switch("end-date") is None
    assert refused(desk, "CCC", AnswerAmendment("aaa-1/bbb-1", True)) == "no-such-amendment"
    do(desk, "AAA", AnswerAmendment("aaa-1/bbb-1", True))
    assert desk.state.council.texts["aaa-1"].draft.switch("end-date") == Switch("end-date", 3)
    assert status(desk) == "accepted"
    assert [account.attention for account in desk.state.accounts.values()] == [3, 3, 3]


def test_a_sponsor_turns_it_down_and_it_is_put_to_the_ballot(desk: Working) -> None:
    do(desk, "BBB", PROPOSAL)
    do(desk, "AAA", AnswerAmendment("aaa-1/bbb-1", False))
    assert status(desk) == "refused"
    assert refused(desk, "CCC", PutAmendment("aaa-1/bbb-1")) == "no-such-amendment"
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    assert desk.state.accounts["BBB"].attention == 2
    assert status(desk) == "ballot"
    assert refused(desk, "AAA", AnswerAmendment("aaa-1/bbb-1", True)) == "no-such-amendment"


@pytest.mark.parametrize(
    ("votes", "outcome"),
    [
        (("yes", "yes", "no"), "carried"),
        (("no", "yes", "yes"), "carried"),
        (("yes", "no", "abstain"), "lost"),
        (("yes", "abstain", "abstain"), "lost"),
        (("no", "no", "yes"), "lost"),
    ],
)
def test_more_than_half_of_the_members_present_carry_an_amendment(
    desk: Working, votes: tuple[Vote, ...], outcome: str
) -> None:
    do(desk, "BBB", PROPOSAL)
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    for seat, vote in zip(("CCC", "AAA", "BBB"), votes, strict=True):
        assert status(desk) == "ballot"
        do(desk, seat, VoteAmendment("aaa-1/bbb-1", vote))
    assert status(desk) == outcome
    assert (desk.state.council.texts["aaa-1"].draft.switch("end-date") is not None) == (outcome == "carried")
    assert refused(desk, "CCC", VoteAmendment("aaa-1/bbb-1", "no")) == "no-such-amendment"


def test_a_vote_can_be_replaced_until_all_have_voted(desk: Working) -> None:
    do(desk, "BBB", PROPOSAL)
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    do(desk, "CCC", VoteAmendment("aaa-1/bbb-1", "no"))
    do(desk, "CCC", VoteAmendment("aaa-1/bbb-1", "yes"))
    do(desk, "AAA", VoteAmendment("aaa-1/bbb-1", "no"))
    do(desk, "BBB", VoteAmendment("aaa-1/bbb-1", "yes"))
    assert status(desk) == "carried"


def test_suspended_members_are_not_waited_for(desk: Working) -> None:
    do(desk, "BBB", PROPOSAL)
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    desk.emit(StandingChanged("CCC", True))
    assert refused(desk, "CCC", VoteAmendment("aaa-1/bbb-1", "no")) == "suspended"
    do(desk, "AAA", VoteAmendment("aaa-1/bbb-1", "yes"))
    do(desk, "BBB", VoteAmendment("aaa-1/bbb-1", "yes"))
    assert status(desk) == "carried"


def test_half_of_the_members_present_are_not_enough(desk: Working) -> None:
    do(desk, "BBB", PROPOSAL)
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    desk.emit(StandingChanged("CCC", True))
    do(desk, "AAA", VoteAmendment("aaa-1/bbb-1", "no"))
    do(desk, "BBB", VoteAmendment("aaa-1/bbb-1", "yes"))
    assert status(desk) == "lost"


def test_what_is_undecided_when_the_table_closes_is_lost(desk: Working) -> None:
    do(desk, "BBB", PROPOSAL)
    do(desk, "CCC", ProposeAmendment("aaa-1", Change("clause", "limits", False)))
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    do(desk, "BBB", VoteAmendment("aaa-1/bbb-1", "yes"))
    table.close_amendments(desk)
    assert status(desk) == status(desk, "aaa-1/ccc-1") == "lost"
    assert desk.state.council.texts["aaa-1"].draft == builders.ESCORT_TEXT


def test_a_new_round_begins_without_old_amendments(desk: Working) -> None:
    do(desk, "BBB", PROPOSAL)
    desk.state.table.round = 2
    table.open_table(desk)
    assert desk.state.council.amendments == {}


def test_what_no_longer_fits_can_only_be_turned_down(desk: Working) -> None:
    do(desk, "BBB", ProposeAmendment("aaa-1", Change("measure", "protest", True)))
    do(desk, "AAA", ReviseText("aaa-1", Change("measure", "mediation", True)))
    assert refused(desk, "AAA", AnswerAmendment("aaa-1/bbb-1", True)) == "does-not-fit"
    assert refused(desk, "BBB", PutAmendment("aaa-1/bbb-1")) == "no-such-amendment"
    do(desk, "AAA", AnswerAmendment("aaa-1/bbb-1", False))
    assert not desk.state.council.texts["aaa-1"].draft.has("protest")


def test_a_ballot_won_on_what_no_longer_fits_is_lost(desk: Working) -> None:
    do(desk, "BBB", ProposeAmendment("aaa-1", Change("measure", "protest", True)))
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    do(desk, "AAA", ReviseText("aaa-1", Change("measure", "mediation", True)))
    for seat in builders.MEMBERS:
        do(desk, seat, VoteAmendment("aaa-1/bbb-1", "yes"))
    assert status(desk) == "lost"
    assert desk.state.council.texts["aaa-1"].draft.lines[-1] == MeasureLine("mediation")


def test_proposals_are_for_texts_of_others_one_at_a_time_and_not_without_end(desk: Working) -> None:
    assert refused(desk, "AAA", PROPOSAL) == "no-such-text"
    assert refused(desk, "BBB", ProposeAmendment("chair-1", END_DATE)) == "no-such-text"
    assert refused(desk, "BBB", ProposeAmendment("aaa-1", Change("clause", "limits", True))) == "no-such-change"
    for number in range(1, 5):
        do(desk, "BBB", PROPOSAL)
        assert refused(desk, "BBB", PROPOSAL) == "no-such-text"
        do(desk, "AAA", AnswerAmendment(f"aaa-1/bbb-{number}", False))
    assert refused(desk, "BBB", PROPOSAL) == "no-such-text"
    do(desk, "CCC", TableText(PROTEST_TEXT))
    do(desk, "BBB", ProposeAmendment("ccc-1", END_DATE))


@pytest.mark.parametrize("seed", range(6))
def test_every_draw_about_amendments_is_accepted(desk: Working, seed: int) -> None:
    for seat, change in (("BBB", END_DATE), ("CCC", Change("measure", "protest", True))):
        do(desk, seat, ProposeAmendment("aaa-1", change))
    do(desk, "BBB", PutAmendment("aaa-1/bbb-1"))
    random_play(desk, builders.MEMBERS, ("texts",), seed, 12)
    check_offers(desk, builders.MEMBERS, ("texts",), seed)
