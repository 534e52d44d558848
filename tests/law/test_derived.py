"""Soft facts from raw ones."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.law import Conduct, ProcedureFact
from crisis_game.law.derived import fill, settled_facts

STATE = {"attack_author": "state-organ", "author_grade": "established"}

TABLE: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("attack_gravity", "disputed", {"deaths": 14}),
    ("attack_gravity", "disputed", {"deaths": 10, "object": "civil", "area": "point"}),
    *(("attack_gravity", "armed-attack", {"deaths": 10, "object": "civil", "area": "point"} | scale) for scale in
      ({"damage": "limited"}, {"damage": "extensive"}, {"area": "local"}, {"area": "wide"}, {"series": True},
       {"object": "state"}, {"object": "military"})),
    ("attack_gravity", "disputed", {"deaths": 9, "object": "civil", "area": "local", "damage": "limited"}),
    ("attack_gravity", "disputed", {"deaths": 9, "object": "civil", "area": "point"}),
    ("attack_gravity", "armed-attack", {"deaths": 1, "object": "state", "area": "local"}),
    ("attack_gravity", "disputed", {"deaths": 1, "object": "military", "area": "point"}),
    ("attack_gravity", "below-threshold", {"deaths": 0, "object": "military", "area": "local"}),
    ("attack_gravity", "disputed", {"damage": "extensive", "area": "local"}),
    ("attack_gravity", "below-threshold", {"damage": "limited", "area": "wide"}),
    ("attack_gravity", "below-threshold", {"damage": "limited", "series": False}),
    ("attack_gravity", None, {"series": True}),
    ("attack_gravity", "armed-attack", {"deaths": 0, "damage": "extensive", "area": "wide"}),
    ("attack_gravity", "armed-attack", {"deaths": 2, "object": "military", "area": "local"}),
    ("attack_gravity", "disputed", {"deaths": 4, "object": "civil", "area": "point"}),
    ("attack_gravity", "disputed", {"deaths": 0, "damage": "limited", "series": True}),
    ("attack_gravity", "below-threshold", {"deaths": 0, "damage": "none"}),
    ("attributed_to_state", "established", STATE),
    ("attributed_to_state", "disputed", STATE | {"author_grade": "probable"}),
    ("attributed_to_state", "not-shown", STATE | {"author_grade": "rumoured"}),
    ("attributed_to_state", "not-shown", {"attack_author": "armed-group", "author_grade": "established"}),
    ("attributed_to_state", "not-shown",
     {"attack_author": "armed-group", "author_grade": "established", "control": "support"}),
    ("attributed_to_state", "disputed",
     {"attack_author": "armed-group", "author_grade": "established", "control": "overall"}),
    ("attributed_to_state", "established",
     {"attack_author": "armed-group", "author_grade": "established", "ordered_by": "state"}),
    ("attributed_to_state", "not-shown", {"attack_author": "accident", "author_grade": "established"}),
    ("attributed_to_state", "established", {"adopted_by_state": True}),
    ("attributed_to_state", "established", STATE | {"attack_author": "directed-group"}),
    ("attributed_to_state", "disputed", STATE | {"author_grade": "suspected"}),
    ("attributed_to_state", "not-shown", STATE | {"attack_author": "unknown"}),
    ("attributed_to_state", "not-shown", STATE | {"attack_author": "private"}),
    ("attributed_to_state", None, {"attack_author": "state-organ"}),
    ("attributed_to_state", None, {"author_grade": "established"}),
    ("attributed_to_state", "not-shown", STATE | {"attack_author": "unknown", "adopted_by_state": False}),
    ("attributed_to_state", "established", STATE | {"attack_author": "armed-group", "control": "effective"}),
    ("attributed_to_state", "not-shown", STATE | {"attack_author": "armed-group", "ordered_by": "nobody"}),
    ("prior_wrong_by_target", "disputed", STATE | {"author_grade": "probable"}),
    ("prior_wrong_by_target", None, {"attack_author": "state-organ"}),
    ("prior_wrong_by_target", "established", STATE),
    ("prior_wrong_by_target", "none", STATE | {"author_grade": "rumoured"}),
    ("peaceful_means", "none", {"means_tried": ""}),
    ("peaceful_means", "partial", {"means_tried": "demand+talks"}),
    ("peaceful_means", "full", {"means_tried": "demand + talks + inquiry"}),
    *(("peaceful_means", "partial", {"means_tried": means}) for means in
      ("demand", "talks", "mediation", "council", "inquiry")),
    ("peaceful_means", "none", {"means_tried": "flattery"}),
    ("peaceful_means", "partial", {"means_tried": "demand+demand+talks"}),
    ("purpose", "compliance", {"text_aim": "compliance", "use_of_force": "none"}),
    ("purpose", "territorial-gain",
     {"text_aim": "self-defence", "territory_held": "annexed", "government_replaced": False}),
    ("purpose", "regime-change", {"text_aim": "compliance", "territory_held": "none", "government_replaced": True}),
    ("purpose", None, {"text_aim": "self-defence", "use_of_force": "armed"}),
    ("purpose", None, {"text_aim": "self-defence", "use_of_force": "armed", "territory_held": "none"}),
    ("purpose", "territorial-gain", {"text_aim": "compliance", "use_of_force": "none", "territory_held": "annexed"}),
    *(("purpose", aim, {"text_aim": aim, "territory_held": "none", "government_replaced": True}) for aim in
      ("pro-democracy", "self-defence", "humanitarian")),
    ("purpose", "coerce", {"text_aim": "coerce", "territory_held": "temporary", "government_replaced": False}),
    ("continued_after_objective", False, {"aim_reached": False}),
    ("continued_after_objective", True, {"aim_reached": True, "rounds_after_aim": 1}),
    ("continued_after_objective", False, {"aim_reached": True, "rounds_after_aim": 0}),
    ("continued_after_objective", None, {"aim_reached": True}),
    ("continued_after_objective", False, {"aim_reached": False, "rounds_after_aim": 3}),
    ("continued_after_objective", False, {"aim_reached": False, "consent_withdrawn": False}),
    ("continued_after_objective", None, {"rounds_after_aim": 3}),
    ("continued_after_objective", True, {"consent_withdrawn": True}),
    ("due_process", "full", {"reasons_published": True, "hearing_given": True, "review_set": True}),
    ("due_process", "partial", {"reasons_published": True}),
    ("due_process", "none", {"reasons_published": False, "hearing_given": False}),
    ("due_process", "partial", {"reasons_published": True, "hearing_given": True}),
    ("due_process", "partial", {"reasons_published": True, "hearing_given": True, "review_set": False}),
    ("due_process", "none", {"review_set": False}),
    ("civilian_harm", "limited", {"own_harm": 1}),
    *(("harm_suffered", word, {"harm_of_trigger": points}) for points, word in
      ((0, "none"), (1, "low"), (3, "low"), (4, "moderate"), (8, "moderate"), (9, "severe"), (15, "severe"),
       (16, "massive"))),
    ("civilian_harm", "none", {"own_harm": 0}),
    ("civilian_harm", "limited", {"own_harm": 7}),
    ("civilian_harm", "heavy", {"own_harm": 8}),
    ("response_delay", "same-day", {"days_of_delay": 0}),
    ("response_delay", "days", {"days_of_delay": 6}),
    ("response_delay", "days", {"days_of_delay": 1}),
    ("response_delay", "weeks", {"days_of_delay": 7}),
    ("response_delay", "weeks", {"days_of_delay": 59}),
    ("response_delay", "months", {"days_of_delay": 729}),
    ("response_delay", "months", {"days_of_delay": 60}),
    ("response_delay", "years", {"days_of_delay": 730}),
    ("regional_support", "broad", {"neighbours_for": 2, "neighbours_against": 1}),
    ("regional_support", "little", {"neighbours_for": 1, "neighbours_against": 2}),
    ("regional_support", "divided", {"neighbours_for": 3, "neighbours_against": 2}),
    ("regional_support", "divided", {"neighbours_for": 2, "neighbours_against": 3}),
    ("regional_support", "broad", {"neighbours_for": 1, "neighbours_against": 0}),
    ("regional_support", "little", {"neighbours_for": 0, "neighbours_against": 1}),
    ("regional_support", None, {"neighbours_for": 2}),
    ("regional_support", None, {"neighbours_against": 2}),
    ("regional_support", "divided", {"neighbours_for": 2, "neighbours_against": 2}),
    ("regional_support", "n/a", {"neighbours_for": 0, "neighbours_against": 0}),
    ("host_state_posture", "perpetrator", {"host_harms_own_people": True}),
    ("host_state_posture", "supporting", {"host_helps_author": True}),
    ("host_state_posture", "unable-or-unwilling", {"host_acts_against_author": False}),
    ("host_state_posture", "perpetrator", {"host_harms_own_people": True, "host_helps_author": True}),
    ("host_state_posture", "supporting", {"host_helps_author": True, "host_acts_against_author": False}),
    ("host_state_posture", None, {"host_acts_against_author": True}),
    ("host_state_posture", None, {"host_harms_own_people": False, "host_helps_author": False}),
    ("humanitarian_emergency", "claimed", {"displaced": 1}),
    ("humanitarian_emergency", "claimed", {"displaced": 1, "emergency_confirmed": False}),
    ("humanitarian_emergency", "none", {"displaced": 0, "emergency_confirmed": True}),
    ("humanitarian_emergency", None, {"emergency_confirmed": True}),
    ("humanitarian_emergency", "documented", {"displaced": 9000, "emergency_confirmed": True}),
    ("humanitarian_emergency", "claimed", {"displaced": 9000}),
    ("humanitarian_emergency", "none", {"displaced": 0}),
    ("unsc_reported_art51", True, {"report_filed": True, "days_to_report": 2}),
    ("unsc_reported_art51", False, {"report_filed": True, "days_to_report": 30}),
    ("unsc_reported_art51", True, {"report_filed": True, "days_to_report": 7}),
    ("unsc_reported_art51", False, {"report_filed": True, "days_to_report": 8}),
    ("unsc_reported_art51", True, {"report_filed": True}),
    ("unsc_reported_art51", False, {"report_filed": False, "days_to_report": 1}),
    ("unsc_reported_art51", None, {"days_to_report": 1}),
    ("unsc_reported_art51", False, {"report_filed": False}),
    ("unsc_authorisation", "prior", {"council_mandate": "inside"}),
    ("unsc_authorisation", "none", {"council_mandate": "none"}),
    ("unsc_authorisation", "exceeded", {"council_mandate": "outside"}),
    ("victim_requested_help", False, {"help_declined": True}),
    ("victim_requested_help", None, {"help_declined": False}),
    ("prior_notice", True, {"notice_given": True}),
    ("prior_notice", None, {"call_made": False}),
    ("prior_notice", None, {"notice_given": False}),
    ("prior_notice", True, {"call_made": True, "notice_given": False}),
    ("prior_notice", False, {"call_made": False, "notice_given": False}),
    ("voting_rule_met", True, {"vote_outcome": "adopted"}),
    ("voting_rule_met", False, {"vote_outcome": "adopted", "quorum_met": False}),
    ("voting_rule_met", False, {"vote_outcome": "failed", "rule_disputed": True}),
    ("voting_rule_met", False, {"vote_outcome": "adopted", "exclusions_kept": False}),
    ("voting_rule_met", True, {"vote_outcome": "adopted", "exclusions_kept": True, "quorum_met": True,
                               "rule_disputed": False}),
    ("voting_rule_met", None, {"quorum_met": True}),
    ("voting_rule_met", "disputed", {"vote_outcome": "adopted", "rule_disputed": True}),
)  # fmt: skip


@pytest.mark.parametrize(("soft", "expected", "raw"), TABLE)
def test_soft_fact(soft: str, expected: Any, raw: dict[str, Any]) -> None:
    assert fill(dict(raw)).get(soft) == expected


def test_raw_wins_over_soft() -> None:
    assert fill({"attack_gravity": "none", "deaths": 20, "area": "wide"})["attack_gravity"] == "armed-attack"


def test_soft_stays_where_raw_does_not_settle_it() -> None:
    assert fill({"attack_gravity": "disputed", "area": "wide"})["attack_gravity"] == "disputed"


def test_procedure_counts_as_facts_unless_they_say_otherwise() -> None:
    procedure = (ProcedureFact("report", 1, ("ARD",), "filed"), ProcedureFact("vote", 1, (), "vetoed"))
    facts = settled_facts(Conduct("act", "ARD", {}, procedure))
    assert facts["unsc_reported_art51"] is True
    assert facts["voting_rule_met"] is False
    assert settled_facts(Conduct("act", "ARD", {"report_filed": False}, procedure))["unsc_reported_art51"] is False


@pytest.mark.parametrize(
    ("kind", "outcome", "fact", "value"),
    [
        ("vote", "adopted", "vote_outcome", "adopted"),
        *(("vote", outcome, "vote_outcome", "failed") for outcome in ("shortfall", "vetoed", "blocked", "no-quorum")),
        ("vote", "postponed", "vote_outcome", None),
        ("report", "filed", "report_filed", True),
        ("consultation", "held", "consulted_before", True),
        ("notice", "given", "notice_given", True),
        ("hearing", "held", "member_heard", True),
        ("inquiry", "opened", "inquiry_opened", True),
        ("withdrawal", "declared", "consent_withdrawn", True),
        ("prayer", "said", "vote_outcome", None),
    ],
)
def test_a_record_of_procedure_is_a_fact(kind: Any, outcome: str, fact: str, value: Any) -> None:
    conduct = Conduct("act", "ARD", {}, (ProcedureFact(kind, 1, (), outcome),))
    assert settled_facts(conduct).get(fact) == value
    assert conduct.facts == {}


@given(st.integers(0, 200), st.integers(0, 200))
def test_more_deaths_never_make_an_attack_lighter(fewer: int, more: int) -> None:
    scale = ("below-threshold", "disputed", "armed-attack")
    low, high = sorted((fewer, more))
    rank = [scale.index(str(fill({"deaths": deaths, "object": "civil"})["attack_gravity"])) for deaths in (low, high)]
    assert rank[0] <= rank[1]
