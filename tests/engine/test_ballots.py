"""Ballots: who can vote how, what is counted in which order, and what follows from an adoption."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.charter import organs
from crisis_game.charter.rules import Combined, DecisionRule, Leaf, Whole
from crisis_game.conditions.condition import condition
from crisis_game.engine import decision_rules, table, vote_counting
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts import ACTS
from crisis_game.engine.acts.ballots import CastVote, Explain
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.machine import legal
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.ids import Vote
from crisis_game.scenario.model import RedLine
from crisis_game.texts import prose
from tests.engine import builders, parts
from tests.engine.builders import ESCORT_TEXT, PROTEST_TEXT
from tests.engine.play import check_events, check_offers, do, kinds, knows, random_play, refused, told

FORCE = Draft(
    lines=(MeasureLine("limited-force", "XXX"),), aim="passage", basis="self-defence", claims=("state-did-it",)
)
SANCTIONS = Draft(
    lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="retorsion", claims=("state-did-it",)
)
VOTES: tuple[Vote, ...] = ("yes", "no", "abstain")


def voting(*texts: tuple[str, Draft], scenario: Any = None, **table_changes: Any) -> Working:
    """A desk at which texts (id and draft) and the chair's are put to the vote."""
    scenario = scenario or builders.tiny()
    working = Working(scenario, builders.opened(scenario, "voting"))
    builders.put_on_table(working.state, "chair-1", builders.CHAIR_TEXT, None, "procedure")
    for id_, draft in texts or (("aaa-1", ESCORT_TEXT),):
        matter = decision_rules.matter_of(working.seen("AAA"), draft)
        builders.put_on_table(working.state, id_, draft, id_[:3].upper(), matter)
    table.put_to_vote(working)
    return working


def cast(working: Working, text: str, votes: str, also: str = "") -> None:
    """Cast votes written as letters for AAA, BBB, CCC: y, n, a, `-` for none."""
    words: dict[str, Vote] = {"y": "yes", "n": "no", "a": "abstain"}
    for seat, vote in zip(builders.MEMBERS, votes, strict=True):
        if vote != "-":
            do(working, seat, CastVote(text, words[vote], seat[0] in also))


def by_rule(rule: DecisionRule, **decision: Any) -> Any:
    """The scenario with one rule for everything."""
    organ = organs.Organ("council", prose("C"), builders.MEMBERS, (organs.Decision(("any",), rule, **decision),))
    return builders.tiny(charter=builders.charter(organs=(organ,)))


# Voting -------------------------------------------------------------------------------------------------------------


def test_votes_are_sealed_until_the_count_and_can_be_replaced() -> None:
    working = voting()
    events = do(working, "AAA", CastVote("aaa-1", "no"))
    assert [event.to for event in events] == [("AAA",)]
    do(working, "AAA", CastVote("aaa-1", "yes", also=True))
    assert working.seen("AAA").votes("aaa-1") == {"AAA": "yes"}
    assert working.seen("BBB").votes("aaa-1") == {}
    assert working.state.council.texts["aaa-1"].also == {"AAA"}
    do(working, "AAA", CastVote("aaa-1", "yes"))
    assert working.state.council.texts["aaa-1"].also == set()


def test_an_open_ballot_shows_votes_as_they_are_cast() -> None:
    charter = builders.charter()
    organ = replace(charter.organs[0], ballot="open")
    working = voting(scenario=builders.tiny(charter=replace(charter, organs=(organ,))))
    do(working, "AAA", CastVote("aaa-1", "no"))
    assert working.seen("BBB").votes("aaa-1") == {"AAA": "no"}
    assert decision_rules.standing(working.seen("BBB"), "aaa-1").against == 1
    assert decision_rules.standing(working.seen("BBB"), "aaa-1").needed == 2


def test_only_a_yes_counts_beside_another_and_opting_out_needs_the_charters_leave() -> None:
    working = voting()
    assert refused(working, "AAA", CastVote("aaa-1", "no", also=True)) == "only-with-yes"
    assert refused(working, "AAA", CastVote("aaa-1", "opt-out")) == "no-such-vote"
    assert refused(working, "AAA", CastVote("aaa-1", "absent")) == "no-such-vote"
    assert refused(working, "AAA", CastVote("bbb-1", "yes")) == "no-such-text"
    working = voting(scenario=by_rule(Leaf("silence"), opt_outs=True))
    do(working, "AAA", CastVote("aaa-1", "opt-out"))


def test_who_is_suspended_or_excluded_cannot_vote_and_hears_which_article_says_so() -> None:
    working = voting(("aaa-1", replace(PROTEST_TEXT, motion=Motion("suspension", "CCC"))))
    do(working, "CCC", CastVote("aaa-1", "no"))
    working.emit(StandingChanged("CCC", True))
    assert refused(working, "CCC", CastVote("aaa-1", "no")) == "suspended"

    rule = Leaf("count", Whole(2), excluded=frozenset(("party-to-dispute",)))
    scenario = by_rule(rule, article="6")
    working = voting(("aaa-1", Draft(motion=Motion("suspension", "CCC"))), scenario=scenario)
    assert refused(working, "CCC", CastVote("aaa-1", "no")) == "no-such-text"
    do(working, "CCC", CastVote("chair-1", "no"))
    working.state.council.sheet = ("aaa-1",)
    act = next(candidate for candidate in ACTS if candidate.kind == "cast-vote")
    refusal = act.closed(working.seen("CCC"))
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.article) == ("excluded", "6")
    vote_counting.count(working)
    assert working.state.council.texts["aaa-1"].votes["CCC"] == "absent"


def test_a_vote_is_explained_by_a_line_of_the_brief_a_rule_or_a_claim() -> None:
    working = voting()
    for cites, words in (("dilemma", ""), ("state-did-it", "We doubt it."), ("unsc-authorised", ""), ("", "Because.")):
        do(working, "AAA", Explain("aaa-1", cites, words))
    assert working.seen("BBB").explanations("aaa-1") == {}
    assert refused(working, "AAA", Explain("aaa-1", "", "")) == "too-long"
    assert refused(working, "AAA", Explain("aaa-1", "dilemma", "x" * 141)) == "too-long"
    assert refused(working, "AAA", Explain("aaa-1", "old-field", "")) == "no-such-reason"
    vote_counting.count(working)
    assert working.seen("BBB").explanations("aaa-1") == {"AAA": ("", "Because.")}


# Counting -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("votes", "status", "in_favour", "reason"),
    [
        ("yyn", "adopted", 2, "adopted"),
        ("yya", "adopted", 2, "adopted"),
        ("yy-", "adopted", 2, "adopted"),
        ("ynn", "failed", 1, "shortfall"),
        ("y--", "failed", 1, "shortfall"),
        ("---", "failed", 0, "shortfall"),
    ],
)
def test_a_text_is_counted_by_the_charters_rule(votes: str, status: str, in_favour: int, reason: str) -> None:
    working = voting()
    cast(working, "aaa-1", votes)
    vote_counting.count(working)
    text = working.state.council.texts["aaa-1"]
    assert text.status == status
    assert text.result is not None
    assert (text.result.in_favour, text.result.needed, text.result.reason) == (in_favour, 2, reason)
    assert set(text.votes) == set(builders.MEMBERS)
    assert f"{in_favour} in favour, 2 needed" in " ".join(told(working.events))
    check_events(builders.opened(working.scenario), ())


def test_force_takes_the_yes_of_the_victim() -> None:
    for votes, status in (("yyn", "adopted"), ("yny", "failed"), ("yay", "failed"), ("nyy", "adopted")):
        working = voting(("aaa-1", FORCE))
        cast(working, "aaa-1", votes)
        vote_counting.count(working)
        assert working.state.council.texts["aaa-1"].status == status


def test_a_settlement_takes_the_consent_of_the_victim() -> None:
    for votes, status in (("yyn", "adopted"), ("yny", "failed")):
        working = voting(("aaa-1", Draft(motion=Motion("settlement"))))
        cast(working, "aaa-1", votes)
        vote_counting.count(working)
        assert working.state.council.texts["aaa-1"].status == status


def test_silence_is_consent_where_the_charter_says_so() -> None:
    for votes, status in (("---", "adopted"), ("a--", "adopted"), ("n--", "failed")):
        working = voting(scenario=by_rule(Leaf("silence")))
        cast(working, "aaa-1", votes)
        vote_counting.count(working)
        text = working.state.council.texts["aaa-1"]
        assert text.status == status
        assert text.votes["CCC"] == "yes"


def test_a_suspended_member_is_not_counted() -> None:
    working = voting(scenario=by_rule(Leaf("unanimity")))
    cast(working, "aaa-1", "yyn")
    working.emit(StandingChanged("CCC", True))
    vote_counting.count(working)
    assert working.state.council.texts["aaa-1"].status == "adopted"
    assert working.state.council.texts["aaa-1"].votes["CCC"] == "absent"


def test_a_combination_that_excludes_a_party_can_be_saved_and_told() -> None:
    rule = Combined("any_of", (Leaf("consensus"), Leaf("count", Whole(2), excluded=frozenset(("party-to-dispute",)))))
    working = voting(("aaa-1", Draft(motion=Motion("suspension", "CCC"))), scenario=by_rule(rule))
    cast(working, "aaa-1", "yyn")
    start = working.state.fork()
    working.events.clear()
    vote_counting.count(working)
    result = working.state.council.texts["aaa-1"].result
    assert result is not None
    assert [part.adopted for part in result.parts] == [False, True]
    check_events(start, tuple(working.events))
    assert working.state.council.suspended == {"CCC"}


def test_after_one_is_adopted_a_later_text_counts_if_the_two_are_compatible() -> None:
    working = voting(("aaa-1", SANCTIONS), ("bbb-1", PROTEST_TEXT))
    cast(working, "aaa-1", "yyn")
    cast(working, "bbb-1", "yyn")
    vote_counting.count(working)
    assert [working.state.council.texts[text].status for text in ("aaa-1", "bbb-1", "chair-1")] == [
        "adopted",
        "adopted",
        "lapsed",
    ]


@pytest.mark.parametrize(("also", "status"), [("", "lapsed"), ("A", "lapsed"), ("AB", "adopted"), ("ABC", "adopted")])
def test_of_one_measure_on_one_target_the_later_prevails_if_more_than_half_wanted_it_also(
    also: str, status: str
) -> None:
    working = voting(("aaa-1", SANCTIONS), ("bbb-1", ESCORT_TEXT))
    cast(working, "aaa-1", "yyy")
    cast(working, "bbb-1", "yyy" if "C" in also else "yya", also)
    vote_counting.count(working)
    assert working.state.council.texts["aaa-1"].status == "adopted"
    assert working.state.council.texts["bbb-1"].status == status
    assert working.state.council.texts["bbb-1"].result is not None


def test_the_chairs_text_counts_only_if_no_other_was_adopted() -> None:
    for votes, status in (("yyn", "lapsed"), ("nnn", "adopted")):
        working = voting()
        cast(working, "aaa-1", votes)
        cast(working, "chair-1", "yyy")
        vote_counting.count(working)
        assert working.state.council.texts["chair-1"].status == status
        assert working.state.council.deadlocks == 0


def test_rounds_in_which_even_the_chairs_text_fails_are_counted_until_something_is_adopted() -> None:
    working = voting()
    vote_counting.count(working)
    assert (working.state.council.deadlocks, working.state.council.best) == (1, "failed")
    working.state.council.texts["aaa-1"].status = "put"
    vote_counting.count(working)
    assert working.state.council.deadlocks == 2
    working.state.council.texts["aaa-1"].votes = {"AAA": "yes", "BBB": "yes", "CCC": "yes"}
    vote_counting.count(working)
    assert (working.state.council.deadlocks, working.state.council.best) == (0, "without-a-no")


@settings(max_examples=30, deadline=None)
@given(
    ballots=st.lists(st.tuples(*(st.sampled_from((*VOTES, None)) for _ in range(3))), min_size=3, max_size=3),
    also=st.sets(st.sampled_from(builders.MEMBERS)),
    order=st.sampled_from(tuple(permutations(builders.MEMBERS))),
)
def test_counting_does_not_depend_on_the_order_in_which_votes_came(
    ballots: list[tuple[Vote | None, ...]], also: set[str], order: tuple[str, ...]
) -> None:
    outcomes = []
    for seats in (builders.MEMBERS, order):
        working = voting(("aaa-1", SANCTIONS), ("bbb-1", ESCORT_TEXT))
        for seat in seats:
            for text, votes in zip(("aaa-1", "bbb-1", "chair-1"), ballots, strict=True):
                vote = votes[builders.MEMBERS.index(seat)]
                if vote is not None:
                    do(working, seat, CastVote(text, vote, vote == "yes" and seat in also))
        working.events.clear()
        vote_counting.count(working)
        vote_counting.deliver(working)
        outcomes.append(working.events)
    assert outcomes[0] == outcomes[1]


# What follows -------------------------------------------------------------------------------------------------------


def test_an_adopted_text_has_its_end_and_names_whom_it_accuses() -> None:
    working = voting(("aaa-1", replace(SANCTIONS, clauses=(Switch("end-date", 2),))))
    cast(working, "aaa-1", "yyy")
    vote_counting.count(working)
    text = working.state.council.texts["aaa-1"]
    assert (text.adopted_round, text.ends_round) == (1, 2)
    assert working.state.knowledge.accused == {"XXX"}


def test_published_reasons_burn_the_sources_that_the_council_was_given() -> None:
    working = voting(("aaa-1", replace(SANCTIONS, clauses=(Switch("reasons"),))))
    working.state.knowledge.shared.update({"tracks-at-night": set(), "intercept": {"BBB"}, "chart": set()})
    working.state.knowledge.open.update({"tracks-at-night", "chart"})
    cast(working, "aaa-1", "yyy")
    vote_counting.count(working)
    assert working.state.knowledge.burned == {"tracks-at-night": 1}


def test_pledges_of_those_who_did_not_vote_yes_lapse_and_cost_credit_if_the_text_needed_them() -> None:
    working = voting()
    pledges = working.state.council.texts["aaa-1"].pledges
    pledges.update(
        {
            ("AAA", "escort"): "full",
            ("CCC", "escort"): "full",
            ("CCC", "targeted-sanctions"): "half",
            ("BBB", "escort"): "half",
        }
    )
    cast(working, "aaa-1", "yyn")
    vote_counting.count(working)
    assert pledges == {("AAA", "escort"): "full", ("BBB", "escort"): "half"}
    assert [account.credit for account in working.state.accounts.values()] == [3, 3, 2]


def test_pledges_under_a_text_that_failed_cost_nothing() -> None:
    working = voting()
    working.state.council.texts["aaa-1"].pledges[("CCC", "escort")] = "full"
    vote_counting.count(working)
    assert working.state.accounts["CCC"].credit == 3


@pytest.mark.parametrize(
    ("vote", "declared", "draft", "noted"),
    [
        ("n", True, FORCE, True),
        ("a", True, FORCE, False),
        ("n", False, FORCE, False),
        ("n", True, SANCTIONS, False),
    ],
)
def test_who_is_outvoted_on_a_declared_red_line_is_noted(vote: str, declared: bool, draft: Draft, noted: bool) -> None:
    working = voting(("aaa-1", draft))
    if declared:
        working.state.commitments.red_lines["CCC"] = 1
    cast(working, "aaa-1", f"yy{vote}")
    vote_counting.count(working)
    assert working.state.council.votes_against_red_line == ([(1, "CCC", "aaa-1")] if noted else [])


def test_a_red_line_can_hang_on_what_the_text_costs_and_on_whom() -> None:
    states = dict(builders.tiny().states)
    states["CCC"] = parts.state("CCC", red_line=RedLine(prose("No."), condition("uses('harbour') and targets('XXX')")))
    working = voting(scenario=builders.tiny(states=MappingProxyType(states)))
    working.state.commitments.red_lines["CCC"] = 1
    cast(working, "aaa-1", "yyn")
    vote_counting.count(working)
    assert working.state.council.votes_against_red_line == [(1, "CCC", "aaa-1")]


@pytest.mark.parametrize(
    ("motion", "kind"),
    [
        (Motion("consult"), "consultation-requested"),
        (Motion("mediation"), "mediation-asked"),
        (Motion("hearing", "NNN"), "neighbour-heard"),
        (Motion("inquiry", "sinking"), "inquiry-asked"),
        (Motion("inquiry", "state-did-it"), "verification-asked"),
        (Motion("referral", "mandate"), "council-asked"),
        (Motion("suspension", "CCC"), "standing-changed"),
        (Motion("lift", "bbb-9"), "text-ended"),
    ],
)
def test_an_adopted_motion_takes_effect(motion: Motion, kind: str) -> None:
    working = voting(("aaa-1", SANCTIONS))
    working.state.council.texts["aaa-1"].draft = Draft(motion=motion)
    lifted = builders.put_on_table(working.state, "bbb-9", ESCORT_TEXT, "BBB")
    lifted.status = "adopted"
    cast(working, "aaa-1", "yyn")
    start = working.state.fork()
    working.events.clear()
    vote_counting.count(working)
    assert kind in kinds(working.events)
    check_events(start, tuple(working.events))
    failed = voting(("aaa-1", Draft(motion=motion))) if motion.kind != "lift" else None
    if failed is not None:
        vote_counting.count(failed)
        assert kind not in kinds(failed.events)


# Laws ---------------------------------------------------------------------------------------------------------------


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 1 << 32))
def test_sealed_choices_of_others_change_nothing_that_a_seat_knows(seed: int) -> None:
    working = voting(("aaa-1", SANCTIONS), ("bbb-1", ESCORT_TEXT))
    known = knows(working.seen("CCC"))
    chosen, sealed = 0, {"cast-vote", "explain", "deliver", "fill-force-sheet", "act-alone", "give-opinion"}
    trial = Working(working.scenario, working.state.fork())
    for command in random_play(trial, ("AAA", "BBB"), ("orders", "texts"), seed, 30):
        for seat in ("AAA", "BBB"):
            if command.kind in sealed and any(offer.admits(command) for offer in legal(working.seen(seat))):
                events = do(working, seat, command)
                assert all(event.to == (seat,) for event in events)
                chosen += 1
    assert chosen
    assert knows(working.seen("CCC")) == known


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 1 << 32))
def test_every_draw_from_every_offer_of_orders_is_accepted(seed: int) -> None:
    working = voting(("aaa-1", FORCE), ("bbb-1", ESCORT_TEXT))
    random_play(working, builders.MEMBERS, ("orders", "texts"), seed, 25)
    check_offers(working, builders.SEATS, ("orders", "texts"), seed)


# A compound rule tells all its parts ---------------------------------------------------------------------------------

MOST_AND_VICTIM = Combined("all_of", (Leaf("count", Whole(2)), Leaf("unanimity", only=frozenset({"BBB"}))))


@pytest.mark.parametrize(
    ("votes", "words"),
    [
        ("yyn", "is adopted: 2 in favour (2 needed), and BBB in favour; 1 against, 0 abstaining."),
        ("yya", "is adopted: 2 in favour (2 needed), and BBB in favour; 0 against, 1 abstaining."),
        ("yay", "falls short: 2 in favour (2 needed), and BBB not in favour; 0 against, 1 abstaining."),
        ("yny", "is blocked by BBB: 2 in favour (2 needed), and BBB not in favour."),
        ("nya", "falls short: 1 in favour (2 needed), and BBB in favour; 1 against, 1 abstaining."),
    ],
)
def test_a_compound_rule_tells_all_its_parts(votes: str, words: str) -> None:
    working = voting(scenario=by_rule(MOST_AND_VICTIM))
    cast(working, "aaa-1", votes)
    vote_counting.count(working)
    assert f"aaa-1 {words}" in told(working.events)
    line = View(working.seen("AAA")).text("aaa-1")
    assert (line.in_favour, line.votes_needed) == (votes.count("y"), 2)
