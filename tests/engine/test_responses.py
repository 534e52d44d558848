"""Responses: what is given and paid, what acting alone takes, whose word was kept, reports and redress."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.engine import vote_counting
from crisis_game.engine.acts.accountability import OfferRedress, OpenAccounts, ReportToCouncil
from crisis_game.engine.acts.responses import ActAlone, Deliver, FillForceSheet, LiftOwn
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.engine.state import ActiveMeasure, Consent, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.scenario.ids import Delivery, Phase, SeatId, Vote
from tests.engine import builders
from tests.engine.builders import ESCORT_TEXT, PROTEST_TEXT
from tests.engine.play import check_events, check_offers, do, kinds, random_play, refused, told

SANCTIONS = Draft(
    lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="retorsion", claims=("state-did-it",)
)
FORCE = Draft(
    lines=(MeasureLine("limited-force", "XXX"),), aim="passage", basis="self-defence", claims=("state-did-it",)
)
BATTERY = ForceSheet("battery", verify=True)


def adopted(working: Working, id_: str = "aaa-1", draft: Draft = SANCTIONS, votes: str = "yyy") -> TextState:
    """A text adopted in this round with votes written as letters for AAA, BBB, CCC."""
    words: dict[str, Vote] = {"y": "yes", "n": "no", "a": "abstain"}
    text = builders.put_on_table(working.state, id_, draft, id_[:3].upper())
    text.status, text.adopted_round = "adopted", working.state.table.round
    text.votes.update(zip(builders.MEMBERS, (words[vote] for vote in votes), strict=True))
    return text


def responding(orders: str = "split", phase: Phase = "response", **pledges: Delivery) -> Working:
    """A desk in response with sanctions adopted by all, and pledges of members for them."""
    scenario = builders.tiny(lesson=builders.lesson(orders=orders))
    working = Working(scenario, builders.opened(scenario, phase))
    text = adopted(working)
    text.pledges.update({(seat, "targeted-sanctions"): level for seat, level in pledges.items()})
    return working


def next_round(working: Working) -> None:
    """As after ANSWER and review: another round, nothing sealed, a full treasury."""
    working.state.table.round += 1
    working.state.orders = type(working.state.orders)()
    for account in working.state.accounts.values():
        account.treasury = 8


def running(working: Working, id_: str = "aaa-1/targeted-sanctions") -> ActiveMeasure:
    return working.state.measures[id_]


# Deliveries ---------------------------------------------------------------------------------------------------------


def test_what_is_owed_and_not_said_is_given_by_half_at_half_the_cost_rounded_up() -> None:
    working = responding(AAA="full", BBB="half")
    vote_counting.deliver(working)
    assert running(working).deliveries == {"AAA": "half", "BBB": "half"}
    assert [account.treasury for account in working.state.accounts.values()] == [7, 7, 6]
    assert working.state.accounts["AAA"].given == 1
    assert working.state.orders.settled == {
        ("AAA", "aaa-1", "targeted-sanctions"): ("full", "half"),
        ("BBB", "aaa-1", "targeted-sanctions"): ("half", "half"),
    }


@pytest.mark.parametrize(("level", "cost"), [("full", 4), ("half", 2), ("none", 0)])
def test_each_delivery_has_its_cost(level: Delivery, cost: int) -> None:
    working = responding()
    working.state.commitments.consents["harbour"] = Consent("given")
    adopted(working, "bbb-1", FORCE)
    do(working, "BBB", Deliver("bbb-1", "limited-force", level))
    vote_counting.deliver(working)
    assert working.state.accounts["BBB"].treasury == 8 - cost


@pytest.mark.parametrize(
    ("treasury", "delivered", "left"), [(4, "full", 0), (3, "half", 1), (2, "half", 0), (1, "none", 1)]
)
def test_what_cannot_be_paid_falls_to_half_or_nothing(treasury: int, delivered: Delivery, left: int) -> None:
    working = responding()
    working.state.commitments.consents["harbour"] = Consent("given")
    adopted(working, "bbb-1", FORCE)
    working.state.accounts["BBB"].treasury = treasury
    do(working, "BBB", Deliver("bbb-1", "limited-force", "full"))
    do(working, "AAA", Deliver("bbb-1", "limited-force", "full"))
    vote_counting.deliver(working)
    assert running(working, "bbb-1/limited-force").deliveries["BBB"] == delivered
    assert working.state.accounts["BBB"].treasury == left


@pytest.mark.parametrize(
    ("pledged", "ordered", "credit", "account"),
    [
        ("full", "full", 4, (1, 1, 0)),
        ("half", "half", 4, (1, 1, 0)),
        ("half", "full", 4, (1, 1, 0)),
        ("full", "half", 3, (0, 1, 0)),
        ("full", "none", 2, (0, 1, 1)),
    ],
)
def test_credit_moves_by_what_was_owed(
    pledged: Delivery, ordered: Delivery, credit: int, account: tuple[int, int, int]
) -> None:
    working = responding(AAA=pledged)
    do(working, "AAA", Deliver("aaa-1", "targeted-sanctions", ordered))
    vote_counting.deliver(working)
    mine = working.state.accounts["AAA"]
    assert mine.credit == credit
    assert (mine.met, mine.due, mine.dropped) == account


def test_credit_moves_once_a_round_and_member() -> None:
    working = responding(AAA="full")
    working.state.commitments.consents["harbour"] = Consent("given")
    other = adopted(working, "bbb-1", replace(ESCORT_TEXT, lines=(MeasureLine("escort", "XXX"),)))
    other.pledges["AAA", "escort"] = "full"
    do(working, "AAA", Deliver("aaa-1", "targeted-sanctions", "full"))
    do(working, "AAA", Deliver("bbb-1", "escort", "full"))
    trial = working.state.fork()
    vote_counting.deliver(working)
    assert working.state.accounts["AAA"].credit == 4
    mixed = Working(working.scenario, trial)
    do(mixed, "AAA", Deliver("bbb-1", "escort", "none"))
    vote_counting.deliver(mixed)
    assert mixed.state.accounts["AAA"].credit == 2


def test_credit_stays_between_0_and_5() -> None:
    for start, ordered, end in ((5, "full", 5), (0, "none", 0)):
        working = responding(AAA="full")
        working.state.accounts["AAA"].credit = start
        do(working, "AAA", Deliver("aaa-1", "targeted-sanctions", ordered))
        vote_counting.deliver(working)
        assert working.state.accounts["AAA"].credit == end


def test_who_did_not_vote_yes_owes_nothing_and_may_still_give() -> None:
    working = responding()
    text = adopted(working, "bbb-1", SANCTIONS, "yya")
    text.pledges["CCC", "targeted-sanctions"] = "full"
    assert vote_counting.due_deliveries(working) == ()
    do(working, "CCC", Deliver("bbb-1", "targeted-sanctions", "full"))
    vote_counting.deliver(working)
    assert running(working, "bbb-1/targeted-sanctions").deliveries == {"CCC": "full"}
    assert working.state.accounts["CCC"].due == 0
    assert working.state.accounts["CCC"].credit == 3


def test_the_last_answer_is_the_default_while_a_measure_runs() -> None:
    working = responding(AAA="full", BBB="full", CCC="full")
    for seat, level in (("AAA", "full"), ("BBB", "half")):
        do(working, seat, Deliver("aaa-1", "targeted-sanctions", level))
    vote_counting.deliver(working)
    next_round(working)
    assert vote_counting.due_deliveries(working) == ("AAA", "BBB", "CCC")
    vote_counting.deliver(working)
    assert running(working).deliveries == {"AAA": "full", "BBB": "half", "CCC": "half"}
    assert running(working).began == 1
    assert [account.treasury for account in working.state.accounts.values()] == [7, 7, 7]


def test_a_measure_of_which_nobody_gives_a_part_does_not_begin_or_ends() -> None:
    working = responding(AAA="full")
    do(working, "AAA", Deliver("aaa-1", "targeted-sanctions", "none"))
    trial = working.state.fork()
    vote_counting.deliver(working)
    assert working.state.measures == {}
    assert "measure-idle" in kinds(working.events)
    later = Working(working.scenario, trial)
    do(later, "AAA", Deliver("aaa-1", "targeted-sanctions", "half"))
    vote_counting.deliver(later)
    next_round(later)
    do(later, "AAA", Deliver("aaa-1", "targeted-sanctions", "none"))
    vote_counting.deliver(later)
    assert running(later).status == "ended"
    assert running(later).ended == 2
    next_round(later)
    assert refused(later, "AAA", Deliver("aaa-1", "targeted-sanctions", "full")) == "nothing-to-give"


def test_who_leaves_a_measure_it_voted_for_departs_and_pays_for_it() -> None:
    working = responding(AAA="full", BBB="full")
    vote_counting.deliver(working)
    next_round(working)
    do(working, "AAA", Deliver("aaa-1", "targeted-sanctions", "none"))
    vote_counting.deliver(working)
    account = working.state.accounts["AAA"]
    assert account.departed == ["aaa-1"]
    assert account.credit == 1
    assert running(working).status == "active"


def test_words_are_said_by_all_in_favour_and_asked_of_nobody() -> None:
    working = responding()
    adopted(working, "bbb-1", PROTEST_TEXT, "yyn")
    assert vote_counting.due_deliveries(working) == ()
    assert refused(working, "AAA", Deliver("bbb-1", "protest", "full")) == "nothing-to-give"
    vote_counting.deliver(working)
    assert running(working, "bbb-1/protest").deliveries == {"AAA": "full", "BBB": "full"}
    assert [account.treasury for account in working.state.accounts.values()] == [8, 8, 6]


def test_on_one_sheet_what_is_given_is_sealed_with_the_vote_and_counts_if_the_text_is_adopted() -> None:
    for status, begun in (("adopted", True), ("failed", False)):
        working = responding("one-sheet", "voting")
        text = builders.put_on_table(working.state, "bbb-1", ESCORT_TEXT, "BBB")
        working.state.commitments.consents["harbour"] = Consent("given")
        text.status, working.state.council.sheet = "put", ("bbb-1",)
        events = do(working, "CCC", Deliver("bbb-1", "escort", "half"))
        assert [event.to for event in events] == [("CCC",)]
        text.status = status
        text.adopted_round = 1 if begun else 0
        vote_counting.deliver(working)
        assert ("bbb-1/escort" in working.state.measures) == begun


def test_where_orders_are_split_one_gives_after_the_vote() -> None:
    working = responding("split", "voting")
    text = builders.put_on_table(working.state, "bbb-1", ESCORT_TEXT, "BBB")
    text.status, working.state.council.sheet = "put", ("bbb-1",)
    assert refused(working, "CCC", Deliver("bbb-1", "escort", "half")) == "nothing-to-give"


def test_where_orders_are_split_it_is_told_who_is_waited_for() -> None:
    working = responding(AAA="full")
    vote_counting.open_response(working)
    assert told(working.events) == ["Deliveries are due from AAA."]
    working = responding("one-sheet", AAA="full")
    vote_counting.open_response(working)
    assert working.events == []


# Hosts --------------------------------------------------------------------------------------------------------------


def escorting(level: Any = "none", measures: tuple[str, ...] = ()) -> Working:
    working = responding()
    working.state.commitments.consents["harbour"] = Consent(level, measures)
    text = adopted(working, "bbb-1", replace(ESCORT_TEXT, lines=(MeasureLine("escort", "XXX"),)))
    text.pledges["BBB", "escort"] = "full"
    return working


@pytest.mark.parametrize(
    ("level", "measures", "status"),
    [
        ("none", (), "dormant"),
        ("withdrawn", (), "dormant"),
        ("limited", ("limited-force",), "dormant"),
        ("limited", ("escort",), "active"),
        ("given", (), "active"),
    ],
)
def test_a_text_never_replaces_the_consent_of_a_host(level: str, measures: tuple[str, ...], status: str) -> None:
    working = escorting(level, measures)
    vote_counting.deliver(working)
    assert running(working, "bbb-1/escort").status == status
    account = working.state.accounts["BBB"]
    assert (account.treasury, account.due) == ((7, 1) if status == "active" else (8, 0))


def test_a_measure_rests_while_consent_is_missing_and_then_goes_on() -> None:
    working = escorting("given")
    vote_counting.deliver(working)
    for level, status in (("withdrawn", "dormant"), ("given", "active")):
        next_round(working)
        working.state.commitments.consents["harbour"] = Consent(level)
        working.events.clear()
        vote_counting.deliver(working)
        assert running(working, "bbb-1/escort").status == status
        assert "consent-told" in kinds(working.events)
        assert working.state.accounts["BBB"].treasury == (7 if status == "active" else 8)


# Taking over --------------------------------------------------------------------------------------------------------


def test_a_later_text_takes_over_the_same_measure_on_the_same_target() -> None:
    working = responding(AAA="full", BBB="full")
    vote_counting.deliver(working)
    next_round(working)
    later = adopted(working, "ccc-1", SANCTIONS)
    later.pledges["CCC", "targeted-sanctions"] = "full"
    vote_counting.deliver(working)
    assert running(working).status == "ended"
    new = running(working, "ccc-1/targeted-sanctions")
    assert (new.began, new.authority, new.author) == (1, "ccc-1", "CCC")
    assert new.deliveries == {"AAA": "half", "BBB": "half", "CCC": "half"}
    assert working.state.council.texts["aaa-1"].pledges == {}
    assert working.state.accounts["AAA"].due == 1


def test_a_text_takes_over_what_a_member_does_alone() -> None:
    working = responding()
    working.state.council.texts["aaa-1"].status = "failed"
    do(working, "BBB", ActAlone("targeted-sanctions", "XXX", "retorsion"))
    vote_counting.deliver(working)
    next_round(working)
    adopted(working, "ccc-1", SANCTIONS)
    vote_counting.deliver(working)
    assert running(working, "BBB-r1/targeted-sanctions").status == "ended"
    new = running(working, "ccc-1/targeted-sanctions")
    assert (new.endorsed, new.began, new.deliveries) == (True, 1, {"BBB": "full"})


# Force --------------------------------------------------------------------------------------------------------------


def test_a_force_sheet_goes_with_the_measure_and_can_be_changed() -> None:
    working = responding()
    working.state.commitments.consents["harbour"] = Consent("given")
    adopted(working, "bbb-1", FORCE)
    assert refused(working, "BBB", FillForceSheet("bbb-1", "limited-force", ForceSheet("palace"))) == "no-such-target"
    assert refused(working, "BBB", FillForceSheet("aaa-1", "targeted-sanctions", BATTERY)) == "no-force"
    do(working, "BBB", FillForceSheet("bbb-1", "limited-force", BATTERY))
    assert working.seen("CCC").orders.sheets == {}
    do(working, "BBB", Deliver("bbb-1", "limited-force", "half"))
    vote_counting.deliver(working)
    assert running(working, "bbb-1/limited-force").sheet == BATTERY
    next_round(working)
    port = ForceSheet("port", warn=True)
    do(working, "BBB", FillForceSheet("bbb-1", "limited-force", port))
    vote_counting.deliver(working)
    assert running(working, "bbb-1/limited-force").sheet == port


# Alone --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("measure", "cost"), [("protest", 1), ("targeted-sanctions", 1), ("escort", 2)])
def test_acting_alone_takes_attention_and_a_change_of_the_order_none(measure: str, cost: int) -> None:
    working = responding()
    target = "XXX" if measure != "escort" else None
    events = do(working, "BBB", ActAlone(measure, target, "none-claimed"))
    assert all(event.to == ("BBB",) for event in events)
    assert working.state.accounts["BBB"].attention == 3 - cost
    do(working, "BBB", ActAlone(measure, target, "none-claimed", True))
    assert working.state.accounts["BBB"].attention == 3 - cost
    assert working.state.orders.alone["BBB", measure].only_if_failed


def test_what_one_lacks_attention_money_or_means_for_is_not_offered() -> None:
    working = responding()
    working.state.accounts["BBB"].attention = 1
    assert refused(working, "BBB", ActAlone("escort", None, "none-claimed")) == "cannot-afford"
    working.state.accounts["BBB"].attention = 3
    working.state.accounts["BBB"].treasury = 1
    assert refused(working, "BBB", ActAlone("limited-force", "XXX", "self-defence")) == "cannot-afford"
    assert refused(working, "BBB", ActAlone("targeted-sanctions", "AAA", "retorsion")) == "wrong-target"
    assert refused(working, "BBB", ActAlone("targeted-sanctions", "XXX", "self-defence")) == "no-such-basis"


@pytest.mark.parametrize(("only_if_failed", "draft", "acts"), [(True, SANCTIONS, False), (False, SANCTIONS, True)])
def test_an_order_can_hang_on_the_failure_of_texts_with_measures(
    only_if_failed: bool, draft: Draft, acts: bool
) -> None:
    working = responding()
    do(working, "BBB", ActAlone("protest", "XXX", "charter", only_if_failed))
    vote_counting.deliver(working)
    assert ("BBB-r1/protest" in working.state.measures) == acts
    working = responding()
    working.state.council.texts["aaa-1"].draft = builders.CHAIR_TEXT
    do(working, "BBB", ActAlone("protest", "XXX", "none-claimed", only_if_failed))
    vote_counting.deliver(working)
    assert "BBB-r1/protest" in working.state.measures


def test_who_ordered_alone_what_a_text_does_gives_it_under_the_text() -> None:
    working = responding()
    do(working, "BBB", ActAlone("targeted-sanctions", "XXX", "retorsion"))
    vote_counting.deliver(working)
    assert set(working.state.measures) == {"aaa-1/targeted-sanctions"}
    assert running(working).deliveries == {"BBB": "full"}
    assert "alone-dropped" in kinds(working.events)


@pytest.mark.parametrize(("treasury", "delivered"), [(4, "full"), (3, "half"), (2, "half")])
def test_force_alone_is_paid_rests_on_its_basis_and_needs_a_host_elsewhere(treasury: int, delivered: Delivery) -> None:
    for seat, level, status in (("AAA", "none", "active"), ("BBB", "none", "dormant"), ("BBB", "given", "active")):
        working = responding()
        working.state.commitments.consents["harbour"] = Consent(level)
        working.state.accounts[seat].treasury = treasury
        do(working, seat, ActAlone("limited-force", "XXX", "self-defence"))
        do(working, seat, FillForceSheet("", "limited-force", BATTERY))
        vote_counting.deliver(working)
        alone = running(working, f"{seat}-r1/limited-force")
        assert (alone.status, alone.deliveries, alone.sheet) == (status, {seat: delivered}, BATTERY)
        assert (alone.basis, alone.authority, alone.notified) == ("self-defence", None, False)
        assert working.state.accounts[seat].treasury == treasury - {"full": 4, "half": 2}[delivered] * (
            status == "active"
        )


def test_an_order_that_can_no_longer_be_paid_is_dropped() -> None:
    working = responding()
    do(working, "BBB", ActAlone("mediation", None, "charter"))
    working.state.accounts["BBB"].treasury = 0
    vote_counting.deliver(working)
    assert "BBB-r1/mediation" not in working.state.measures
    assert any("cannot pay" in line for line in told(working.events, "BBB"))
    assert not any("cannot pay" in line for line in told(working.events, "AAA"))


def test_notice_given_stands_with_the_measure() -> None:
    working = responding()
    working.state.commitments.notices.add(("BBB", "protest"))
    do(working, "BBB", ActAlone("protest", "XXX", "none-claimed"))
    vote_counting.deliver(working)
    assert running(working, "BBB-r1/protest").notified


def test_what_one_does_alone_is_paid_each_round_until_one_cannot_or_lifts_it() -> None:
    working = responding()
    working.state.council.texts["aaa-1"].status = "failed"
    for seat in ("AAA", "BBB"):
        do(working, seat, ActAlone("targeted-sanctions", "XXX", "retorsion"))
    vote_counting.deliver(working)
    assert refused(working, "BBB", ActAlone("targeted-sanctions", "XXX", "retorsion")) == "cannot-afford"
    next_round(working)
    working.state.accounts["BBB"].treasury = 0
    vote_counting.deliver(working)
    assert running(working, "BBB-r1/targeted-sanctions").status == "ended"
    assert running(working, "AAA-r1/targeted-sanctions").status == "active"
    assert working.state.accounts["AAA"].treasury == 7
    assert refused(working, "BBB", LiftOwn("AAA-r1/targeted-sanctions")) == "nothing-to-lift"
    do(working, "AAA", LiftOwn("AAA-r1/targeted-sanctions"))
    assert running(working, "AAA-r1/targeted-sanctions").status == "ended"


# Accountability -----------------------------------------------------------------------------------------------------


def test_a_report_says_what_is_claimed_and_accuses_whom_the_claim_accuses() -> None:
    working = builders.desk()
    do(working, "BBB", ReportToCouncil("state-did-it", "established"))
    assert working.state.commitments.reports == [(1, "BBB", "state-did-it", "established")]
    assert working.state.knowledge.accused == {"XXX"}
    assert working.state.accounts["BBB"].attention == 3
    assert refused(working, "BBB", ReportToCouncil("state-did-it", "rumoured")) == "no-such-claim"
    assert refused(working, "BBB", ReportToCouncil("old-field", "rumoured")) == "no-such-claim"
    working.state.knowledge.seats["BBB"] = {"old-field": "suspected"}
    do(working, "BBB", ReportToCouncil("old-field", "suspected"))
    assert working.state.knowledge.public["old-field"] == "rumoured"


def test_books_are_opened_once() -> None:
    working = builders.desk()
    do(working, "BBB", OpenAccounts())
    assert working.state.accounts["BBB"].books_open
    assert refused(working, "BBB", OpenAccounts()) == "books-open"


def test_redress_answers_to_harm_and_is_paid() -> None:
    working = builders.desk()
    assert refused(working, "BBB", OfferRedress(1)) == "nothing-to-redress"
    working.state.world.own_harm = 9
    assert refused(working, "BBB", OfferRedress(4)) == "nothing-to-redress"
    do(working, "BBB", OfferRedress(2))
    assert (working.state.accounts["BBB"].treasury, working.state.accounts["BBB"].redress) == (6, 2)
    assert refused(working, "BBB", OfferRedress(2)) == "nothing-to-redress"
    do(working, "BBB", OfferRedress(1))


# Laws ---------------------------------------------------------------------------------------------------------------

LEVELS: st.SearchStrategy[Delivery | None] = st.sampled_from(("full", "half", "none", None))


@settings(max_examples=40, deadline=None)
@given(
    pledges=st.lists(LEVELS, min_size=6, max_size=6),
    orders=st.lists(LEVELS, min_size=6, max_size=6),
    purses=st.lists(st.integers(0, 6), min_size=3, max_size=3),
    order=st.sampled_from(tuple(permutations(builders.MEMBERS))),
)
def test_deliveries_are_opened_in_one_order_and_make_no_treasury_negative(
    pledges: list[Delivery | None], orders: list[Delivery | None], purses: list[int], order: tuple[SeatId, ...]
) -> None:
    outcomes = []
    for seats in (builders.MEMBERS, order):
        working = responding()
        working.state.commitments.consents["harbour"] = Consent("given")
        for seat, purse in zip(builders.MEMBERS, purses, strict=True):
            working.state.accounts[seat].treasury = purse
        text = adopted(working, "bbb-1", replace(FORCE, lines=(MeasureLine("limited-force", "XXX"),)))
        for seat in seats:
            place = builders.MEMBERS.index(seat)
            for where, measure in ((place, "targeted-sanctions"), (place + 3, "limited-force")):
                under = text if measure == "limited-force" else working.state.council.texts["aaa-1"]
                owed, said = pledges[where], orders[where]
                if owed not in (None, "none"):
                    under.pledges[seat, measure] = owed
                if said is not None:
                    do(working, seat, Deliver(under.id, measure, said))
        before = {seat: own_account.treasury for seat, own_account in working.state.accounts.items()}
        start = working.state.fork()
        working.events.clear()
        vote_counting.deliver(working)
        for seat, account in working.state.accounts.items():
            assert account.treasury >= 0
            assert account.treasury + account.given == before[seat]
            assert account.met + account.dropped <= account.due
        outcomes.append(working.events)
    assert outcomes[0] == outcomes[1]
    check_events(start, tuple(outcomes[1]))


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1 << 32), orders=st.sampled_from(("split", "one-sheet")))
def test_every_draw_in_response_is_accepted(seed: int, orders: str) -> None:
    working = responding(orders, AAA="full", BBB="half")
    working.state.world.own_harm = 5
    adopted(working, "bbb-1", FORCE)
    random_play(working, builders.MEMBERS, ("orders",), seed, 15)
    check_offers(working, builders.SEATS, ("orders",), seed)
    vote_counting.deliver(working)
    next_round(working)
    check_offers(working, builders.SEATS, ("orders",), seed + 1)
