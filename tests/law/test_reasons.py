"""What is said of an act, where two reasons lead to the same verdict and a student must know which of them it was."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law.judge import open_case
from tests.law.conftest import conduct_of

REASONS: tuple[tuple[str, str, dict[str, Any], str], ...] = (
    ("armed-attack", "defence", {"attack_gravity": "below-threshold"}, "fell short of an armed attack"),
    ("armed-attack", "defence", {"attack_gravity": "none"}, "There was no attack"),
)
"""To this act, with these facts changed, this rule answers in words that hold these."""

TURNS: tuple[tuple[str, str, dict[str, Any], str], ...] = (("war-necessity", "single-strike", {}, "ihl-distinction"),)
"""To this act, with these facts changed, this rule answers by what another one says."""


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
