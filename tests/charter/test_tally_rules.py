"""What each word of a decision rule means, one by one."""

from __future__ import annotations

import pytest

from crisis_game.charter.rules import Leaf
from crisis_game.charter.tally import as_plain, bound, tally
from tests.charter.counting import ballots, count

FIVE_AND_VICTIM = {"all_of": [{"kind": "count", "needed": 5}, {"kind": "unanimity", "of": "eligible", "only": ["B"]}]}


@pytest.mark.parametrize(
    ("needed", "least"),
    [("1/2", 4), ("50%", 4), (">= 1/2", 3), (">1/2", 4), ("2/3", 4), ("> 2/3", 5), ("55%", 4), ("1/1", 6), ("0%", 1)],
)
def test_shares_of_six(needed: str, least: int) -> None:
    assert count({"kind": "share", "needed": needed, "of": "eligible"}, yes="A B C D E F").needed == least


def test_a_share_counts_those_voting_unless_it_says_otherwise() -> None:
    assert count({"kind": "share", "needed": "1/2"}, yes="A B", no="C", abstain="D", absent="E F").adopted
    assert not count({"kind": "share", "needed": "1/2", "of": "present"}, yes="A B", no="C", abstain="D").adopted


def test_abstention_counts_against_by_widening_the_base() -> None:
    votes = {"yes": "A B", "no": "C", "abstain": "D"}
    assert count({"kind": "share", "needed": "1/2"}, **votes).needed == 2
    assert count({"kind": "share", "needed": "1/2", "abstention": "counts-against"}, **votes).needed == 3


def test_abstention_blocks_where_it_is_said_to() -> None:
    for kind in ({"kind": "count", "needed": 2}, {"kind": "unanimity"}, {"kind": "consensus"}, {"kind": "silence"}):
        result = count({**kind, "abstention": "blocks"}, yes="A B", abstain="C")
        assert (result.reason, result.blocked_by) == ("blocked", ("C",))


def test_abstention_is_read_as_opt_out_where_it_is_said_to() -> None:
    rule = {"kind": "unanimity", "abstention": "opt-out", "opt_out_block": {"states": "1/3"}}
    assert count(rule, yes="A B C", abstain="D").adopted
    assert count(rule, yes="A B", abstain="D").blocked_by == ("D",)
    assert count(rule, yes="A B C", abstain="D").abstaining == 0


def test_all_but_three() -> None:
    assert count({"kind": "count", "needed": "all-3"}, yes="A B", no="C D E").adopted
    assert count({"kind": "count", "needed": "all-3"}, yes="A", no="B").needed == 1


def test_weights_are_told_and_who_has_none_weighs_nothing() -> None:
    rule = {"kind": "count", "needed": 5, "weights": {"A": 4, "B": 2, "Z": 9}}
    result = count(rule, yes="A C", no="B", abstain="D")
    assert (result.in_favour, result.needed, result.against, result.abstaining) == (4, 5, 2, 0)


def test_a_state_of_the_rule_that_did_not_vote_is_absent() -> None:
    assert count({"kind": "count", "needed": 2, "veto": ["Z"]}, yes="A B").adopted
    assert count({"kind": "share", "needed": "1/2", "of": "eligible", "weights": {"A": 1, "Z": 9}}, yes="A").adopted


def test_unanimity_fails_by_absence_among_the_eligible_but_not_among_those_present() -> None:
    assert count({"kind": "unanimity"}, yes="A B", absent="C").reason == "shortfall"
    assert count({"kind": "unanimity", "of": "present"}, yes="A B", absent="C").adopted


def test_unanimity_wants_one_yes_at_least() -> None:
    result = count({"kind": "unanimity"}, abstain="A B")
    assert (result.reason, result.needed) == ("shortfall", 1)


def test_consensus_needs_somebody_present_and_nobody_against() -> None:
    assert count({"kind": "consensus"}, yes="A", abstain="B", absent="C").in_favour == 2
    assert count({"kind": "consensus"}, absent="A B").reason == "shortfall"
    assert count({"kind": "consensus"}, yes="A B", no="C").blocked_by == ("C",)


def test_silence_is_kept_by_abstention_and_absence() -> None:
    result = count({"kind": "silence"}, abstain="A", absent="B C")
    assert (result.adopted, result.in_favour, result.needed) == (True, 3, 3)
    broken = count({"kind": "silence"}, no="C A", yes="B")
    assert (broken.reason, broken.blocked_by, broken.in_favour) == ("silence-broken", ("A", "C"), 1)


def test_quorum_is_of_the_eligible_and_abstainers_are_present() -> None:
    rule = {"kind": "share", "needed": "1/2", "quorum": "2/3"}
    assert count(rule, yes="A", abstain="B", absent="C").adopted
    assert count(rule, yes="A", absent="B C").reason == "no-quorum"
    assert count({**rule, "quorum": 3}, yes="A B", absent="C").reason == "no-quorum"


def test_quorum_as_needed_asks_for_as_many_as_yes_votes_are_needed() -> None:
    rule = {"kind": "count", "needed": 3, "quorum": "as-needed"}
    assert count(rule, yes="A", no="B", absent="C").reason == "no-quorum"
    assert count(rule, yes="A", no="B", abstain="C").reason == "shortfall"


def test_the_vote_of_the_excluded_is_not_read() -> None:
    result = count({"kind": "unanimity", "excluded": ["C"]}, yes="A B", no="C")
    assert (result.adopted, result.against) == (True, 0)
    vetoed = count({"kind": "count", "needed": 2, "veto": ["C"], "excluded": ["C"]}, yes="A B", no="C")
    assert vetoed.adopted


def test_the_excluded_may_stay_in_the_base() -> None:
    rule = {"kind": "share", "needed": "2/3", "of": "eligible", "excluded": ["E", "F"], "quorum": "2/3"}
    votes = {"yes": "A B C", "no": "D", "absent": "E F"}
    assert count(rule, **votes).needed == 3
    assert count({**rule, "excluded_in_base": True}, **votes).needed == 4


def test_where_the_base_is_disputed_the_stricter_reading_decides_and_says_so() -> None:
    rule = {
        "kind": "share",
        "needed": "2/3",
        "of": "eligible",
        "excluded": ["E", "F"],
        "excluded_in_base": "disputed",
    }
    result = count(rule, yes="A B C", no="D", absent="E F")
    assert (result.adopted, result.disputed, result.needed) == (False, True, 4)
    assert count(rule, yes="A B C D", absent="E F").disputed is False


def test_a_dispute_that_changes_nothing_is_not_told() -> None:
    disputed = {
        "kind": "share",
        "needed": "2/3",
        "of": "eligible",
        "excluded": ["E", "F"],
        "excluded_in_base": "disputed",
    }
    votes = {"yes": "A B C", "no": "D", "absent": "E F"}
    assert count({"all_of": [disputed, {"kind": "unanimity"}]}, **votes).disputed is False
    assert count({"any_of": [disputed, {"kind": "unanimity"}]}, **votes).disputed is True
    assert count({"any_of": [disputed, {"kind": "count", "needed": 1}]}, **votes).disputed is False


def test_five_and_the_victims_yes() -> None:
    assert count(FIVE_AND_VICTIM, yes="A B C D E", no="F").adopted
    without_victim = count(FIVE_AND_VICTIM, yes="A C D E F", abstain="B")
    assert (without_victim.reason, without_victim.needed, without_victim.in_favour) == ("shortfall", 1, 0)
    assert count(FIVE_AND_VICTIM, yes="A C D E F", no="B").reason == "blocked"
    assert count(FIVE_AND_VICTIM, yes="A B C D", no="E F").needed == 5


def test_any_of_gives_the_first_that_passes_else_the_last() -> None:
    rule = {"any_of": [{"kind": "unanimity"}, {"kind": "count", "needed": 2, "binds": "those-in-favour"}]}
    passed = count(rule, yes="A B", no="C")
    assert (passed.adopted, passed.binds, [part.reason for part in passed.parts]) == (
        True,
        "those-in-favour",
        ["blocked", "adopted"],
    )
    assert count(rule, yes="A", no="B C").reason == "shortfall"


def test_keys_beside_a_combination_hold_for_its_parts_unless_they_say_otherwise() -> None:
    rule = {"any_of": [{"kind": "consensus"}, {"kind": "share", "needed": "1/2", "quorum": 1}], "quorum": "2/3"}
    result = count(rule, yes="A", absent="B C")
    assert [part.reason for part in result.parts] == ["no-quorum", "adopted"]


def test_nobody_is_bound_by_what_was_not_adopted() -> None:
    assert count({"kind": "count", "needed": 2}, yes="A", no="B").binds == "none"


def test_who_opted_out_is_not_bound_and_silence_binds_who_kept_it() -> None:
    rule = {"kind": "unanimity", "abstention": "opt-out"}
    votes = ballots(yes="A B", abstain="C")
    assert bound(count(rule, yes="A B", abstain="C"), votes) == ("A", "B")
    in_favour = {"binds": "those-in-favour"}
    assert bound(
        count({"kind": "silence", **in_favour}, yes="A", absent="B", opt_out="C"),
        ballots(yes="A", absent="B", opt_out="C"),
    ) == ("A", "B")
    assert bound(count({"kind": "count", "needed": 1, **in_favour}, yes="A", no="B"), ballots(yes="A", no="B")) == (
        "A",
    )
    assert bound(count({"kind": "count", "needed": 2}, yes="A", no="B"), ballots(yes="A", no="B")) == ()


def test_plain_result_has_parts_and_dispute_only_where_there_are_any() -> None:
    plain = as_plain(count({"kind": "count", "needed": 1}, yes="A"))
    assert plain == {
        "adopted": True,
        "reason": "adopted",
        "in_favour": 1,
        "needed": 1,
        "against": 0,
        "abstaining": 0,
        "blocked_by": [],
        "binds": "all",
    }
    assert len(as_plain(count(FIVE_AND_VICTIM, yes="A B"))["parts"]) == 2


def test_a_rule_that_names_a_table_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match="population"):
        tally(Leaf("unanimity", weights="population"), {"A": "yes"})


TACIT = {"kind": "silence", "objections": {"states": "1/3", "weights": "1/2"}, "binds": "those-in-favour"}
TONNAGE = {"A": 60, "B": 10, "C": 10, "D": 10, "E": 5, "F": 5}
JUDGES = {"kind": "share", "needed": "1/2", "casting": "Bedjaoui"}
IN_FAVOUR = "Bedjaoui Ranjeva Herczegh Shi Fleischhauer Vereshchetin Ferrari-Bravo"
AGAINST = "Schwebel Oda Guillaume Shahabuddeen Weeramantry Koroma Higgins"


@pytest.mark.parametrize(("no", "stopped"), [("B", False), ("A", True), ("E F", True), ("", False)])
def test_tacit_acceptance_is_stopped_by_a_third_of_the_parties_or_half_the_tonnage(no: str, stopped: bool) -> None:
    """MARPOL, article 16(2)(f)(iii): either share of objections is enough; who objected is not bound."""
    rule = {**TACIT, "weights": TONNAGE}
    others = " ".join(sorted(set("ABCDEF") - set(no.split())))
    result = count(rule, no=no, absent=others)
    assert result.adopted is not stopped
    assert result.blocked_by == (tuple(no.split()) if stopped else ())
    assert bound(result, ballots(no=no, absent=others)) == (() if stopped else tuple(others.split()))


def test_a_reversed_majority_takes_all_its_shares_against() -> None:
    """Regulation (EU) 1173/2011, article 5(2): adopted unless a qualified majority of states and people rejects it."""
    people = {"A": 70, "B": 10, "C": 10, "D": 10}
    either = [{"kind": "silence", "objections": {by: share}} for by, share in (("states", "55%"), ("weights", "65%"))]
    rule = {"any_of": either, "weights": people}
    assert count(rule, no="B C D", absent="A").adopted
    assert count(rule, no="A B", absent="C D").adopted
    assert not count(rule, no="A B C", absent="D").adopted


@pytest.mark.parametrize(("no", "adopted"), [("A B", True), ("A B C", False), ("C D E", False), ("D E", True)])
def test_a_blocking_minority_is_one_member_more_than_the_fewest_with_its_share(no: str, adopted: bool) -> None:
    """TFEU 238(3)(a): the fewest members with more than 35 per cent of the people, plus one. Here A and F have 40."""
    people = {"A": 20, "B": 16, "C": 15, "D": 15, "E": 14, "F": 20}
    rule = {"kind": "count", "blocking_minority": {"weights": "> 35%"}, "weights": people}
    result = count(rule, no=no, yes=" ".join(sorted(set(people) - set(no.split()))))
    assert (result.adopted, result.needed) == (adopted, 4)


def test_a_casting_vote_carries_a_tie_and_nothing_else() -> None:
    """ICJ Statute, article 55(2); 8 July 1996, paragraph 105(2)E: seven to seven, by the President's casting vote."""
    result = count(JUDGES, yes=IN_FAVOUR, no=AGAINST)
    assert (result.adopted, result.in_favour, result.against, result.cast_by) == (True, 7, 7, "Bedjaoui")
    assert as_plain(result)["cast_by"] == "Bedjaoui"
    assert count(JUDGES, yes=AGAINST, no=IN_FAVOUR).reason == "shortfall"
    without_one = IN_FAVOUR.removesuffix(" Ferrari-Bravo")
    assert count(JUDGES, yes=without_one, no=AGAINST).reason == "shortfall"
    assert not count(JUDGES, yes=AGAINST, no=without_one).cast_by
