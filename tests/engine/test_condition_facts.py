"""What a condition may ask is answered, whatever it names: the check admits nothing that play cannot answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from crisis_game.assessment import assess
from crisis_game.conditions.grades import GRADES
from crisis_game.conditions.vocabulary import FUNCTIONS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES
from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.conditions import Facts
from crisis_game.engine.state import ActiveMeasure
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.known_ids import known_in
from crisis_game.scenario.reading.load import read_scenario

ALL = FUNCTIONS | TEXT_FUNCTIONS
GIVES: dict[str, tuple[type, ...]] = {"number": (int,), "truth": (bool,), "grade": (str,)}


@pytest.fixture(scope="module")
def asked() -> tuple[Facts, Mapping[Any, Collection[str]], Mapping[str, Collection[str]]]:
    """The facts as play begins, the ids that each argument may be, and the values of each draw."""
    files = find("hesk-strait")
    remembering = files.contents[files.main] + b"\nmilestones: {named: {when: accused}}\n"
    reading = read_scenario(replace(files, contents={**files.contents, files.main: remembering}))
    assert reading.scenario is not None
    words = known_in(reading.merged.value, reading.scenario.measures, reading.scenario.charter).words
    state = Session.start(reading.scenario, {}, None, seed=7).final_state()
    return Facts(reading.scenario, state), {**words.ids, "choice": ("show",), "amendment": ("means",)}, words.draws


def calls(function: str, ids: Mapping[Any, Collection[str]], draws: Mapping[str, Collection[str]]) -> list[Any]:
    """All arguments that the check admits for a function, in full and in short."""
    kinds, needed, _ = ALL[function]
    pairs = [(draw, value) for draw, values in draws.items() for value in values]
    called = pairs if function == "drawn" else list(product(*(ids[kind] for kind in kinds)))
    short = list(product(*(ids[kind] for kind in kinds[:needed]))) if needed < len(kinds) else []
    return [*called, *short]


def valued(facts: Facts, name: str) -> object:
    """What a name of a condition is worth."""
    kind = (NAMES | TEXT_NAMES)[name]
    if kind == "grade":
        return facts.grade(name)
    return facts.truth(name) if kind == "truth" else facts.number(name)


@pytest.mark.parametrize("function", ALL)
def test_a_function_answers_for_every_id_that_the_check_admits(function: str, asked: Any) -> None:
    facts, ids, draws = asked
    answers = [facts.call(function, arguments) for arguments in calls(function, ids, draws)]

    assert answers
    assert all(isinstance(answer, GIVES[ALL[function][2]]) for answer in answers)


@pytest.mark.parametrize("name", NAMES | TEXT_NAMES)
def test_a_name_has_a_value(name: str, asked: Any) -> None:
    value = valued(asked[0], name)

    if (NAMES | TEXT_NAMES)[name] == "grade":
        assert value in GRADES
    else:
        assert isinstance(value, GIVES[(NAMES | TEXT_NAMES)[name]])


# A measure that waits for its host has not begun ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def waited(asked: Any) -> Facts:
    """The same facts where each member has ordered each measure alone, and all of them wait for a host's consent."""
    facts = asked[0]
    state = facts.state.fork()
    for seat, measure in product(facts.scenario.members, facts.scenario.measures):
        id_ = f"{seat}/{measure}"
        state.measures[id_] = ActiveMeasure(
            id_, measure, facts.scenario.adversary, None, seat, "self-defence", "",
            began=1, deliveries={seat: "full"}, status="dormant", waits=True,
        )  # fmt: skip
    return Facts(facts.scenario, state)


@pytest.mark.parametrize("function", ALL)
def test_no_function_counts_a_measure_that_waits_for_its_host(function: str, asked: Any, waited: Facts) -> None:
    facts, ids, draws = asked
    for arguments in calls(function, ids, draws):
        assert waited.call(function, arguments) == facts.call(function, arguments), arguments


@pytest.mark.parametrize("name", NAMES | TEXT_NAMES)
def test_no_name_counts_a_measure_that_waits_for_its_host(name: str, asked: Any, waited: Facts) -> None:
    assert valued(waited, name) == valued(asked[0], name)


def test_an_act_alone_that_waits_for_its_host_changes_nothing_that_others_see() -> None:
    """The whole round: how the gauges stand, what has arrived and the assessment are as if nobody had acted."""
    rounds = [first_round(acts) for acts in (False, True)]
    assert rounds[0] == rounds[1]


def first_round(acts: bool) -> Any:
    """What has come of a first round in which nobody does anything, or one member orders strikes from a closed base."""
    reading = read_scenario(find("hesk-strait"))
    assert reading.scenario is not None
    scenario = reading.scenario
    session = Session.start(scenario, dict.fromkeys(scenario.members, "person"), None, seed=7)
    while (table := session.final_state().table).round == 1:
        if acts and table.phase == "voting":
            assert isinstance(session.submit("ARD", ActAlone("limited-force", "VOS", "self-defence", False)), Receipt)
            acts = False
        for seat in session.waiting():
            assert isinstance(session.submit(seat, SetReady()), Receipt)
    state = session.final_state()
    letters = [(letter.sender, letter.variant) for letter in state.mail.letters]
    others = {seat: account for seat, account in state.accounts.items() if seat != "ARD"}
    read = assess(scenario, (event for entry in session.log for event in entry.events))
    return state.world.gauges, state.world.moves, letters, state.script.arrived, others, state.record.conducts, read
