"""The one-line language: its grammar, its limits, and its meaning against Python as an oracle."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.conditions.condition import Condition, Formula, always, condition, never
from crisis_game.conditions.grades import Grade
from crisis_game.conditions.parser import LONGEST, ConditionError, Fault, parse
from crisis_game.conditions.partly_answered import about_the_text


@dataclass
class World:
    """Facts with the values a test wants: every gauge is `number`, every truth is `truth`."""

    value: int = 0
    yes: bool = False
    level: Grade | str = "probable"

    def gauge(self, gauge: str) -> int:
        return self.value + len(gauge)

    def number(self, name: str) -> int:
        return self.value

    def truth(self, name: str) -> bool:
        return self.yes

    def grade(self, name: str) -> str:
        return self.level

    def call(self, function: str, arguments: tuple[str, ...]) -> object:
        if function == "evidence":
            return self.level
        return self.value if function in ("home", "treasury") else (self.yes, *arguments)[0]


def first_fault(source: str) -> Fault | None:
    """The fault of a line, if it has one."""
    try:
        parse(source)
    except ConditionError as error:
        return error.fault
    return None


def fault(source: str) -> tuple[str, str]:
    """The code of a line's fault, and the characters it points at."""
    first = first_fault(source)
    assert first is not None
    return first.code, source[first.start : first.end]


@pytest.mark.parametrize(
    ("source", "code", "place"),
    [
        ("escalation >= ", "E402", " "),
        ("", "E402", ""),
        ("1 + * 2", "E402", "*"),
        ("10 < grip < 20", "E409", "<"),
        ("adopted(mine-sweep)", "E413", "mine-sweep"),
        ("adopted(escort)", "E413", "escort"),
        ("(grip > 3", "E402", "("),
        ("adopted('escort'", "E402", "("),
        ("grip > 3)", "E402", ")"),
        ("grip > 3 && harm > 4", "E401", "&&"),
        ("grip ≥ 3", "E401", "≥"),
        ("grip >= 3 and #", "E401", "#"),
        ("adopted('escort)", "E401", "'escort)"),
        ("not not accused", "E402", "not"),
        ("voted('COR' 'yes')", "E402", "("),
        ("grip >= 12345678901", "E411", "12345678901"),
        ("grip 25", "E402", "25"),
        ("and accused", "E402", "and"),
        ("accused.real", "E401", "."),
        ("grip[0]", "E401", "["),
        ("lambda: 1", "E401", ":"),
        ("x := 3", "E401", ":"),
    ],
)
def test_a_fault_is_told_at_its_exact_place(source: str, code: str, place: str) -> None:
    assert fault(source) == (code, place)


@pytest.mark.parametrize(
    "source",
    [
        "(" * 13 + "true" + ")" * 13,
        " and ".join(["accused"] * 31),
        "true " + " " * LONGEST,
        "not (" * 40 + "true" + ")" * 40,
    ],
)
def test_limits_hold_before_anything_else(source: str) -> None:
    assert fault(source)[0] == "E403"


def test_up_to_the_limits_a_line_is_read() -> None:
    deep = Condition("", parse("(" * 12 + "accused" + ")" * 12))
    long = Condition("", parse(" and ".join(["accused"] * 30)))

    assert deep.holds(World(yes=True))
    assert long.holds(World(yes=True))


def test_conditions_are_equal_by_their_lines() -> None:
    assert condition("grip > 3") == condition("grip > 3")
    assert condition("grip > 3") != condition("grip  > 3")
    assert len({condition("accused"), condition("accused")}) == 1


def test_always_holds_and_never_does_not() -> None:
    assert (always().holds(World()), never().holds(World())) == (True, False)


def test_asking_twice_gives_the_same_and_leaves_the_condition_equal() -> None:
    line = condition("grip > 30 or accused")

    assert [line.holds(World(40)), line.holds(World(0)), line.holds(World(0, yes=True))] == [True, False, True]
    assert line == condition("grip > 30 or accused")


@pytest.mark.parametrize(
    ("source", "expected"), [("-7 / 2", -4), ("7 / 2", 3), ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20), ("-(3 - 5)", 2)]
)
def test_numbers_follow_the_usual_precedence_and_divisions_are_floored(source: str, expected: int) -> None:
    assert Formula(source, parse(source)).value(World()) == expected


@pytest.mark.parametrize(
    ("grade", "line", "holds"),
    [
        ("established", "evidence('order') >= 'probable'", True),
        ("suspected", "evidence('order') >= 'probable'", False),
        ("suspected", "'probable' > evidence('order')", True),
        ("", "evidence('order') >= 'rumoured'", False),
        ("", "evidence('order') < 'rumoured'", True),
        ("rumoured", "grade = 'rumoured'", True),
    ],
)
def test_grades_are_ordered_and_what_nobody_has_heard_of_is_below_all(grade: str, line: str, holds: bool) -> None:
    assert condition(line).holds(World(level=grade)) is holds


Line = tuple[str, Callable[[World], Any]]
"""A line, and what it means, said in Python's own operators."""

SUMS: dict[str, Callable[[Any, Any], Any]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}
COMPARED: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
JOINED: dict[str, Callable[[Any, Any], Any]] = {"and": operator.and_, "or": operator.or_}


def joined(signs: dict[str, Callable[[Any, Any], Any]], parts: tuple[Line, str, Line]) -> Line:
    (left, means_left), sign, (right, means_right) = parts
    return f"({left} {sign} {right})", lambda world: signs[sign](means_left(world), means_right(world))


def divided(parts: tuple[Line, int]) -> Line:
    (line, means), divisor = parts
    return f"({line} / {divisor})", lambda world: means(world) // divisor


numbers: st.SearchStrategy[Line] = st.one_of(
    st.integers(0, 200).map(lambda number: (str(number), lambda world: number)),
    st.sampled_from(["escalation", "grip", "fuel_price"]).map(lambda name: (name, lambda world: world.gauge(name))),
    st.sampled_from(["round", "treasury('DEL')"]).map(lambda name: (name, lambda world: world.value)),
)
sums = st.recursive(
    numbers,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(list(SUMS)), inner).map(lambda parts: joined(SUMS, parts)),
        st.tuples(inner, st.integers(1, 9)).map(divided),
        inner.map(lambda operand: (f"(-{operand[0]})", lambda world: -operand[1](world))),
    ),
    max_leaves=5,
)
comparisons = st.tuples(sums, st.sampled_from(list(COMPARED)), sums).map(lambda parts: joined(COMPARED, parts))
truths = st.recursive(
    st.one_of(
        comparisons,
        st.sampled_from(["accused", "offer_open", "adopted('escort')"]).map(
            lambda name: (name, lambda world: world.yes)
        ),
        st.booleans().map(lambda value: (str(value).lower(), lambda world: value)),
    ),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(list(JOINED)), inner).map(lambda parts: joined(JOINED, parts)),
        inner.map(lambda operand: (f"(not {operand[0]})", lambda world: not operand[1](world))),
    ),
    max_leaves=4,
)


@settings(max_examples=200, deadline=None)
@given(truths, st.integers(-50, 150), st.booleans())
def test_conditions_mean_what_python_means(line: Line, value: int, yes: bool) -> None:
    source, means = line
    slip = first_fault(source)
    if slip is None:
        assert condition(source).holds(World(value, yes)) is means(World(value, yes))
    else:
        assert slip.code == "E403"


@settings(max_examples=150, deadline=None)
@given(sums, st.integers(-50, 150))
def test_formulas_mean_what_python_means(line: Line, value: int) -> None:
    source, means = line
    assert Formula(source, parse(source)).value(World(value)) == means(World(value))


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("()'\"<>=!+-*/, abcnot_andor0123456789.ÄßΩ\n\t"), max_size=80))
def test_any_line_gives_a_tree_or_one_fault_within_it(source: str) -> None:
    slip = first_fault(source)
    if slip is not None:
        assert 0 <= slip.start < slip.end
        assert slip.start <= len(source)


ABOUT_TEXTS = st.sampled_from(
    ("has('strike')", "rung >= 3", "cost + 2 > gauge_a", "grade < 'probable'", "clause('end')")
)
ABOUT_THE_WORLD = st.sampled_from(
    ("round == 1", "gauge_a - 3 > gauge_bb * 2", "evidence('c') == 'probable'", "adopted('x')", "not settled", "true")
)


def combined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(parts, st.sampled_from((" and ", " or ")), parts).map(lambda three: f"({''.join(three)})")
    return two | parts.map(lambda part: f"not ({part})")


@given(
    st.recursive(ABOUT_TEXTS | ABOUT_THE_WORLD, combined, max_leaves=6),
    st.integers(-9, 9),
    st.booleans(),
    st.integers(-9, 9),
    st.booleans(),
)
def test_what_is_left_of_a_condition_about_a_text_asks_the_world_nothing(
    line: str, value: int, yes: bool, later: int, otherwise: bool
) -> None:
    """It is the whole condition as the world was, for each text; and another world changes nothing of it."""

    @dataclass
    class Before(World):
        """The world as it was, with a text that is as it is later."""

        def number(self, name: str) -> int:
            return later if name in ("rung", "cost") else self.value

        def call(self, function: str, arguments: tuple[str, ...]) -> object:
            return otherwise if function in ("has", "clause") else super().call(function, arguments)

    whole = condition(line)
    left = about_the_text(whole, World(value, yes))
    assert left.holds(World(later, otherwise)) == whole.holds(Before(value, yes))
