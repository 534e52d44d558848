"""Inputs that a night run once found to be met with a traceback; now each is an error at its place."""

from __future__ import annotations

import pytest

from tests.fuzz import bases
from tests.fuzz.mutation import Made, written
from tests.fuzz.trying import meet


@pytest.mark.parametrize("number", ["9" * 5000, "--5", "5-", "+", "1_000"], ids=lambda word: word[:6])
def test_a_text_in_the_place_of_a_number(number: str) -> None:
    tree = bases.tree("tiny")
    tree["states"]["AAA"]["treasury"] = number

    [error] = meet(Made(written(tree), "tiny", "tree"), 0).errors
    assert error.code == "E203"


@pytest.mark.parametrize("value", ["9" * 5000, "--5", "5-", "", "x"], ids=lambda word: word[:6])
def test_a_text_in_the_place_of_the_value_of_a_gauge(value: str) -> None:
    tree = bases.tree("tiny")
    tree["gauges"] = {"grip": {"words": {value: "tight"}}}

    [error] = meet(Made(written(tree), "tiny", "tree"), 0).errors
    assert error.code == "E203"
