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
    ("attack_gravity", "armed-attack", {"deaths": 14}),
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
    ("prior_wrong_by_target", "established", STATE),
    ("prior_wrong_by_target", "none", STATE | {"author_grade": "rumoured"}),
    ("peaceful_means", "none", {"means_tried": ""}),
    ("peaceful_means", "partial", {"means_tried": "demand+talks"}),
    ("peaceful_means", "full", {"means_tried": "demand + talks + inquiry"}),
    ("purpose", "compliance", {"text_aim": "compliance", "use_of_force": "none"}),
    ("purpose", "territorial-gain",
     {"text_aim": "self-defence", "territory_held": "annexed", "government_replaced": False}),
    ("purpose", "regime-change", {"text_aim": "compliance", "territory_held": "none", "government_replaced": True}),
    ("purpose", None, {"text_aim": "self-defence", "use_of_force": "armed"}),
    ("continued_after_objective", False, {"aim_reached": False}),
    ("continued_after_objective", True, {"aim_reached": True, "rounds_after_aim": 1}),
    ("continued_after_objective", False, {"aim_reached": True, "rounds_after_aim": 0}),
    ("continued_after_objective", None, {"aim_reached": True}),
    ("continued_after_objective", True, {"consent_withdrawn": True}),
    ("due_process", "full", {"reasons_published": True, "hearing_given": True, "review_set": True}),
    ("due_process", "partial", {"reasons_published": True}),
    ("due_process", "none", {"reasons_published": False, "hearing_given": False}),
    ("civilian_harm", "none", {"own_harm": 0}),
    ("civilian_harm", "limited", {"own_harm": 7}),
    ("civilian_harm", "heavy", {"own_harm": 8}),
    ("response_delay", "same-day", {"days_of_delay": 0}),
    ("response_delay", "days", {"days_of_delay": 6}),
    ("response_delay", "weeks", {"days_of_delay": 7}),
    ("response_delay", "months", {"days_of_delay": 60}),
    ("response_delay", "years", {"days_of_delay": 730}),
    ("regional_support", "broad", {"neighbours_for": 2, "neighbours_against": 1}),
    ("regional_support", "little", {"neighbours_for": 1, "neighbours_against": 2}),
    ("regional_support", "divided", {"neighbours_for": 2, "neighbours_against": 2}),
    ("regional_support", "n/a", {"neighbours_for": 0, "neighbours_against": 0}),
    ("host_state_posture", "perpetrator", {"host_harms_own_people": True}),
    ("host_state_posture", "supporting", {"host_helps_author": True}),
    ("host_state_posture", "unable-or-unwilling", {"host_acts_against_author": False}),
    ("humanitarian_emergency", "documented", {"displaced": 9000, "emergency_confirmed": True}),
    ("humanitarian_emergency", "claimed", {"displaced": 9000}),
    ("humanitarian_emergency", "none", {"displaced": 0}),
    ("unsc_reported_art51", True, {"report_filed": True, "days_to_report": 2}),
    ("unsc_reported_art51", False, {"report_filed": True, "days_to_report": 30}),
    ("unsc_reported_art51", False, {"report_filed": False}),
    ("unsc_authorisation", "prior", {"council_mandate": "inside"}),
    ("unsc_authorisation", "exceeded", {"council_mandate": "outside"}),
    ("victim_requested_help", False, {"help_declined": True}),
    ("prior_notice", True, {"call_made": True, "notice_given": False}),
    ("prior_notice", False, {"call_made": False, "notice_given": False}),
    ("voting_rule_met", True, {"vote_outcome": "adopted"}),
    ("voting_rule_met", False, {"vote_outcome": "adopted", "quorum_met": False}),
    ("voting_rule_met", "disputed", {"vote_outcome": "adopted", "rule_disputed": True}),
)  # fmt: skip


@pytest.mark.parametrize(("soft", "expected", "raw"), TABLE)
def test_soft_fact(soft: str, expected: Any, raw: dict[str, Any]) -> None:
    assert fill(dict(raw)).get(soft) == expected


def test_raw_wins_over_soft() -> None:
    assert fill({"attack_gravity": "none", "deaths": 20})["attack_gravity"] == "armed-attack"


def test_soft_stays_where_raw_does_not_settle_it() -> None:
    assert fill({"attack_gravity": "disputed", "area": "wide"})["attack_gravity"] == "disputed"


def test_procedure_counts_as_facts_unless_they_say_otherwise() -> None:
    procedure = (ProcedureFact("report", 1, ("ARD",), "filed"), ProcedureFact("vote", 1, (), "vetoed"))
    facts = settled_facts(Conduct("act", "ARD", {}, procedure))
    assert facts["unsc_reported_art51"] is True
    assert facts["voting_rule_met"] is False
    assert settled_facts(Conduct("act", "ARD", {"report_filed": False}, procedure))["unsc_reported_art51"] is False


@given(st.integers(0, 200), st.integers(0, 200))
def test_more_deaths_never_make_an_attack_lighter(fewer: int, more: int) -> None:
    scale = ("below-threshold", "disputed", "armed-attack")
    low, high = sorted((fewer, more))
    rank = [scale.index(str(fill({"deaths": deaths, "object": "civil"})["attack_gravity"])) for deaths in (low, high)]
    assert rank[0] <= rank[1]
