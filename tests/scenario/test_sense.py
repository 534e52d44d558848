"""Checks of sense that need more than one slip, and the intervals behind idle comparisons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from crisis_game.conditions.condition import condition
from crisis_game.conditions.intervals import Bounds, verdict
from crisis_game.conditions.parser import MOST_TOKENS, parse
from crisis_game.conditions.syntax_tree import Comparison
from crisis_game.scenario.reading.load import Reading
from crisis_game.scenario.standard_gauges import GAUGES, UNOPPOSED_GAUGES
from tests.scenario.given_facts import At

NOTHING_OWN = "assets:\n  repair-ship: {kind: expertise, name: The repair ship, owner: AAA}\n\n"
ITS_CONSENT = "consents:\n  repair-ship: {on: AAA, to: [escort], start: given}\n"
MUCH = "".join(
    f"  news-{number}: {{title: News, round: 1, asks: Decide., text: {'word ' * 55}}}\n" for number in range(3)
)


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems}


def test_a_member_with_nothing_of_its_own_looks_on(
    read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    assert codes(read(changed(NOTHING_OWN + ITS_CONSENT, ""))) == {"W605"}


def test_missing_states_are_told_once_and_nothing_is_said_of_a_member_that_nobody_wrote(
    read: Callable[..., Reading],
) -> None:
    reading = read("format: 2\nid: bare\nstates: {}\n")

    assert "SPARE" not in {problem.message.values.get("word") for problem in reading.problems}
    assert not codes(reading) & {"E504", "W605"}


def test_a_claim_that_nobody_can_hear_of(read: Callable[..., Reading], changed: Callable[[str, str], str]) -> None:
    claim = "claims:\n  unheard: {text: Nobody knows., holds: true}\n"

    assert codes(read(changed("claims:\n", claim))) == {"W610"}


def test_too_much_to_read_in_one_beat(read: Callable[..., Reading], changed: Callable[[str, str], str]) -> None:
    reading = read(changed("injects:\n", f"injects:\n{MUCH}"))

    assert codes(reading) == {"W613"}
    assert {problem.message.values["total"] for problem in reading.problems} == {184}


@pytest.mark.parametrize(("seconds", "expected"), [(15, {"W613"}), (18, set())])
def test_a_short_beat_has_time_for_fewer_words(
    seconds: int, expected: set[str], read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    note = f"  note: {{title: Note, round: 2, at: table, text: {'word ' * 55}, asks: Say so.}}\n"
    short = changed("injects:\n", f"injects:\n{note}").replace(
        "rounds: 2}", f"rounds: 2, beat_seconds: {{table: {seconds}}}}}", 1
    )
    assert codes(read(short)) == expected


def test_no_objectives(read: Callable[..., Reading], tiny_text: str) -> None:
    start, end = tiny_text.index("objectives:"), tiny_text.index("debrief:")

    assert codes(read(tiny_text[:start] + tiny_text[end:])) == {"W616"}


def test_an_organisation_of_one(read: Callable[..., Reading], changed: Callable[[str, str], str]) -> None:
    text = changed("  BBB:\n    name: Brae", "actors:\n  BBB:\n    kind: state\n    name: Brae")

    assert "E521" in codes(read(text))


def test_who_is_only_named_takes_no_steps(read: Callable[..., Reading], tiny_text: str) -> None:
    start, end = tiny_text.index("    model: bargainer"), tiny_text.index("  UNSC:")
    scenario = read(tiny_text[:start] + tiny_text[end:]).scenario
    assert scenario is not None
    assert scenario.adversary is None
    assert not scenario.pressing
    assert scenario.states["CAL"].role == "outsider"


@pytest.mark.parametrize(("name", "told"), [("Arran", True), ("ARRAN", True), ("{en: Bry, de: arran}", False)])
def test_two_of_one_name_are_told_in_any_spelling(
    name: str, told: bool, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    assert ("W630" in codes(read(changed("name: Brae\n", f"name: {name}\n")))) is told


def test_of_one_name_in_another_language_both_must_have_it(read: Callable[..., Reading], tiny_text: str) -> None:
    text = tiny_text.replace("name: Brae\n", "name: {en: Brae, de: Insel}\n")
    text = text.replace("name: Arran\n", "name: {en: Arran, de: Insel}\n")

    assert "W630" in codes(read(text))


@pytest.mark.parametrize(
    ("terms", "told"),
    [("round: 2, ", False), ("round: 3, ", True), ("", True)],
)
def test_terms_that_no_round_can_adopt(
    terms: str, told: bool, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    assert ("W602" in codes(read(changed("round: 2, ", terms)))) is told


COURSE = """actors:
  RAIN:
    kind: nature
    name: The rain
    model: course
    presses: grip
    hold_text: It is dry.
    steps:
      flood: {name: Flood, level: 1, gain: 1, text: The port is flooded., at: %s}
"""


@pytest.mark.parametrize(("at", "told"), [(100, False), (101, True)])
def test_a_step_that_waits_for_more_than_its_gauge_can_reach(
    at: int, told: bool, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    assert ("W607" in codes(read(changed("actors:\n", COURSE % at)))) is told


def test_the_standard_gauges_name_nobody_where_there_is_no_other_side() -> None:
    meant = {**GAUGES, **UNOPPOSED_GAUGES}
    assert [id_ for id_, gauge in meant.items() if "adversary" in gauge.meaning.in_language("en")] == []


LINES: Mapping[str, Bounds] = {"grip": (0, 100), "pain": (0, float("inf")), "round": (1, 5), "fuel_price": (-20, 40)}


sums = st.recursive(
    st.one_of(st.integers(-50, 150).map(lambda number: f"({number})"), st.sampled_from(sorted(LINES))),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda parts: f"({' '.join(parts)})"),
        st.tuples(inner, st.integers(1, 7)).map(lambda parts: f"({parts[0]} / {parts[1]})"),
    ),
    max_leaves=4,
)


@settings(max_examples=300, deadline=None)
@given(
    sums,
    st.sampled_from(["<", "<=", "==", "!=", ">=", ">"]),
    sums,
    st.fixed_dictionaries(
        {name: st.integers(int(low), int(min(high, 500))) for name, (low, high) in sorted(LINES.items())}
    ),
)
def test_what_always_holds_holds_and_what_never_does_does_not(
    left: str, sign: str, right: str, values: Mapping[str, int]
) -> None:
    source = f"{left} {sign} {right}"
    assume(len(re.findall(r"\w+|[^\w\s]", source)) <= MOST_TOKENS)
    tree = parse(source)
    assert isinstance(tree, Comparison)
    answer = verdict(tree, LINES, {})

    assert answer is None or condition(source).holds(At(values)) is answer.holds


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("grip > 100", False),
        ("grip <= 100", True),
        ("grip - 20 > 80", False),
        ("2 * round > 10", False),
        ("round / 2 >= 3", False),
        ("fuel_price * fuel_price > 1600", False),
        ("pain >= 0", True),
        ("pain > 1000", None),
        ("grip = 101", False),
        ("grip != 101", True),
        ("grip > 99", None),
        ("-grip > 0", False),
    ],
)
def test_intervals_find_idle_comparisons(source: str, holds: bool | None) -> None:
    tree = parse(source)
    assert isinstance(tree, Comparison)
    answer = verdict(tree, LINES, {})

    assert (answer.holds if answer else None) is holds
