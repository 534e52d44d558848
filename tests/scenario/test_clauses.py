"""Clauses of a charter in a scenario: their grounds, benchmarks, kinds, amendments and questions, each slip told."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.reading.load import read_scenario
from crisis_game.texts import Wording

ROOT = Path(__file__).parents[2]
QUARREL = (ROOT / "tests" / "data" / "quarrel.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()
OPEN = "milestones:\n  default: {when: cohesion < 40}\n"
HIDDEN = "milestones:\n  default: {when: truth('closed')}\n"


def told(text: str) -> list[tuple[str, str]]:
    """Errors of the scenario, with the line that they point to."""
    files = ScenarioFiles("quarrel.yaml", {"quarrel.yaml": text.encode(), "measures.yaml": CATALOGUE})
    problems = [problem for problem in read_scenario(files).problems if problem.severity == "error"]
    lines = text.splitlines()
    return [(problem.code, lines[problem.span.line - 1].strip()) for problem in problems]


def changed(old: str, new: str) -> str:
    assert QUARREL.count(old) == 1, old
    return QUARREL.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("grounds: [arrears, base-closed]", "grounds: [arrears, base-shut]", "E528"),
        ("benchmark: obeyed('HAL')", "benchmark: obeyed('HAM')", "E407"),
        ("benchmark: obeyed('HAL')", "benchmark: arrears('HAL')", "E408"),
        ("kind: base-closed, round: 0", "kind: base-shut, round: 0", "E204"),
        ("kinds: [threat]", "kinds: [thread]", "E304"),
        ("decides.suspension.needed:", "decides.suspensions.needed:", "E302"),
        ("{dues.each_round: {HAL: 1", "{dues.each_round: {HAM: 1", "E302"),
        ("then: vote-lost", "then: vote-gone", "E304"),
        ("then: [needed('suspension') == 5]", "then: [needed('suspensions') == 5]", "E407"),
        ("steps: [arbitration, opinion]", "steps: [arbitrage]", "E304"),
    ],
)
def test_a_slip_is_told_where_it_stands(old: str, new: str, code: str) -> None:
    problems = told(changed(old, new))
    assert code in [found for found, _ in problems]
    assert any(new.split("\n")[0].strip("{} ") in line for found, line in problems if found == code), problems


def test_a_milestone_is_a_ground_that_all_can_follow() -> None:
    grounds = changed("grounds: [arrears, base-closed]", "grounds: [default]")
    assert told(f"{grounds}{OPEN}") == []
    assert [code for code, _ in told(f"{grounds}{HIDDEN}")] == ["E528"]
    assert [code for code, _ in told(grounds)] == ["E528"]


def test_unknown_grounds_are_told_with_the_words_there_are() -> None:
    files = {"quarrel.yaml": changed("grounds: [arrears, base-closed]", "grounds: [zzz]").encode()}
    read = read_scenario(ScenarioFiles("quarrel.yaml", {**files, "measures.yaml": CATALOGUE}))
    (fix,) = (Wording().say(problem.fix) for problem in read.problems if problem.code == "E528")
    assert "grave-breach" in fix
    assert "armed-attack" in fix
