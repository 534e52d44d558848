"""Acts from which the tests of the law start: each differs from the plain ones by what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from crisis_game.law import Conduct, Finding, judge
from crisis_game.law.judge import open_case

_NOTHING = {
    "armed_attack_on": None,
    "attack_gravity": "none",
    "attack_timing": "none",
    "response_delay": "n/a",
    "attributed_to_state": "n/a",
    "independent_verification": "n/a",
    "targets_non_state_actor": False,
    "host_state_posture": "n/a",
    "victim_declared": "n/a",
    "victim_requested_help": "n/a",
    "consent_of_territorial_state": "n/a",
    "consent_given_by": "n/a",
    "unsc_authorisation": "none",
    "unsc_had_acted": False,
    "unsc_blocked_by_veto": False,
    "unsc_reported_art51": "n/a",
    "regional_body_decision": "none",
    "target_member_of_body": "n/a",
    "voting_rule_met": "n/a",
    "treaty_scope": "n/a",
    "peaceful_means": "partial",
    "prior_notice": True,
    "harm_suffered": "low",
    "civilian_harm": "none",
    "continued_after_objective": False,
    "duration_limited": True,
    "territory_held": "none",
    "government_replaced": False,
    "reversible": True,
    "third_state_rights_affected": False,
    "prior_wrong_by_target": "none",
    "due_process": "n/a",
    "humanitarian_exemptions": "n/a",
    "humanitarian_emergency": "none",
    "regional_support": "n/a",
}
_FORCE = {
    "response_kind": "force",
    "use_of_force": "armed",
    "actor_standing": "injured",
    "host_state_posture": "uninvolved",
    "consent_of_territorial_state": "none",
    "consent_given_by": "none",
    "scale_of_response": "moderate",
    "target_type": "military",
    "reversible": "n/a",
}
_ATTACKED = {
    "armed_attack_on": "Ardan",
    "attack_gravity": "armed-attack",
    "attack_timing": "ongoing",
    "response_delay": "days",
    "attributed_to_state": "established",
    "host_state_posture": "attacker",
    "victim_declared": True,
    "purpose": "self-defence",
    "harm_suffered": "severe",
    "unsc_reported_art51": True,
    "prior_wrong_by_target": "established",
}
ACTS: dict[str, dict[str, Any]] = {
    "protest": _NOTHING
    | {
        "response_kind": "diplomatic",
        "use_of_force": "none",
        "actor_standing": "injured",
        "purpose": "compliance",
        "scale_of_response": "low",
        "target_type": "government",
    },
    "strike": _NOTHING | _FORCE | {"purpose": "coerce"},
    "defence": _NOTHING | _FORCE | _ATTACKED,
    "help": _NOTHING | _FORCE | _ATTACKED | {"actor_standing": "third-state", "victim_requested_help": True},
    "group": _NOTHING
    | _FORCE
    | _ATTACKED
    | {
        "targets_non_state_actor": True,
        "attributed_to_state": "not-shown",
        "host_state_posture": "unable-or-unwilling",
    },
    "countermeasure": _NOTHING
    | {
        "response_kind": "countermeasure",
        "use_of_force": "none",
        "actor_standing": "injured",
        "purpose": "compliance",
        "scale_of_response": "low",
        "target_type": "economic",
        "prior_wrong_by_target": "established",
        "attributed_to_state": "established",
    },
    "sanctions": _NOTHING
    | {
        "response_kind": "sanctions",
        "use_of_force": "none",
        "actor_standing": "injured",
        "purpose": "compliance",
        "scale_of_response": "low",
        "target_type": "economic",
        "prior_wrong_by_target": "established",
    },
    "suspension": _NOTHING
    | {
        "response_kind": "suspension",
        "use_of_force": "none",
        "actor_standing": "organisation",
        "purpose": "pro-democracy",
        "scale_of_response": "low",
        "target_type": "government",
        "regional_body_decision": "authorised",
        "target_member_of_body": True,
        "voting_rule_met": True,
        "treaty_scope": "inside",
    },
    "patrol": _NOTHING
    | {
        "response_kind": "law-enforcement",
        "use_of_force": "minor",
        "actor_standing": "injured",
        "targets_non_state_actor": True,
        "purpose": "enforcement",
        "scale_of_response": "low",
        "target_type": "civilian",
    },
    "rescue-of-people": _NOTHING
    | _FORCE
    | {
        "actor_standing": "organisation",
        "purpose": "humanitarian",
        "attack_timing": "ongoing",
        "host_state_posture": "perpetrator",
        "humanitarian_emergency": "documented",
        "peaceful_means": "full",
    },
}
"""By name: an act whose facts are complete in the casebook's vocabulary."""

Make = Callable[..., Conduct]


def conduct_of(name: str, **changed: Any) -> Conduct:
    """The act of that name with some facts changed; a fact set to `...` is left out."""
    facts = {fact: value for fact, value in (ACTS[name] | changed).items() if value is not ...}
    return Conduct("act", "ARD", facts)


@pytest.fixture
def make() -> Make:
    """Make a conduct: `make("defence", unsc_reported_art51=False)`; `...` leaves a fact out."""
    return conduct_of


@pytest.fixture
def verdict() -> Callable[..., str]:
    """The verdict of one rule on one act: `verdict("report-unsc", "defence", ...)`."""

    def asked(rule: str, name: str, **changed: Any) -> str:
        return open_case(conduct_of(name, **changed)).verdict(rule)

    return asked


@pytest.fixture
def found() -> Callable[..., Finding]:
    """The finding of one rule on one act."""

    def asked(rule: str, name: str, **changed: Any) -> Finding:
        return next(one for one in judge(conduct_of(name, **changed)).findings if one.rule == rule)

    return asked


@pytest.fixture
def legality() -> Callable[..., str]:
    """The overall legality of one act."""

    def asked(name: str, **changed: Any) -> str:
        return judge(conduct_of(name, **changed)).legality

    return asked
