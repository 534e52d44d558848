"""What the tests of scenarios share: the tiny scenario, and a checker of changed copies of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import Reading, load_scenario, read_scenario
from crisis_game.texts import Problem

ROOT = Path(__file__).parents[2]
TINY = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()


def files_of(text: str, **others: str) -> ScenarioFiles:
    """A scenario's files: the text as `tiny.yaml`, others by name without the suffix, and the catalogue."""
    beside = {f"{name.replace('__', '/')}.yaml": words.encode() for name, words in others.items()}
    return ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": CATALOGUE, **beside})


@pytest.fixture(scope="session")
def tiny_text() -> str:
    return TINY


@pytest.fixture(scope="session")
def tiny() -> Scenario:
    return load_scenario(files_of(TINY))


@pytest.fixture(scope="session")
def changed() -> Callable[..., str]:
    """The tiny scenario with one part of its text replaced; the part must stand there exactly once."""

    def change(old: str, new: str) -> str:
        assert TINY.count(old) == 1, f"{TINY.count(old)} times: {old}"
        return TINY.replace(old, new)

    return change


@pytest.fixture(scope="session")
def read() -> Callable[..., Reading]:
    def reading(text: str, **others: str) -> Reading:
        return read_scenario(files_of(text, **others))

    return reading


@pytest.fixture(scope="session")
def shown() -> Callable[[str, Problem], str]:
    """The characters of a text that a problem points at."""

    def characters(text: str, problem: Problem) -> str:
        line = text.splitlines()[problem.span.line - 1]
        return line[problem.span.column - 1 : problem.span.end - 1]

    return characters
