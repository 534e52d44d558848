"""What rows of law are made of: answers, and facts that many of them share."""

from __future__ import annotations

from typing import Any

L, U, C, NA, IF = "lawful", "unlawful", "contested", "not-applicable", "insufficient-facts"
Row = tuple[str, str, str, dict[str, Any], str]

INVITED = {"consent_given_by": "recognised-government", "consent_of_territorial_state": "valid"}
NOBODY_ASKED = {"consent_given_by": "n/a", "consent_of_territorial_state": "n/a"}
NO_PLEA = {"armed_attack_on": None, "purpose": "enforcement", "unsc_reported_art51": "n/a"}
"""An act of defence without what pleads defence: no attack named, no such aim, no report."""
CYBER = {"attack_by_cyber": True, "attack_gravity": "disputed"}
SERIES = {"series": True, "attack_gravity": "below-threshold", "author_grade": "established"}
FEARED = {"attack_timing": "feared", "attack_gravity": "none", "purpose": "prevent", "scale_of_response": "low"}
AFTERWARDS = {"attack_timing": "ended", "response_delay": "days"}
HOSTAGES = {"attack_gravity": "disputed", "purpose": "rescue-nationals", "unsc_had_acted": False}
TREATY_BODY = {
    "regional_body_decision": "authorised",
    "target_member_of_body": True,
    "voting_rule_met": True,
    "treaty_scope": "inside",
}
GENOCIDE = {"crime_kind": "genocide", "state_failing": True}
ARMS = {"response_kind": "arms-supply", "use_of_force": "none"}
THREAT = {"response_kind": "threat", "use_of_force": "threat"}
BEYOND = {"government_replaced": True, "territory_held": "none", "scale_of_response": "large"}
"""A defence that removed a government; as large as the harm that it answers is severe."""
