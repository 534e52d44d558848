"""Each plea excuses each breach that names it, and leaves another breach of the same act standing."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.judge import judge
from crisis_game.law.order import RULES
from tests.law.conftest import conduct_of
from tests.law.outcomes_of_measures import BREACH, CHANGE, CLAUSE, DEROGATION, LOSS
from tests.law.rows import INVITED, THREAT
from tests.law.rows_of_older_law import PACT
from tests.law.rows_of_war import NEUTRAL_SHIP

OWED = {"duty_owed": True, "duty_suspended_lawfully": False}
NEED = {
    "claimed_basis": "necessity",
    "peril": "grave",
    "attack_timing": "imminent",
    "only_way": True,
    "interest_impaired": False,
    "contributed": False,
}
DISTRESS = {"claimed_basis": "distress", "life_at_risk": True, "only_way": True}
FORCED = {"irresistible": True}
ENTERED = {"entered_without_leave": True}
CLOSED = {"claimed_basis": "neutrality", "waters": "territorial", "equal_treatment": True}
CYBER = {"response_kind": "cyber-operation"}

EXCUSED: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("force-prohibited", "unsc-authorised", "strike", {"unsc_authorisation": "prior"}),
    ("force-prohibited", "invitation", "strike", INVITED),
    ("force-prohibited", "self-defence", "defence", {}),
    ("force-prohibited", "collective-self-defence", "help", {}),
    ("force-threatened", "unsc-authorised", "strike", THREAT | {"unsc_authorisation": "prior"}),
    ("force-threatened", "invitation", "strike", THREAT | INVITED),
    ("force-threatened", "self-defence", "defence", THREAT),
    ("force-threatened", "collective-self-defence", "help", THREAT),
    ("older-force", "invitation", "reprisal", INVITED),
    ("older-force", "older-defence", "old-defence", {}),
    ("older-force", "reprisal", "reprisal", {}),
    ("older-force", "older-intervention", "reprisal",
     {"treaty_preconsent": True, "treaty_scope": "inside", "call_made": False}),
    ("pact-of-paris", "older-defence", "old-defence", PACT),
    ("treaty-law", "treaty-breach", "countermeasure", BREACH),
    ("treaty-law", "treaty-impossibility", "protest", LOSS),
    ("treaty-law", "treaty-change", "protest", CHANGE),
    ("treaty-law", "treaty-clause", "sanctions", CLAUSE),
    ("treaty-law", "derogation", "protest", DEROGATION),
    ("treaty-law", "countermeasure", "countermeasure", {}),
    ("treaty-law", "reprisal", "reprisal", OWED | {"use_of_force": "none"}),
    ("treaty-law", "neutrality-plea", "neutral", OWED | CLOSED),
    ("treaty-law", "force-majeure", "protest", OWED | FORCED),
    ("treaty-law", "distress", "protest", OWED | DISTRESS),
    ("treaty-law", "necessity", "protest", OWED | NEED),
    ("cyber-sovereignty", "invitation", "protest", CYBER | INVITED),
    ("cyber-sovereignty", "countermeasure", "countermeasure", CYBER | {"claimed_basis": "countermeasure"}),
    ("passage", "neutrality-plea", "neutral", CLOSED | {"passage_hindered": True, "passage_innocent": True}),
    ("passage", "necessity", "protest", NEED | {"passage_hindered": True, "place": "strait"}),
    ("entry", "invitation", "protest", ENTERED | INVITED),
    ("entry", "force-majeure", "protest", ENTERED | FORCED),
    ("entry", "distress", "protest", ENTERED | DISTRESS),
    ("entry", "necessity", "protest", ENTERED | NEED),
    ("boarding", "hot-pursuit", "boarding", {"pursuit": "unbroken"}),
    ("boarding", "unsc-authorised", "boarding", {"unsc_authorisation": "prior"}),
    ("boarding", "necessity", "boarding", NEED),
    ("visit-capture", "reprisal", "single-strike", NEUTRAL_SHIP | {
        "neutral_ship": "innocent", "law_of": "interwar", "claimed_basis": "reprisal", "call_made": True,
        "prior_wrong_by_target": "established"}),
)  # fmt: skip
"""This breach is excused by this plea on this act, with these facts changed."""
DISOBEYED = {"court_order_broken": True}
"""A breach that no plea names."""


def test_every_breach_has_an_act_on_which_each_of_its_pleas_excuses_it() -> None:
    named = {(rule.id, plea) for rule in RULES.values() for plea in rule.excuses}
    assert {(norm, plea) for norm, plea, _, _ in EXCUSED} == named


@pytest.mark.parametrize(("norm", "plea", "act", "changed"), EXCUSED)
def test_a_plea_excuses_its_breach_and_leaves_another_standing(
    norm: str, plea: str, act: str, changed: dict[str, Any]
) -> None:
    findings = {finding.rule: finding for finding in judge(conduct_of(act, **changed, **DISOBEYED)).findings}
    assert findings[norm].verdict == "lawful"
    assert findings[norm].excused_by == plea
    assert findings["court-order"].verdict == "unlawful"
