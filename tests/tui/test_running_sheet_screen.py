"""The running sheet at the host's: by keys from a row to what is done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import Begin, apply
from crisis_game.pages.council_desk import desks
from crisis_game.tui.host import HostApp
from tests.exercise.lessons import Time
from tests.tui.hosting import host
from tests.tui.stage import LARGE, SMALL, grid, here, press


@pytest.fixture
def lesson(tmp_path: Path) -> Iterator[Lesson]:
    opened = Lesson.open(tmp_path / "lesson", "hesk-strait", seed=7, councils=("Marl", "Esker"), minutes=50)
    opened._now = Time()
    for name, council in (("Ines K.", "Marl"), ("Sara M.", "Marl"), ("Theo V.", "Esker")):
        attendee = opened.who(opened.join(name, council=council))
        assert attendee is not None
        opened.presence.opened(attendee.key)
    apply(opened, Begin())
    yield opened
    opened.close()


def ratings(lesson: Lesson, council: str) -> list[tuple[str, str]]:
    """What was rated in a council, with the words."""
    sheet = desks(lesson)[council].sheet
    assert sheet is not None
    given = [rating.given for row in sheet.rows for rating in row.ratings if rating.given is not None]
    return [(rating.rating, rating.words) for rating in given]


def standing(lesson: Lesson, council: str, inject: str) -> str:
    sheet = desks(lesson)[council].sheet
    assert sheet is not None
    return next(row.standing for row in sheet.injects if row.key == f"inject:{inject}")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "120x40"])
def test_councils_and_sheet_look_as_on_file(
    lesson: Lesson, size: tuple[int, int], same_grid: Callable[[str, str], None]
) -> None:
    name = f"{size[0]}x{size[1]}"

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down")
        same_grid(f"councils-{name}", grid(app))
        await press(app, pilot, "s", "down")
        same_grid(f"running-sheet-{name}", grid(app))

    host(lesson, play, size)


def test_what_was_done_is_rated_with_words_in_the_marked_council_alone(lesson: Lesson) -> None:
    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "s", "enter", "down", "enter")
        await press(app, pilot, *"late", "enter")
        assert ratings(lesson, "Esker") == [("S", "late")]
        await press(app, pilot, "enter", "enter", "enter")
        await press(app, pilot, "escape")
        assert here(app) == "Host"

    host(lesson, play)
    assert ratings(lesson, "Esker") == [("P", "late")]
    assert ratings(lesson, "Marl") == []


def test_an_inject_is_held_skipped_and_sent_once_it_is_meant(lesson: Lesson) -> None:
    sheet = desks(lesson)["Marl"].sheet
    assert sheet is not None
    planned = next(row.key.removeprefix("inject:") for row in sheet.injects if row.standing == "planned")
    before = [row.standing for row in sheet.injects].index("planned")

    async def play(app: HostApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "s", *(["down"] * before), "enter", "down", "enter")
        assert standing(lesson, "Marl", planned) == "held"
        await press(app, pilot, "enter", "enter", "n")
        assert standing(lesson, "Marl", planned) == "held"
        await press(app, pilot, "enter", "enter", "y")
        assert standing(lesson, "Marl", planned) == "sent"

    host(lesson, play)
    assert standing(lesson, "Esker", planned) == "planned"
