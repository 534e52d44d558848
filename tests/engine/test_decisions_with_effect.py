"""Decisions that do something: dues, withdrawal, amendments, opinions, arbitration."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.charter.amending import amended
from crisis_game.charter.model import Amendment, Charter, Disputes, Dues, Exit, Setting
from crisis_game.charter.organs import ANY, Decision
from crisis_game.charter.rules import Leaf, Share, Whole
from crisis_game.conditions.condition import condition
from crisis_game.engine import conduct_omissions, conducts, decision_rules, disputes, membership, motions
from crisis_game.engine.acts.disputes import AnswerArbitration, HandInClaim, ObeyAward
from crisis_game.engine.acts.membership import AnnounceWithdrawal, PayDues
from crisis_game.engine.acts.texts import Pledge
from crisis_game.engine.conditions import Facts
from crisis_game.engine.draft_rules import motions as open_motions
from crisis_game.engine.events.ballots import StandingChanged
from crisis_game.engine.readings import reading
from crisis_game.engine.state import ConductState
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.judge import judge
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from tests.engine import builders, parts
from tests.engine.builders import pressing
from tests.engine.on_record import SANCTIONS, acting
from tests.engine.play import check_events, do, refused, told
from tests.engine.worlds import adopt, put_in_force, terms

DUES = Dues("3", (("AAA", 2), ("CCC", 1)), arrears_after=2, then="vote-lost")


def desk(round_: int = 1, **clauses: Any) -> Working:
    """A desk under the small charter with these clauses."""
    return builders.desk(builders.tiny(charter=builders.charter(**clauses)), round_=round_)


def asked(working: Working, line: str) -> bool:
    return condition(line).holds(Facts(working.scenario, working.state))


def subjects(working: Working, kind: str) -> list[str | None]:
    return [motion.subject for motion in open_motions(working.seen("AAA")) if motion.kind == kind]


def next_round(working: Working) -> None:
    """Enter the next round, as far as membership and disputes go."""
    working.state.table.round += 1
    membership.open_round(working)
    disputes.open_round(working)


def omitted(working: Working, kind: str) -> list[str]:
    """Who has left a thing of this kind undone, and not made it good."""
    conduct_omissions.record(working)
    conducts_ = working.state.record.conducts.values()
    return [conduct.actor for conduct in conducts_ if conduct.omission == kind and conduct.ended is None]


# Suspension ---------------------------------------------------------------------------------------------------------


def test_who_is_suspended_pledges_nothing() -> None:
    working = builders.desk()
    pledge = Pledge("aaa-1", "escort", "full")
    assert pledge.refusal(working.seen("BBB")) is None
    working.emit(StandingChanged("BBB", True))
    assert refused(working, "BBB", pledge) == "suspended"


# Dues ---------------------------------------------------------------------------------------------------------------


def test_what_is_unpaid_when_the_next_are_assessed_is_arrears_and_costs_the_vote_in_time() -> None:
    working = desk(dues=DUES)
    membership.open_round(working)
    assert asked(working, "arrears('CCC') == 0")
    next_round(working)
    assert asked(working, "arrears('CCC') == 1 and arrears('AAA') == 2 and arrears('BBB') == 0")
    assert not working.seen("AAA").without_vote
    next_round(working)
    assert asked(working, "arrears('CCC') == 2")
    assert working.seen("AAA").without_vote == {"AAA", "CCC"}
    assert not decision_rules.can_vote(working.seen("AAA"), "CCC", "statement", SANCTIONS)
    assert omitted(working, "dues-unpaid") == ["AAA", "CCC"]
    do(working, "CCC", PayDues(2))
    assert asked(working, "arrears('CCC') == 0")
    assert working.seen("AAA").without_vote == {"AAA"}
    assert omitted(working, "dues-unpaid") == ["AAA"]
    check_events(working.state.fork(), tuple(working.events))


def test_a_charter_that_only_names_them_leaves_them_their_vote() -> None:
    working = desk(dues=replace(DUES, then="named", arrears_after=1))
    membership.open_round(working)
    next_round(working)
    assert working.seen("AAA").in_arrears == {"AAA", "CCC"}
    assert not working.seen("AAA").without_vote


@given(payments=st.lists(st.integers(0, 3), max_size=6))
def test_who_pays_never_owes_more_than_was_assessed_and_arrears_are_of_earlier_rounds(payments: list[int]) -> None:
    working = desk(dues=DUES)
    membership.open_round(working)
    for payment in payments:
        if PayDues(payment).refusal(working.seen("AAA")) is None:
            do(working, "AAA", PayDues(payment))
        account = working.state.accounts["AAA"]
        assert 0 <= account.arrears <= account.owed <= 2 * working.state.table.round
        assert (account.late > 0) == (account.arrears > 0)
        next_round(working)


def test_nobody_pays_more_than_it_owes_or_where_nothing_is_assessed() -> None:
    working = desk(dues=DUES)
    assert refused(working, "AAA", PayDues(1)) == "nothing-to-pay"
    membership.open_round(working)
    assert refused(working, "AAA", PayDues(3)) == "nothing-to-pay"
    assert PayDues.belongs(working.seen("AAA"))
    assert not PayDues.belongs(builders.desk().seen("AAA"))


# Withdrawal ---------------------------------------------------------------------------------------------------------


def test_who_gives_notice_leaves_after_it_and_owes_until_then() -> None:
    working = desk(dues=DUES, exit=Exit("18", parts.NOTHING, 2))
    membership.open_round(working)
    assert told(do(working, "CCC", AnnounceWithdrawal())) == [
        "CCC gives notice under Article 18: it leaves in round 3."
    ]
    assert refused(working, "CCC", AnnounceWithdrawal()) == "already-leaving"
    next_round(working)
    assert not asked(working, "left('CCC')")
    assert working.state.accounts["CCC"].owed == 2
    next_round(working)
    assert asked(working, "left('CCC')")
    assert working.state.accounts["CCC"].owed == 2
    assert refused(working, "CCC", Pledge("aaa-1", "escort", "full")) == "left"
    assert decision_rules.seats_of(working.seen("AAA")) == builders.MEMBERS
    assert not decision_rules.can_vote(working.seen("AAA"), "CCC", "statement", SANCTIONS)
    check_events(working.state.fork(), tuple(working.events))


@pytest.mark.parametrize("way_out", [None, Exit("18", parts.NOTHING)])
def test_nobody_leaves_where_the_charter_sets_no_time(way_out: Exit | None) -> None:
    working = desk(exit=way_out)
    assert refused(working, "CCC", AnnounceWithdrawal()) == "no-way-out"
    assert not AnnounceWithdrawal.belongs(working.seen("CCC"))


# Amendments ---------------------------------------------------------------------------------------------------------


def shares(matters: tuple[str, ...], rest: bool = True) -> Charter:
    """The small charter with three quarters for these matters, and an amendment to two thirds for suspension."""
    organ = builders.charter().organs[0]
    three_quarters = Leaf("share", Share(Fraction(3, 4)), of="eligible")
    decisions = (Decision(matters, three_quarters, own_consent=matters), Decision((ANY,), Leaf("count", Whole(2))))
    change = Setting("decides.needed", "suspension", Share(Fraction(2, 3)))
    return builders.charter(
        organs=(replace(organ, decisions=decisions if rest else decisions[:1]),),
        amendments={"easier": Amendment("8", parts.NOTHING, (change,))},
    )


def test_an_amendment_holds_from_the_round_after_its_adoption() -> None:
    working = builders.desk(builders.tiny(charter=shares(("suspension",))))
    assert subjects(working, "amendment") == ["easier"]
    motions.carry_out(working, adopt(working, Draft(motion=Motion("amendment", "easier"))))
    assert subjects(working, "amendment") == []
    assert asked(working, "needed('suspension') == 3")
    next_round(working)
    assert asked(working, "needed('suspension') == 2")
    assert working.seen("AAA").charter.organ("council").rule_for("suspension") == Leaf(
        "share", Share(Fraction(2, 3)), of="eligible"
    )


@given(matters=st.sets(st.sampled_from(("suspension", "sanctions", "presence", "statement", ANY)), min_size=1))
def test_a_rule_that_covers_several_matters_is_split_before_one_is_changed(matters: set[str]) -> None:
    listed = tuple(sorted(matters))
    charter = shares(listed, rest=ANY not in matters)
    before, after = charter.organs[0], amended(charter, ("easier",)).organs[0]
    for matter in ("sanctions", "presence", "statement", "armed-force", "amendment"):
        assert after.rule_for(matter) == before.rule_for(matter)
    assert after.rule_for("suspension") != before.rule_for("suspension")
    seen = [matter for decision in after.decisions for matter in decision.matters]
    assert len(seen) == len(set(seen))
    assert all(set(decision.own_consent) <= {*decision.matters, *listed} for decision in after.decisions)


@pytest.mark.parametrize(
    ("setting", "key", "value"),
    [
        (Setting("dues.each_round", weights=(("BBB", 4),)), "each_round", (("BBB", 4),)),
        (Setting("dues.arrears_after", rounds=3), "arrears_after", 3),
    ],
)
def test_dues_can_be_set_too(setting: Setting, key: str, value: object) -> None:
    charter = builders.charter(dues=DUES, amendments={"means": Amendment(None, parts.NOTHING, (setting,))})
    assert getattr(amended(charter, ("means",)).dues, key) == value
    assert amended(charter, ()) == charter


def test_the_notice_of_the_way_out_can_be_set() -> None:
    change = Amendment(None, parts.NOTHING, (Setting("exit.notice", rounds=1),))
    charter = builders.charter(exit=Exit("18", parts.NOTHING, 3), amendments={"quick": change})
    assert amended(charter, ("quick",)).exit == Exit("18", parts.NOTHING, 1)


def test_conditions_ask_whether_an_amendment_was_adopted() -> None:
    charter = builders.charter(amendments={"quick": Amendment(None, parts.NOTHING, ())})
    working = builders.desk(builders.tiny(charter=charter))
    assert not asked(working, "amended('quick')")
    motions.carry_out(working, adopt(working, Draft(motion=Motion("amendment", "quick"))))
    assert asked(working, "amended('quick')")


def test_a_charter_that_lists_no_amendment_lets_members_speak_of_its_articles() -> None:
    working = builders.desk()
    assert "6" in subjects(working, "amendment")
    motions.carry_out(working, adopt(working, Draft(motion=Motion("amendment", "6"))))
    assert not working.state.council.amended


# Opinions -----------------------------------------------------------------------------------------------------------

JURISTS = Disputes("16", ("opinion", "arbitration"), parts.NOTHING)


def advised(word: str = "unlawful", draft: Draft = SANCTIONS) -> Working:
    """An opinion on sanctions that run, published in round 2; the rest of the record is as it was."""
    working = acting(draft=draft)
    working.scenario = builders.tiny(charter=builders.charter(disputes=JURISTS))
    assert subjects(working, "opinion")[-1] == "targeted-sanctions"
    motions.carry_out(working, adopt(working, Draft(motion=Motion("opinion", "targeted-sanctions")), "bbb-1"))
    next_round(working)
    assert working.state.council.opinions["targeted-sanctions"] in ("lawful", "contested", "unlawful")
    working.state.council.opinions["targeted-sanctions"] = word  # type: ignore[assignment]
    return working


@pytest.mark.parametrize("word", ["lawful", "unlawful"])
def test_conditions_ask_what_an_opinion_said(word: str) -> None:
    assert not asked(acting(), "opinion_given('targeted-sanctions')")
    working = advised(word)
    other = "lawful" if word == "unlawful" else "unlawful"
    assert asked(working, f"opinion_given('targeted-sanctions') and opinion_given('targeted-sanctions', '{word}')")
    assert not asked(working, f"opinion_given('targeted-sanctions', '{other}') or opinion_given('protest')")


def test_an_opinion_is_published_at_the_next_situation_with_its_weakest_point() -> None:
    working = advised()
    line = next(line for line in told(working.events) if line.startswith("The opinion on targeted-sanctions"))
    assert "Its weakest point: " in line
    assert terms(working, "standing") == [3]
    assert subjects(working, "opinion")[-1] == "targeted-sanctions"


def test_a_charter_without_that_step_gives_opinions_on_no_act() -> None:
    assert "targeted-sanctions" not in subjects(acting(), "opinion")


@pytest.mark.parametrize(("word", "moved"), [("unlawful", [3, -5]), ("contested", [3]), ("lawful", [3])])
def test_a_text_that_departs_from_it_costs_standing_and_is_told(word: str, moved: list[int]) -> None:
    working = advised(word)
    disputes.depart(working, adopt(working, SANCTIONS, "ccc-1"))
    assert terms(working, "standing") == moved
    put_in_force(working, "targeted-sanctions", authority="ccc-1", basis="retorsion")
    conducts.orders_done(working)
    facts = working.state.record.conducts["ccc-1/targeted-sanctions:third-state"].facts
    assert facts["departs_from_opinion"] is (word == "unlawful")


# Arbitration --------------------------------------------------------------------------------------------------------


def quarrel(accept: tuple[str, ...] = ("BBB", "CCC"), grade: str = "established") -> Working:
    """BBB says that CCC sank its cutter; both were asked to go to arbitration in round 1, BBB handed in its claim."""
    claims, incidents = {**builders.tiny().claims}, {**builders.tiny().incidents}
    incidents["sinking"] = replace(incidents["sinking"], author="CCC", victim="BBB")
    charter = builders.charter(disputes=JURISTS)
    working = builders.desk(builders.tiny(charter=charter, incidents=incidents, claims=claims))
    working.state.knowledge.public["state-did-it"] = grade  # type: ignore[assignment]
    assert subjects(working, "arbitration")[-1] == "sinking"
    motions.carry_out(working, adopt(working, Draft(motion=Motion("arbitration", "sinking")), "bbb-2"))
    assert "sinking" not in subjects(working, "arbitration")
    for seat in accept:
        do(working, seat, AnswerArbitration("sinking", accepts=True))
    do(working, "BBB", HandInClaim("sinking", "state-did-it"))
    return working


def test_the_award_comes_after_two_rounds_and_rests_on_what_was_handed_in() -> None:
    working = quarrel()
    next_round(working)
    assert working.state.council.arbitrations["sinking"].is_open
    assert not asked(working, "award_given('sinking') or award_against('CCC')")
    next_round(working)
    assert working.state.council.arbitrations["sinking"].against == "CCC"
    assert asked(working, "award_given('sinking') and award_against('CCC') and not award_against('BBB')")
    assert not asked(working, "obeyed('CCC')")
    do(working, "CCC", ObeyAward("sinking"))
    assert asked(working, "obeyed('CCC') and not obeyed('BBB')")
    next_round(working)
    assert omitted(working, "award-not-obeyed") == []
    check_events(working.state.fork(), tuple(working.events))


@pytest.mark.parametrize("grade", ["suspected", "probable"])
def test_what_is_not_shown_is_dismissed(grade: str) -> None:
    working = quarrel(grade=grade)
    next_round(working)
    next_round(working)
    case = working.state.council.arbitrations["sinking"]
    assert (case.award, case.against) == (3, None)
    assert refused(working, "CCC", ObeyAward("sinking")) == "no-such-award"


def test_without_what_is_handed_in_nothing_is_shown() -> None:
    working = quarrel()
    working.state.council.arbitrations["sinking"].handed_in.clear()
    next_round(working)
    next_round(working)
    assert working.state.council.arbitrations["sinking"].against is None


@pytest.mark.parametrize("accept", [(), ("BBB",), ("CCC",)])
def test_nobody_is_bound_that_has_not_accepted(accept: tuple[str, ...]) -> None:
    working = quarrel(accept)
    next_round(working)
    next_round(working)
    assert working.state.council.arbitrations == {}


def test_who_does_not_obey_within_a_round_loses_credit_and_costs_cohesion() -> None:
    working = quarrel()
    next_round(working)
    next_round(working)
    credit = working.state.accounts["CCC"].credit
    assert omitted(working, "award-not-obeyed") == []
    next_round(working)
    assert working.state.accounts["CCC"].credit == credit - 1
    assert terms(working, "cohesion") == [-4]
    assert omitted(working, "award-not-obeyed") == ["CCC"]
    next_round(working)
    assert terms(working, "cohesion") == []
    do(working, "CCC", ObeyAward("sinking"))
    assert omitted(working, "award-not-obeyed") == []


def test_only_parties_answer_and_hand_in_and_only_while_the_case_is_open() -> None:
    working = quarrel(("BBB",))
    assert refused(working, "AAA", AnswerArbitration("sinking", accepts=True)) == "no-such-case"
    assert refused(working, "BBB", AnswerArbitration("sinking", accepts=False)) == "no-such-case"
    assert refused(working, "BBB", HandInClaim("sinking", "state-did-it")) == "no-such-case"
    assert not AnswerArbitration.belongs(builders.desk().seen("BBB"))


def test_an_incident_with_somebody_outside_is_not_for_arbitrators() -> None:
    assert "sinking" not in subjects(desk(disputes=JURISTS), "arbitration")


# What the record says of a dispute -----------------------------------------------------------------------------------


def sanctioned(working: Working, by: str = "BBB", target: str = "CCC") -> dict[str, Any]:
    """What is on record of sanctions that a member keeps up alone against another."""
    if not any(active.author == by for active in working.state.measures.values()):
        put_in_force(working, "targeted-sanctions", {by: "full"}, author=by, target=target, basis="countermeasures")
    conducts.orders_done(working)
    return {**on_record(working, by).facts}


def on_record(working: Working, by: str) -> ConductState:
    """The sanctions of a member alone, as they stand on record."""
    (conduct,) = (kept for kept in working.state.record.conducts.values() if kept.subject.startswith(f"{by}-r"))
    return conduct


@pytest.mark.parametrize(
    ("accept", "by", "target", "seised"),
    [
        (("BBB", "CCC"), "BBB", "CCC", True),
        (("BBB", "CCC"), "CCC", "BBB", True),
        (("BBB",), "BBB", "CCC", False),
        (("BBB", "CCC"), "AAA", "CCC", None),
        (("BBB", "CCC"), "BBB", "XXX", None),
    ],
)
def test_arbitrators_have_a_dispute_once_both_parties_have_accepted(
    accept: tuple[str, ...], by: str, target: str, seised: bool | None
) -> None:
    assert sanctioned(quarrel(accept), by, target).get("court_seised") is seised


def test_with_the_award_the_dispute_is_no_longer_before_arbitrators_and_who_obeys_has_complied() -> None:
    working = quarrel()
    assert sanctioned(working)["court_seised"] is True
    next_round(working)
    next_round(working)
    facts = sanctioned(working)
    assert (facts["court_seised"], facts.get("target_complied")) == (False, None)
    do(working, "CCC", ObeyAward("sinking"))
    facts = sanctioned(working)
    assert [facts[name] for name in ("target_complied", "wrong_ceased", "measure_lifted")] == [True, True, False]
    assert sanctioned(working, "CCC", "BBB").get("target_complied") is None


def test_what_goes_on_after_the_other_side_complied_is_no_countermeasure_any_more() -> None:
    working = quarrel()
    measures = working.scenario.measures
    owed = replace(measures["targeted-sanctions"], duty_owed=True)
    working.scenario = replace(working.scenario, measures={**measures, "targeted-sanctions": owed})
    sanctioned(working)
    next_round(working)
    next_round(working)
    words = []
    for command in (None, ObeyAward("sinking")):
        if command is not None:
            do(working, "CCC", command)
        sanctioned(working)
        judgements = [judge(reading(on_record(working, "BBB"), which)) for which in ("public", "known", "true")]
        rules = [{finding.rule: finding.verdict for finding in judgement.findings} for judgement in judgements]
        words.append([verdicts["cm-temporary"] for verdicts in rules])
    assert words == [["lawful"] * 3, ["unlawful"] * 3]


def test_settled_terms_are_kept_and_who_steps_forward_again_has_gone_back_on_them() -> None:
    working = builders.desk(round_=3)
    working.state.world.gauges["grip"] = 20
    adopt(working, Draft(lines=(MeasureLine("protest", "XXX"),), clauses=(Switch("off-ramp", 12),)))
    adopt(working, Draft(motion=Motion("settlement")), "bbb-1")
    assert "target_complied" not in sanctioned(working, target="XXX")
    pressing(working.state).last_step = "back"
    assert sanctioned(working, target="XXX")["target_complied"] is True
    pressing(working.state).last_step = "hold"
    facts = sanctioned(working, target="XXX")
    assert [facts[name] for name in ("target_complied", "wrong_ceased", "measure_lifted")] == [False, False, False]
