"""Each way to a verdict, by itself: rows to be read by a lawyer, and what each rests on.

A row says: to this act, with these facts changed (`...` takes a fact away), this rule gives this answer, since ... What
stands before the colon of the reason is one of the rule's own sources. `test_rule_outcomes` has one row for each answer
of a rule; here is each second way to the same answer, each word of a list, and each number with its two sides.
"""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.judge import open_case
from crisis_game.law.order import RULES
from tests.law.conftest import conduct_of
from tests.law.rows import BEYOND, CYBER, GENOCIDE, INVITED, C, L, Row, U
from tests.law.rows_of_conduct import CONDUCT
from tests.law.rows_of_defence import DEFENCE
from tests.law.rows_of_institutions import INSTITUTIONS
from tests.law.rows_of_older_law import OLDER
from tests.law.rows_of_omissions import KEPT_BACK, OMITTED
from tests.law.rows_of_other_law import OTHER
from tests.law.rows_of_proportion import PROPORTION
from tests.law.rows_of_war import WAR

PATHS: tuple[Row, ...] = DEFENCE + PROPORTION + OTHER + CONDUCT + INSTITUTIONS + WAR + OLDER + OMITTED

LEANINGS: tuple[Row, ...] = (
    ("armed-attack-cyber", U, "defence", CYBER | {"cyber_effect": "function"}, "a loss of function is seldom enough"),
    ("armed-attack-cyber", "", "defence", CYBER | {"cyber_effect": "physical"}, "no view prevails"),
    ("immunity-suit", L, "protest", {"immune_court_process": True, "suit_over": "injury-on-soil"}, "most statutes"),
    ("armed-attack", L, "defence", {"on_the_spot": True, "attack_gravity": "below-threshold"}, "a unit under fire"),
    ("council-order", U, "protest", {"council_decided": True, "council_requires": False, "rights_touched": True},
     "Al-Jedda: the Council is presumed not to want rights broken"),
    ("council-order", "", "protest", {"council_decided": True, "council_requires": False}, "no view prevails"),
    ("invitation", U, "strike", INVITED | {"consent_given_by": "contested-government", "government_replaced": True,
                                           "purpose": "regime-change"}, "the inviter was brought to power"),
    ("invitation", "", "strike", INVITED | {"consent_given_by": "contested-government",
                                            "purpose": "regime-change"}, "the government stayed"),
    ("invitation", "", "strike", INVITED | {"consent_given_by": "contested-government",
                                            "government_replaced": True}, "another aim"),
    ("sd-proportionality", L, "defence", BEYOND, "weight met weight: as much as the harm"),
    ("sd-proportionality", L, "defence", BEYOND | {"scale_of_response": "moderate"}, "less than the harm"),
    ("sd-proportionality", "", "defence", BEYOND | {"scale_of_response": "massive"}, "one step above the harm"),
    ("sd-proportionality", "", "defence", BEYOND | {"territory_held": "temporary"}, "land was held"),
    ("sd-proportionality", "", "defence", BEYOND | {"continued_after_objective": True}, "it went on"),
)  # fmt: skip
"""Open points: which view prevails; "" where none does."""

SEVERITIES: tuple[Row, ...] = (
    ("force-prohibited", "grave", "strike", {}, "less than the core of the ban"),
    ("force-prohibited", "serious", "strike", {"use_of_force": "minor", "scale_of_response": "massive"}, "no combat"),
    ("force-prohibited", "serious", "strike", {"response_kind": "blockade", "use_of_force": "threat",
                                               "scale_of_response": "massive"}, "no combat"),
    ("force-prohibited", "peremptory", "strike", {"territory_held": "annexed"}, "aggression: land taken"),
    ("force-prohibited", "peremptory", "strike", {"government_replaced": True}, "aggression: a government removed"),
    ("force-prohibited", "peremptory", "strike", {"scale_of_response": "large"}, "aggression: by its scale"),
    ("force-prohibited", "peremptory", "strike", {"scale_of_response": "massive"}, "aggression: by its scale"),
    ("unsc-authorised", "peremptory", "strike",
     {"unsc_authorisation": "prior", "territory_held": "annexed"}, "no mandate covers it"),
    ("territorial-integrity", "grave", "strike", {}, "by force"),
    ("territorial-integrity", "serious", "protest", {"response_kind": "covert-operation"}, "without force"),
    ("non-intervention", "grave", "protest", {"aid_to_opposition": True}, "arms for an opposition"),
    ("non-intervention", "serious", "protest", {"reserved_matter": True, "coercive": True}, "pressure"),
    ("treaty-law", "grave", "protest", {"response_kind": "hostage-taking", "use_of_force": "minor"}, "persons seized"),
    ("pacific-first", "procedural", "sanctions", {"peaceful_means": "none"}, "pressure before talks"),
    ("pacific-first", "serious", "strike", {}, "force before talks"),
    ("r2p-pathway", "serious", "rescue-of-people", GENOCIDE, "alone, past the Council"),
    ("r2p-pathway", "procedural", "protest", GENOCIDE | {"state_failing": False}, "a step was left out"),
    ("ihl-conduct", "serious", "defence", {"verified_target": False, "warned": True, "abort_rule": True},
     "as grave as what it sums up: precautions"),
    ("ihl-conduct", "serious", "single-strike", {"persons_held": "civilians", "status_screened": False},
     "as grave as what it sums up: detention"),
    ("ihl-conduct", "grave", "defence", {"target_type": "civilian"}, "as grave as what it sums up: civilians struck"),
    ("ihl-conduct", "grave", "defence", {"target_type": "civilian", "verified_target": False},
     "as grave as the gravest of it"),
    ("mutual-help", "serious", "unanswered", {}, "help was due"),
    ("knowledge-shared", "procedural", "unanswered", KEPT_BACK, "it can still be told"),
    ("investigate-redress", "serious", "defence", {"harm_alleged": True, "inquiry_opened": True, "redress_paid": False,
                                                   "inquiry_found_breach": True}, "not repaired"),
    ("investigate-redress", "procedural", "defence", {"harm_alleged": True, "inquiry_opened": False}, "no inquiry"),
)  # fmt: skip
"""How grave a breach is, where that depends on the facts."""


def _ids(rows: tuple[Row, ...]) -> list[str]:
    return [f"{rule}-{answer}-{why}" for rule, answer, _, _, why in rows]


@pytest.mark.parametrize(("rule", "expected", "act", "changed", "why"), PATHS, ids=_ids(PATHS))
def test_verdict(rule: str, expected: str, act: str, changed: dict[str, Any], why: str) -> None:
    assert open_case(conduct_of(act, **changed)).verdict(rule) == expected


@pytest.mark.parametrize(("rule", "expected", "act", "changed", "why"), LEANINGS, ids=_ids(LEANINGS))
def test_leaning(rule: str, expected: str, act: str, changed: dict[str, Any], why: str) -> None:
    answer = open_case(conduct_of(act, **changed)).answer(rule)
    assert answer is not None
    assert answer.verdict == C
    assert (answer.leaning or "") == expected


@pytest.mark.parametrize(("rule", "expected", "act", "changed", "why"), SEVERITIES, ids=_ids(SEVERITIES))
def test_severity(finding_of: Any, rule: str, expected: str, act: str, changed: dict[str, Any], why: str) -> None:
    assert finding_of(rule, act, **changed).severity == expected


@pytest.mark.parametrize(
    ("act", "changed", "plea"),
    [
        ("strike", {"unsc_authorisation": "prior"}, "unsc-authorised"),
        ("strike", INVITED, "invitation"),
        ("defence", {}, "self-defence"),
        ("help", {}, "collective-self-defence"),
    ],
)
def test_lawful_force_names_what_carries_it(finding_of: Any, act: str, changed: dict[str, Any], plea: str) -> None:
    ban = finding_of("force-prohibited", act, **changed)
    assert ban.excused_by == plea
    assert ban.because.values["reason"] == finding_of(plea, act, **changed).because


def test_an_open_or_unproven_basis_is_passed_on_with_its_reason(finding_of: Any) -> None:
    """As the plea passes on the condition that it turns on, so does the ban the plea."""
    for changed in ({"attributed_to_state": "disputed"}, {"attributed_to_state": ...}):
        condition = finding_of("attribution-state", "defence", **changed).because
        plea = finding_of("self-defence", "defence", **changed).because
        assert plea.values["reason"] == condition
        assert finding_of("force-prohibited", "defence", **changed).because.values["reason"] == plea


def test_what_a_row_rests_on_is_a_source_of_its_rule() -> None:
    rows = [(rule, why.partition(":")) for rule, _, _, _, why in PATHS + LEANINGS + SEVERITIES if why[0].isupper()]
    named = [(rule, source) for rule, (source, colon, _) in rows if colon]
    for rule, source in named:
        assert any(source in cited.cite for cited in RULES[rule].sources), (rule, source)
