"""What a condition may ask is answered, whatever it names: the check admits nothing that play cannot answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import product
from typing import Any

import pytest

from crisis_game.engine.conditions import Facts
from crisis_game.exercise.session import Session
from crisis_game.scenario.facts import FUNCTIONS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES
from crisis_game.scenario.ids import GRADES
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.known import known_in
from crisis_game.scenario.reading.load import read_scenario

ALL = FUNCTIONS | TEXT_FUNCTIONS
GIVES: dict[str, tuple[type, ...]] = {"number": (int,), "truth": (bool,), "grade": (str,)}


@pytest.fixture(scope="module")
def asked() -> tuple[Facts, Mapping[Any, Collection[str]], Mapping[str, Collection[str]]]:
    """The facts as play begins, the ids that each argument may be, and the values of each draw."""
    reading = read_scenario(find("hesk-strait"))
    assert reading.scenario is not None
    words = known_in(reading.pages.value, reading.scenario.measures, reading.scenario.charter).words
    state = Session.start(reading.scenario, {}, None, seed=7).final_state()
    return Facts(reading.scenario, state), words.ids, words.draws


@pytest.mark.parametrize("function", ALL)
def test_a_function_answers_for_every_id_that_the_check_admits(function: str, asked: Any) -> None:
    facts, ids, draws = asked
    kinds, needed, gives = ALL[function]
    pairs = [(draw, value) for draw, values in draws.items() for value in values]
    called = pairs if function == "drawn" else list(product(*(ids[kind] for kind in kinds)))
    short = list(product(*(ids[kind] for kind in kinds[:needed]))) if needed < len(kinds) else []

    answers = [facts.call(function, arguments) for arguments in (*called, *short)]

    assert answers
    assert all(isinstance(answer, GIVES[gives]) for answer in answers)


@pytest.mark.parametrize("name", NAMES | TEXT_NAMES)
def test_a_name_has_a_value(name: str, asked: Any) -> None:
    facts, _, _ = asked
    kind = (NAMES | TEXT_NAMES)[name]

    if kind == "grade":
        assert facts.grade(name) in GRADES
    else:
        assert isinstance(facts.truth(name) if kind == "truth" else facts.number(name), GIVES[kind])
