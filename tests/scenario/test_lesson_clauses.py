"""A lesson may play with fewer clauses than there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.scenario import library
from crisis_game.scenario.defaults import CLAUSES
from crisis_game.scenario.reading.load import load_scenario, read_scenario

TINY = (Path(__file__).parents[1] / "data" / "tiny.yaml").read_text(encoding="utf-8")
LESSON = "lesson: {profile: quick, rounds: 2}"


def tiny(folder: Path, lesson: str, before: str = "", after: str = "") -> library.ScenarioFiles:
    assert LESSON in TINY
    path = folder / "tiny.yaml"
    path.write_text(TINY.replace(LESSON, lesson).replace(before, after), encoding="utf-8")
    return library.gather(path)


@pytest.mark.parametrize("chosen", [["reasons"], ["review", "off-ramp"]])
def test_only_the_clauses_of_the_lesson_are_played_with(tmp_path: Path, chosen: list[str]) -> None:
    scenario = load_scenario(tiny(tmp_path, f"lesson: {{rounds: 2, clauses: [{', '.join(chosen)}]}}"))
    assert set(scenario.clauses) == set(chosen)


def test_without_a_choice_all_are_there_but_one_that_would_speak_to_nobody(tmp_path: Path) -> None:
    clauses = load_scenario(tiny(tmp_path, "lesson: {rounds: 2}")).clauses
    assert [clause for clause in CLAUSES if clause not in clauses] == ["hearing"]


def test_a_clause_that_is_not_played_with_is_unknown_elsewhere(tmp_path: Path) -> None:
    files = tiny(tmp_path, "lesson: {clauses: [reasons]}", "    policy: legalist", "    likes: {clause:review: 1}")
    assert [problem.code for problem in read_scenario(files).problems] == ["E351"]


def test_a_misspelt_clause_is_told_with_the_nearest(tmp_path: Path) -> None:
    problems = read_scenario(tiny(tmp_path, "lesson: {clauses: [revew]}")).problems
    assert [problem.code for problem in problems] == ["E351"]
    assert problems[0].fix is not None
    assert "review" in str(problems[0].fix.values)
