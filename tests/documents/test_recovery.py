"""Several mistakes of form are told in one run, and one mistake is never told twice, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from crisis_game.documents import Source, read_yaml
from crisis_game.documents.recovery import MOST_MISTAKES
from crisis_game.scenario.reading.explanations import base_lines

LINES = base_lines("scenario").splitlines()
NO_WORDS = r": (?=\w)"

MISTAKES: dict[str, Callable[[str], str]] = {
    "a colon that is lost": lambda line: line.replace(": ", " ", 1) if ": " in line else line.removesuffix(":"),
    "a quote left open": lambda line: re.sub(NO_WORDS, ": '", line, count=1),
    "a colon in a text": lambda line: re.sub(r": (\w+ \w)", r": so: \1", line, count=1),
    "a step too far": lambda line: f" {line}",
    "a step too little": lambda line: line.removeprefix(" "),
    "a bracket left open": lambda line: line.replace("]", "", 1).replace("}", "", 1),
    "a dash that is lost": lambda line: line.replace("- ", "", 1),
}


def told(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.span.line) for problem in read_yaml(Source("x", text.encode())).problems]


@pytest.mark.usefixtures("any_parser")
def test_mistakes_of_form_are_told_together() -> None:
    text = "a: One: two\nb:\n  c: [1, 2\n  d: 3\ne\nf: 4\ng: 'open\nh: 5\n\ti: 6\n"

    assert told(text) == [("E122", 1), ("E126", 3), ("E123", 5), ("E124", 7), ("E121", 9)]


def test_a_file_full_of_mistakes_is_told_of_a_few() -> None:
    assert len(told("a: b: c\n" * 100)) == MOST_MISTAKES


def test_tabs_are_told_once() -> None:
    assert told("a:\n\tb: 1\n\tc: 2\nd:\n\te: 3\n") == [("E121", 2)]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_told_once_wherever_it_stands(mistake: str) -> None:
    for number, line in list(enumerate(LINES))[::3]:
        wrong = MISTAKES[mistake](line)
        if wrong != line and not line.startswith("#"):
            problems = told("\n".join([*LINES[:number], wrong, *LINES[number + 1 :]]))
            assert len(problems) <= 1, (number + 1, wrong, problems)
