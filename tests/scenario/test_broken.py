"""Scenarios with one defect each, as authors make them: each gives one diagnostic, at its place, and nothing else.

A file of `tests/broken` holds some lines of `first-watch` and what an author made of them. Its first two lines say what
happened, and the code with line and column: the line counts from the first that was changed, the column is the file's.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.reading.explanation_examples import put
from crisis_game.scenario.reading.load import read_scenario
from crisis_game.texts import Problem, Wording

BROKEN = Path(__file__).parents[1] / "broken"
MOST_SLIPS_A_CODE = 9


@dataclass(frozen=True)
class Slip:
    """One file of `tests/broken`."""

    code: str
    places: tuple[tuple[int, int], ...]
    """Line and column of each, from the first line that is changed: nearly always one."""
    before: str
    after: str


@pytest.fixture(scope="module")
def sound() -> ScenarioFiles:
    return find("first-watch")


def read_slip(path: Path) -> Slip:
    head, _, lines = path.read_text(encoding="utf-8").partition("--- before\n")
    before, _, after = lines.partition("--- after\n")
    code, *written = head.splitlines()[1].removeprefix("# ").split()
    places = [place.split(":") for place in written]
    return Slip(code, tuple((int(line), int(column)) for line, column in places), before, after)


def first_line(text: str, before: str) -> int:
    """The line, from 1, in which the lines before the change stand."""
    wanted = [line.strip() for line in before.splitlines()]
    lines = [line.strip() for line in text.splitlines()]
    return next(at for at in range(len(lines)) if lines[at : at + len(wanted)] == wanted) + 1


def problems_of(slip: Slip, sound: ScenarioFiles) -> tuple[Problem, ...]:
    text = put(sound.contents[sound.main].decode(), slip.before, slip.after)
    return read_scenario(ScenarioFiles(sound.main, {**sound.contents, sound.main: text.encode()})).problems


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.txt")), ids=lambda path: path.stem)
def test_one_defect_gives_one_diagnostic_at_its_place(path: Path, sound: ScenarioFiles) -> None:
    slip = read_slip(path)
    problems = problems_of(slip, sound)
    begin = first_line(sound.contents[sound.main].decode(), slip.before)
    errors = [problem for problem in problems if problem.severity == "error"]

    places = [(problem.code, problem.span.line - begin + 1, problem.span.column) for problem in errors or problems]
    assert places == [(slip.code, line, column) for line, column in slip.places]


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.txt")), ids=lambda path: path.stem)
def test_its_remedy_is_a_sentence_without_the_parsers_words(path: Path, sound: ScenarioFiles) -> None:
    for problem in problems_of(read_slip(path), sound):
        for words in (Wording().say(problem.message), Wording().say(problem.fix)):
            assert words[0].isupper() or words[0] in "`%" or words.split()[0] in sound.contents[sound.main].decode()
            assert words.endswith((".", "?", "}", '"', "`"))
            assert not {"token", "scalar", "sequence", "parse", "block"} & set(words.split())


def test_there_are_at_least_a_hundred_of_many_kinds() -> None:
    codes = [read_slip(path).code for path in BROKEN.glob("*.txt")]

    assert len(codes) >= 100
    assert len(set(codes)) >= 30
    assert max(map(codes.count, codes)) <= MOST_SLIPS_A_CODE
