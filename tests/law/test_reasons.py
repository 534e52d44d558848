"""What is said of an act, where two reasons lead to the same verdict and a student must know which of them it was."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.judge import open_case
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

TURNS: tuple[tuple[str, str, dict[str, Any], str], ...] = (("war-necessity", "single-strike", {}, "ihl-distinction"),)
"""To this act, with these facts changed, this rule answers by what another one says."""

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
