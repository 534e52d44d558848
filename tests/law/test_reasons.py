"""What is said of an act, where two reasons lead to the same verdict and a student must know which of them it was."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.judge import open_case
from crisis_game.law.norm import PLEADED as PLEA_OF
from crisis_game.law.order import RULES
from tests.law.conftest import conduct_of

DISPUTED = {"attributed_to_state": "disputed"}
UNDER_CONTROL = {"attack_author": "armed-group", "author_grade": "established", "control": "overall"}
CLAUSE = {"treaty_ground": "clause", "clause_own_judgement": False, "clause_event": "present"}

REASONS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("armed-attack", "defence", {"attack_gravity": "below-threshold"}, "fell short of an armed attack"),
    ("armed-attack", "defence", {"attack_gravity": "none"}, "There was no attack"),
    ("attribution-state", "defence", DISPUTED, "on the evidence or on the degree of control"),
    (
        "attribution-state",
        "defence",
        DISPUTED | {"attribution_dispute": "control"},
        "under the state's overall control",
    ),
    ("prior-wrong", "countermeasure", {"prior_wrong_by_target": "disputed"}, "acts at its own risk"),
    *(
        ("attribution-state", "defence", {"attack_author": "state-organ", "author_grade": grade}, f"'{grade}'")
        for grade in ("suspected", "probable")
    ),
)
"""To this act, with these facts changed, this rule answers in words that hold these."""

ORDERED = {"council_decided": True, "obeyed_council": True, "council_requires": True, "treaty_scope": "outside"}

TURNS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("war-necessity", "single-strike", {}, "ihl-distinction"),
    ("prior-wrong", "countermeasure", UNDER_CONTROL, "attribution-state"),
    ("prior-wrong", "countermeasure", {"prior_wrong_by_target": "disputed"}, ""),
    ("cm-proportion", "countermeasure", {"purpose": "punish"}, "cm-aim"),
    ("treaty-law", "protest", ORDERED, "council-order"),
    ("treaty-law", "protest", ORDERED | {"council_requires": ...}, "unsc-decision-comply"),
    ("treaty-law", "protest", ORDERED | {"obeyed_council": False}, "unsc-decision-comply"),
    ("self-defence", "defence", {"attack_gravity": "disputed", "series": True}, "armed-attack"),
)
"""To this act, with these facts changed, this rule answers by what another one says."""
RIVAL = {"consent_given_by": "rival-claimant"}
"""A consent that fails, and is asked for first."""
REFUSED = {"unsc_authorisation": "ambiguous", "unsc_blocked_by_veto": True}
ENTERED = RIVAL | {"entered_without_leave": True}
BREACH = {"treaty_ground": "breach", "breach_essential": False, "purpose": "punish"}
LOSS = {"treaty_ground": "impossibility", "object_lost": "none"}

PLEADED: tuple[tuple[str, str, dict[str, Any], str, str], ...] = (
    ("boarding", "boarding", {"pursuit": "broken"}, "mandate", "unsc-authorised"),
    ("boarding", "boarding", {"pursuit": "broken", "peril": "none"}, "necessity", "necessity"),
    ("force-prohibited", "strike", RIVAL | REFUSED, "consent", "invitation"),
    ("force-prohibited", "strike", RIVAL, "self-defence", "armed-attack"),
    ("force-prohibited", "help", RIVAL | {"victim_requested_help": False}, "collective-self-defence", "csd-request"),
    ("force-prohibited", "strike", RIVAL | {"regional_body_decision": "authorised"}, "regional",
     "regional-enforcement"),
    ("force-prohibited", "rescue-of-people", RIVAL | {"humanitarian_emergency": "claimed"}, "humanitarian",
     "humanitarian-force"),
    ("older-force", "reprisal", RIVAL | {"prior_wrong_by_target": "none"}, "reprisal", "reprisal-wrong"),
    ("treaty-law", "countermeasure", BREACH, "countermeasure", "cm-aim"),
    ("treaty-law", "neutral", LOSS | {"equal_treatment": False}, "neutrality", "neutrality-plea"),
    ("entry", "protest", ENTERED | {"peril": "none"}, "necessity", "necessity"),
    ("entry", "protest", ENTERED | {"life_at_risk": False}, "distress", "distress"),
    ("entry", "protest", ENTERED | {"irresistible": False}, "force-majeure", "force-majeure"),
)  # fmt: skip
"""Of several pleas that all fail, this breach turns where that one fails which the actor named as its basis."""

MISSING: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("clause-need", "sanctions", CLAUSE | {"contributed": False}, "only_way"),
    ("clause-need", "sanctions", CLAUSE | {"only_way": True}, "contributed"),
    ("clause-need", "sanctions", CLAUSE, "only_way"),
)
"""To this act, with these facts changed, this rule answers that this fact is not known."""


@pytest.mark.parametrize(("rule", "act", "changed", "words"), REASONS)
def test_reason(rule: str, act: str, changed: dict[str, Any], words: str) -> None:
    answer = open_case(conduct_of(act, **changed)).answer(rule)
    assert answer is not None
    assert words in str(answer.because)


@pytest.mark.parametrize(("rule", "act", "changed", "other"), TURNS)
def test_turning_point(rule: str, act: str, changed: dict[str, Any], other: str) -> None:
    answer = open_case(conduct_of(act, **changed)).answer(rule)
    assert answer is not None
    assert answer.turns_on == other


@pytest.mark.parametrize(("rule", "act", "changed", "fact"), MISSING)
def test_missing_fact(rule: str, act: str, changed: dict[str, Any], fact: str) -> None:
    answer = open_case(conduct_of(act, **changed)).answer(rule)
    assert answer is not None
    assert answer.missing == (fact,)


@pytest.mark.parametrize(("rule", "act", "changed", "basis", "other"), PLEADED)
def test_where_all_pleas_fail_the_one_that_was_named_says_why(
    rule: str, act: str, changed: dict[str, Any], basis: str, other: str
) -> None:
    case = open_case(conduct_of(act, **changed, claimed_basis=basis))
    answer, pleas = case.answer(rule), (*RULES[rule].excuses, *RULES[rule].argued)
    failed = [plea for plea in pleas if case.verdict(plea) == "unlawful"]
    assert answer is not None
    assert answer.verdict == "unlawful"
    assert len(failed) > 1
    assert answer.turns_on == other
    assert PLEA_OF[basis] in failed
    assert failed[0] != PLEA_OF[basis]
