"""Milestones in a file: what is told of order, circles and use, and what can never be reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crisis_game.scenario.reachability import never
from crisis_game.scenario.reading.load import Reading
from crisis_game.texts import Wording

Read = Callable[[str], Reading]
USE = "reactions:\n  seen: {title: It shows, when: \"is('a') or is('b') or is('c')\", text: It shows.}\n"


@pytest.fixture
def remembering(read: Read, tiny_text: str) -> Callable[[str], Reading]:
    """The tiny scenario with milestones, all asked for by a reaction."""
    return lambda lines: read(f"{tiny_text}\nmilestones:\n{lines}{USE}")


def told(reading: Reading, code: str) -> list[str]:
    return [Wording().say(problem.message) for problem in reading.problems if problem.code == code]


def test_one_asks_for_those_above_it(remembering: Callable[[str], Reading]) -> None:
    reading = remembering(
        "  a: {when: accused}\n  b: {when: \"is('a')\"}\n  c: {when: \"since('b') >= 1\", while: true}\n"
    )
    assert not reading.problems
    assert reading.scenario is not None
    assert [milestone.follows for milestone in reading.scenario.milestones.values()] == [False, False, True]
    assert [milestone.asked for milestone in reading.scenario.milestones.values()] == [(), ("a",), ("b",)]


@pytest.mark.parametrize(
    ("lines", "messages"),
    [
        (
            "  a: {when: \"is('c')\"}\n  b: {when: accused}\n  c: {when: accused}\n",
            ["`a` asks for `c`, which stands below it and is read after it."],
        ),
        ("  a: {when: \"since('a') > 1\"}\n  b: {when: accused}\n  c: {when: accused}\n", ["`a` asks for itself."]),
        (
            "  a: {when: \"is('b')\"}\n  b: {when: \"is('c')\"}\n  c: {when: \"not is('a')\"}\n",
            ["Milestones wait for one another: a, b, c and a."],
        ),
    ],
)
def test_one_that_is_read_later_is_told_and_a_circle_once(
    lines: str, messages: list[str], remembering: Callable[[str], Reading]
) -> None:
    reading = remembering(lines)
    assert told(reading, "E525")[: len(messages)] == messages
    assert len({message for message in told(reading, "E525") if "wait for" in message}) <= 1


def test_one_for_which_nothing_asks_is_told(read: Read, tiny_text: str) -> None:
    reading = read(f"{tiny_text}\nmilestones:\n  a: {{when: accused}}\n")
    assert told(reading, "W608") == ["No condition asks for the milestone `a`, so it changes nothing."]


def test_an_unknown_one_is_told_with_the_nearest(read: Read, tiny_text: str) -> None:
    use = USE.replace("'a'", "'accused-al'")
    reading = read(f"{tiny_text}\nmilestones:\n  accused-all: {{when: accused}}\n{use}")
    fixes = [Wording().say(problem.fix) for problem in reading.problems if problem.code == "E407"]
    assert "Did you mean 'accused-all'?" in fixes


def test_what_waits_for_one_that_is_never_reached_is_never_either(remembering: Callable[[str], Reading]) -> None:
    reading = remembering(
        '  a: {when: "rounds == 9"}\n  b: {when: "since(\'a\') >= 0"}\n  c: {when: "since(\'b\') < 0 and round >= 2"}\n'
    )
    assert reading.scenario is not None
    proofs = [(proof.kind, proof.id) for proof in never(reading.scenario)]
    assert proofs == [("milestone", "a"), ("milestone", "b")]


def test_rounds_since_one_is_reached_are_bounded_by_those_that_are_left(remembering: Callable[[str], Reading]) -> None:
    reading = remembering(
        "  a: {when: round == 2}\n  b: {when: \"since('a') == 1\"}\n  c: {when: \"since('a') == 0\"}\n"
    )
    assert reading.scenario is not None
    assert [proof.id for proof in never(reading.scenario)] == ["b"]
