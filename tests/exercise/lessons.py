"""Lessons for tests: a clock that stands, people by name, and play that has begun."""

from __future__ import annotations

from pathlib import Path

from crisis_game.exercise.lesson import Lesson


class Time:
    """Seconds that go on only when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def lesson_in(folder: Path, time: Time | None = None, scenario: str = "first-watch", clock: str = "") -> Lesson:
    """A new lesson that nobody has come into."""
    lesson = Lesson.open(folder / "lesson", scenario, seed=7, clock=clock)
    lesson._now = time or Time()
    return lesson


def come_in(lesson: Lesson, *names: str) -> list[str]:
    """Let people in, one a seat as long as there are seats, each with a page open; their keys."""
    keys = []
    for name in names:
        attendee = lesson.who(lesson.join(name))
        assert attendee is not None
        lesson.hear(attendee.key)
        lesson.presence.opened(attendee.key)
        keys.append(attendee.key)
    return keys
