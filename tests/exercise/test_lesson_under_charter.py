"""A lesson under another charter goes on under it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from crisis_game.exercise.lesson import Lesson


def test_a_lesson_that_goes_on_keeps_its_charter(tmp_path: Path) -> None:
    with closing(Lesson.open(tmp_path / "lesson", "first-watch@gcc", seed=3)) as lesson:
        assert lesson.scenario.charter.id == "gcc"
    with closing(Lesson.resume(tmp_path / "lesson")) as again:
        assert (again.scenario.charter.id, again.scenario.organ) == ("gcc", "gcc-supreme-council")
